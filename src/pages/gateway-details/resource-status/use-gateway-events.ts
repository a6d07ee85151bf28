import { useQueries } from '@tanstack/react-query'
import { eventSources, workloadQueries } from '@/api/workloads'
import { gatewayEvents } from '@/domain/events'
import type { GatewayRef } from '@/domain/gateway'

/** How often events are asked for, in milliseconds. */
const INTERVAL = 5_000

/** What happened to a gateway and to what was made for it; sources that fail leave the others. */
export function useGatewayEvents(ref: GatewayRef) {
  const lists = useQueries({
    queries: eventSources.map((source) => ({ ...workloadQueries.events(ref, source), refetchInterval: INTERVAL })),
  })
  return {
    events: gatewayEvents(
      ref,
      lists.map((list) => list.data?.items ?? []),
    ),
    isPending: lists.some((list) => list.isPending),
    error: lists.find((list) => list.error)?.error ?? null,
    retry: () => {
      for (const list of lists) if (list.error) void list.refetch()
    },
  }
}
