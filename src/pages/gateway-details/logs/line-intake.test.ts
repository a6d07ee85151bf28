import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LogStore } from '@/domain/logs/log-store'
import { LineIntake } from './line-intake'

const SECOND = 1_000_000
/** Lines of one second of a stream, one every millisecond. */
const second = (number: number, offset: number) =>
  Array.from({ length: 1_000 }, (_, index) => {
    const time = number * SECOND + index * 1_000 + offset
    return { time, nano: 0, text: String(time) }
  })

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

test('a stream that is always three seconds late is put in its place, a few times a second', () => {
  const store = new LogStore(null)
  const intake = new LineIntake(store)
  intake.open(0)
  intake.open(1)
  const take = (milliseconds: number) => {
    for (let at = 0; at < milliseconds; at += 10) {
      vi.advanceTimersByTime(10)
      intake.take(() => false, false)
    }
  }
  for (let now = 0; now < 10; now += 1) {
    intake.push(0, second(now, 0))
    if (now >= 3)
      for (let part = 0; part < 10; part += 1) intake.push(1, second(now - 3, 1).slice(part * 100, part * 100 + 100))
    take(1_000)
  }
  expect(store.epoch).toBeGreaterThan(0)
  expect(store.epoch).toBeLessThan(7 * 4)
  take(2_000)
  expect([intake.waiting, intake.hasLate, intake.isBusy]).toEqual([0, false, false])
  const times = Array.from({ length: store.size }, (_, line) => store.number('time', line))
  expect(times).toHaveLength(17_000)
  expect(times.toSorted((a, b) => a - b)).toEqual(times)
})

test('the first line is there while its stream goes on and another has brought nothing', () => {
  const store = new LogStore(null)
  const intake = new LineIntake(store)
  intake.open(0)
  intake.open(1)
  intake.push(0, second(1, 0).slice(0, 1))
  vi.advanceTimersByTime(1_000)
  intake.take(() => false, false)
  expect(store.size).toBe(1)
})

test('a clock that goes back within a stream loses nothing', () => {
  const store = new LogStore(null)
  const intake = new LineIntake(store)
  intake.open(0)
  const lines = second(1, 0).slice(0, 4)
  intake.push(
    0,
    [lines[0], lines[3], lines[1], lines[2]].filter((line) => line !== undefined),
  )
  for (let at = 0; at < 1_000; at += 100) {
    intake.take(() => false, false)
    vi.advanceTimersByTime(100)
  }
  expect(Array.from({ length: store.size }, (_, line) => store.text(line))).toEqual(lines.map(({ text }) => text))
})

test('a page of a search that belongs before all others is there at once', () => {
  const store = new LogStore(null)
  const intake = new LineIntake(store)
  const lines = second(1, 0).map((line) => ({ ...line, source: 0 }))
  intake.add(lines.slice(500))
  intake.take(() => false, false)
  intake.add(lines.slice(0, 500))
  intake.take(() => false, false)
  expect([store.size, store.text(0), intake.isBusy]).toEqual([1_000, String(SECOND), false])
})
