import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatBytes, formatCores, parseQuantity } from './quantity'

describe('parseQuantity', () => {
  test.each([
    ['100m', 0.1],
    ['1', 1],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['512Mi', 512 * 2 ** 20],
    ['1Gi', 2 ** 30],
    ['128k', 128_000],
    ['2e3', 2000],
    ['1E', 1e18],
    [' 5 ', 5],
    ['-1', -1],
  ])('%s', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 9)
  })

  test.each(['', 'm', '1 Gi', '1gi', '1GiB', '1,5', 'abc', '1e', '--1'])('%s is none', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseQuantity(text)
        expect(value === null || Number.isFinite(value)).toBe(true)
      }),
    )
  })
})

test.each([
  [0.1, '100m'],
  [2, '2'],
  [1.25, '1250m'],
  [0, '0'],
])('%d cores are %s', (cores, text) => {
  expect(formatCores(cores)).toBe(text)
})

test.each([
  [0, '0'],
  [1000, '1000'],
  [128 * 2 ** 20, '128Mi'],
  [1.5 * 2 ** 30, '1.5Gi'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('what is formatted reads back as the same amount', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1 << 20 }), (mebibytes) => {
      const bytes = mebibytes * 2 ** 20
      expect(Math.abs((parseQuantity(formatBytes(bytes)) ?? 0) - bytes)).toBeLessThanOrEqual(bytes * 0.05)
    }),
  )
})
