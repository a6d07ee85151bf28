import type { GatewayRef } from '@/domain/gateway'
import { createLineSplitter } from '@/domain/logs/line-splitter'
import { createResumePoint, type ResumePoint } from '@/domain/logs/resume'
import { readStamp, type StampedLine } from '@/domain/logs/stamp'
import { openPodLog, type PodLogQuery } from './logs'

/** How a feed is: on its way, open, asked now and then, between two tries, or over because the log has an end. */
export type FeedState =
  | { readonly kind: 'connecting' | 'streaming' | 'polling' | 'ended' }
  | { readonly kind: 'retrying'; readonly error: Error | null }

interface FeedOptions {
  readonly ref: GatewayRef
  readonly pod: string
  readonly reader: PodLogReader
  /** A stream that stays open, or a request now and then. */
  readonly follow: boolean
  readonly previous: boolean
  /** What to begin with. */
  readonly begin: Pick<PodLogQuery, 'tailLines' | 'sinceSeconds' | 'sinceTime'>
  readonly onLines: (lines: readonly StampedLine[]) => void
  readonly onState: (state: FeedState) => void
  readonly signal: AbortSignal
}

/** Between two requests of a feed that does not stay open, in milliseconds. */
export const POLL_INTERVAL = 3_000
/** After a stream that ended by itself: the container restarts, or has not started. */
const AFTER_END = 1_000
const longestPause = 10_000

const pauseAfter = (failures: number) => Math.min(500 * 2 ** (failures - 1), longestPause)

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })

/** A line of the log, or what may become one: also its stamp can be cut in two. */
const isOfLog = (text: string) => readStamp(text) !== null || /^[\dTZ:.+-]*$/.test(text)

/**
 * Reads a stream to its end. Half a line at its end is not given out, whether the stream broke or was closed by a proxy
 * in good order: the next stream brings the whole, which would then pass for one that was seen. What has no stamp is no
 * line of the log and never comes again.
 */
async function readLines(
  stream: ReadableStream<Uint8Array>,
  isLast: boolean,
  onLines: (lines: readonly string[]) => void,
  signal: AbortSignal,
) {
  const splitter = createLineSplitter()
  const reader = stream.getReader()
  // Why the stream could not be given up matters to nobody any more.
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (signal.aborted) return
      if (done) break
      const lines = splitter.push(value)
      if (lines.length > 0) onLines(lines)
    }
    const last = splitter.end()
    if (last !== null && (isLast || !isOfLog(last))) onLines([last])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Knows what was read of a pod's log, so that the next feed goes on from there. */
export interface PodLogReader {
  readonly resume: ResumePoint
  /** A line with its moment; null for one that was read before. */
  readonly read: (text: string) => StampedLine | null
}

/** A reader for one pod. The kubelet's own messages have no moment and get that of the line before. */
export function createPodLogReader(): PodLogReader {
  const resume = createResumePoint()
  let time = Date.now() * 1000
  let message = ''
  const read = (text: string): StampedLine | null => {
    const line = readStamp(text)
    if (line) {
      if (!resume.isNew(line)) return null
      time = line.time
      return line
    }
    // Said again by every new stream.
    if (text === message) return null
    message = text
    return { time, nano: 0, text }
  }
  return { resume, read }
}

/**
 * Reads the log of a pod until `signal` says stop: after a break it goes on from the last line, without gap or repeat,
 * and it waits for a pod that has not started. The log of a previous container is read once.
 */
export async function feedPodLog(options: FeedOptions): Promise<void> {
  const { ref, pod, follow, previous, begin, onLines, onState, signal } = options
  const { resume, read } = options.reader
  let failures = 0
  while (!signal.aborted) {
    onState({ kind: failures === 0 ? 'connecting' : 'retrying', error: null })
    const since = resume.sinceTime()
    resume.reopened()
    try {
      const range = since === undefined ? begin : { sinceTime: since }
      const stream = await openPodLog(ref, pod, { follow: follow && !previous, previous, ...range }, signal)
      onState({ kind: follow && !previous ? 'streaming' : 'polling' })
      await readLines(
        stream,
        previous,
        (texts) => {
          failures = 0
          const lines = texts.flatMap((text) => read(text) ?? [])
          if (lines.length > 0) onLines(lines)
        },
        signal,
      )
      failures = 0
      if (previous) {
        onState({ kind: 'ended' })
        return
      }
      await pause(follow ? AFTER_END : POLL_INTERVAL, signal)
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      onState({ kind: 'retrying', error: error instanceof Error ? error : new Error(String(error)) })
      await pause(pauseAfter(failures), signal)
    }
  }
}
