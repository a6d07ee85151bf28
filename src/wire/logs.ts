import * as v from 'valibot'

/** One hit of a log search; `log` ends with a line end, `time` is RFC 3339 in UTC (recording l02). */
export const LogRecord = v.looseObject({
  log: v.string(),
  time: v.string(),
  namespace: v.optional(v.string()),
  pod: v.string(),
  container: v.optional(v.string()),
})
export type LogRecord = v.InferOutput<typeof LogRecord>

/** `GET …/gateways/{name}/logs`; without a hit there are no `records` (recording l06). */
export const LogSearchResult = v.looseObject({
  query: v.looseObject({ total: v.number(), records: v.nullish(v.array(LogRecord)) }),
})
export type LogSearchResult = v.InferOutput<typeof LogSearchResult>
