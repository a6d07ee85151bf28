import type { Ingress } from '@/wire/k8s'
import { toRoute, type Route } from './routes'

/** Whether routes are ready for tracing. */

/** Sends requests to a route's Service instead of straight to its pods, so that the service mesh sees them. */
export const SERVICE_UPSTREAM = 'nginx.ingress.kubernetes.io/service-upstream'

/** What a route says of it; the controller takes whatever is not `"true"` as no. */
export interface RouteTracing extends Route {
  /** The value it has; null when the annotation is missing. */
  readonly value: string | null
  /** The version the value was read from; undefined where the server did not say. */
  readonly version: string | undefined
}

export const toRouteTracing = (ingress: Ingress): RouteTracing => ({
  ...toRoute(ingress),
  value: ingress.metadata.annotations?.[SERVICE_UPSTREAM] ?? null,
  version: ingress.metadata.resourceVersion,
})

export const isTraceable = ({ value }: Pick<RouteTracing, 'value'>): boolean => value === 'true'

/** Tells routes apart: two projects may have one of the same name. */
export const routeId = ({ project, name }: Pick<Route, 'project' | 'name'>): string => `${project}/${name}`

/**
 * A merge patch that gives the annotation a value, or takes it away (null), and touches nothing else. With a version the
 * server refuses it (409) when the route has changed since.
 */
export const tracingPatch = (value: string | null, version: string | undefined) => ({
  metadata: {
    annotations: { [SERVICE_UPSTREAM]: value },
    ...(version === undefined ? {} : { resourceVersion: version }),
  },
})

/** Commands that do the same in a terminal, one for the routes of a project, in the order of the names. */
export function tracingCommands(routes: readonly Pick<Route, 'project' | 'name'>[]): string {
  const names = new Map<string, string[]>()
  for (const { project, name } of routes) names.set(project, [...(names.get(project) ?? []), name])
  return [...names]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([project, own]) =>
        `kubectl -n ${project} annotate ingress ${own.toSorted().join(' ')} ${SERVICE_UPSTREAM}=true --overwrite`,
    )
    .join('\n')
}
