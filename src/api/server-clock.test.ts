import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteServerTime, serverNow, serverSkew } from './server-clock'

const NOW = Date.parse('2026-11-24T08:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  noteServerTime(new Date().toUTCString())
  vi.useRealTimers()
})

test.each([
  ['seven minutes behind', 'Tue, 24 Nov 2026 07:53:00 GMT', -420_000],
  ['an hour ahead', 'Tue, 24 Nov 2026 09:00:00 GMT', 3_600_000],
  ['a second is not worth a word', 'Tue, 24 Nov 2026 07:59:59 GMT', 0],
])('%s', (_, date, skew) => {
  noteServerTime(date)
  expect(serverSkew()).toBe(skew)
  expect(serverNow()).toBe((NOW + skew) / 1000)
})

test.each([null, 'nonsense'])('%s changes nothing', (date) => {
  noteServerTime('Tue, 24 Nov 2026 07:53:00 GMT')
  noteServerTime(date)
  expect(serverSkew()).toBe(-420_000)
})
