import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createResumePoint } from './resume'
import type { StampedLine } from './stamp'

const SECOND = 1_000_000

test('before the first line there is nothing to go on from', () => {
  expect(createResumePoint().sinceTime()).toBeUndefined()
})

test('the next stream is asked for from the whole second, as the kubelet knows no smaller step', () => {
  const point = createResumePoint()
  point.isNew({ time: Date.UTC(2026, 10, 24, 12, 0, 5) * 1000 + 999_999, nano: 0, text: '' })
  expect(point.sinceTime()).toBe('2026-11-24T12:00:05Z')
})

test('a clock that goes back within a stream loses nothing', () => {
  const point = createResumePoint()
  expect([5, 3, 6].map((time) => point.isNew({ time, nano: 0, text: '' }))).toEqual([true, true, true])
})

test('a stream that breaks anywhere and as often as it likes neither loses nor repeats a line', () => {
  const log = fc
    .array(fc.record({ gap: fc.constantFrom(0, 0, 1, 300_000, SECOND), nano: fc.constantFrom(0, 0, 1) }), {
      maxLength: 40,
    })
    .map((steps) => {
      let time = 1_700_000_000 * SECOND
      let nano = 0
      return steps.map((step, index): StampedLine => {
        time += step.gap
        nano = step.gap === 0 ? Math.max(nano, step.nano) : step.nano
        return { time, nano, text: String(index) }
      })
    })
  fc.assert(
    fc.property(log, fc.array(fc.nat(12)), (lines, breaks) => {
      const point = createResumePoint()
      const got: string[] = []
      for (const count of [...breaks, lines.length]) {
        const since = point.sinceTime()
        const from = since === undefined ? 0 : Date.parse(since) * 1000
        point.reopened()
        for (const line of lines.filter(({ time }) => time >= from).slice(0, count))
          if (point.isNew(line)) got.push(line.text)
      }
      // The last stream was not cut off, so all of the log is there, once and in order.
      expect(got).toEqual(lines.map(({ text }) => text))
    }),
  )
})
