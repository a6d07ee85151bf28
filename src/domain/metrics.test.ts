import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { MonitoringAnswer, type Sample } from '@/wire/monitoring'
import {
  averageNow,
  averageRange,
  failureOfAll,
  isDown,
  metricNames,
  metricOf,
  metricsFilter,
  momentsOf,
  nowValue,
  onGrid,
  rangeValues,
  sampleNumber,
  shareOf,
  summaryOf,
} from './metrics'

const recorded = (name: string): MonitoringAnswer => {
  const text = readFileSync(new URL(`../../mocks/recordings/${name}.json`, import.meta.url), 'utf8')
  return v.parse(v.object({ response: v.object({ body: MonitoringAnswer }) }), JSON.parse(text)).response.body
}
const overview = recorded('f01-overview-cluster-10m')
const range = recorded('f21-range-project')
const GRID = { start: 1_795_480_759, end: 1_795_481_359, step: 30 }

test('the filter ends with the only dollar sign that counts', () => {
  expect(metricsFilter(['requests', 'p50'])).toBe('ingress_request_count|ingress_request_duration_50percentage$')
})

describe('now values of a recording', () => {
  test.each([
    ['requests', 34_649],
    ['failed4xx', 1695],
    ['failed5xx', 649],
    ['successRate', 0.9323540085852422],
    ['p99', 0.2481328209807353],
  ] as const)('%s', (key, value) => expect(nowValue(overview, key)).toEqual({ kind: 'value', value }))

  test('are found by name in any order', () => {
    const reversed = { results: (overview.results ?? []).toReversed() }
    for (const key of ['requests', 'failed4xx', 'successRate', 'p50'] as const)
      expect(nowValue(reversed, key)).toEqual(nowValue(overview, key))
  })

  test('the average is made of all 126 series, whatever their order', () => {
    const value = averageNow(overview)
    expect(value.spread?.count).toBe(126)
    expect(value).toMatchObject({ kind: 'value', value: value.spread?.mean })
    const metric = metricOf(overview, 'average')
    const reversed = {
      results: [
        {
          metric_name: metricNames.average,
          data: { result: metric.kind === 'series' ? metric.series.toReversed() : [] },
        },
      ],
    }
    expect(averageNow(reversed).spread?.mean).toBeCloseTo(value.spread?.mean ?? 0, 12)
  })

  test('the lowest and the highest of the averages stand beside their mean', () => {
    const result = ['2', '9', 'NaN', '1'].map((text) => ({ value: [0, text] as const }))
    const answer = { results: [{ metric_name: metricNames.average, data: { result } }] }
    expect(averageNow(answer)).toEqual({
      kind: 'value',
      value: 4,
      spread: { mean: 4, lowest: 1, highest: 9, count: 3 },
    })
  })
})

describe('traps', () => {
  test('a gateway without traffic has connections and no rate: none, not zero', () => {
    const quiet = recorded('f42-gateway-without-traffic-success-rate')
    expect(nowValue(quiet, 'successRate')).toEqual({ kind: 'none' })
    expect(nowValue(quiet, 'requests')).toEqual({ kind: 'none' })
    expect(averageNow(quiet)).toEqual({ kind: 'none' })
    expect(nowValue(quiet, 'connections')).toMatchObject({ kind: 'value' })
  })

  test('results may be null', () => {
    expect(nowValue(recorded('f09-filter-matches-no-metric'), 'requests')).toEqual({ kind: 'none' })
  })

  test('a metric fails alone', () => {
    const answer = recorded('f06-overview-no-job')
    expect(nowValue(answer, 'connections')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('bad_data'),
    })
    expect(nowValue(answer, 'requests')).toMatchObject({ kind: 'value' })
  })

  test('a series on a page sorted by another metric has no value', () => {
    expect(nowValue(recorded('f39-sort-and-page'), 'requests')).toEqual({ kind: 'none' })
  })

  test.each(['NaN', '+Inf', '-Inf', '', 'x'])('%s is no value', (text) => {
    expect(sampleNumber(text)).toBeNull()
    const result = [{ value: [0, text] as const }]
    const answer = { results: [{ metric_name: metricNames.successRate, data: { result } }] }
    expect(nowValue(answer, 'successRate')).toEqual({ kind: 'none' })
  })

  test('more than one series where one is expected is no value rather than an arbitrary one', () => {
    const result = [{ value: [0, '1'] as const }, { value: [0, '2'] as const }]
    expect(nowValue({ results: [{ metric_name: metricNames.requests, data: { result } }] }, 'requests')).toEqual({
      kind: 'none',
    })
  })
})

describe('an outage', () => {
  const result = (error?: string) => ({
    metric_name: metricNames.p50,
    data: {},
    ...(error === undefined ? {} : { error }),
  })
  test.each([
    ['all fail alike', [result('down'), result('down')], true, 'down'],
    ['each fails in its own way', [result('down'), result('slow')], true, null],
    ['one was read', [result('down'), result()], false, null],
    ['nothing was asked', [], false, null],
    ['no metric was found', null, false, null],
  ])('%s', (_, results, down, failure) => {
    expect(isDown({ results })).toBe(down)
    expect(failureOfAll({ results })).toBe(failure)
  })
})

describe('ranges', () => {
  test('a range that begins before the gateway does has a gap, not zeros', () => {
    const values = rangeValues(metricOf(range, 'requests'), GRID)
    expect(values).toHaveLength(21)
    expect(values.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => null))
    expect(values.slice(6, 8)).toEqual([1071, 3440])
  })

  test('the average of a moment is of the series that have a value then', () => {
    const values = averageRange(momentsOf(metricOf(range, 'average')), GRID)
    expect(values.slice(0, 6).every((value) => value === null)).toBe(true)
    expect(values.at(-1)).toBeGreaterThan(0)
    const series = [
      { metric: { pod: 'a' }, values: [[0, '1'] as const, [10, '3'] as const] },
      { metric: { pod: 'b' }, values: [[0, '3'] as const, [10, 'NaN'] as const] },
    ]
    expect(averageRange(momentsOf({ kind: 'series', series }), { start: 0, end: 20, step: 10 })).toEqual([2, 3, null])
  })

  test('every sample inside comes to its own moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 50 })),
        fc.integer({ min: 0, max: 59 }),
        (step, moments, off) => {
          const grid = { start: 1000, end: 1000 + 50 * step, step }
          const shift = Math.min(off, Math.ceil(step / 2) - 1) // a server that began a little later than asked
          const samples = moments.map((index): Sample => [grid.start + index * step + shift, String(index)])
          const values = onGrid(samples, grid)
          expect(values).toHaveLength(51)
          for (const [index, value] of values.entries()) expect(value).toBe(moments.includes(index) ? index : null)
        },
      ),
    )
  })

  test('samples outside of the grid are left out', () => {
    expect(
      onGrid(
        [
          [0, '1'],
          [100, '2'],
        ],
        { start: 10, end: 20, step: 10 },
      ),
    ).toEqual([null, null])
  })

  test('a share of nothing is no value', () => {
    expect(shareOf([0, 1, null, 2], [0, 4, 4, null])).toEqual([null, 0.25, null, null])
  })

  test('a summary counts what is there', () => {
    expect(summaryOf([null, 2, null, 6, 1])).toEqual({ sum: 9, mean: 3, lowest: 1, highest: 6, last: 1 })
    expect(summaryOf([null])).toBeNull()
  })
})
