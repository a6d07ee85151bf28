import { gatewayName } from '@mocks/names'
import { formatIn, linesOf, runOf, stampOf, written, type LogLine } from '@mocks/pod-logs'
import { followed } from '@mocks/log-stream'
import type { PodRecord } from '@mocks/records'
import { json, kapisError } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'

/** Logs of a gateway's pods: from the kubelet, and from the logging module. */

const ROOT = '/kapis/gateway.kubesphere.io/v1alpha1/namespaces/:ns/gateways/:name'
const CORE = '/api/v1/namespaces/:ns/pods/:pod/log'
const CONTAINER = 'controller'

const encoder = new TextEncoder()

const text = (body: BodyInit | null, contentType: string) =>
  new Response(body, { status: 200, headers: { 'Content-Type': contentType } })

const isTrue = (call: Call, name: string) => call.query.get(name) === 'true'

/** `undefined` when the query has none; a refusal for one that the kubelet does not take (recording e15). */
const tailOf = (call: Call, pod: string): number | undefined | Response => {
  const value = call.query.get('tailLines')
  if (value === null) return undefined
  if (Number(value) >= 0) return Number(value)
  return kapisError(
    `PodLogOptions "${pod}" is invalid: tailLines: Invalid value: ${value}: must be greater than or equal to 0`,
    422,
  )
}

/** The moment after which lines are wanted, in ms. The kubelet knows whole seconds only. */
const sinceOf = (call: Call): number => {
  const seconds = call.query.get('sinceSeconds')
  if (seconds !== null) return call.now - Number(seconds) * 1000
  const time = call.query.get('sinceTime')
  return time === null ? -Infinity : Math.floor(Date.parse(time) / 1000) * 1000 - 1
}

const podLog = (call: Call, pod: PodRecord, contentType: string): Response => {
  const { world, now } = call
  const { name } = pod.metadata
  const container = call.query.get('container') ?? CONTAINER
  if (container !== CONTAINER) return kapisError(`container ${container} is not valid for pod ${name}`, 400)
  const tail = tailOf(call, name)
  if (tail instanceof Response) return tail
  const run = runOf(pod, isTrue(call, 'previous'), now)
  // A pod that has not started has an empty log, not an error.
  if (!run) return text('', contentType)
  const format = formatIn(world, gatewayOf(pod))
  const past = linesOf(world, pod, run, {
    after: sinceOf(call),
    until: now,
    format,
    ...(tail !== undefined && { most: tail }),
  })
  const begin = tail === 0 ? [] : past
  if (isTrue(call, 'follow') && run.to === now) return text(followed(call, pod, begin, format), contentType)
  return text(encoder.encode(begin.map((line) => written(line, isTrue(call, 'timestamps'))).join('')), contentType)
}

const gatewayOf = (pod: PodRecord) =>
  (pod.metadata.labels?.['app.kubernetes.io/instance'] ?? '').replace(/-ingress$/, '')

/** The gateway's name in the path is not looked at, as with pods (recording e05). */
const throughKapis = (call: Call): Response => {
  const pod = podsOf(call).find(({ metadata }) => metadata.name === param(call, 'pod'))
  return pod ? podLog(call, pod, 'text/plain; charset=utf-8') : kapisError('pod does not exist', 500)
}

const throughCore = (call: Call): Response => {
  const pod = call.cluster.pods
    .values()
    .flat()
    .find(({ metadata }) => metadata.name === param(call, 'pod'))
  return pod ? podLog(call, pod, 'text/plain') : kapisError('pod does not exist', 500)
}

const podsOf = (call: Call) => call.cluster.pods.get(gatewayName(param(call, 'ns'))) ?? []

/** One hit of a search. */
type Hit = LogLine & { pod: string }

/** Whether a value has one of the words between commas; the value is made only when there are any. */
const isAmong = (query: string | null, value: () => string) => {
  if (!query) return true
  const text = value().toLowerCase()
  return query.split(',').some((part) => text.includes(part.trim().toLowerCase()))
}

/** All hits, newest first. */
const hitsOf = (call: Call, from: number, to: number): Hit[] => {
  const { world, query, now } = call
  const isMeant = isAmong(query.get('container_query'), () => CONTAINER)
  const pods = isMeant
    ? podsOf(call).filter(({ metadata }) => isAmong(query.get('pod_query'), () => metadata.name))
    : []
  const format = formatIn(world, gatewayName(param(call, 'ns')))
  const hits = pods.flatMap((pod): Hit[] => {
    const run = runOf(pod, false, now)
    const lines = run ? linesOf(world, pod, run, { after: from - 1, until: to, format }) : []
    return lines
      .filter((line) => isAmong(query.get('log_query'), line.text))
      .map((line) => ({ ...line, pod: pod.metadata.name }))
  })
  return hits.toSorted((a, b) => b.at - a.at || b.nano - a.nano)
}

const recordOf = ({ at, nano, text: line, pod }: Hit) => ({
  log: `${line()}\n`,
  time: stampOf(at, nano),
  namespace: 'kubesphere-controls-system',
  pod,
  container: CONTAINER,
})

/** A whole number, or what it is otherwise (recording l14). */
const whole = (value: string | null, otherwise: number) => (/^\d+$/.test(value ?? '') ? Number(value) : otherwise)

const badTime = (call: Call) =>
  ['start_time', 'end_time'].map((name) => call.query.get(name)).find((value) => value && !/^-?\d+$/.test(value))

/** Lines per part of an export, and the milliseconds between two. */
const EXPORT = { lines: 400, pause: 15 }

const exported = (hits: readonly Hit[]): Response => {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (at > 0) await new Promise((resolve) => setTimeout(resolve, EXPORT.pause))
      const part = hits.slice(at, at + EXPORT.lines)
      at += part.length
      if (part.length > 0) controller.enqueue(encoder.encode(part.map((hit) => `${hit.text()}\n`).join('')))
      if (at >= hits.length) controller.close()
    },
  })
  return new Response(body, {
    status: 200,
    headers: { 'Content-Type': 'text/plain', 'Content-Disposition': 'attachment' },
  })
}

/** `sort` orders a search; an export is always newest first (recording l09). */
const search = (call: Call): Response => {
  const { query, world, now } = call
  if (world.db.platform.logging === 'off') return kapisError("logging isn't enabled", 500)
  const bad = badTime(call)
  if (bad) return kapisError(`strconv.ParseInt: parsing "${bad}": invalid syntax`, 500)
  if (world.db.platform.logging === 'down')
    return kapisError('dial tcp elasticsearch:9200: connect: connection refused', 500)
  const seconds = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise) * 1000
  const hits = hitsOf(call, seconds('start_time', 0), Math.min(seconds('end_time', now / 1000) + 999, now))
  if (query.get('operation') === 'export') return exported(hits)
  const from = whole(query.get('from'), 0)
  const sorted = query.get('sort') === 'asc' ? hits.toReversed() : hits
  const records = sorted.slice(from, from + whole(query.get('size'), 10)).map(recordOf)
  const hasRecords = records.length > 0 && query.get('operation') !== 'histogram'
  return json({ query: { total: hits.length, ...(hasRecords && { records }) } })
}

export const logRoutes: readonly Route[] = [
  { method: 'GET', path: `${ROOT}/pods/:pod/log`, answer: throughKapis },
  { method: 'GET', path: `${ROOT}/logs`, answer: search },
  { method: 'GET', path: CORE, answer: throughCore },
]
