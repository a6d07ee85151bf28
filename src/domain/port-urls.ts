import type { ServicePort } from '@/wire/k8s'
import { asUrlHost, type Exposure } from './address'

const schemes = ['http', 'https'] as const
const defaultPorts: Readonly<Record<(typeof schemes)[number], number>> = { http: 80, https: 443 }

/** What a port speaks: by its name, as the chart gives it, or by its number; null when it is not the web. */
function schemeOf(port: ServicePort): (typeof schemes)[number] | null {
  const byName = schemes.find((scheme) => scheme === port.name)
  return byName ?? schemes.find((scheme) => defaultPorts[scheme] === port.port) ?? null
}

/**
 * Where a port can be opened in a browser: one URL per address, with the node port for a NodePort Service. Empty while
 * no address is known or the type is changing, for ports that do not speak HTTP, and where the node port is not known yet.
 */
export function portUrls(port: ServicePort, exposure: Exposure | null, serviceType: string): readonly string[] {
  const scheme = schemeOf(port)
  const number = serviceType === 'NodePort' ? port.nodePort : port.port
  if (exposure?.kind !== 'known' || scheme === null || number === undefined) return []
  const suffix = number === defaultPorts[scheme] ? '' : `:${number}`
  return exposure.addresses.map((address) => `${scheme}://${asUrlHost(address)}${suffix}`)
}
