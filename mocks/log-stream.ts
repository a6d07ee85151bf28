import { settle } from './controller'
import { linesOf, runOf, written, type LogLine } from './pod-logs'
import type { PodRecord } from './records'
import type { Call } from './router'

/** How often an open stream looks for new lines, in milliseconds of real time. */
const POLL = 250
/** In the scenario `log-stream-drops`, how long a stream lasts, in milliseconds of real time. */
const LIFE = 3_000

const encoder = new TextEncoder()

const podNow = (call: Call, pod: PodRecord) => {
  settle(call.world, call.world.now())
  return call.cluster.pods
    .values()
    .flat()
    .find(({ metadata }) => metadata.uid === pod.metadata.uid)
}

/**
 * The log of a pod as it grows (recording e18). It ends with the pod or when the client leaves; in `log-stream-drops` it
 * breaks, in the middle of a line.
 */
export const followed = (
  call: Call,
  pod: PodRecord,
  begin: readonly LogLine[],
  format: string,
): ReadableStream<Uint8Array> => {
  const hasStamp = call.query.get('timestamps') === 'true'
  const breaks = call.world.db.scenario === 'log-stream-drops'
  let sentUntil = call.now
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => clearInterval(timer)
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (lines: readonly LogLine[]) => {
        if (lines.length > 0) controller.enqueue(encoder.encode(lines.map((line) => written(line, hasStamp)).join('')))
      }
      const newLines = (current: PodRecord) => {
        const now = call.world.now()
        const run = runOf(current, false, now)
        const lines = run ? linesOf(call.world, current, run, { after: sentUntil, until: now, format }) : []
        sentUntil = now
        return lines
      }
      const look = (openedAt: number) => {
        const current = podNow(call, pod)
        if (!current) {
          stop()
          controller.close()
          return
        }
        const lines = newLines(current)
        if (breaks && Date.now() - openedAt > LIFE && lines.length > 0) {
          const bytes = encoder.encode(lines.map((line) => written(line, hasStamp)).join(''))
          controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
          stop()
          // Not at once: what was sent before would be lost with it.
          setTimeout(() => controller.error(new TypeError('the connection broke')), POLL / 5)
          return
        }
        send(lines)
      }
      send(begin)
      const openedAt = Date.now()
      timer = setInterval(() => look(openedAt), POLL)
      call.request.signal.addEventListener('abort', stop)
    },
    cancel: stop,
  })
}
