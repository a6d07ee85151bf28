import microdiff from 'microdiff'
import type { Gateway } from '@/wire/gateway'

/** One difference between two gateways: where, and what stood and stands there (undefined: nothing). */
export interface Change {
  readonly path: readonly (string | number)[]
  readonly before: unknown
  readonly after: unknown
}

/** What the server keeps for itself: it changes without anybody editing. */
const ownedByServer = new Set(['resourceVersion', 'generation', 'managedFields', 'uid', 'creationTimestamp'])

/** Whether what lies at a path of a Gateway is written by the server and nobody else. */
export const isServers = (path: readonly (string | number)[]): boolean =>
  path[0] === 'status' || (path[0] === 'metadata' && ownedByServer.has(String(path[1])))

/** The differences that somebody made, in the order of the object; empty for equal gateways. */
export const diffGateways = (before: Gateway, after: Gateway): readonly Change[] =>
  microdiff(before, after, { cyclesFix: false })
    .filter((difference) => !isServers(difference.path))
    .map((difference) => ({
      path: difference.path,
      before: difference.type === 'CREATE' ? undefined : difference.oldValue,
      after: difference.type === 'REMOVE' ? undefined : difference.value,
    }))
