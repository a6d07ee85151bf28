import { queryOptions } from '@tanstack/react-query'
import { EventList, Service } from '@/wire/k8s'
import { Deployment, NodePage, PodPage } from '@/wire/workload'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName, nginxName, type GatewayRef } from '@/domain/gateway'
import { gatewayQueries } from './gateways'
import { withNewer } from '@/domain/pod-page'
import { isOlder } from '@/domain/version'
import { request, requestOrNull } from './http'
import { paths } from './paths'

/** More pods of one gateway are not listed; the total says so. */
export const POD_LIMIT = 500

const getDeployment = (ref: GatewayRef) => requestOrNull(paths.deployment(ref), { schema: Deployment })
const getService = (ref: GatewayRef) => requestOrNull(paths.service(ref), { schema: Service })
const getPods = (ref: GatewayRef) =>
  request('GET', paths.pods(ref), { schema: PodPage, query: { page: 1, limit: POD_LIMIT } })

/** Whose events: of the objects that share the gateway's name, of its Nginx object, or of everything of a kind. */
export type EventSource = 'self' | 'nginx' | 'Pod' | 'ReplicaSet'
export const eventSources: readonly EventSource[] = ['self', 'nginx', 'Pod', 'ReplicaSet']

const selectorOf = (ref: GatewayRef, source: EventSource) => {
  if (source === 'self') return `involvedObject.name=${gatewayName(ref)}`
  return source === 'nginx' ? `involvedObject.name=${nginxName(ref)}` : `involvedObject.kind=${source}`
}
const getEvents = (ref: GatewayRef, source: EventSource) =>
  request('GET', paths.events(ref.cluster), { schema: EventList, query: { fieldSelector: selectorOf(ref, source) } })
const listNodes = (cluster: ClusterScope) =>
  request('GET', paths.nodes(cluster), { schema: NodePage, query: { limit: -1 } })

const key = (ref: GatewayRef, kind: string) => [...gatewayQueries.all(ref.cluster), kind, gatewayName(ref)] as const

/** What Helm made of a gateway. All of it changes when the gateway does, so it hangs below the gateways' root. */
export const workloadQueries = {
  deployment: (ref: GatewayRef) =>
    queryOptions({
      queryKey: key(ref, 'deployment'),
      queryFn: async ({ client, queryKey }) => {
        const read = await getDeployment(ref)
        const known = client.getQueryData<Deployment | null>(queryKey)
        return read && known && isOlder(read, known) ? known : read // a watch may have overtaken the answer
      },
    }),
  service: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'service'), queryFn: () => getService(ref) }),
  pods: (ref: GatewayRef) =>
    queryOptions({
      queryKey: key(ref, 'pods'),
      queryFn: async ({ client, queryKey }) => withNewer(await getPods(ref), client.getQueryData<PodPage>(queryKey)),
    }),
  /** Events of one source; those of a kind are of all gateways (`domain/events` picks). */
  events: (ref: GatewayRef, source: EventSource = 'self') =>
    queryOptions({ queryKey: [...key(ref, 'events'), source], queryFn: () => getEvents(ref, source) }),
}

export const nodeQueries = {
  all: (cluster: ClusterScope) =>
    queryOptions({ queryKey: ['nodes', cluster.name], queryFn: () => listNodes(cluster), staleTime: 60_000 }),
}
