import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeTicks, valueTicks } from './chart-scale'

describe('valueTicks', () => {
  test.each([
    [100, [0, 25, 50, 75, 100]],
    [0.34, [0, 0.1, 0.2, 0.3, 0.4]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
  ])('up to %d', (highest, ticks) => expect(valueTicks(highest)).toEqual(ticks))

  test('reach from zero to the highest value, with not too many', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
        const ticks = valueTicks(highest)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9))
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})

describe('timeTicks', () => {
  test('stand at full hours of the wall', () => {
    const hour = 3600
    expect(timeTicks(10 * hour, 12 * hour, 3, 1800)).toEqual([10.5 * hour, 11.5 * hour])
  })

  test('are inside and few', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e9 }),
        fc.integer({ min: 60, max: 90 * 86_400 }),
        fc.integer({ min: 3, max: 8 }),
        (start, length, count) => {
          const ticks = timeTicks(start, start + length, count, 19_800)
          expect(ticks.length).toBeLessThanOrEqual(count + 1)
          expect(ticks.every((at) => at >= start && at <= start + length)).toBe(true)
        },
      ),
    )
  })
})
