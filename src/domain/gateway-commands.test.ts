import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePatch, patchCommand, shellWord } from './gateway-commands'

/** JSON without nulls, which a merge patch cannot set. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ maxLength: 3 }),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 4 }),
  ),
})).value
const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), json, { maxKeys: 4 })

/** What a server does with a merge patch, by the text of RFC 7396. */
const patched = (target: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const result = new Map<string, unknown>(
    typeof target === 'object' && target !== null && !Array.isArray(target) ? Object.entries(target) : [],
  )
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key)
    else result.set(key, patched(result.get(key), value))
  }
  return Object.fromEntries(result)
}

describe('mergePatch', () => {
  test('makes the one of the other, and says nothing about what is the same', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        const patch = mergePatch(before, after)
        expect(patched(before, patch)).toEqual(after)
        expect(mergePatch(after, after)).toEqual({})
      }),
    )
  })
})

describe('patchCommand', () => {
  test('holds the change and nothing else, as one word of a shell', () => {
    const gateway = (value: string, resourceVersion: string) => ({
      metadata: { name: 'kubesphere-router-shop', resourceVersion },
      spec: { controller: { config: { 'log-format': value, keep: '1' } } },
      status: {},
    })
    expect(patchCommand(gateway('a', '1'), gateway("it's", '2'))).toBe(
      String.raw`kubectl -n kubesphere-controls-system patch gateways.gateway.kubesphere.io kubesphere-router-shop --type merge -p '{"spec":{"controller":{"config":{"log-format":"it'\''s"}}}}'`,
    )
  })

  test('plain words need no quotes', () => {
    expect(shellWord('kubesphere-router-shop')).toBe('kubesphere-router-shop')
    expect(shellWord('$(rm)')).toBe("'$(rm)'")
    expect(shellWord('')).toBe("''")
  })
})
