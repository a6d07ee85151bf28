import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Gateway, Nginx } from '@/wire/gateway'
import type { Service } from '@/wire/k8s'
import type { Deployment, PodPage } from '@/wire/workload'
import { gatewayExposure, type Exposure } from '@/domain/address'
import type { GatewayRef } from '@/domain/gateway'
import { pendingReason } from '@/domain/pending-reason'
import { gatewayState, isSettling, needsPods, type GatewayState } from '@/domain/gateway-status'
import { ApiError, isForbidden } from '@/lib/api-error'
import { findGateway, gatewayQueries, lastTypeChange, lastWrite } from '@/api/gateways'
import { serverSkew } from '@/api/server-clock'
import { useNow } from '@/lib/use-now'
import { workloadQueries } from '@/api/workloads'

/** How often to ask while something is on its way, and while nothing is, in milliseconds. */
const SETTLING = 2_000
const SETTLED = 30_000
/**
 * How long what is read after a change may still be from before it, in milliseconds: Helm takes its time between the
 * object that asks and the Deployment that follows, and nothing but the clock tells that it has not begun.
 */
const TAKING_UP = 3_000
/** How long a gateway's status may still have the addresses of its old type, in milliseconds (recordings d33, c58). */
const SWITCHING = 10_000

interface Known {
  readonly gateways: readonly Gateway[] | null | undefined
  readonly nginx: Nginx | null | undefined
  readonly deployment: Deployment | null | undefined
  readonly service: Service | null | undefined
  readonly pods: PodPage | undefined
  readonly isUnread: boolean
  readonly justWritten: boolean
  readonly isStatusOld: boolean
  readonly now: number
}

/** What is known of a gateway as one state; null when there is none. Facts that may not be read are undefined. */
function toState(ref: GatewayRef, known: Known): { state: GatewayState; exposure: Exposure } | null {
  const gateway = findGateway(ref, known.gateways ?? null)
  if (gateway === null) return null
  const { nginx, deployment, service, pods, isUnread, justWritten, isStatusOld, now } = known
  return {
    state: gatewayState({
      gateway,
      nginx,
      deployment,
      service,
      pods: pods?.items ?? undefined,
      isUnread,
      justWritten,
      now,
    }),
    exposure: gatewayExposure(gateway, service, isStatusOld),
  }
}

const cached = (client: QueryClient, ref: GatewayRef): Known => ({
  gateways: client.getQueryData(gatewayQueries.ofProject(ref).queryKey),
  nginx: client.getQueryData(gatewayQueries.nginx(ref).queryKey),
  deployment: client.getQueryData(workloadQueries.deployment(ref).queryKey),
  service: client.getQueryData(workloadQueries.service(ref).queryKey),
  pods: client.getQueryData(workloadQueries.pods(ref).queryKey),
  // Asked again at the usual pace: a server in trouble is not helped by more questions.
  isUnread: false,
  justWritten: isRecent(lastWrite(client, ref), TAKING_UP),
  isStatusOld: isRecent(lastTypeChange(client, ref), SWITCHING),
  now: Date.now() + serverSkew(),
})

/** Nothing was ever read, and not because the user may not. */
const isUnread = ({ data, error }: { data: unknown; error: Error | null }) =>
  data === undefined && error !== null && !(error instanceof ApiError && isForbidden(error))

const isRecent = (at: number | undefined, lasts: number) => at !== undefined && Date.now() - at < lasts

/** Whether the time after a change is not over; draws again when it is. */
function useRecent(written: number | undefined, lasts: number): boolean {
  const [over, setOver] = useState<number>()
  useEffect(() => {
    if (written === undefined) return
    const timer = setTimeout(() => setOver(written), Math.max(0, written + lasts - Date.now()))
    return () => clearTimeout(timer)
  }, [written, lasts])
  return written !== undefined && over !== written
}

/**
 * A gateway with everything that tells its state, asked for side by side and kept fresh: often while it is being
 * applied or removed or waits for an address, seldom otherwise.
 */
export function useGateway(ref: GatewayRef) {
  const client = useQueryClient()
  const refetchInterval = () => {
    const known = toState(ref, cached(client, ref))
    const unsettled =
      known !== null &&
      (isRecent(lastWrite(client, ref), TAKING_UP) ||
        isSettling(known.state) ||
        known.state.kind === 'degraded' ||
        known.exposure.kind !== 'known')
    return unsettled ? SETTLING : SETTLED
  }
  const gateways = useQuery({ ...gatewayQueries.ofProject(ref), refetchInterval })
  const nginx = useQuery({ ...gatewayQueries.nginx(ref), refetchInterval })
  const deployment = useQuery({ ...workloadQueries.deployment(ref), refetchInterval })
  const service = useQuery({ ...workloadQueries.service(ref), refetchInterval })
  const pods = useQuery({ ...workloadQueries.pods(ref), refetchInterval, enabled: needsPods(deployment.data) })

  const justWritten = useRecent(lastWrite(client, ref), TAKING_UP)
  const isSwitching = useRecent(lastTypeChange(client, ref), SWITCHING)
  const now = useNow() + serverSkew()

  // From what the hooks hold, not from the cache: only what is read here draws the component again.
  const known = toState(ref, {
    gateways: gateways.data,
    nginx: nginx.data,
    deployment: deployment.data,
    service: service.data,
    pods: pods.data,
    isUnread: isUnread(nginx) || isUnread(deployment),
    justWritten,
    // What the Service says of the type was read before what the gateway says of addresses: both are from after the change.
    isStatusOld: isSwitching && !(service.data && gateways.dataUpdatedAt >= service.dataUpdatedAt),
    now,
  })
  const pending = known?.exposure.kind === 'pending'
  const events = useQuery({ ...workloadQueries.events(ref), refetchInterval, enabled: pending })
  return {
    gateways,
    /** Null when there is none; undefined while that is not known. */
    gateway: gateways.data === undefined ? undefined : findGateway(ref, gateways.data),
    /** Null until every object that tells the state has been asked for. */
    state: nginx.isPending || deployment.isPending ? null : (known?.state ?? null),
    exposure: service.isPending ? null : (known?.exposure ?? null),
    deployment: deployment.data ?? null,
    /** Why there is no address yet; null when nothing tells. */
    pendingWhy: pendingReason(service.data, events.data?.items ?? []),
  }
}
