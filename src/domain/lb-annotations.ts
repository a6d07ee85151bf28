import data from './lb-annotations.json'
import { lbProviders } from './lb-providers'

/** An annotation that a provider's load balancer controller reads from the Service. */
export interface LbAnnotation {
  readonly key: string
  readonly type?: string
  readonly values?: readonly string[]
  readonly default?: string | number | boolean
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
