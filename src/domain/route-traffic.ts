import type { MetricSeries, MonitoringAnswer } from '@/wire/monitoring'
import { metricOf, onGrid, summaryOf, type Metric, type Values } from './metrics'
import type { Grid } from './time-range'

/** Requests per second by route: who gets how much. */

/** More routes than these are summed up as "other". */
export const TOP_ROUTES = 10

/** The traffic of one route; `projects` are several where the server counts routes of one name as one. */
export interface RouteTraffic {
  readonly name: string
  readonly projects: readonly string[]
  readonly values: Values
  /** Requests in the range. */
  readonly total: number
}

/** How a route is called: `project/name`; of several projects together `a, b/name`. */
export const routeLabel = ({ projects, name }: Pick<RouteTraffic, 'projects' | 'name'>): string =>
  projects.length === 0 ? name : `${projects.join(', ')}/${name}`

/**
 * Which projects have a route of which name, told by the labels of the average latencies: the only metric that says so
 * (recording f01). Sorted.
 */
export function projectsByRoute(answer: MonitoringAnswer): ReadonlyMap<string, readonly string[]> {
  const metric = metricOf(answer, 'average')
  const found = new Map<string, Set<string>>()
  for (const { metric: labels = {} } of metric.kind === 'none' ? [] : metric.series) {
    const { ingress, exported_namespace: project } = labels
    if (ingress === undefined || project === undefined) continue
    found.set(ingress, (found.get(ingress) ?? new Set()).add(project))
  }
  return new Map([...found].map(([name, projects]) => [name, [...projects].toSorted()]))
}

/** Projects that share the name of a route with another one: the server has to be asked for each of them by itself. */
export const sharedProjects = (routes: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...new Set([...routes.values()].filter((projects) => projects.length > 1).flat())].toSorted()

const trafficOf = (series: MetricSeries, projects: readonly string[], grid: Grid): RouteTraffic => {
  const values = onGrid(series.values ?? [], grid)
  const name = series.metric?.['ingress'] ?? ''
  const project = series.metric?.['exported_namespace']
  const total = (summaryOf(values)?.sum ?? 0) * grid.step
  return { name, projects: project === undefined ? projects : [project], values, total }
}

const seriesOf = (metric: Metric | undefined) => (metric === undefined || metric.kind === 'none' ? [] : metric.series)

/**
 * The traffic of every route, busiest first. `known` tells whose a name is; `split` holds the answers for projects that
 * were asked for by themselves, which take the place of the series they share. `project` is the one a project gateway
 * serves.
 */
export function routeTraffic(
  metric: Metric,
  grid: Grid,
  {
    project,
    known,
    split,
  }: {
    readonly project: string | null
    readonly known: ReadonlyMap<string, readonly string[]>
    readonly split: ReadonlyMap<string, Metric>
  },
): readonly RouteTraffic[] {
  const all = seriesOf(metric).flatMap((series) => {
    const name = series.metric?.['ingress'] ?? ''
    const projects = known.get(name) ?? (project === null ? [] : [project])
    const own = projects.map((each) => ({
      project: each,
      series: seriesOf(split.get(each)).find((other) => other.metric?.['ingress'] === name),
    }))
    const isSplit = projects.length > 1 && own.every((each) => each.series !== undefined)
    if (!isSplit) return [trafficOf(series, projects, grid)]
    return own.flatMap((each) => (each.series === undefined ? [] : [trafficOf(each.series, [each.project], grid)]))
  })
  return all.toSorted((a, b) => b.total - a.total || routeLabel(a).localeCompare(routeLabel(b)))
}

/** The busiest routes, and the rest summed up; `other` is null when there is no rest. */
export function topRoutes(
  routes: readonly RouteTraffic[],
  limit = TOP_ROUTES,
): {
  readonly top: readonly RouteTraffic[]
  readonly other: { readonly values: Values; readonly count: number } | null
} {
  const rest = routes.slice(limit)
  const [first] = rest
  if (first === undefined) return { top: routes, other: null }
  const values = first.values.map((_, index) => {
    const there = rest.map((route) => route.values[index] ?? null).filter((value) => value !== null)
    return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0)
  })
  return { top: routes.slice(0, limit), other: { values, count: rest.length } }
}
