import { isObject } from '@mocks/json'
import { metrics, needJob, type SeriesOf, type Subject } from '@mocks/metrics'
import { SYSTEM } from '@mocks/names'
import { hash } from '@mocks/random'
import { json, kapisError } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import type { ScenarioName } from '@mocks/scenarios'
import { moods, type Mood } from '@mocks/traffic'
import { clockOf } from '@mocks/server-clock'

/** The monitoring module: `…/namespaces/:ns/ingresses`, now values and ranges (recordings f01–f42). */

const SECOND = 1000
const FIVE_MINUTES = 300
/** How long Prometheus needs to find a new gateway, in seconds. */
const DISCOVERY = 30
/** Prometheus refuses more points than these for one series. */
const MAX_POINTS = 11_000

const moodOf = (scenario: ScenarioName): Mood => moods.find((mood) => mood === scenario) ?? 'steady'

const UNITS = { ms: 0.001, s: 1, m: 60, h: 3600 } as const

/** Seconds of a Go duration such as `1h30m`; undefined for what Go does not know, such as `1d`. */
const goDuration = (text: string): number | undefined => {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit === 'ms' || unit === 's' || unit === 'm' ? unit : 'h'],
    0,
  )
}

interface Instant {
  kind: 'vector'
  time: number
}
interface Range {
  kind: 'matrix'
  start: number
  end: number
  step: number
}

const whole = (text: string): number | Response =>
  /^-?\d+$/.test(text)
    ? Number(text)
    : kapisError(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`, 400)

/** What is asked for, or the refusal (recordings f27, f30, f33 and f34). */
const whenOf = ({ query }: Call, present: number): Instant | Range | Response => {
  const [start, end, time] = ['start', 'end', 'time'].map((key) => query.get(key) ?? '')
  if (start && end && !time) {
    const step = goDuration(query.get('step') ?? '10m')
    if (step === undefined || step <= 0)
      return kapisError(`time: invalid duration ${JSON.stringify(query.get('step'))}`, 400)
    const [from, to] = [whole(start), whole(end)]
    if (from instanceof Response) return from
    return to instanceof Response ? to : { kind: 'matrix', start: from, end: to, step }
  }
  if (start || end) return kapisError("'time' and the combination of 'start' and 'end' are mutually exclusive.", 400)
  const at = time ? whole(time) : present
  return at instanceof Response ? at : { kind: 'vector', time: at }
}

/** The names of the metrics in which the filter is found; none when the filter is no regular expression (recordings f09 and f10). */
const namesOf = (filter: string): string[] => {
  try {
    const pattern = new RegExp(filter)
    return Object.keys(metrics).filter((name) => pattern.test(name))
  } catch {
    return []
  }
}

/** Fields of every series that only the metering of the server fills. */
const METERING = {
  min_value: '',
  max_value: '',
  avg_value: '',
  sum_value: '',
  fee: '',
  resource_unit: '',
  currency_unit: '',
}

const seconds = (iso: string | null | undefined) => Math.floor(Date.parse(iso ?? '') / SECOND)

const createdAt = ({ gateway }: Subject) => seconds(gateway.metadata.creationTimestamp) + DISCOVERY

const written = (value: number) => (Number.isNaN(value) ? 'NaN' : String(value))

const sampled = (subject: Subject, each: SeriesOf, when: Instant | Range, present: number): object[] => {
  const from = createdAt(subject)
  const sample = (moment: number): [number, string][] => {
    const value = moment < from || moment > present ? undefined : each.at(moment)
    return value === undefined ? [] : [[moment, written(value)]]
  }
  const labels = each.labels && { metric: each.labels }
  if (when.kind === 'vector') return sample(when.time).map((value) => ({ ...labels, value, ...METERING }))
  const values: [number, string][] = []
  const skipped = Math.max(0, Math.ceil((from - when.start) / when.step))
  const end = Math.min(when.end, present)
  for (let at = when.start + skipped * when.step; at <= end; at += when.step) values.push(...sample(at))
  return values.length > 0 ? [{ ...labels, values, ...METERING }] : []
}

/** A range begins no earlier than its namespace; the steps stay where they were (recordings f28 and f31). */
const notBefore = (asked: Instant | Range, created: number): Instant | Range =>
  asked.kind === 'matrix' && created > asked.start
    ? { ...asked, start: asked.start + Math.ceil((created - asked.start) / asked.step) * asked.step }
    : asked

/** Every gateway that a job belongs to; without a job all that there are (recording f06). */
const gatewaysOf = ({ cluster, query }: Call) => {
  const job = query.get('job') ?? ''
  return cluster.gateways.values().filter(({ metadata }) => job === '' || job === `${metadata.name}-metrics`)
}

const subjectsOf = (call: Call, window: number): Subject[] => {
  const { cluster, query, world } = call
  const project = param(call, 'ns')
  const only = query.get('resources_filter')
  const isAsked = (name: string) =>
    param(call, 'name') ? name === param(call, 'name') : only === null || new RegExp(`^(?:${only})`).test(name)
  return gatewaysOf(call).map((gateway) => {
    const served = gateway.spec.controller?.scope?.namespace
    return {
      gateway,
      pods: cluster.pods.get(gateway.metadata.name) ?? [],
      routes: cluster.ingresses
        .values()
        .filter(({ metadata: { namespace = '' } }) => !served || namespace === served)
        .filter(({ metadata: { namespace } }) => project === SYSTEM || namespace === project)
        .filter(({ metadata }) => isAsked(metadata.name)),
      weather: { mood: moodOf(world.db.scenario), began: Math.floor(world.db.seededAt / SECOND) },
      window,
    }
  })
}

/** Why a metric alone fails, in an answer that is 200. */
const failureOf = (call: Call, name: string, when: Instant | Range): string | undefined => {
  const { scenario } = call.world.db
  if (scenario === 'prometheus-down')
    return 'Post "http://prometheus-operated.kubesphere-monitoring-system.svc:9090/api/v1/query": dial tcp 10.233.41.17:9090: connect: connection refused'
  if (scenario === 'one-metric-failing' && name === 'ingress_request_duration_99percentage')
    return 'execution: query processing would load too many samples into memory in query execution'
  if (!call.query.get('job') && needJob.has(name))
    return 'bad_data: invalid parameter "query": 1:70: parse error: unexpected "," in label matching, expected identifier or "}"'
  if (when.kind === 'matrix' && (when.end - when.start) / when.step > MAX_POINTS)
    return 'bad_data: exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)'
  return undefined
}

/** One page of a metric's series, highest first; other metrics come without values then (recording f39). */
const pageOf = (results: { metric_name: string; data: object }[], query: URLSearchParams) => {
  const metric = query.get('sort_metric')
  const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))]
  const sorted = results.find((each) => each.metric_name === metric)
  if (!sorted || !('result' in sorted.data) || !Array.isArray(sorted.data.result) || !page || !limit) return { results }
  const rows: unknown[] = sorted.data.result
  const value = (row: unknown) => Number(isObject(row) && Array.isArray(row['value']) ? row['value'][1] : 0)
  const ordered = rows.toSorted((a, b) => value(b) - value(a))
  const shown = ordered.slice((page - 1) * limit, page * limit)
  return {
    results: results.map((each) => ({
      ...each,
      data: { ...each.data, result: each === sorted ? shown : [{ ...METERING }] },
    })),
    page,
    total_page: Math.ceil(rows.length / limit),
    total_item: rows.length,
  }
}

/** In random order, as the real server asks for them side by side; another one each time. */
const shuffled = <Result extends { metric_name: string }>(call: Call, results: readonly Result[]): Result[] => {
  call.world.shuffles += 1
  const place = ({ metric_name: name }: Result) => hash(`${name}#${call.world.shuffles}`)
  return results.toSorted((a, b) => place(a) - place(b))
}

