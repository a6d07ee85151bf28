import { describe, expect, test } from 'vitest'
import { formatBytes, formatCompact, formatLength, formatMilliseconds, formatNumber, formatPercent } from './numbers'

test.each([
  [0, '0'],
  [0.01234, '0.0123'],
  [12.345, '12.3'],
  [34_649, '34,649'],
])('the number %d', (value, text) => expect(formatNumber(value, 'en')).toBe(text))

test.each([
  [9999, '9,999'],
  [12_345, '12.3K'],
  [4_560_000, '4.56M'],
])('compact %d', (value, text) => expect(formatCompact(value, 'en')).toBe(text))

test.each([
  [0, '0%'],
  [1, '100%'],
  [0.9323, '93.23%'],
  [0.5, '50%'],
  [0.0002, '0.02%'],
  [0.99995, '99.995%'],
])('the part %d', (value, text) => expect(formatPercent(value, 'en')).toBe(text))

test.each([
  [30, '30 seconds'],
  [60, '1 minute'],
  [5400, '90 minutes'],
  [604_800, '7 days'],
])('a length of %d s', (seconds, text) => expect(formatLength(seconds, 'en')).toBe(text))

describe('units', () => {
  test.each([
    [formatMilliseconds(45.04, 'en'), '45 ms'],
    [formatMilliseconds(1234.4, 'en'), '1,234 ms'],
    [formatMilliseconds(45, 'zh-CN'), '45毫秒'],
    [formatBytes(0, 'en'), '0 byte'],
    [formatBytes(24_375, 'en', { perSecond: true }), '24.4 kB/s'],
    [formatBytes(406_396, 'en', { perSecond: true }), '406 kB/s'],
    [formatBytes(133_169_152, 'en'), '133 MB'],
    [formatBytes(0.5, 'en'), '0.5 byte'],
  ])('%s', (found, text) => expect(found).toBe(text))
})
