import type { GatewayHistory } from '@/api/monitoring'
import {
  averageRange,
  metricOf,
  rangeValues,
  RANGE_WINDOW,
  scaled,
  shareOf,
  summaryOf,
  type Metric,
  type MetricKey,
  type Values,
} from '@/domain/metrics'
import { projectsByRoute, routeLabel, routeTraffic, topRoutes, type RouteTraffic } from '@/domain/route-traffic'
import { earlier, type Grid } from '@/domain/time-range'
import type { Translate } from '@/lib/i18n/t'
import type { ChartSeries } from '@/ui/chart/series'
import type { Formats } from './formats'
import type { ChartId, FailedForm } from './use-view'

/** What the charts show, made of what the server said. */

export interface ChartData {
  readonly series: readonly (ChartSeries & { readonly place?: number })[]
  /** Metrics of this chart that failed alone. */
  readonly failures: readonly { readonly metric: MetricKey; readonly message: string }[]
}

interface Sources {
  /** The moments of all charts. What is known may have been asked for on another grid, and is put on this one by time. */
  readonly grid: Grid
  readonly current: GatewayHistory
  /** The period before, when it is compared with. */
  readonly previous: GatewayHistory | undefined
  /** Of a project gateway; null for the cluster gateway. */
  readonly project: string | null
  readonly t: Translate
  readonly formats: Formats
}

/** One period: its answer on a grid. */
interface Period {
  readonly history: GatewayHistory
  readonly grid: Grid
}

const periodsOf = ({ grid, current, previous }: Sources): { now: Period; before: Period | null } => ({
  now: { history: current, grid },
  before: previous === undefined ? null : { history: previous, grid: earlier(grid) },
})

const metricIn = ({ history }: Period, key: MetricKey): Metric => metricOf(history.answer, key)

const failuresOf = (history: GatewayHistory, keys: readonly MetricKey[]): ChartData['failures'] =>
  keys.flatMap((key) => {
    const metric = metricOf(history.answer, key)
    return metric.kind === 'failed' ? [{ metric: key, message: metric.message }] : []
  })

const NO_VALUES: Values = []

/** A line that is computed in the same way for both periods. */
function line(
  sources: Sources,
  { key, label, place }: { key: string; label: string; place: number },
  values: (period: Period) => Values,
  total: (values: Values) => string,
): ChartData['series'][number] {
  const { now, before } = periodsOf(sources)
  const found = values(now)
  return {
    key,
    label,
    place,
    values: found,
    ...(before === null ? {} : { previous: values(before) }),
    total: total(found),
  }
}

const meanOf =
  ({ t }: Sources, format: (value: number) => string) =>
  (values: Values) => {
    const summary = summaryOf(values)
    return summary === null ? '–' : t('charts.totalMean', { value: format(summary.mean) })
  }

const requestsOf =
  ({ t, formats, grid }: Sources) =>
  (values: Values) =>
    t('charts.totalRequests', { value: formats.compact((summaryOf(values)?.sum ?? 0) * grid.step) })

const routesIn = ({ history, grid }: Period, project: string | null): readonly RouteTraffic[] =>
  routeTraffic(metricOf(history.answer, 'rateByRoute'), grid, {
    project,
    known: projectsByRoute(history.answer),
    split: new Map([...history.split].map(([name, own]) => [name, metricOf(own.answer, 'rateByRoute')])),
  })

const sumOf = (routes: readonly RouteTraffic[]) => topRoutes(routes, 0).other?.values ?? NO_VALUES

function requestsChart(sources: Sources): ChartData {
  const { now, before } = periodsOf(sources)
  const { t, project, current } = sources
  const { top, other } = topRoutes(routesIn(now, project))
  const earlierRoutes = before === null ? null : routesIn(before, project)
  const names = new Set(top.map(routeLabel))
  const total = requestsOf(sources)
  return {
    series: [
      ...top.map((route, place) => {
        const label = routeLabel(route)
        const previous = earlierRoutes?.find((each) => routeLabel(each) === label)?.values ?? NO_VALUES
        return {
          key: label,
          label,
          place,
          values: route.values,
          ...(earlierRoutes === null ? {} : { previous }),
          total: total(route.values),
        }
      }),
      ...(other === null
        ? []
        : [
            {
              key: 'other',
              label: t('charts.other', { count: other.count }),
              isRest: true,
              values: other.values,
              ...(earlierRoutes === null
                ? {}
                : { previous: sumOf(earlierRoutes.filter((route) => !names.has(routeLabel(route)))) }),
              total: total(other.values),
            },
          ]),
    ],
    failures: failuresOf(current, ['rateByRoute']),
  }
}

