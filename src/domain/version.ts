import type { ObjectMeta } from '@/wire/k8s'

interface Versioned {
  readonly metadata: ObjectMeta
}

/**
 * Whether what arrives is older than what is known of the same object: an answer may be overtaken by a watch. Versions
 * are numbers on every API server there is; where one is not, what arrives counts as new.
 */
export function isOlder(arrived: Versioned, known: Versioned): boolean {
  if (arrived.metadata.uid !== known.metadata.uid) return false
  return Number(arrived.metadata.resourceVersion) < Number(known.metadata.resourceVersion)
}
