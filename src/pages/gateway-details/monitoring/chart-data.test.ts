import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MetricSeries, MonitoringAnswer } from '@/wire/monitoring'
import type { GatewayHistory } from '@/api/monitoring'
import { newHistory } from '@/domain/metric-history'
import { metricNames, type MetricKey } from '@/domain/metrics'
import { gridSize, type Grid } from '@/domain/time-range'
import { loadTexts, startI18n, translate as t } from '@/lib/i18n/t'
import { chartsOf, resourceChartsOf } from './chart-data'
import type { Formats } from './formats'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await startI18n('en')
  await loadTexts('monitoring')
})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** 600 seconds: every point stands for the ten before it. */
const GRID: Grid = { start: 1_795_480_810, end: 1_795_481_400, step: 10 }
const plain = (unit: string) => (value: number) => `${value} ${unit}`
const formats: Formats = {
  count: plain('#'),
  compact: plain('in all'),
  rate: plain('req/s'),
  milliseconds: plain('ms'),
  bytesPerSecond: plain('B/s'),
  bytes: plain('B'),
  percent: plain('of one'),
  cores: plain('cores'),
}

const constant = (value: number, metric?: Record<string, string>): MetricSeries => ({
  ...(metric && { metric }),
  values: Array.from(
    { length: gridSize(GRID) },
    (_, index) => [GRID.start + index * GRID.step, String(value)] as const,
  ),
})
const answer = (series: Partial<Record<MetricKey, MetricSeries[]>>): MonitoringAnswer => ({
  results: Object.entries(metricNames).flatMap(([key, name]) => {
    const result = Object.entries(series).find(([each]) => each === key)?.[1]
    return result === undefined ? [] : [{ metric_name: name, data: { result } }]
  }),
})
const history = (series: Partial<Record<MetricKey, MetricSeries[]>>): GatewayHistory => ({
  ...newHistory(GRID, answer(series)),
  downSince: null,
  split: new Map(),
})
const sources = (series: Partial<Record<MetricKey, MetricSeries[]>>) => ({
  grid: GRID,
  current: history(series),
  previous: undefined,
  project: null,
  t,
  formats,
})

test('what was asked for at another moment than the rest is drawn at its own time', () => {
  const series = [
    { values: Array.from({ length: 60 }, (_, index) => [GRID.start + index * 10, String(index)] as const) },
  ]
  const grid = { start: GRID.start + 20, end: GRID.end + 20, step: GRID.step }
  const { cpu } = resourceChartsOf({ ...sources({ cpu: series }), grid })
  const values = cpu.series[0]?.values ?? []
  expect(values).toHaveLength(60)
  expect(values.slice(0, 2)).toEqual([2, 3])
  expect(values.slice(-3)).toEqual([59, null, null])
})

describe('requests by route', () => {
  test('more than ten routes are ten lines and the sum of the rest', () => {
    const routes = Array.from({ length: 12 }, (_, index) => constant(20 - index, { ingress: `route-${index}` }))
    const { series } = chartsOf(sources({ rateByRoute: routes }), 'rate').requests
    expect(series.map(({ label }) => label)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `route-${index}`),
      '2 other routes',
    ])
    expect(new Set(series.at(-1)?.values)).toEqual(new Set([10 + 9]))
    expect(series.at(-1)?.total).toBe('11400 in all requests')
  })

  test('two a second for 600 seconds are 1200', () => {
    const { series } = chartsOf(sources({ rateByRoute: [constant(2, { ingress: 'web' })] }), 'rate').requests
    expect(series.map(({ total }) => total)).toEqual(['1200 in all requests'])
  })
})

test('failed requests come as counts of the five minutes before, and are shown per second', () => {
  const { series } = chartsOf(sources({ failed4xx: [constant(600)], failed5xx: [constant(300)] }), 'rate').failed
  expect(series.map(({ label, values, total }) => [label, values[0], total])).toEqual([
    ['4XX', 2, '1200 in all requests'],
    ['5XX', 1, '600 in all requests'],
  ])
})

test('what the gateway received is traffic in, what it sent is traffic out, in bytes per second', () => {
  const { series } = chartsOf(sources({ received: [constant(1000)], sent: [constant(50_000)] }), 'rate').traffic
  expect(series.map(({ label, values, total }) => [label, values[0], total])).toEqual([
    ['In', 1000, 'mean 1000 B/s'],
    ['Out', 50_000, 'mean 50000 B/s'],
  ])
})

test('latencies come in seconds and are shown in milliseconds', () => {
  const metrics = { average: [constant(0.08)], p50: [constant(0.04)], p95: [constant(0.2)], p99: [constant(0.5)] }
  const { series } = chartsOf(sources(metrics), 'rate').latency
  expect(series.map(({ label, total }) => [label, total])).toEqual([
    ['Average', 'mean 80 ms'],
    ['P50', 'mean 40 ms'],
    ['P95', 'mean 200 ms'],
    ['P99', 'mean 500 ms'],
  ])
})
