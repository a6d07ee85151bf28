import type { Gateway } from '@/wire/gateway'
import type { Ingress } from '@/wire/k8s'
import { isBeingRemoved, isClusterGateway, projectOf, wantedReplicas, type GatewayRef } from './gateway'

/** A route (Ingress) as lists show it. */
export interface Route {
  readonly project: string
  readonly name: string
  readonly hosts: readonly string[]
}

export const toRoute = (ingress: Ingress): Route => ({
  project: ingress.metadata.namespace ?? '',
  name: ingress.metadata.name,
  hosts: [...new Set((ingress.spec.rules ?? []).flatMap((rule) => (rule.host ? [rule.host] : [])))],
})

/** The routes of one project, and the gateway that goes on serving them when the one in question is gone. */
export interface ProjectRoutes {
  readonly project: string
  /** In the order of their names. */
  readonly routes: readonly Route[]
  /** The name of that gateway; null when there is none. */
  readonly fallback: string | null
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Routes by project, in the order of the names. */
export function byProject(
  routes: readonly Route[],
  fallbackOf: (project: string) => string | null,
): readonly ProjectRoutes[] {
  const found = new Map<string, Route[]>()
  for (const route of routes) found.set(route.project, [...(found.get(route.project) ?? []), route])
  return [...found]
    .map(([project, own]) => ({
      project,
      routes: own.toSorted((a, b) => compare(a.name, b.name)),
      fallback: fallbackOf(project),
    }))
    .toSorted((a, b) => compare(a.project, b.project))
}

/** Whether a gateway can take over traffic: it stays, and has or will have pods. */
const canServe = (gateway: Gateway): boolean => !isBeingRemoved(gateway) && wantedReplicas(gateway) > 0

/**
 * Which gateway a project's routes fall back on when `ref`'s is gone: the project's own beside the cluster gateway, and
 * the cluster gateway beside the project's own. `gateways` are those that there are. One that is being removed or has no
 * replicas is nothing to fall back on.
 */
export function fallbacks(ref: Pick<GatewayRef, 'project'>, gateways: readonly Gateway[]) {
  const able = gateways.filter(canServe)
  if (ref.project !== null) {
    const shared = able.find(isClusterGateway)?.metadata.name ?? null
    return () => shared
  }
  const own = new Map(able.map((gateway) => [projectOf(gateway), gateway.metadata.name]))
  return (project: string): string | null => own.get(project) ?? null
}
