import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { monitoringQueries, refreshAfter, type Asking, type Period } from '@/api/monitoring'
import { serverNow } from '@/api/server-clock'
import type { GatewayRef } from '@/domain/gateway'
import { failureOfAll } from '@/domain/metrics'
import { parseLength } from '@/domain/time-range'
import type { View } from './use-view'

/** Milliseconds between two questions; false for never. */
function intervalsOf({ refresh, range }: View) {
  const seconds = parseLength(refresh)
  const interval = seconds === null ? false : seconds * 1000
  const isOver = range.kind === 'between' && range.end < serverNow()
  return { now: interval, range: isOver ? false : interval } as const
}

/** Everything that is asked for a view, and how often. */
export function useMonitoring(ref: GatewayRef, view: View) {
  const intervals = intervalsOf(view)
  const refreshing = (interval: number | false) => ({
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: Asking }) => refreshAfter(interval, state),
  })
  const over = (period: Period) => ({ range: view.range, step: view.step, period })
  const now = useQuery({
    ...monitoringQueries.now(ref, parseLength(view.window) ?? 600),
    ...refreshing(intervals.now),
  })
  const range = useQuery({ ...monitoringQueries.range(ref, over('current')), ...refreshing(intervals.range) })
  const before = useQuery({
    ...monitoringQueries.range(ref, over('previous')),
    ...refreshing(intervals.range),
    enabled: view.isCompared,
  })
  const resources = useQuery({
    ...monitoringQueries.resources(ref, over('current')),
    ...refreshing(intervals.range),
    enabled: view.withResources,
  })
  const resourcesBefore = useQuery({
    ...monitoringQueries.resources(ref, over('previous')),
    ...refreshing(intervals.range),
    enabled: view.withResources && view.isCompared,
  })
  const queries = [now, range, before, resources, resourcesBefore].filter((query) => query.isEnabled)
  // Of one outage there is one thing to say, not one for every metric.
  const failures = [now.data, range.data?.answer].map((answer) => (answer === undefined ? null : failureOfAll(answer)))
  return {
    now,
    range,
    before,
    resources,
    resourcesBefore,
    /** Why nothing could be read, in the server's words. */
    outage: new Set(failures.filter((message) => message !== null)),
    isFetching: queries.some(({ isFetching }) => isFetching),
    refetch: (): void => void Promise.all(queries.map(({ refetch }) => refetch())),
    /** Milliseconds until the range is asked for again; false for never. */
    wait: refreshAfter(intervals.range, range),
  }
}
