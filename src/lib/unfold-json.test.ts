import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unfoldJson } from './unfold-json'

test.each([
  ['{"a":1}', '{\n  "a": 1\n}'],
  ['[1]', '[\n  1\n]'],
  [' {"a":[]} ', '{\n  "a": []\n}'],
  ['plain', null],
  ['12', null],
  ['"text"', null],
  ['{broken', null],
  ['[info] not JSON', null],
  ['', null],
])('%s', (text, unfolded) => {
  expect(unfoldJson(text)).toBe(unfolded)
})

test('what is unfolded means the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(JSON.parse(unfoldJson(JSON.stringify(value)) ?? 'null')).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
