import type { CloudAddresses } from './tables'
import { between, hex } from './random'
import type { ServiceRecord } from './records'

/** The cluster of the recordings gave a Service the kind of address that this annotation asks for; so does the mock. */
const ASKED = 'rig.local/lb'

const cloudOf = (service: ServiceRecord, cloud: CloudAddresses): CloudAddresses | 'both' => {
  const asked = service.metadata.annotations?.[ASKED]
  return asked === 'ip' || asked === 'hostname' || asked === 'both' ? asked : cloud
}

/**
 * The addresses a cloud gives to a Service, from the ranges for documentation. Always the same for a gateway, so
 * deleting and making it again keeps the address. Empty when the cloud never gives one.
 */
export const addressesOf = (
  cluster: string,
  service: ServiceRecord,
  cloud: CloudAddresses,
): { ip?: string; hostname?: string }[] => {
  const seed = `${cluster}/${service.metadata.name}`
  const v4 = { ip: `203.0.113.${between(seed, 10, 250)}` }
  const v6 = {
    ip: `2001:db8:${hex(`${seed}/a`, 4).replace(/^0+(?=.)/, '')}::${hex(`${seed}/b`, 3).replace(/^0+(?=.)/, '')}`,
  }
  const named = { hostname: `${hex(seed, 8)}-${service.metadata.name}.elb.example.com` }
  switch (cloudOf(service, cloud)) {
    case 'ip':
      return [v4]
    case 'dual':
      return [v4, v6]
    case 'hostname':
      return [named]
    case 'both':
      return [v4, named]
    case 'never':
      return []
  }
}
