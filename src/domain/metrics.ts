import type { MetricSeries, MonitoringAnswer, Sample } from '@/wire/monitoring'
import { gridSize, type Grid } from './time-range'

/** What the answers of the monitoring module mean. Values are numbers in the server's units, null where there is none. */

/** Every metric of a gateway, by the name the server knows it by. */
export const metricNames = {
  requests: 'ingress_request_count',
  failed4xx: 'ingress_request_4xx_count',
  failed5xx: 'ingress_request_5xx_count',
  successRate: 'ingress_success_rate',
  connections: 'ingress_active_connections',
  rate: 'ingress_request_volume',
  rateByRoute: 'ingress_request_volume_by_ingress',
  average: 'ingress_request_duration_average',
  p50: 'ingress_request_duration_50percentage',
  p95: 'ingress_request_duration_95percentage',
  p99: 'ingress_request_duration_99percentage',
  sent: 'ingress_request_network_sent',
  received: 'ingress_request_network_received',
  cpu: 'ingress_request_cpu_usage',
  memory: 'ingress_request_memory_bytes',
} as const
export type MetricKey = keyof typeof metricNames

/** Seconds that the server looks back over when it is asked for a range: counts are of that window (recording f21). */
export const RANGE_WINDOW = 300

/** The filter for some metrics. The server completes it only on the left, so the last one needs its `$`. */
export const metricsFilter = (keys: readonly MetricKey[]): string => `${keys.map((key) => metricNames[key]).join('|')}$`

/** One metric of an answer: its series, nothing (there is no data), or why it alone failed. */
export type Metric =
  | { readonly kind: 'series'; readonly series: readonly MetricSeries[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly message: string; readonly series: readonly MetricSeries[] }

/** Finds a metric by its name: the order of the results means nothing. */
export function metricOf(answer: MonitoringAnswer, key: MetricKey): Metric {
  const found = answer.results?.find((result) => result.metric_name === metricNames[key])
  const series = found?.data.result ?? []
  if (found?.error !== undefined && found.error !== '') return { kind: 'failed', message: found.error, series }
  return series.length > 0 ? { kind: 'series', series } : { kind: 'none' }
}

/** Why all metrics of an answer failed, when it is one and the same reason; null when at least one of them was read. */
export function failureOfAll({ results }: MonitoringAnswer): string | null {
  const messages = new Set((results ?? []).map(({ error }) => error ?? ''))
  const [message = ''] = messages
  return messages.size === 1 && message !== '' ? message : null
}

/** Whether no metric of an answer could be read, for whatever reasons. */
export const isDown = ({ results }: MonitoringAnswer): boolean =>
  results !== null && results.length > 0 && results.every(({ error = '' }) => error !== '')

/** The number of a sample; `NaN` and infinities are no value. */
export function sampleNumber(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}

const present = (value: number | null): value is number => value !== null

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** A now value: the number, or no traffic, or why it could not be read. */
export type NowValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly message: string }

const nowNumbers = (series: readonly MetricSeries[]): number[] =>
  series.map(({ value }) => (value === undefined ? null : sampleNumber(value[1]))).filter(present)

/** A metric that is one number. More than one series are not expected; then there is no honest answer. */
export function nowValue(answer: MonitoringAnswer, key: Exclude<MetricKey, 'average' | 'rateByRoute'>): NowValue {
  const metric = metricOf(answer, key)
  if (metric.kind !== 'series') return metric
  const [value, ...more] = nowNumbers(metric.series)
  return value === undefined || more.length > 0 ? { kind: 'none' } : { kind: 'value', value }
}

/** The mean of many averages, with how far apart they are. */
export interface Spread {
  readonly mean: number
  readonly lowest: number
  readonly highest: number
  /** How many averages it is made of. */
  readonly count: number
}

/**
 * The average latency. The server gives an average for every pod, route and status (126 series in recording f01) and
 * not how many requests each stands for, so they cannot be weighted: this is their plain mean, with the lowest and the
 * highest beside it.
 */
export function averageNow(answer: MonitoringAnswer): NowValue & { readonly spread?: Spread } {
  const metric = metricOf(answer, 'average')
  if (metric.kind !== 'series') return metric
  const numbers = nowNumbers(metric.series)
  const value = mean(numbers)
  if (value === null) return { kind: 'none' }
  const spread = { mean: value, lowest: Math.min(...numbers), highest: Math.max(...numbers), count: numbers.length }
  return { kind: 'value', value, spread }
}

/** Values at the moments of a grid; null where the server has none: a gap, not zero. */
export type Values = readonly (number | null)[]

/** Puts samples on a grid. A sample off the grid goes to the nearest moment; outside it is left out. */
export function onGrid(samples: readonly Sample[], grid: Grid): Values {
  const values: (number | null)[] = Array.from({ length: gridSize(grid) }, () => null)
  for (const [at, text] of samples) {
    const index = Math.round((at - grid.start) / grid.step)
    if (index >= 0 && index < values.length) values[index] = sampleNumber(text)
  }
  return values
}

/** A range of a metric that is one series. */
export const rangeValues = (metric: Metric, grid: Grid): Values =>
  onGrid(metric.kind === 'none' ? [] : (metric.series[0]?.values ?? []), grid)

/** Sum and number of the values that many series have at a moment, by that moment in seconds. */
export type Moments = ReadonlyMap<number, { readonly sum: number; readonly count: number }>

/** What all series of a metric come to at every moment. Without a value a series does not count. */
export function momentsOf(metric: Metric): Moments {
  const moments = new Map<number, { sum: number; count: number }>()
  for (const { values = [] } of metric.kind === 'none' ? [] : metric.series) {
    for (const [at, text] of values) {
      const value = sampleNumber(text)
      if (value === null) continue
      const known = moments.get(at)
      if (known === undefined) moments.set(at, { sum: value, count: 1 })
      else {
        known.sum += value
        known.count += 1
      }
    }
  }
  return moments
}

/** The plain mean of many averages at every moment, of those that have a value then. See `averageNow`. */
export function averageRange(moments: Moments, grid: Grid): Values {
  const values: (number | null)[] = Array.from({ length: gridSize(grid) }, () => null)
  for (const [at, { sum, count }] of moments) {
    const index = Math.round((at - grid.start) / grid.step)
    if (index >= 0 && index < values.length) values[index] = sum / count
  }
  return values
}

/** The same with every value changed. */
export const scaled = (values: Values, factor: number): Values =>
  values.map((value) => (value === null ? null : value * factor))

/** One series as a part of another at every moment; no value where there was nothing to be a part of. */
export const shareOf = (part: Values, whole: Values): Values =>
  whole.map((all, index) => {
    const some = part[index] ?? null
    return all === null || all === 0 || some === null ? null : some / all
  })

/** Sum, mean, lowest and highest of what there is; null when there is nothing. */
export interface Summary {
  readonly sum: number
  readonly mean: number
  readonly lowest: number
  readonly highest: number
  readonly last: number
}

export function summaryOf(values: Values): Summary | null {
  const numbers = values.filter(present)
  const last = numbers.at(-1)
  if (last === undefined) return null
  let [sum, lowest, highest] = [0, last, last]
  for (const value of numbers) {
    sum += value
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  return { sum, mean: sum / numbers.length, lowest, highest, last }
}
