import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromYaml, toYaml } from './yaml-map'

const key = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('true', 'no', '1.10', '0x1F', '~', 'null', 'a: b', '# x', '- y', 'on\noff\n', ' lead', 'trail '),
)

test('any map of texts comes back without loss, in its order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, text), { selector: ([name]) => name }), (pairs) => {
      const map = Object.fromEntries(pairs)
      expect(fromYaml(toYaml(map))).toEqual({ kind: 'map', pairs: Object.entries(map) })
    }),
  )
})

describe('what stands there', () => {
  test.each([
    ['', []],
    ['# only a comment\n', []],
    [
      'a: on\nb: 1.10\n',
      [
        ['a', 'on'],
        ['b', '1.10'],
      ],
    ],
    ['a:\n', [['a', '']]],
    ['a: |\n  one\n  two\n', [['a', 'one\ntwo\n']]],
    [
      '{a: 1, "b": "x"}',
      [
        ['a', '1'],
        ['b', 'x'],
      ],
    ],
  ])('%j', (yaml, pairs) => {
    expect(fromYaml(yaml)).toEqual({ kind: 'map', pairs })
  })

  test.each([
    ['a: 1\na: 2\n', 2],
    ['a: 1\nb: [1, 2]\n', 2],
    ['a: 1\nb:\n  c: 1\n', 2],
    ['- a\n- b\n', 1],
    ['just words', 1],
    ['a: 1\n"b: 2\n', 2],
    ['a: 1\n: 2\n', 2],
  ])('%j is an error in line %d', (yaml, line) => {
    expect(fromYaml(yaml)).toMatchObject({ kind: 'error', line })
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(['map', 'error']).toContain(fromYaml(any).kind)
      }),
    )
  })
})