const monitoring = (call: Call): Response => {
  const { query } = call
  const present = Math.floor(clockOf(call.world) / SECOND)
  const asked = whenOf(call, present)
  if (asked instanceof Response) return asked
  const names = namesOf(query.get('metrics_filter') ?? '')
  if (names.length === 0) return json({ results: null })
  const namespace = seconds(call.cluster.namespaces.get(param(call, 'ns'))?.metadata.creationTimestamp)
  // `pod` is not read at all (recordings f22 and f24).
  const when = notBefore(asked, namespace)
  const subjects = subjectsOf(call, goDuration(query.get('duration') ?? '') ?? FIVE_MINUTES)
  const results = names.map((name) => {
    const error = failureOf(call, name, when)
    if (error !== undefined) return { metric_name: name, data: {}, error }
    const series = subjects.flatMap((subject) =>
      (metrics[name]?.(subject) ?? []).flatMap((each) => sampled(subject, each, when, present)),
    )
    return { metric_name: name, data: { resultType: when.kind, ...(series.length > 0 && { result: series }) } }
  })
  return json(pageOf(shuffled(call, results), query))
}

const PATH = '/kapis/monitoring.kubesphere.io/v1alpha3/namespaces/:ns/ingresses'

export const monitoringRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, answer: monitoring },
  { method: 'GET', path: `${PATH}/:name`, answer: monitoring },
]
