import { mutationOptions } from '@tanstack/react-query'
import { Ingress } from '@/wire/k8s'
import type { ClusterScope } from '@/domain/cluster'
import type { Route } from '@/domain/routes'
import { toRouteTracing, tracingPatch, type RouteTracing } from '@/domain/tracing-check'
import { ApiError, isConflict } from '@/lib/api-error'
import { runFew } from '@/lib/run-few'
import { request } from './http'
import { ingressQueries } from './ingresses'
import { paths } from './paths'

const getRoute = (cluster: ClusterScope, { project, name }: Route) =>
  request('GET', paths.ingress(cluster, project, name), { schema: Ingress })
const patchRoute = (cluster: ClusterScope, { project, name, version }: RouteTracing, value: string | null) =>
  request('PATCH', paths.ingress(cluster, project, name), { schema: Ingress, body: tracingPatch(value, version) })

/** How often a change is put on top of a newer version that says the same of tracing. */
const REBASES = 3

/**
 * Gives the annotation a value (null: takes it away), if it still has the one that was read. Controllers write the status
 * of routes whenever addresses change, so a conflict with anything but the annotation is nobody's: the route is read anew
 * and asked for once more. Anybody's change of the annotation itself is a conflict to tell (409).
 */
async function annotate(
  cluster: ClusterScope,
  route: RouteTracing,
  value: string | null,
  left = REBASES,
): Promise<RouteTracing> {
  try {
    return toRouteTracing(await patchRoute(cluster, route, value))
  } catch (error) {
    if (!(error instanceof ApiError) || !isConflict(error) || left === 0) throw error
    const newest = toRouteTracing(await getRoute(cluster, route))
    if (newest.value !== route.value) throw error
    return annotate(cluster, newest, value, left - 1)
  }
}

/** A route as it was read, and what its annotation shall be. */
export interface TracingChange {
  readonly route: RouteTracing
  readonly value: string | null
}

interface AnnotateMany {
  readonly changes: readonly TracingChange[]
  /** Told before each request, and with its outcome: the route as it is now, or why it was refused. */
  readonly onStart: (change: TracingChange) => void
  readonly onResult: (change: TracingChange, outcome: RouteTracing | Error) => void
}

/** How many routes are changed at the same time. */
const AT_ONCE = 3

/** Changes several routes, a few at a time, each by its own request; one that is refused does not stop the others. */
export const annotateRoutes = (cluster: ClusterScope) =>
  mutationOptions({
    meta: { errorShownBy: 'form' },
    mutationFn: ({ changes, onStart, onResult }: AnnotateMany) =>
      runFew(changes, AT_ONCE, async (change) => {
        onStart(change)
        try {
          onResult(change, await annotate(cluster, change.route, change.value))
        } catch (error) {
          onResult(change, error instanceof Error ? error : new Error(String(error)))
        }
      }),
    onSettled: (_data, _error, _variables, _result, { client }) =>
      client.invalidateQueries({ queryKey: ingressQueries.all(cluster) }),
  })
