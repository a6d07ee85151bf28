import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareStamps, formatStamp, readStamp } from './stamp'

const NOON = Date.UTC(2026, 10, 24, 12) * 1000

describe('readStamp', () => {
  test.each([
    ['nine digits', '2026-11-24T12:00:00.123456789Z text', { time: NOON + 123_456, nano: 789, text: 'text' }],
    ['zeros left out', '2026-11-24T12:00:00.5Z text', { time: NOON + 500_000, nano: 0, text: 'text' }],
    ['no fraction', '2026-11-24T12:00:00Z text', { time: NOON, nano: 0, text: 'text' }],
    ['the zone of the node', '2026-11-24T20:00:00.000000001+08:00 text', { time: NOON, nano: 1, text: 'text' }],
    ['an empty line', '2026-11-24T12:00:00Z ', { time: NOON, nano: 0, text: '' }],
    ['a stamp and no more', '2026-11-24T12:00:00Z', { time: NOON, nano: 0, text: '' }],
    ['blanks that belong to the text', '2026-11-24T12:00:00Z  a ', { time: NOON, nano: 0, text: ' a ' }],
  ])('%s', (_case, line, expected) => {
    expect(readStamp(line)).toEqual(expected)
  })

  test.each([
    ['a message of the kubelet', 'unable to retrieve container logs for containerd://abc'],
    ['a date that is none', '2026-99-99T12:00:00Z text'],
    ['a stamp in the middle', 'x 2026-11-24T12:00:00Z text'],
    ['nothing', ''],
  ])('null for %s', (_case, line) => {
    expect(readStamp(line)).toBeNull()
  })
})

test('what formatStamp writes is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000_000 }), fc.string(), (time, text) => {
      const clean = text.replaceAll('\n', '')
      expect(readStamp(`${formatStamp(time)} ${clean}`)).toEqual({ time, nano: 0, text: clean })
    }),
  )
})

test('nanoseconds decide between lines of one microsecond', () => {
  const at = (nano: number) => ({ time: NOON, nano, text: '' })
  expect(compareStamps(at(1), at(2))).toBeLessThan(0)
  expect(compareStamps(at(2), at(2))).toBe(0)
})
