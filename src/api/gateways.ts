import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { Gateway, GatewayPage, GatewaysOfNamespace, Message, Nginx } from '@/wire/gateway'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
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
}

const getGateways = (ref: GatewayRef) => request('GET', paths.gatewaysOf(ref), { schema: GatewaysOfNamespace })
const getStoredGateway = (ref: GatewayRef) => request('GET', paths.rawGateway(ref), { schema: Gateway })
const getNginx = (ref: GatewayRef) => requestOrNull(paths.nginx(ref), { schema: Nginx })
const listGateways = (cluster: ClusterScope, query: GatewayPageQuery) =>
  request('GET', paths.gateways(cluster), { schema: GatewayPage, query: { ...query } })

/** The cluster gateway goes by the RAW route: kapis refuses to create it beside itself and drops unknown fields. */
const postGateway = (ref: GatewayRef, gateway: Gateway) =>
  request('POST', ref.project === null ? paths.rawGateway(ref) : paths.gatewaysOf(ref), {
    schema: Gateway,
    body: gateway,
  })
const putGateway = (ref: GatewayRef, gateway: Gateway) =>
  request('PUT', ref.project === null ? paths.rawGateway(ref) : paths.gatewaysOf(ref), {
    schema: Gateway,
    body: gateway,
  })
const deleteGateway = (ref: GatewayRef) =>
  ref.project === null
    ? request('DELETE', paths.rawGateway(ref), { schema: Gateway })
    : request('DELETE', paths.gatewaysOf(ref), { schema: v.union([Message, Gateway]) })

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
  /** The object as stored: what an edit starts from. */
  stored: (ref: GatewayRef) =>
    queryOptions({
      queryKey: [...rootOf(ref.cluster), 'stored', gatewayName(ref)],
      queryFn: () => getStoredGateway(ref),
      staleTime: 0,
      gcTime: 0,
    }),
  nginx: (ref: GatewayRef) =>
    queryOptions({ queryKey: [...rootOf(ref.cluster), 'nginx', gatewayName(ref)], queryFn: () => getNginx(ref) }),
  page: (cluster: ClusterScope, query: GatewayPageQuery) =>
    queryOptions({ queryKey: [...rootOf(cluster), 'page', query], queryFn: () => listGateways(cluster, query) }),
}

const refresh = (client: QueryClient, ref: GatewayRef) => client.invalidateQueries({ queryKey: rootOf(ref.cluster) })
/** One write at a time per gateway. */
const scopeOf = (ref: GatewayRef) => ({ id: `${ref.cluster.name}/${gatewayName(ref)}` })

export const enableGateway = (ref: GatewayRef) =>
  mutationOptions({
    scope: scopeOf(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: (gateway: Gateway) => postGateway(ref, gateway),
    onSettled: (_data, _error, _gateway, _result, { client }) => refresh(client, ref),
  })

/** Saves a whole object; a stale resourceVersion is refused with 409. */
export const saveGateway = (ref: GatewayRef) =>
  mutationOptions({
    scope: scopeOf(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: (gateway: Gateway) => putGateway(ref, gateway),
    onSettled: (_data, _error, _gateway, _result, { client }) => refresh(client, ref),
  })

/** Starts the removal; the object stays for some seconds with a deletionTimestamp. */
export const disableGateway = (ref: GatewayRef) =>
  mutationOptions({
    scope: scopeOf(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: () => deleteGateway(ref),
    onSettled: (_data, _error, _variables, _result, { client }) => refresh(client, ref),
  })
