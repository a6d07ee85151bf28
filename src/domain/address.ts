import type { Gateway } from '@/wire/gateway'
import type { LoadBalancerIngress, Service } from '@/wire/k8s'
import { serviceType } from './gateway'

export type AddressKind = 'ipv4' | 'ipv6' | 'hostname'
export interface Address {
  readonly kind: AddressKind
  readonly value: string
}

/** What can be said of a gateway's address now. */
export type Exposure =
  /** The Service is not there yet, or nobody told. */
  | { readonly kind: 'none' }
  /** The Service still has its old type, so its addresses are the old ones. */
  | { readonly kind: 'switching'; readonly to: string }
  /** A load balancer without an address yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'known'; readonly addresses: readonly Address[] }

const kindRank: Record<AddressKind, number> = { ipv4: 0, ipv6: 1, hostname: 2 }
const octets = (ip: string) => ip.split('.').map(Number)

function addressKind(value: string): AddressKind {
  if (value.includes(':')) return 'ipv6'
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(value) ? 'ipv4' : 'hostname'
}

function compare(a: Address, b: Address): number {
  if (a.kind !== b.kind) return kindRank[a.kind] - kindRank[b.kind]
  if (a.kind === 'ipv4') {
    const [left, right] = [octets(a.value), octets(b.value)]
    for (let i = 0; i < 4; i++) {
      const difference = (left[i] ?? 0) - (right[i] ?? 0)
      if (difference !== 0) return difference
    }
  }
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}

/**
 * The addresses of ingress entries: each once, IPv4 before IPv6 before host names, in one order whatever the
 * server's (it lists node addresses in changing order, recordings d01 and d02).
 */
export function toAddresses(entries: readonly LoadBalancerIngress[] | null | undefined): readonly Address[] {
  const values = (entries ?? []).flatMap((entry) => [entry.ip, entry.hostname]).filter((value) => Boolean(value))
  return [...new Set(values)]
    .flatMap((value) => (value === undefined ? [] : [{ kind: addressKind(value), value }]))
    .toSorted(compare)
}

/**
 * Where the gateway can be reached. For a few seconds after a change of type the server shows the addresses of the
 * old type (recordings d33, c58); the Service says which type is real, so old and new are never mixed.
 * `service` is undefined when it is not known, null when there is none. `isStatusOld`: the type was changed a moment ago
 * and the addresses in the gateway's status may be those of the old one.
 */
export function gatewayExposure(gateway: Gateway, service: Service | null | undefined, isStatusOld = false): Exposure {
  if (gateway.status?.service == null && !service) return { kind: 'none' }
  if (service === null) return { kind: 'none' }
  const wanted = serviceType(gateway)
  if (service?.spec.type !== undefined && service.spec.type !== wanted) return { kind: 'switching', to: wanted }
  const isFromService = wanted === 'LoadBalancer' && Boolean(service)
  if (isStatusOld && !isFromService) return { kind: 'switching', to: wanted }
  const entries = isFromService ? service?.status?.loadBalancer?.ingress : gateway.status?.loadBalancer?.ingress
  const addresses = toAddresses(entries)
  if (addresses.length > 0) return { kind: 'known', addresses }
  return wanted === 'LoadBalancer' ? { kind: 'pending' } : { kind: 'none' }
}

/** An address as the host part of a URL. */
export const asUrlHost = (address: Address): string => (address.kind === 'ipv6' ? `[${address.value}]` : address.value)