const LATENCIES = [
  { metric: 'p50', label: 'P50', place: 3 },
  { metric: 'p95', label: 'P95', place: 1 },
  { metric: 'p99', label: 'P99', place: 5 },
] as const

function latencyChart(sources: Sources): ChartData {
  const { t, formats, current } = sources
  const total = meanOf(sources, formats.milliseconds)
  return {
    series: [
      line(
        sources,
        { key: 'average', label: t('charts.average'), place: 0 },
        ({ history, grid }) => scaled(averageRange(history.averages, grid), 1000),
        total,
      ),
      ...LATENCIES.map(({ metric, label, place }) =>
        line(
          sources,
          { key: metric, label, place },
          (period) => scaled(rangeValues(metricIn(period, metric), period.grid), 1000),
          total,
        ),
      ),
    ],
    failures: failuresOf(current, ['average', 'p50', 'p95', 'p99']),
  }
}

const FAILURES = [
  { metric: 'failed4xx', key: '4xx', label: 'charts.4xx', place: 1 },
  { metric: 'failed5xx', key: '5xx', label: 'charts.5xx', place: 5 },
] as const

function failedChart(sources: Sources, form: FailedForm): ChartData {
  const { t, formats, current } = sources
  const all = (period: Period) => rangeValues(metricIn(period, 'requests'), period.grid)
  return {
    series: FAILURES.map(({ metric, key, label, place }) =>
      line(
        sources,
        { key, label: t(label), place },
        (period) => {
          const failed = rangeValues(metricIn(period, metric), period.grid)
          // Counts are of the window before each point; per second they compare with the other charts.
          return form === 'share' ? shareOf(failed, all(period)) : scaled(failed, 1 / RANGE_WINDOW)
        },
        form === 'share' ? meanOf(sources, formats.percent) : requestsOf(sources),
      ),
    ),
    failures: failuresOf(current, ['failed4xx', 'failed5xx', ...(form === 'share' ? (['requests'] as const) : [])]),
  }
}

/** A chart of metrics that are one series each. */
const plainChart = (
  sources: Sources,
  lines: readonly { metric: MetricKey; label: string; place: number }[],
  format: (value: number) => string,
): ChartData => ({
  series: lines.map(({ metric, label, place }) =>
    line(
      sources,
      { key: metric, label, place },
      (period) => rangeValues(metricIn(period, metric), period.grid),
      meanOf(sources, format),
    ),
  ),
  failures: failuresOf(
    sources.current,
    lines.map(({ metric }) => metric),
  ),
})

/** The data of the charts that are always shown. */
export function chartsOf(
  sources: Sources,
  failedAs: FailedForm,
): Record<Exclude<ChartId, 'cpu' | 'memory'>, ChartData> {
  const { t, formats } = sources
  return {
    requests: requestsChart(sources),
    connections: plainChart(
      sources,
      [{ metric: 'connections', label: t('metric.connections'), place: 0 }],
      formats.count,
    ),
    latency: latencyChart(sources),
    failed: failedChart(sources, failedAs),
    traffic: plainChart(
      sources,
      [
        { metric: 'received', label: t('charts.in'), place: 2 },
        { metric: 'sent', label: t('charts.out'), place: 3 },
      ],
      formats.bytesPerSecond,
    ),
  }
}

/** The data of the charts on the gateway's pods. */
export function resourceChartsOf(sources: Sources): Record<'cpu' | 'memory', ChartData> {
  const { t, formats } = sources
  return {
    cpu: plainChart(sources, [{ metric: 'cpu', label: t('metric.cpu'), place: 0 }], formats.cores),
    memory: plainChart(sources, [{ metric: 'memory', label: t('metric.memory'), place: 0 }], formats.bytes),
  }
}
