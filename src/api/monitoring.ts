import { queryOptions, type QueryState } from '@tanstack/react-query'
import { MonitoringAnswer } from '@/wire/monitoring'
import { CLUSTER_GATEWAY_PROJECT, gatewayName, gatewayProject, type GatewayRef } from '@/domain/gateway'
import { extended, failedIn, missingPart, newHistory, together, type History } from '@/domain/metric-history'
import { isDown, metricNames, metricsFilter, type MetricKey } from '@/domain/metrics'
import { projectsByRoute, sharedProjects } from '@/domain/route-traffic'
import { earlier, goDuration, gridOf, type AskedRange, type Grid } from '@/domain/time-range'
import { request } from './http'
import { paths } from './paths'
import { serverNow } from './server-clock'

const NOW_KEYS = [
  'requests',
  'failed4xx',
  'failed5xx',
  'successRate',
  'connections',
  'average',
  'p50',
  'p95',
  'p99',
] as const satisfies readonly MetricKey[]

const RANGE_KEYS = [...NOW_KEYS, 'rate', 'rateByRoute', 'sent', 'received'] as const satisfies readonly MetricKey[]
const RESOURCE_KEYS = ['cpu', 'memory'] as const satisfies readonly MetricKey[]

/** `namespace` narrows the cluster gateway's metrics to the routes of one project. */
interface Asked {
  readonly ref: GatewayRef
  readonly keys: readonly MetricKey[]
  readonly namespace?: string
  readonly signal: AbortSignal
}

/** Without `job` some metrics fail and the others count every gateway (recording f06). */
const ask = ({ ref, keys, namespace, signal }: Asked, when: Readonly<Record<string, string | number>>) =>
  request('GET', paths.metrics(ref.cluster, namespace ?? gatewayProject(ref)), {
    schema: MonitoringAnswer,
    query: { metrics_filter: metricsFilter(keys), job: `${gatewayName(ref)}-metrics`, ...when },
    signal,
  })

const askRange = (asked: Asked, { start, end, step }: Grid) => ask(asked, { start, end, step: goDuration(step) })

/** Asks for what is not known yet and puts it to the rest; metrics that failed are asked for again, whole. */
async function continued(history: History | undefined, wanted: Grid, asked: Asked): Promise<History> {
  const part = history && missingPart(history, wanted)
  const whole = failedIn(history?.answer ?? { results: null })
  const good = asked.keys.filter((key) => !whole.has(metricNames[key]))
  const bad = asked.keys.filter((key) => whole.has(metricNames[key]))
  if (history === undefined || part === undefined) return newHistory(wanted, await askRange(asked, wanted))
  const answers = await Promise.all([
    ...(part === null || good.length === 0 ? [] : [askRange({ ...asked, keys: good }, part)]),
    ...(bad.length === 0 ? [] : [askRange({ ...asked, keys: bad }, wanted)]),
  ])
  if (answers.length === 0) return history
  return extended(history, wanted, { answer: together(answers), from: part?.start ?? wanted.end, whole })
}

/**
 * Since when nothing could be read, in milliseconds since 1970; null while something can. With Prometheus down the server
 * goes on answering 200, with an error for each metric.
 */
export interface Health {
  readonly downSince: number | null
}

const healthOf = (answer: MonitoringAnswer, before: Health | undefined): Health => ({
  downSince: isDown(answer) ? (before?.downSince ?? Date.now()) : null,
})

/** Seconds that a rate of now looks back over. */
const RATE_WINDOW = 300

/** Requests per second by route, of all routes of a gateway, and by project of those of some projects. */
export interface RoutesNow {
  readonly all: MonitoringAnswer
  readonly split: ReadonlyMap<string, MonitoringAnswer>
}

async function askRoutes(ref: GatewayRef, projects: readonly string[], signal: AbortSignal): Promise<RoutesNow> {
  const when = { duration: goDuration(RATE_WINDOW), time: serverNow() }
  const asked: Asked = { ref, keys: ['rateByRoute'], signal }
  const [all, ...own] = await Promise.all([
    ask(asked, when),
    ...projects.map(async (project) => [project, await ask({ ...asked, namespace: project }, when)] as const),
  ])
  return { all, split: new Map(own) }
}

/** Everything that is known of a gateway in a range. */
export interface GatewayHistory extends History, Health {
  /**
   * Requests by route of single projects, by project. Asked for where two projects have a route of the same name, which
   * the server counts as one.
   */
  readonly split: ReadonlyMap<string, History>
}

