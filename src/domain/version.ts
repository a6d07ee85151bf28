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

/**
 * What is true of an object after a read that a watch may have overtaken: `before` is what was known when the reading
 * began, `known` what is known now; null where there is no such object.
 */
export function afterRead<T extends Versioned>(
  read: T | null,
  before: T | null | undefined,
  known: T | null | undefined,
): T | null {
  if (known === undefined) return read
  const isSame = read?.metadata.uid === (known ?? before)?.metadata.uid
  if (read && known && isSame) return isOlder(read, known) ? known : read
  const wasTold = known !== before
  // It went while the answer was on its way, unless the answer is about another one of its name.
  if (known === null && before && read && !isSame) return read
  return wasTold ? known : read
}
