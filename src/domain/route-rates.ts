import type { MonitoringAnswer } from '@/wire/monitoring'
import { metricOf, sampleNumber } from './metrics'
import type { Route } from './routes'

/** Requests per second of single routes, now, as far as the metrics tell them apart. */

/** More projects than these are not asked for by themselves. */
const MOST_ASKED = 20

/**
 * The projects that have to be asked for by themselves, because the server counts routes of one name as one (recording
 * f21): those whose routes share a name. In a list that is not complete any name may be shared. Sorted.
 */
export function projectsToAsk(routes: readonly Route[], isComplete: boolean): readonly string[] {
  const projectsOf = new Map<string, Set<string>>()
  for (const { name, project } of routes) projectsOf.set(name, (projectsOf.get(name) ?? new Set()).add(project))
  const shared = [...projectsOf.values()].filter((projects) => !isComplete || projects.size > 1)
  return [...new Set(shared.flatMap((projects) => [...projects]))].toSorted().slice(0, MOST_ASKED)
}

const valueOf = (answer: MonitoringAnswer | undefined, { project, name }: Route): number | null => {
  if (answer === undefined) return null
  const metric = metricOf(answer, 'rateByRoute')
  const found = (metric.kind === 'none' ? [] : metric.series).find(
    ({ metric: labels = {} }) => labels['ingress'] === name && (labels['exported_namespace'] ?? project) === project,
  )
  return found?.value === undefined ? null : sampleNumber(found.value[1])
}

/**
 * Tells the requests per second of a route; null when they are not known. A route without a series is not one without
 * requests: it may be served by another gateway, or be too new.
 */
export function routeRates(
  routes: readonly Route[],
  isComplete: boolean,
  answers: { readonly all: MonitoringAnswer; readonly split: ReadonlyMap<string, MonitoringAnswer> },
): (route: Route) => number | null {
  const times = new Map<string, number>()
  for (const { name } of routes) times.set(name, (times.get(name) ?? 0) + 1)
  return (route) =>
    isComplete && times.get(route.name) === 1
      ? valueOf(answers.all, route)
      : valueOf(answers.split.get(route.project), route)
}

/** What rates come to together, and of how many there is none. */
export interface RateSum {
  readonly value: number
  readonly unknown: number
}

export function rateSum(rates: readonly (number | null)[]): RateSum {
  const known = rates.filter((rate) => rate !== null)
  return { value: known.reduce((sum, rate) => sum + rate, 0), unknown: rates.length - known.length }
}
