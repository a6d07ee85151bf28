import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { EventList, Service } from '@/wire/k8s'
import { Deployment, NodePage, PodPage, type Pod } from '@/wire/workload'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName, nginxName, type GatewayRef } from '@/domain/gateway'
import { upsertPod, withoutPod, withTold, type ToldPods } from '@/domain/pod-page'
import { afterRead, isOlder } from '@/domain/version'
import { gatewayQueries } from './gateways'
import { request, requestOrNull } from './http'
import { paths } from './paths'
import type { WatchEvent } from './watch'

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
        const known = () => client.getQueryData<Deployment | null>(queryKey)
        const before = known()
        return afterRead(await getDeployment(ref), before, known())
      },
    }),
  service: (ref: GatewayRef) => queryOptions({ queryKey: key(ref, 'service'), queryFn: () => getService(ref) }),
  pods: (ref: GatewayRef) =>
    queryOptions({
      queryKey: key(ref, 'pods'),
      queryFn: async ({ client }) => {
        const before = toldPods(client, ref)
        return withTold(await getPods(ref), toldPods(client, ref), before)
      },
    }),
  /** Events of one source; those of a kind are of all gateways (`domain/events` picks). */
  events: (ref: GatewayRef, source: EventSource = 'self') =>
    queryOptions({ queryKey: [...key(ref, 'events'), source], queryFn: () => getEvents(ref, source) }),
}

const toldKey = (ref: GatewayRef) => ['told', ref.cluster.name, gatewayName(ref)] as const
const nothingTold: ToldPods = new Map()
const toldPods = (client: QueryClient, ref: GatewayRef) => client.getQueryData<ToldPods>(toldKey(ref)) ?? nothingTold

/** Puts what a watch told of a pod into the cache, and remembers it for a list that is still on its way. */
export function notePod(client: QueryClient, ref: GatewayRef, { type, object }: WatchEvent<Pod>): void {
  const isGone = type === 'DELETED'
  const { uid } = object.metadata
  if (uid !== undefined)
    client.setQueryData<ToldPods>(toldKey(ref), (told) => new Map(told).set(uid, isGone ? null : object))
  client.setQueryData(workloadQueries.pods(ref).queryKey, (page) => {
    if (page === undefined) return undefined // the list is on its way
    return isGone ? withoutPod(page, object) : upsertPod(page, object)
  })
}

/** Puts what a watch told of the gateway's Deployment into the cache. */
export function noteDeployment(client: QueryClient, ref: GatewayRef, { type, object }: WatchEvent<Deployment>): void {
  const { queryKey } = workloadQueries.deployment(ref)
  const known = client.getQueryData(queryKey)
  if (known && isOlder(object, known)) return
  client.setQueryData(queryKey, type === 'DELETED' ? null : object)
}

export const nodeQueries = {
  all: (cluster: ClusterScope) =>
    queryOptions({ queryKey: ['nodes', cluster.name], queryFn: () => listNodes(cluster), staleTime: 60_000 }),
}
