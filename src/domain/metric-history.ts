import type { MetricResult, MetricSeries, MonitoringAnswer, Sample } from '@/wire/monitoring'
import { metricNames, metricOf, momentsOf, type Moments } from './metrics'
import type { Grid } from './time-range'

/** What is known of a range so far, and how newer points are put to it. */

export interface History {
  readonly grid: Grid
  /** As if it had been one answer. */
  readonly answer: MonitoringAnswer
  /**
   * What the many series of the average latency come to. It follows from the answer; adding up a hundred thousand samples
   * anew at every refresh would cost more than all the rest of it.
   */
  readonly averages: Moments
}

/** An answer for a whole grid. */
export const newHistory = (grid: Grid, answer: MonitoringAnswer): History => ({
  grid,
  answer,
  averages: momentsOf(metricOf(answer, 'average')),
})

/** Names of the metrics that failed alone: they are asked for again, whole. */
export const failedIn = (answer: MonitoringAnswer): ReadonlySet<string> =>
  new Set((answer.results ?? []).filter(({ error }) => error !== undefined).map((result) => result.metric_name))

/**
 * The part of a wanted grid that is not known yet, null when everything is. The newest known point is asked for again,
 * because the server may not have had all of it. Undefined when the two do not join: then everything is needed.
 */
export function missingPart({ grid }: Pick<History, 'grid'>, wanted: Grid): Grid | null | undefined {
  const joins =
    grid.step === wanted.step && wanted.start >= grid.start && wanted.end >= grid.end && grid.end >= wanted.start
  if (!joins) return undefined
  return grid.end === wanted.end ? null : { ...wanted, start: grid.end }
}

const NO_LABELS: Readonly<Record<string, string>> = {}
const keys = new WeakMap<object, string>()

/** What tells a series from the others, whatever the order of its labels. */
function keyOf({ metric = NO_LABELS }: MetricSeries): string {
  const known = keys.get(metric)
  if (known !== undefined) return known
  const key = Object.keys(metric)
    .toSorted()
    .map((name) => `${name}=${metric[name]}`)
    .join(',')
  keys.set(metric, key)
  return key
}

/** The place of the first sample at or after a moment. Samples are in order of time. */
function placeOf(samples: readonly Sample[], moment: number): number {
  let [low, high] = [0, samples.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((samples[middle]?.[0] ?? 0) < moment) low = middle + 1
    else high = middle
  }
  return low
}

const inside = (samples: readonly Sample[], from: number, before: number) =>
  samples.slice(placeOf(samples, from), placeOf(samples, before))

function joinedResult(old: MetricResult | undefined, next: MetricResult, from: number, grid: Grid): MetricResult {
  // A metric that fails now says so; what was known of it stays.
  const isFailed = next.error !== undefined
  const added = new Map((isFailed ? [] : (next.data.result ?? [])).map((series) => [keyOf(series), series]))
  const kept = (old?.data.result ?? []).map((series) => {
    const key = keyOf(series)
    const more = added.get(key)?.values ?? []
    added.delete(key)
    const known = inside(series.values ?? [], grid.start, isFailed ? Number.POSITIVE_INFINITY : from)
    return { ...series, values: [...known, ...more] }
  })
  const result = [...kept, ...added.values()].filter(({ values = [] }) => values.length > 0)
  return { ...next, data: { ...next.data, result } }
}

/** Up to which moment what is known of a metric still counts. */
function before(next: MetricResult | undefined, from: number, whole: ReadonlySet<string>, wanted: Grid): number {
  if (next === undefined || next.error !== undefined) return Number.POSITIVE_INFINITY
  return whole.has(next.metric_name) ? wanted.start : from
}

const joinedMoments = (old: Moments, answer: MonitoringAnswer, start: number, end: number): Moments =>
  new Map([
    ...[...old].filter(([at]) => at >= start && at < end),
    ...(end === Number.POSITIVE_INFINITY ? [] : momentsOf(metricOf(answer, 'average'))),
  ])

/**
 * The history moved on to a wanted grid. `answer` begins at `from`; results of `whole`, which had failed before, begin
 * at the grid's start. Metrics that the answer does not have keep what is known.
 */
export function extended(
  history: History,
  wanted: Grid,
  { answer, from, whole }: { answer: MonitoringAnswer; from: number; whole: ReadonlySet<string> },
): History {
  const next = new Map((answer.results ?? []).map((result) => [result.metric_name, result]))
  const average = next.get(metricNames.average)
  const results = (history.answer.results ?? []).map((old) => {
    const found = next.get(old.metric_name)
    next.delete(old.metric_name)
    if (found === undefined) return old
    return joinedResult(old, found, whole.has(old.metric_name) ? wanted.start : from, wanted)
  })
  return {
    grid: wanted,
    answer: { ...history.answer, results: [...results, ...next.values()] },
    averages: joinedMoments(history.averages, answer, wanted.start, before(average, from, whole, wanted)),
  }
}

/** Two answers about different metrics as one. */
export const together = (answers: readonly MonitoringAnswer[]): MonitoringAnswer => ({
  results: answers.flatMap(({ results }) => results ?? []),
})
