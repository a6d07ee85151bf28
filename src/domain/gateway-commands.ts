import type { Gateway } from '@/wire/gateway'
import { GATEWAY_NAMESPACE } from './gateway'
import { toManifest } from './gateway-manifest'

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (map: Readonly<Record<string, unknown>>, key: string) => (Object.hasOwn(map, key) ? map[key] : undefined)
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The JSON merge patch (RFC 7396) that makes `after` of `before`: null removes. What is null in `after` itself cannot be
 * said by such a patch and is removed too.
 */
export function mergePatch(before: unknown, after: unknown): unknown {
  if (!isMap(before) || !isMap(after)) return after
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...keys].filter((key) => !isSame(own(before, key), own(after, key)))
  return Object.fromEntries(
    changed.map((key): [string, unknown] => [
      key,
      own(after, key) === undefined ? null : mergePatch(own(before, key), own(after, key)),
    ]),
  )
}

/** A text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

const kubectl = (verb: string, name: string) =>
  `kubectl -n ${GATEWAY_NAMESPACE} ${verb} gateways.gateway.kubesphere.io ${shellWord(name)}`

/** The command that makes the same change. It goes on top of the newest object, whatever its version. */
export const patchCommand = (before: Gateway, after: Gateway): string =>
  `${kubectl('patch', after.metadata.name)} --type merge -p ${shellWord(
    JSON.stringify(mergePatch(toManifest(before), toManifest(after))),
  )}`

/** The command that disables a gateway. */
export const deleteCommand = (name: string): string => kubectl('delete', name)
