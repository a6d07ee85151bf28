import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MonitoringAnswer, Sample } from '@/wire/monitoring'
import { extended, failedIn, missingPart, newHistory, together } from './metric-history'
import { metricNames, metricOf } from './metrics'
import { gridSize, type Grid } from './time-range'

const STEP = 10
/** A server that knows the value of every moment. */
const ask = (grid: Grid, value = (at: number) => at % 97): MonitoringAnswer => ({
  results: [
    {
      metric_name: metricNames.requests,
      data: {
        resultType: 'matrix',
        result: [
          {
            values: Array.from({ length: gridSize(grid) }, (_, index): Sample => {
              const at = grid.start + index * grid.step
              return [at, String(value(at))]
            }),
          },
        ],
      },
    },
  ],
})
const grid = (start: number, end: number): Grid => ({ start, end, step: STEP })
/** The same of two pods, of which one has no value now and then. */
const askAverage = (of: Grid): MonitoringAnswer => {
  const pods = [ask(of), ask(of, (at) => (at % 70 === 0 ? Number.NaN : at / 7))]
  const result = pods.flatMap((answer, index) =>
    (answer.results?.[0]?.data.result ?? []).map(({ values = [] }) => ({ metric: { pod: `${index}` }, values })),
  )
  return { results: [{ metric_name: metricNames.average, data: { resultType: 'matrix', result } }] }
}
const askBoth = (of: Grid) => together([ask(of), askAverage(of)])
const failing: MonitoringAnswer = { results: [{ metric_name: metricNames.requests, data: {}, error: 'down' }] }
const none = new Set<string>()

describe('missingPart', () => {
  const history = newHistory(grid(1000, 2000), ask(grid(1000, 2000)))
  test('from the newest known point', () => expect(missingPart(history, grid(1050, 2050))).toEqual(grid(2000, 2050)))
  test('nothing when there is no new moment', () => expect(missingPart(history, grid(1000, 2000))).toBeNull())
  test.each([
    ['another step', { ...grid(1000, 2050), step: 5 }],
    ['an earlier start', grid(900, 2050)],
    ['a gap between', grid(2010, 3000)],
    ['an earlier end', grid(1000, 1500)],
  ])('everything for %s', (_, wanted) => expect(missingPart(history, wanted)).toBeUndefined())
})

test('however often it is extended, it is what one question would have answered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (moves) => {
      let at = grid(1000, 1500)
      let history = newHistory(at, askBoth(at))
      for (const move of moves) {
        at = grid(at.start + move * STEP, at.end + move * STEP)
        const part = missingPart(history, at)
        if (part === undefined) history = newHistory(at, askBoth(at))
        else if (part !== null)
          history = extended(history, at, { answer: askBoth(part), from: part.start, whole: none })
      }
      expect(history.answer.results).toEqual(askBoth(at).results)
      expect(history.averages).toEqual(newHistory(at, askBoth(at)).averages)
    }),
  )
})

test('the newest known point is replaced: the server may not have had all of it', () => {
  const history = newHistory(grid(0, 20), ask(grid(0, 20)))
  const next = extended(history, grid(10, 30), { answer: ask(grid(20, 30), () => 5), from: 20, whole: none })
  const metric = metricOf(next.answer, 'requests')
  expect(metric.kind === 'series' && metric.series[0]?.values).toEqual([
    [10, '10'],
    [20, '5'],
    [30, '5'],
  ])
})

test('a metric that fails keeps what is known, and is replaced when it comes back', () => {
  const history = newHistory(grid(0, 20), ask(grid(0, 20)))
  const failed = extended(history, grid(10, 30), { answer: failing, from: 20, whole: none })
  const metric = metricOf(failed.answer, 'requests')
  expect(metric).toMatchObject({
    kind: 'failed',
    message: 'down',
    series: [
      {
        values: [
          [10, '10'],
          [20, '20'],
        ],
      },
    ],
  })
  const whole = failedIn(failed.answer)
  expect([...whole]).toEqual([metricNames.requests])
  const healed = extended(failed, grid(20, 40), { answer: ask(grid(20, 40)), from: 30, whole })
  expect(healed.answer.results).toEqual(ask(grid(20, 40)).results)
})

test('averages that fail keep what is known of them', () => {
  const history = newHistory(grid(0, 20), askAverage(grid(0, 20)))
  const down: MonitoringAnswer = { results: [{ metric_name: metricNames.average, data: {}, error: 'down' }] }
  const failed = extended(history, grid(10, 30), { answer: down, from: 20, whole: none })
  expect([...failed.averages.keys()]).toEqual([10, 20])
  const again = { answer: askAverage(grid(20, 40)), from: 30, whole: failedIn(failed.answer) }
  expect(extended(failed, grid(20, 40), again).averages).toEqual(newHistory(grid(20, 40), again.answer).averages)
})

test('a new series, such as of a new pod, begins where it begins', () => {
  const of = (pod: string, values: Sample[]) => ({ metric: { pod }, values })
  const answer = (result: ReturnType<typeof of>[]): MonitoringAnswer => ({
    results: [{ metric_name: metricNames.average, data: { resultType: 'matrix', result } }],
  })
  const history = newHistory(
    grid(0, 10),
    answer([
      of('a', [
        [0, '1'],
        [10, '1'],
      ]),
    ]),
  )
  const next = extended(history, grid(10, 20), { answer: answer([of('b', [[20, '2']])]), from: 10, whole: none })
  expect(metricOf(next.answer, 'average')).toMatchObject({ series: [of('b', [[20, '2']])] })
})

test('answers about different metrics are one', () => {
  expect(together([ask(grid(0, 0)), { results: null }, failing]).results).toHaveLength(2)
})
