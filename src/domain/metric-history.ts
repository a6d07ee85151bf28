import type { MetricResult, MetricSeries, MonitoringAnswer, Sample } from '@/wire/monitoring'
import type { Grid } from './time-range'

/** What is known of a range so far, and how newer points are put to it. */

export interface History {
  readonly grid: Grid
  /** As if it had been one answer. */
  readonly answer: MonitoringAnswer
}

/** Names of the metrics that failed alone: they are asked for again, whole. */
export const failedIn = (answer: MonitoringAnswer): ReadonlySet<string> =>
  new Set((answer.results ?? []).filter(({ error }) => error !== undefined).map((result) => result.metric_name))

/**
 * The part of a wanted grid that is not known yet, null when everything is. The newest known point is asked for again,
 * because the server may not have had all of it. Undefined when the two do not join: then everything is needed.
 */
export function missingPart({ grid }: History, wanted: Grid): Grid | null | undefined {
  const joins =
    grid.step === wanted.step && wanted.start >= grid.start && wanted.end >= grid.end && grid.end >= wanted.start
  if (!joins) return undefined
  return grid.end === wanted.end ? null : { ...wanted, start: grid.end }
}

const keyOf = ({ metric = {} }: MetricSeries) =>
  Object.keys(metric)
    .toSorted()
    .map((key) => `${key}=${metric[key]}`)
    .join(',')

const inside = (samples: readonly Sample[], from: number, before: number) =>
  samples.filter(([at]) => at >= from && at < before)

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
  const results = (history.answer.results ?? []).map((old) => {
    const found = next.get(old.metric_name)
    next.delete(old.metric_name)
    if (found === undefined) return old
    return joinedResult(old, found, whole.has(old.metric_name) ? wanted.start : from, wanted)
  })
  return { grid: wanted, answer: { ...history.answer, results: [...results, ...next.values()] } }
}

/** Two answers about different metrics as one. */
export const together = (answers: readonly MonitoringAnswer[]): MonitoringAnswer => ({
  results: answers.flatMap(({ results }) => results ?? []),
})
