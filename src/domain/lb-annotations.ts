import type { KeyValue } from './key-values'
import data from './lb-annotations.json'
import { lbProviders } from './lb-providers'

/** An annotation that a provider's load balancer controller reads from the Service. */
export interface LbAnnotation {
  readonly key: string
  readonly type?: string
  readonly values?: readonly string[]
  readonly default?: string | number | boolean
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  /** The key is a template: what stands in braces is to be filled in. */
  readonly pattern?: boolean
  /** Written by the provider's controller; setting it has no effect. */
  readonly readOnly?: boolean
  readonly deprecated?: boolean
  readonly replacedBy?: string
  /** Among those that most people need. */
  readonly common?: boolean
}

/** The annotations of the provider with this stored value, common ones first; none for an unknown provider. */
export function annotationsOf(stored: string): readonly LbAnnotation[] {
  const provider = lbProviders.find((candidate) => candidate.stored === stored)
  if (!provider) return []
  const all: readonly LbAnnotation[] = data[provider.id]
  return [...all.filter((annotation) => annotation.common), ...all.filter((annotation) => !annotation.common)]
}

const escaped = (text: string) => text.replaceAll(/[.*+?^()|[\]\\]/g, String.raw`\$&`)

/** Whether a key is an annotation's: the same, or a template filled in. */
export const isKeyOf = (annotation: LbAnnotation, key: string): boolean =>
  annotation.pattern
    ? new RegExp(`^${escaped(annotation.key).replaceAll(/\$?\{[^}]*\}/g, '.+')}$`).test(key)
    : annotation.key === key

/** Annotations that belong to another provider than the chosen one, by the stored value of that provider. */
export type Aside = ReadonlyMap<string, readonly KeyValue[]>

/**
 * The rows after another provider was chosen. Those of the old provider are put aside, so that they come back with it;
 * those that were put aside for the new one come back; keys that no catalogue knows stay.
 */
export function switchProvider(
  rows: readonly KeyValue[],
  aside: Aside,
  from: string,
  to: string,
): { readonly rows: readonly KeyValue[]; readonly aside: Aside } {
  if (from === to) return { rows, aside }
  const isOf = (provider: string, key: string) => annotationsOf(provider).some((annotation) => isKeyOf(annotation, key))
  const leaves = ({ key }: KeyValue) => isOf(from, key.trim()) && !isOf(to, key.trim())
  const next = new Map(aside)
  next.set(from, rows.filter(leaves))
  const back = next.get(to) ?? []
  next.delete(to)
  return { rows: [...rows.filter((row) => !leaves(row)), ...back], aside: next }
}