async function continuedWithSplit(
  known: GatewayHistory | undefined,
  wanted: Grid,
  asked: Asked,
): Promise<GatewayHistory> {
  const history = await continued(known, wanted, asked)
  const isOfAll = gatewayProject(asked.ref) === CLUSTER_GATEWAY_PROJECT && asked.keys.includes('rateByRoute')
  const projects = isOfAll ? sharedProjects(projectsByRoute(history.answer)) : []
  const split = await Promise.all(
    projects.map(async (project) => {
      const own: Asked = { ...asked, keys: ['rateByRoute'], namespace: project }
      return [project, await continued(known?.split.get(project), wanted, own)] as const
    }),
  )
  return { ...history, ...healthOf(history.answer, known), split: new Map(split) }
}

/** Which of two periods of the same length. */
export type Period = 'current' | 'previous'

interface RangeQuery {
  readonly range: AskedRange
  /** Seconds. */
  readonly step: number
  readonly period: Period
}

const rangeOptions = (ref: GatewayRef, what: string, keys: readonly MetricKey[], query: RangeQuery) =>
  queryOptions({
    queryKey: ['monitoring', ref.cluster.name, gatewayName(ref), what, query] as const,
    queryFn: async ({ client, queryKey, signal }): Promise<GatewayHistory> => {
      const grid = gridOf(query.range, query.step, serverNow())
      const wanted = query.period === 'current' ? grid : earlier(grid)
      return continuedWithSplit(client.getQueryData<GatewayHistory>(queryKey), wanted, { ref, keys, signal })
    },
    // Comparing old and new points one by one costs more than drawing them.
    structuralSharing: false,
    gcTime: 120_000,
  })

export const monitoringQueries = {
  /** Counts and averages over the `window` seconds before now. */
  now: (ref: GatewayRef, window: number) =>
    queryOptions({
      queryKey: ['monitoring', ref.cluster.name, gatewayName(ref), 'now', window] as const,
      queryFn: async ({ client, queryKey, signal }): Promise<MonitoringAnswer & Health> => {
        const answer = await ask({ ref, keys: NOW_KEYS, signal }, { duration: goDuration(window), time: serverNow() })
        return { ...answer, ...healthOf(answer, client.getQueryData<Health>(queryKey)) }
      },
      structuralSharing: false,
    }),
  /** Requests per second by route, now; `projects` are asked for by themselves, too. */
  routesNow: (ref: GatewayRef, projects: readonly string[]) =>
    queryOptions({
      queryKey: ['monitoring', ref.cluster.name, gatewayName(ref), 'routes now', projects] as const,
      queryFn: ({ signal }) => askRoutes(ref, projects, signal),
      structuralSharing: false,
    }),
  /** A refetch asks only for new points. One range is one query, so a late answer never takes the place of another. */
  range: (ref: GatewayRef, query: RangeQuery) => rangeOptions(ref, 'range', RANGE_KEYS, query),
  /** CPU and memory of the gateway's pods. */
  resources: (ref: GatewayRef, query: RangeQuery) => rangeOptions(ref, 'resources', RESOURCE_KEYS, query),
}

/** The longest wait between two tries, in milliseconds. */
const LONGEST_WAIT = 300_000

/** What there is to know of how the questions went. */
export type Asking = Pick<QueryState<unknown>, 'status' | 'dataUpdatedAt' | 'errorUpdatedAt' | 'errorUpdateCount'> & {
  readonly data?: Health | undefined
}

/** Whether the last question was in vain. */
export const isFailing = ({ status, data }: Asking): boolean =>
  status === 'error' || (data !== undefined && data.downSince !== null)

/** For how long questions have been in vain; undefined when there never was an answer. */
function failingFor({ status, data, dataUpdatedAt, errorUpdatedAt }: Asking): number | undefined {
  if (dataUpdatedAt === 0) return undefined
  return (status === 'error' ? errorUpdatedAt : dataUpdatedAt) - (data?.downSince ?? dataUpdatedAt)
}

/**
 * How long to wait before asking again, in milliseconds; false for never. A server that fails is left alone for as long
 * as it has been failing already, so the waits double, up to five minutes.
 */
export function refreshAfter(interval: number | false, asking: Asking): number | false {
  if (interval === false || !isFailing(asking)) return interval
  const failing = failingFor(asking) ?? interval * 2 ** asking.errorUpdateCount
  return Math.min(Math.max(interval, failing), LONGEST_WAIT)
}
