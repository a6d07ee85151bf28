import type { Ingress } from '@/wire/k8s'

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

/**
 * Splits routes by what becomes of them when the cluster gateway goes: those of projects with a gateway of their own
 * keep that one, the others lose their address.
 */
export function splitByOwnGateway(routes: readonly Route[], projectsWithGateway: ReadonlySet<string>) {
  return {
    losing: routes.filter((route) => !projectsWithGateway.has(route.project)),
    keeping: routes.filter((route) => projectsWithGateway.has(route.project)),
  }
}
