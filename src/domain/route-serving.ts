import type { Gateway } from '@/wire/gateway'
import type { Ingress, Service } from '@/wire/k8s'
import { toAddresses, type Address } from './address'
import { serviceType } from './gateway'
import { toRoute, type Route } from './routes'

/** Where a gateway's routes appear: the type of its Service, and the addresses that only this Service has. */
export interface ServingPoint {
  readonly type: string
  readonly addresses: ReadonlySet<string>
}

/** Which of two gateways gave a route the address it has now. */
export type ServedBy =
  | 'cluster'
  | 'project'
  /** The address fits both. */
  | 'either'
  /** Neither has the address: another controller, or one that is gone. */
  | 'other'
  /** The route has no address. */
  | 'nobody'

export interface ServedRoute {
  readonly route: Route
  readonly addresses: readonly Address[]
  readonly by: ServedBy
}

/**
 * The serving point of a gateway. The Service tells it; while it is not known (undefined: no right, null: not there)
 * the Gateway's own reading of it does. Node addresses do not count: every NodePort gateway has them.
 */
export function servingPoint(gateway: Gateway, service: Service | null | undefined): ServingPoint {
  const type = service?.spec.type ?? serviceType(gateway)
  const balanced = service ? service.status?.loadBalancer?.ingress : gateway.status?.loadBalancer?.ingress
  const own = [...(service?.spec.externalIPs ?? []), ...(service?.spec.clusterIP ? [service.spec.clusterIP] : [])]
  const addresses = type === 'LoadBalancer' ? toAddresses(balanced).map((address) => address.value) : []
  return { type, addresses: new Set([...addresses, ...own]) }
}

/**
 * Who gave a route its addresses. A controller behind a load balancer writes the balancer's address into the route, one
 * behind node ports writes the addresses of the nodes its pods run on (its chart publishes the Service for LoadBalancer
 * only). So an address that no Service has is a node's, and it tells the gateway when only one uses node ports.
 */
export function servedBy(
  addresses: readonly Address[],
  points: Readonly<Record<'cluster' | 'project', ServingPoint>>,
): ServedBy {
  if (addresses.length === 0) return 'nobody'
  const has = (point: ServingPoint) => addresses.some((address) => point.addresses.has(address.value))
  const usesNodes = (point: ServingPoint) => point.type === 'NodePort'
  const fits = has(points.cluster) || has(points.project) ? has : usesNodes
  const [cluster, project] = [fits(points.cluster), fits(points.project)]
  if (cluster && project) return 'either'
  return cluster ? 'cluster' : project ? 'project' : 'other'
}

/** The routes of projects that have a gateway of their own beside the cluster gateway, each with who serves it now. */
export function servedRoutes(
  ingresses: readonly Ingress[],
  cluster: ServingPoint,
  projects: ReadonlyMap<string, ServingPoint>,
): readonly ServedRoute[] {
  return ingresses.flatMap((ingress) => {
    const route = toRoute(ingress)
    const project = projects.get(route.project)
    if (project === undefined) return []
    const addresses = toAddresses(ingress.status?.loadBalancer?.ingress)
    return [{ route, addresses, by: servedBy(addresses, { cluster, project }) }]
  })
}
