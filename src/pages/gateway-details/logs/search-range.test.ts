import { describe, expect, test } from 'vitest'
import { formatClock, formatWidth } from './clock'
import { rangeFromParam, rangeToParam, rangeUpTo, resolveRange } from './search-range'

const NOW = Date.UTC(2026, 10, 24, 12)

describe('ranges', () => {
  test('one that moves with the clock ends now, in whole seconds', () => {
    expect(resolveRange('15m', NOW + 999)).toEqual({ from: NOW / 1000 - 900, to: NOW / 1000 })
  })

  test('one between two moments stays where it is', () => {
    const range = { from: NOW - 5_000, to: NOW }
    expect(resolveRange(range, NOW + 60_000)).toEqual({ from: NOW / 1000 - 5, to: NOW / 1000 })
    expect(rangeFromParam(rangeToParam(range))).toEqual(range)
  })

  test('up to a line it ends just behind that one, also in a range that was chosen long ago', () => {
    const second = NOW / 1000 - 7200
    expect(rangeUpTo('15m', second * 1_000_000 + 5)).toEqual({ from: second + 1 - 900, to: second + 1 })
    const range = { from: (second - 60) * 1000, to: (second + 60) * 1000 }
    expect(rangeUpTo(range, second * 1_000_000 + 5)).toEqual({ from: second - 60, to: second + 1 })
  })

  test.each([null, '', '2h', '1-', 'x-y'])('%s is the last hour', (param) => {
    expect(rangeFromParam(param)).toBe('1h')
  })
})

test('a moment is written to the millisecond', () => {
  expect(formatClock(NOW * 1000 + 7_999, true)).toBe('11-24 12:00:00.007')
})

test.each([
  [1_000_000, '1 sec'],
  [30_000_000, '30 sec'],
  [300_000_000, '5 min'],
  [86_400_000_000, '1 day'],
])('a width of %s is %s', (width, words) => {
  expect(formatWidth(width, 'en')).toBe(words)
})
