import { expect, test } from 'vitest'
import { columnsOf, lineStyle, PREVIOUS_DASHES } from './series'

test('ten lines, the rest and the period before are told apart by their dashes alone', () => {
  const dashes = Array.from({ length: 10 }, (_, place) => lineStyle(place).strokeDasharray)
  expect(new Set(dashes).size).toBe(10)
  expect(new Set([...dashes, lineStyle(0, true).strokeDasharray, PREVIOUS_DASHES]).size).toBe(12)
})

test('beside the values of a series are those of the period before, where there are some', () => {
  const [a, b] = [
    { key: 'a', label: 'A', total: '', values: [1], previous: [2] },
    { key: 'b', label: 'B', total: '', values: [3] },
  ]
  expect(columnsOf([a, b], (name) => `${name} before`).map(({ label, values }) => [label, ...values])).toEqual([
    ['A', 1],
    ['A before', 2],
    ['B', 3],
  ])
})
