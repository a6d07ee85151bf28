import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { Gateway, GatewayPage, GatewaysOfNamespace, Nginx } from '@/wire/gateway'
import type { ClusterScope } from '@/domain/cluster'
import { CLUSTER_GATEWAY_NAME, gatewayName, type GatewayRef } from '@/domain/gateway'
import { ApiError } from '@/lib/api-error'
import { request, requestOrNull } from './http'
import { paths } from './paths'

/** The query keys that the list of all gateways understands; any other is a filter that matches nothing (c11, c20). */
export interface GatewayPageQuery {
  readonly page: number
  readonly limit: number
  readonly sortBy?: 'name' | 'createTime'
  readonly ascending?: 'true' | 'false'
  /** Part of the object's name. */
  readonly name?: string
  /** Whole names of objects, with commas between. */
  readonly names?: string
}

const getGateways = (ref: GatewayRef) => request('GET', paths.gatewaysOf(ref), { schema: GatewaysOfNamespace })
const getStoredGateway = (ref: GatewayRef) => request('GET', paths.rawGateway(ref), { schema: Gateway })
const getNginx = (ref: GatewayRef) => requestOrNull(paths.nginx(ref), { schema: Nginx })
/** A page of all gateways, the cluster gateway among them. */
export const listGateways = (cluster: ClusterScope, query: GatewayPageQuery, options: { signal?: AbortSignal } = {}) =>
  request('GET', paths.gateways(cluster), { ...options, schema: GatewayPage, query: { ...query } })

/** The newest object, as an edit starts from it and as it can be written back. */
export async function getEditable(ref: GatewayRef): Promise<Gateway> {
  if (ref.project === null) return getStoredGateway(ref)
  const found = findGateway(ref, await getGateways(ref))
  if (found) return found
  const path = paths.gatewaysOf(ref)
  throw new ApiError({ status: 404, reason: 'NotFound', message: `there is no ${gatewayName(ref)}`, path })
}

/** The gateway itself in what was read for its project: that list holds others too, and the cluster gateway twice (d01). */
export const findGateway = (ref: GatewayRef, gateways: readonly Gateway[] | null): Gateway | null =>
  gateways?.find((gateway) => gateway.metadata.name === gatewayName(ref)) ?? null

const rootOf = (cluster: ClusterScope) => ['gateways', cluster.name] as const

export const gatewayQueries = {
  /** The root of all that a change to a gateway can change. */
  all: rootOf,
  /** The gateways that serve the ref's project, with addresses and ports; pick with `findGateway`. */
  ofProject: (ref: GatewayRef) =>
    queryOptions({ queryKey: [...rootOf(ref.cluster), 'of', gatewayName(ref)], queryFn: () => getGateways(ref) }),
  /** What an edit starts from. */
  editable: (ref: GatewayRef) =>
    queryOptions({
      queryKey: [...rootOf(ref.cluster), 'editable', gatewayName(ref)],
      queryFn: () => getEditable(ref),
      staleTime: 0,
      gcTime: 0,
    }),
  nginx: (ref: GatewayRef) =>
    queryOptions({ queryKey: [...rootOf(ref.cluster), 'nginx', gatewayName(ref)], queryFn: () => getNginx(ref) }),
  page: (cluster: ClusterScope, query: GatewayPageQuery) =>
    queryOptions({ queryKey: [...rootOf(cluster), 'page', query], queryFn: () => listGateways(cluster, query) }),
  /** The cluster gateway as the list of all shows it; an empty page when there is none. */
  clusterGateway: (cluster: ClusterScope) =>
    gatewayQueries.page(cluster, { page: 1, limit: 1, names: CLUSTER_GATEWAY_NAME }),
}

/** Where it is noted when this console last changed a gateway. */
export const writtenKey = (ref: GatewayRef) => ['written', ref.cluster.name, gatewayName(ref)] as const

/** When this console last changed the gateway, in milliseconds since 1970; undefined when it did not. */
export const lastWrite = (client: QueryClient, ref: GatewayRef): number | undefined =>
  client.getQueryData<number>(writtenKey(ref))
