import type { Gateway } from '@/wire/gateway'
import { PROVIDER_ANNOTATION, TRACING_ANNOTATION, hasTracing, providerOf, serviceType, wantedReplicas } from './gateway'
import { isServers } from './gateway-diff'

/** One pair of a map that is set (`before` null), removed (`after` null) or changed. */
export interface EntryChange {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** One thing that differs between two versions of a gateway, as a person would say it. */
export type ReviewChange =
  | { readonly kind: 'mode'; readonly before: string; readonly after: string }
  | { readonly kind: 'replicas'; readonly before: number; readonly after: number }
  | { readonly kind: 'tracing'; readonly after: boolean }
  | { readonly kind: 'provider'; readonly before: string | null; readonly after: string | null }
  | ({ readonly kind: 'option' } & EntryChange)
  | ({ readonly kind: 'annotation' } & EntryChange)
  /** Whatever the form does not know, by its path; values as JSON, null for none. */
  | { readonly kind: 'other'; readonly path: string; readonly before: string | null; readonly after: string | null }

/** What a change does to traffic and pods. */
export type Effect =
  | 'stops-traffic'
  | 'starts-traffic'
  | 'no-redundancy'
  | 'fewer-pods'
  /** The pod template changes: pods are replaced one after the other. */
  | 'restarts-pods'
  /** Options are no part of the pod template (recording e31): the controller reads them anew and pods stay. */
  | 'reloads'
  | 'gets-balancer'
  | 'loses-balancer'
  /** What becomes of the address is up to the provider's controller. */
  | 'balancer-decides'

interface Leaf {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (value: unknown, key: string): unknown =>
  isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
const hasKeys = (value: unknown) => isMap(value) && Object.keys(value).length > 0

/** Every single value that differs: a map that comes or goes as a whole counts by what is in it. */
function leafChanges(before: unknown, after: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (isServers(path)) return []
  const isInside =
    (isMap(before) && isMap(after)) || (hasKeys(before) && after == null) || (hasKeys(after) && before == null)
  if (!isInside) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...keys].flatMap((key) => leafChanges(own(before, key), own(after, key), [...path, key]))
}

const asText = (value: unknown): string | null => {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
const asJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** What a differing value means; a difference that means nothing to the console is told by its path. */
function changeOf({ path, before, after }: Leaf, from: Gateway, to: Gateway): ReviewChange {
  const [top, part, field, key] = path
  const place = path.slice(0, 3).join('.')
  const [oldMode, newMode] = [serviceType(from), serviceType(to)]
  if (place === 'spec.service.type' && oldMode !== newMode) return { kind: 'mode', before: oldMode, after: newMode }
  const [oldCount, newCount] = [wantedReplicas(from), wantedReplicas(to)]
  if (place === 'spec.deployment.replicas' && oldCount !== newCount)
    return { kind: 'replicas', before: oldCount, after: newCount }
  if (place === 'spec.deployment.annotations' && key === TRACING_ANNOTATION && hasTracing(from) !== hasTracing(to))
    return { kind: 'tracing', after: hasTracing(to) }
  const isProvider = top === 'metadata' && part === 'annotations' && field === PROVIDER_ANNOTATION
  if (isProvider && providerOf(from) !== providerOf(to))
    return { kind: 'provider', before: providerOf(from), after: providerOf(to) }
  if (path.length === 4 && key !== undefined) {
    const entry = { key, before: asText(before), after: asText(after) }
    if (place === 'spec.controller.config') return { kind: 'option', ...entry }
    if (place === 'spec.service.annotations') return { kind: 'annotation', ...entry }
  }
  return { kind: 'other', path: path.join('.'), before: asJson(before), after: asJson(after) }
}

/** Everything that differs between two versions of a gateway, apart from what the server writes; empty for none. */
export const reviewChanges = (before: Gateway, after: Gateway): readonly ReviewChange[] =>
  leafChanges(before, after).map((leaf) => changeOf(leaf, before, after))

/** Parts of the Gateway that the chart puts into the pod template (recording c53). */
const inPodTemplate = /^spec\.deployment\.(resources|annotations)\b|^spec\.controller\.(scope|annotations)\b/

function effectsOfOne(change: ReviewChange): readonly Effect[] {
  switch (change.kind) {
    case 'mode':
      if (change.after === 'LoadBalancer') return ['gets-balancer']
      return change.before === 'LoadBalancer' ? ['loses-balancer'] : []
    case 'replicas':
      if (change.after <= 0) return ['stops-traffic']
      return [
        ...(change.before <= 0 ? (['starts-traffic'] as const) : []),
        ...(change.after < change.before ? (['fewer-pods'] as const) : []),
        ...(change.after === 1 ? (['no-redundancy'] as const) : []),
      ]
    case 'tracing':
      return ['restarts-pods']
    case 'option':
      return ['reloads']
    case 'annotation':
      return ['balancer-decides']
    case 'provider':
      return []
    case 'other':
      return inPodTemplate.test(change.path) ? ['restarts-pods'] : []
  }
}

/** What the changes do together, each thing once. */
export function effectsOf(changes: readonly ReviewChange[]): readonly Effect[] {
  const effects = new Set(changes.flatMap(effectsOfOne))
  // With the load balancer comes or goes whatever its annotations said.
  if (effects.has('gets-balancer') || effects.has('loses-balancer')) effects.delete('balancer-decides')
  return [...effects]
}

/** Whether an effect is felt by those who use the gateway now. */
export const isFelt = (effect: Effect): boolean =>
  ['stops-traffic', 'restarts-pods', 'loses-balancer', 'balancer-decides', 'gets-balancer'].includes(effect)
