import { serverSkew } from '@/api/server-clock'
import { createPodLogReader, feedPodLog, POLL_INTERVAL, type FeedState, type PodLogReader } from '@/api/pod-log-feed'
import type { GatewayRef } from '@/domain/gateway'
import type { StampedLine } from '@/domain/logs/stamp'
import type { LogSession } from './log-session'

/**
 * Over HTTP/1.1 a browser keeps six connections to a server. Five may be streams that stay open, so that there is one for
 * everything else, such as the requests that ask for the remaining pods.
 */
export const MOST_STREAMS = 5
/** How many lines of a pod one begins with, at most. */
export const FIRST_LINES = 100_000

/** How often the other pods are asked, in seconds. */
export const POLL_SECONDS = POLL_INTERVAL / 1000

/** What to begin with: so many seconds back, from a moment on, or all there is. */
export type Since = { readonly seconds: number } | { readonly time: number } | 'all'

interface Feed {
  readonly stop: AbortController
  readonly follow: boolean
  state: FeedState
}

/** What came of the time before a pod was first asked, which ends at `until`, in microseconds since 1970. */
interface Past {
  readonly until: number
  lines: number
  isOver: boolean
}

/** The feeds of a viewer: one for each pod that is chosen and there. */
export class LiveFeeds {
  readonly #session: LogSession
  readonly #ref: GatewayRef
  readonly #since: Since
  readonly #previous: boolean
  readonly #begunAt = Date.now()
  readonly #feeds = new Map<string, Feed>()
  readonly #readers = new Map<string, PodLogReader>()
  readonly #listeners = new Set<() => void>()
  #states: ReadonlyMap<string, FeedState> = new Map()
  readonly #pasts = new Map<string, Past>()
  #cut: readonly string[] = []
  readonly #mostLines: number

  constructor(session: LogSession, ref: GatewayRef, since: Since, previous: boolean, mostLines = FIRST_LINES) {
    this.#mostLines = mostLines
    this.#session = session
    this.#ref = ref
    this.#since = since
    this.#previous = previous
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** How every feed is, by the name of its pod. */
  readonly states = (): ReadonlyMap<string, FeedState> => this.#states

  /** Pods that wrote more in the chosen time than one begins with, so that their older lines are missing. */
  readonly cutPods = (): readonly string[] => this.#cut

  /** Reads these pods from now on and no others. The first ones are streamed, the rest is asked now and then. */
  setPods(pods: readonly string[]): void {
    const streamed = new Set(pods.slice(0, MOST_STREAMS))
    for (const [pod, feed] of this.#feeds)
      if (!pods.includes(pod) || feed.follow !== streamed.has(pod)) this.#stop(pod, feed)
    for (const pod of pods) if (!this.#feeds.has(pod)) this.#start(pod, streamed.has(pod))
    this.#tell()
  }

  /** Reads nothing any more; `setPods` goes on where it was. */
  stop(): void {
    for (const [pod, feed] of this.#feeds) this.#stop(pod, feed)
  }

  #stop(pod: string, feed: Feed): void {
    feed.stop.abort()
    this.#session.close(this.#session.sourceOf(pod))
    this.#feeds.delete(pod)
  }

  #start(pod: string, follow: boolean): void {
    const source = this.#session.sourceOf(pod)
    const feed: Feed = { stop: new AbortController(), follow, state: { kind: 'connecting' } }
    this.#feeds.set(pod, feed)
    this.#session.open(source)
    // A pod that was chosen before goes on from its last line.
    const reader = this.#readers.get(pod) ?? createPodLogReader()
    this.#readers.set(pod, reader)
    const past = this.#pasts.get(pod) ?? { until: (Date.now() + serverSkew()) * 1000, lines: 0, isOver: false }
    this.#pasts.set(pod, past)
    void feedPodLog({
      ref: this.#ref,
      pod,
      follow,
      previous: this.#previous,
      begin: this.#begin(),
      reader,
      signal: feed.stop.signal,
      onLines: (lines) => {
        this.#countPast(pod, past, lines)
        this.#session.push(source, lines)
      },
      onState: (state) => {
        if (this.#feeds.get(pod) !== feed) return
        feed.state = state
        this.#tell()
      },
    })
  }

  /** The server does not say that it cut something off; as many past lines as one asks for at most say it. */
  #countPast(pod: string, past: Past, lines: readonly StampedLine[]): void {
    if (past.isOver) return
    const firstNew = this.#previous ? -1 : lines.findIndex(({ time }) => time > past.until)
    past.lines += firstNew < 0 ? lines.length : firstNew
    past.isOver = firstNew >= 0 || past.lines >= this.#mostLines
    if (past.lines < this.#mostLines) return
    this.#cut = [...this.#cut, pod]
    this.#tell()
  }

  #begin() {
    const tailLines = this.#mostLines
    if (this.#since === 'all') return { tailLines }
    if ('time' in this.#since) return { tailLines, sinceTime: new Date(this.#since.time / 1000).toISOString() }
    return { tailLines, sinceSeconds: this.#since.seconds + Math.floor((Date.now() - this.#begunAt) / 1000) }
  }

  #tell(): void {
    this.#states = new Map([...this.#feeds].map(([pod, feed]) => [pod, feed.state]))
    for (const listener of this.#listeners) listener()
  }
}
