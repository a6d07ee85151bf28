import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromRows, isBlank, keyProblems, sameMap, toRows, type KeyValue } from './key-values'

const row = (id: string, key: string, value = ''): KeyValue => ({ id, key, value })
const anyMap = fc.dictionary(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), { maxKeys: 6 })

describe('toRows and fromRows', () => {
  test('a map comes back whole', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(fromRows(toRows(map))).toEqual({ ...map })
      }),
    )
  })

  test('every row has an id of its own', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const rows = toRows(map)
        expect(new Set(rows.map((one) => one.id)).size).toBe(rows.length)
      }),
    )
  })

  test.each([[undefined], [null], [{}]])('%s has no rows', (map) => expect(toRows(map)).toEqual([]))

  test('rows follow the order of the map', () => {
    expect(toRows({ b: '1', a: '2' }).map((one) => one.key)).toEqual(['b', 'a'])
  })

  test('only rows with nothing in them are blank', () => {
    const rows = [row('1', 'a', ''), row('2', '', ''), row('3', '', 'x')]
    expect(rows.map(isBlank)).toEqual([false, true, false])
  })
})

describe('keyProblems', () => {
  test.each<[string, KeyValue[], [string, string][]]>([
    ['different keys', [row('1', 'a'), row('2', 'b')], []],
    ['blank rows, however many', [row('1', ''), row('2', '')], []],
    ['a value without a key', [row('1', '', 'x')], [['1', 'empty']]],
    ['a key of spaces', [row('1', '  ')], [['1', 'empty']]],
    [
      'two values without a key are both empty, not repeated',
      [row('1', '', 'x'), row('2', ' ', 'y')],
      [
        ['1', 'empty'],
        ['2', 'empty'],
      ],
    ],
    [
      'the later ones of equal keys',
      [row('1', 'a'), row('2', 'a'), row('3', 'a')],
      [
        ['2', 'repeated'],
        ['3', 'repeated'],
      ],
    ],
    ['keys that differ in outer spaces only', [row('1', 'a'), row('2', ' a\t')], [['2', 'repeated']]],
    ['keys that differ in case', [row('1', 'a'), row('2', 'A')], []],
    ['names that every object has', [row('1', 'constructor'), row('2', '__proto__')], []],
  ])('%s', (_case, rows, problems) => {
    expect([...keyProblems(rows)]).toEqual(problems)
  })
})

describe('sameMap', () => {
  test.each([
    [{}, {}, true],
    [{ a: '1', b: '2' }, { b: '2', a: '1' }, true],
    [{ a: '1' }, { a: '2' }, false],
    [{ a: '1' }, {}, false],
    [{}, { a: '1' }, false],
    [{ a: '1' }, { b: '1' }, false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameMap(a, b)).toBe(same)
  })

  test('a name that every object inherits is not taken for a key', () => {
    expect(sameMap({ toString: 'x' }, { a: 'x' })).toBe(false)
  })
})
