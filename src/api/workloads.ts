import { queryOptions } from '@tanstack/react-query'
import { EventList, Service, ServicePage } from '@/wire/k8s'
import { Deployment, DeploymentPage, PodPage } from '@/wire/workload'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { gatewayQueries } from './gateways'
import { request, requestOrNull } from './http'
import { paths } from './paths'

const getDeployment = (ref: GatewayRef) => requestOrNull(paths.deployment(ref), { schema: Deployment })
const getService = (ref: GatewayRef) => requestOrNull(paths.service(ref), { schema: Service })
const getPods = (ref: GatewayRef) =>
  request('GET', paths.pods(ref), { schema: PodPage, query: { page: 1, limit: 100 } })
const getEvents = (ref: GatewayRef, object: string) =>
  request('GET', paths.events(ref.cluster), {
    schema: EventList,
    query: { fieldSelector: `involvedObject.name=${object}` },
  })

/** So many names fit into a URL that every proxy lets pass. */
const NAMES_AT_ONCE = 50

/** Pages of the objects with these names, asked for side by side. */
const named = async <Page>(
  names: readonly string[],
  list: (query: Readonly<Record<string, string | number>>) => Promise<Page>,
) => {
  const chunks = Array.from({ length: Math.ceil(names.length / NAMES_AT_ONCE) }, (_, index) =>
    names.slice(index * NAMES_AT_ONCE, (index + 1) * NAMES_AT_ONCE),
  )
  return Promise.all(chunks.map((chunk) => list({ names: chunk.join(','), limit: NAMES_AT_ONCE, page: 1 })))
}
/** Pages of the Deployments with these names. */
export const listDeployments = (cluster: ClusterScope, names: readonly string[]) =>
  named(names, (query) => request('GET', paths.deployments(cluster), { schema: DeploymentPage, query }))
const listServices = (cluster: ClusterScope, names: readonly string[]) =>
  named(names, (query) => request('GET', paths.services(cluster), { schema: ServicePage, query }))

const key = (ref: GatewayRef, kind: string) => [...gatewayQueries.all(ref.cluster), kind, gatewayName(ref)] as const

/** What Helm made of a gateway. All of it changes when the gateway does, so it hangs below the gateways' root. */
export const workloadQueries = {
  deployment: (ref: GatewayRef) =>
    queryOptions({ queryKey: key(ref, 'deployment'), queryFn: () => getDeployment(ref) }),
  /** The Deployments of several gateways at once, by the gateways' names. */
  deploymentsNamed: (cluster: ClusterScope, names: readonly string[]) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'deployments', names],
      queryFn: async () => ({ names, pages: await listDeployments(cluster, names) }),
    }),
  /** The Services of several gateways at once. */
  servicesNamed: (cluster: ClusterScope, names: readonly string[]) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'services', names],
      queryFn: () => listServices(cluster, names),
    }),
  service: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'service'), queryFn: () => getService(ref) }),
  pods: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'pods'), queryFn: () => getPods(ref) }),
  /** Events of the objects that share the gateway's name: the Gateway, its Service and its Deployment. */
  events: (ref: GatewayRef) =>
    queryOptions({ queryKey: key(ref, 'events'), queryFn: () => getEvents(ref, gatewayName(ref)) }),
}
