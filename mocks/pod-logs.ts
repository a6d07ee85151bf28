import { banner, hostileLines, linesBy, offsetsBy } from './log-lines'
import type { PodRecord } from './records'
import type { ScenarioName } from './scenarios'
import type { World } from './world'

/** What pods have written up to now. Nothing is stored: every line follows from the pod, its number and the scenario. */

/** One line; `at` in ms since 1970. */
export interface LogLine {
  at: number
  /** Nanoseconds beyond `at`. */
  nano: number
  /** Made when it is wanted: most lines are only counted. */
  text: () => string
}

/** How many lines of a container are kept; older ones are rotated away. */
const KEPT = 10_000

/** Milliseconds between two lines of a pod. */
const paceOf = (scenario: ScenarioName): number => {
  if (scenario === 'busy-logs') return 100
  return scenario === 'log-stream-drops' ? 200 : 2000
}

/** Whether there is traffic at all. */
const hasTraffic = (scenario: ScenarioName) => scenario !== 'quiet-logs' && scenario !== 'hostile-logs'

/** One run of a container: from when to when, in ms. */
interface Run {
  from: number
  to: number
}

const moment = (text: unknown) => Date.parse(typeof text === 'string' ? text : '')

/** The run a request is about: the present one or the one before; `undefined` before the container has started. */
export const runOf = (pod: PodRecord, isPrevious: boolean, now: number): Run | undefined => {
  const container = pod.status.containerStatuses?.[0]
  const before = container?.lastState?.terminated
  if (isPrevious && before) return { from: moment(before.startedAt), to: moment(before.finishedAt) }
  const startedAt = container?.state?.running?.startedAt
  if (startedAt) return { from: moment(startedAt), to: now }
  // Crashing: the kubelet still has the log of the run that ended.
  return before ? { from: moment(before.startedAt), to: moment(before.finishedAt) } : undefined
}

/** The format of the gateway's access log, from its options. */
export const formatIn = (world: World, gateway: string): string => {
  for (const cluster of world.db.clusters.values()) {
    const format = cluster.gateways.get(gateway)?.spec.controller?.config?.['log-format-upstream']
    if (format) return format
  }
  return ''
}

/** The lines of a run that were written after `after` up to `until` (ms), oldest first, at most the newest `most`. */
export const linesOf = (
  world: World,
  pod: PodRecord,
  run: Run,
  { after, until, most = KEPT, format }: { after: number; until: number; most?: number; format: string },
): LogLine[] => {
  const { scenario } = world.db
  const textOf = linesBy(pod.metadata.name)
  const offsetOf = offsetsBy(pod.metadata.name)
  const end = Math.min(until, run.to)
  const opening = [...banner, ...(scenario === 'hostile-logs' ? hostileLines : [])].map((text, index): LogLine => ({
    at: run.from,
    nano: index * 1000,
    text: () => text,
  }))
  const lines = opening.filter((line) => line.at > after && line.at <= end)
  if (!hasTraffic(scenario)) return lines.slice(-most)
  const pace = paceOf(scenario)
  // The first line of traffic comes five seconds after the start.
  const first = Math.ceil((run.from + 5_000) / pace)
  const last = Math.floor(end / pace)
  const wanted = Math.min(most, KEPT)
  const traffic: LogLine[] = []
  for (let index = last; index >= first && traffic.length < wanted; index -= 1) {
    const at = index * pace + offsetOf(index, pace)
    if (at > end) continue
    if (at <= after) break
    traffic.push({
      at,
      nano: offsetOf(index, 1_000_000),
      text: () => textOf(index, at, format),
    })
  }
  const rotated = traffic.length >= KEPT
  return [...(rotated ? [] : lines), ...traffic.toReversed()].slice(-most)
}

/** A line as the kubelet sends it. */
export const written = ({ at, nano, text }: LogLine, hasStamp: boolean): string =>
  `${hasStamp ? `${stampOf(at, nano)} ` : ''}${text()}\n`

/** RFC 3339 with nine digits. */
export const stampOf = (at: number, nano: number): string =>
  `${new Date(at).toISOString().slice(0, -1)}${String(nano).padStart(6, '0')}Z`
