import { legacyOf } from './legacy'
import { CLUSTER_GATEWAY, gatewayName } from './names'
import { stageOf } from './pods'
import { hash } from './random'
import type { IngressRecord, ServiceRecord } from './records'
import type { Cluster } from './tables'

/** What the controllers of gateways write into the status of routes. */

type Address = { ip?: string; hostname?: string }

/** The chart publishes the Service of a load balancer; behind node ports it is the nodes that the pods run on. */
const addressesOf = (cluster: Cluster, service: ServiceRecord): readonly Address[] => {
  if (service.spec.type === 'LoadBalancer') return service.status.loadBalancer.ingress ?? []
  const running = (cluster.pods.get(service.metadata.name) ?? []).filter((pod) => stageOf(pod) === 'ready')
  return [...new Set(running.map(({ status }) => status.hostIP ?? ''))].filter(Boolean).map((ip) => ({ ip }))
}

/** The old controllers ran on a master; the mock has no pods of theirs. */
const legacyAddresses = (cluster: Cluster, project: string): readonly Address[] => {
  const [first] = cluster.nodes.values()
  const ip = first?.status.addresses.find(({ type }) => type === 'InternalIP')?.address
  return legacyOf(cluster, project) && ip ? [{ ip }] : []
}

const servedBy = (cluster: Cluster, gateway: string): readonly Address[] => {
  const service = cluster.gateways.get(gateway) ? cluster.services.get(gateway) : undefined
  return service ? addressesOf(cluster, service) : []
}

/** The route with the address that a controller gave it. With two gateways it is always the same one of them. */
export const withAddress = (cluster: Cluster, ingress: IngressRecord): IngressRecord => {
  if (!cluster.writesRoutes) return ingress
  const project = ingress.metadata.namespace ?? ''
  const offers = [
    servedBy(cluster, CLUSTER_GATEWAY),
    servedBy(cluster, gatewayName(project)),
    legacyAddresses(cluster, project),
  ].filter((addresses) => addresses.length > 0)
  const chosen = offers[hash(ingress.metadata.uid) % Math.max(1, offers.length)]
  return chosen ? { ...ingress, status: { loadBalancer: { ingress: [...chosen] } } } : ingress
}
