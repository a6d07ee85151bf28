import * as v from 'valibot'

/**
 * Answers of the monitoring module: one result per metric, in random order (recordings f01 and f21). They are large, so
 * samples are checked by one plain function instead of a schema per number.
 */

/** Seconds since 1970, and the value as text: a number, `NaN`, `+Inf` or `-Inf`. */
export type Sample = readonly [number, string]

const isSample = (value: unknown): value is Sample =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string'
const isSamples = (value: unknown): value is readonly Sample[] => Array.isArray(value) && value.every(isSample)

export const MetricSeries = v.looseObject({
  /** What the series is about; missing when it is about everything (recording f01). */
  metric: v.optional(v.record(v.string(), v.string())),
  /** Of a now value. Missing on a page that is sorted by another metric (recording f39). */
  value: v.optional(v.custom<Sample>(isSample, 'not a sample')),
  /** Of a range. */
  values: v.optional(v.custom<readonly Sample[]>(isSamples, 'not a list of samples')),
})
export type MetricSeries = v.InferOutput<typeof MetricSeries>

export const MetricResult = v.looseObject({
  metric_name: v.string(),
  /** Why this metric alone could not be read, in an answer that is 200 (recording f06). */
  error: v.optional(v.string()),
  /** `result` is missing when there is no data (recording f07). */
  data: v.looseObject({ resultType: v.optional(v.string()), result: v.nullish(v.array(MetricSeries)) }),
})
export type MetricResult = v.InferOutput<typeof MetricResult>

export const MonitoringAnswer = v.looseObject({
  /** null when the filter matches no metric (recording f09). */
  results: v.nullable(v.array(MetricResult)),
})
export type MonitoringAnswer = v.InferOutput<typeof MonitoringAnswer>
