import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linePath, thinned } from './thin'

const values = fc.array(fc.option(fc.integer({ min: -100, max: 100 }), { freq: 6 }), { maxLength: 400 })
const buckets = fc.integer({ min: 1, max: 120 })

describe('thinned', () => {
  test('few points all stay', () => {
    expect(thinned([5, 1, null, 2], 2)).toEqual([0, 1, 2, 3])
  })

  test('a peak and a dip of one bucket stay, in their order', () => {
    expect(thinned([1, 9, 2, 0, 1, 1, 1, 1], 1)).toEqual([1, 3])
  })

  test('places are in order, none twice, and at most two of a bucket when there are no gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 400 }), buckets, (numbers, count) => {
        const kept = thinned(numbers, count)
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b))
        expect(kept.length).toBeLessThanOrEqual(Math.max(numbers.length / count <= 2 ? numbers.length : 0, 2 * count))
      }),
    )
  })

  test('lowest and highest of every bucket stay', () => {
    fc.assert(
      fc.property(values, buckets, (all, count) => {
        const kept = new Set(thinned(all, count))
        const size = all.length / count
        for (let bucket = 0; bucket < count; bucket += 1) {
          const inside = all.flatMap((value, index) =>
            value !== null && Math.floor(index / size) === bucket ? [[index, value] as const] : [],
          )
          const left = inside.filter(([index]) => kept.has(index)).map(([, value]) => value)
          const had = inside.map(([, value]) => value)
          if (had.length > 0) {
            expect(Math.min(...left)).toBe(Math.min(...had))
            expect(Math.max(...left)).toBe(Math.max(...had))
          }
        }
      }),
    )
  })

  test('a gap stays a gap: two values that had none between them are never parted, others always', () => {
    fc.assert(
      fc.property(values, buckets, (all, count) => {
        const kept = thinned(all, count)
        const shown = kept.filter((index) => all[index] !== null)
        for (const [place, index] of shown.entries()) {
          const next = shown[place + 1]
          if (next === undefined) break
          const hadGap = all.slice(index, next).includes(null)
          const hasGap = kept.some((each) => each > index && each < next && all[each] === null)
          expect(hasGap).toBe(hadGap)
        }
      }),
    )
  })
})

describe('linePath', () => {
  const path = (numbers: (number | null)[], count = 100) =>
    linePath(
      numbers,
      (index) => index * 10,
      (value) => 50 - value,
      count,
    )
  test.each([
    [[1, 2, 3], 'M0 49L10 48L20 47'],
    [[1, null, 3, 4], 'M0 49h0M20 47L30 46'],
    [[null, 2, null], 'M10 48h0'],
    [[null], ''],
    [[0.04, 0.06], 'M0 50L10 49.9'],
  ])('%j', (numbers, text) => expect(path(numbers)).toBe(text))
})
