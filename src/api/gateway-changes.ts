import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { Gateway, Message } from '@/wire/gateway'
import { GATEWAY_API, gatewayName, serviceType, type GatewayRef } from '@/domain/gateway'
import { diffGateways } from '@/domain/gateway-diff'
import { withReplicas } from '@/domain/gateway-form'
import { ApiError, isConflict } from '@/lib/api-error'
import { gatewayQueries, getEditable, typeChangedKey, writtenKey } from './gateways'
import { request } from './http'
import { paths } from './paths'

/** The cluster gateway goes by the RAW route: kapis refuses to create it beside itself and drops unknown fields. */
export const postGateway = (ref: GatewayRef, gateway: Gateway) =>
  request('POST', ref.project === null ? paths.rawGateway(ref) : paths.gatewaysOf(ref), {
    schema: Gateway,
    body: gateway,
  })
const putGateway = (ref: GatewayRef, gateway: Gateway) =>
  request('PUT', ref.project === null ? paths.rawGateway(ref) : paths.gatewaysOf(ref), {
    schema: Gateway,
    body: gateway,
  })

/**
 * Asks the server what it would do, and changes nothing: the stored object's route checks schema, rights and rules, also
 * for project gateways, which are written by kapis. Helm has no part in it, so the charts are not tried.
 */
const tryGateway = (ref: GatewayRef, gateway: Gateway) => {
  const { status: _status, ...asked } = gateway // written by the operator only
  return request('PUT', paths.rawGateway(ref), {
    schema: Gateway,
    query: { dryRun: 'All' },
    // kapis leaves them out of what it reads, and this route wants them (recording d27).
    body: { ...asked, apiVersion: GATEWAY_API, kind: 'Gateway' },
  })
}

/** How often a change is put on top of a newer status before the conflict is told. */
const REBASES = 3

/**
 * Saves `next`, which was made from `base`. The operator writes the status for some seconds after every change, and
 * each time the version moves on; a conflict with nothing but that is nobody's, so `next` is sent again with the newest
 * version. Anything else that differs from `base` is a conflict to tell (409).
 */
async function putOnNewest(
  put: typeof putGateway,
  ref: GatewayRef,
  base: Gateway,
  next: Gateway,
  left = REBASES,
): Promise<Gateway> {
  try {
    return await put(ref, next)
  } catch (error) {
    if (!(error instanceof ApiError) || !isConflict(error) || left === 0) throw error
    const newest = await getEditable(ref)
    const isSameObject = newest.metadata.uid === base.metadata.uid
    if (!isSameObject || diffGateways(base, newest).length > 0) throw error
    const { resourceVersion = '' } = newest.metadata
    return putOnNewest(put, ref, base, { ...next, metadata: { ...next.metadata, resourceVersion } }, left - 1)
  }
}

const deleteGateway = (ref: GatewayRef) =>
  ref.project === null
    ? request('DELETE', paths.rawGateway(ref), { schema: Gateway })
    : request('DELETE', paths.gatewaysOf(ref), { schema: v.union([Message, Gateway]) })

/** Only the old router API removes what it made (recording h12); kapis says 404. */
const deleteLegacy = (ref: GatewayRef) => request('DELETE', paths.legacyRouter(ref), { schema: v.unknown() })

/** Starts the removal of a gateway, by the route for how it was made. */
export const removeGateway = (ref: GatewayRef, isLegacy: boolean): Promise<unknown> =>
  isLegacy ? deleteLegacy(ref) : deleteGateway(ref)

/** Remembers that the gateway was changed just now. */
export const noteWrite = (client: QueryClient, ref: GatewayRef) => client.setQueryData(writtenKey(ref), Date.now())
const refresh = (client: QueryClient, ref: GatewayRef) =>
  client.invalidateQueries({ queryKey: gatewayQueries.all(ref.cluster) })
/** One write at a time per gateway. */
const scopeOf = (ref: GatewayRef) => ({ id: `${ref.cluster.name}/${gatewayName(ref)}` })

const writing = (ref: GatewayRef) => ({
  scope: scopeOf(ref),
  onSuccess: (_data: unknown, _variables: unknown, _result: unknown, { client }: { client: QueryClient }) =>
    void noteWrite(client, ref),
  onSettled: (
    _data: unknown,
    _error: ApiError | null,
    _variables: unknown,
    _result: unknown,
    { client }: { client: QueryClient },
  ) => refresh(client, ref),
})

export const enableGateway = (ref: GatewayRef) =>
  mutationOptions({
    ...writing(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: (gateway: Gateway) => postGateway(ref, gateway),
  })

/** A whole object that was made from `base`. */
interface Edit {
  readonly base: Gateway
  readonly next: Gateway
}

/** Saves a whole object that was made from `base`; refused with 409 when somebody else changed it meanwhile. */
export const saveGateway = (ref: GatewayRef) =>
  mutationOptions({
    ...writing(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: ({ base, next }: Edit) => putOnNewest(putGateway, ref, base, next),
    onSuccess: (_data: unknown, { base, next }: Edit, _result: unknown, { client }: { client: QueryClient }) => {
      noteWrite(client, ref)
      if (serviceType(base) !== serviceType(next)) client.setQueryData(typeChangedKey(ref), Date.now())
    },
  })

/** What the server would store of an edit, which it does not; refused as saving it would be. */
export const checkEdit = (ref: GatewayRef) =>
  mutationOptions({
    meta: { errorShownBy: 'form' },
    mutationFn: ({ base, next }: Edit) => putOnNewest(tryGateway, ref, base, next),
  })

/** Whether the server would take another number of replicas of the gateway. */
export const replicasCheck = (ref: GatewayRef, replicas: number) =>
  queryOptions({
    queryKey: [...gatewayQueries.all(ref.cluster), 'check', gatewayName(ref), replicas],
    queryFn: async () => {
      const newest = await getEditable(ref)
      return putOnNewest(tryGateway, ref, newest, withReplicas(newest, replicas))
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

/** Changes the number of replicas of the newest object. One after the other: the last one asked for is what stays. */
export const scaleGateway = (ref: GatewayRef) =>
  mutationOptions({
    ...writing(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: async (replicas: number) => {
      const newest = await getEditable(ref)
      return putOnNewest(putGateway, ref, newest, withReplicas(newest, replicas))
    },
  })

/** Starts the removal; the object stays for some seconds with a deletionTimestamp. */
export const disableGateway = (ref: GatewayRef) =>
  mutationOptions({
    ...writing(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: ({ isLegacy }: { isLegacy: boolean }) => removeGateway(ref, isLegacy),
  })

/** Makes a Gateway object of a legacy gateway; traffic stops for a moment (recording h04). The body is not read. */
export const upgradeGateway = (ref: GatewayRef) =>
  mutationOptions({
    ...writing(ref),
    meta: { errorShownBy: 'form' },
    mutationFn: () => request('POST', paths.upgrade(ref), { schema: Gateway }),
  })
