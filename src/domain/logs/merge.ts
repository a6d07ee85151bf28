import { compareStamps, type StampedLine } from './stamp'

/** A line and the number of the pod it came from. */
export interface SourcedLine extends StampedLine {
  readonly source: number
}

interface Queue {
  readonly openedAt: number
  lastPushAt: number
  isOpen: boolean
  lines: SourcedLine[]
  /** When each of `lines` came; lines before `next` are gone. */
  arrivals: number[]
  next: number
}

/** How long a stream that says nothing holds the others back, in milliseconds. */
const QUIET = 300
/** How long a line waits for older ones of other streams, in milliseconds. */
const HOLD = 1_000

/** Lines of several pods in one order. Times `now` are milliseconds of any one clock. */
export interface Merge {
  readonly open: (source: number, now: number) => void
  readonly close: (source: number) => void
  readonly push: (source: number, lines: readonly StampedLine[], now: number) => void
  /** The next lines, oldest first, `most` of them; lines of one moment and pod stay in the order in which they came. */
  readonly take: (now: number, most: number) => SourcedLine[]
  /** How many lines wait. */
  readonly waiting: () => number
}

/**
 * Merges by timestamp. While several streams deliver, a line is given out when no stream can bring an older one; a stream
 * that is silent holds nobody back. What comes too late for that is put in its place by the store.
 */
export function createMerge(): Merge {
  const queues = new Map<number, Queue>()
  const head = (queue: Queue) => queue.lines[queue.next]
  const isBusy = (queue: Queue, now: number) =>
    queue.isOpen && (queue.lastPushAt === -Infinity ? now - queue.openedAt < HOLD : now - queue.lastPushAt < QUIET)
  /** A busy stream without waiting lines may still bring something older than all that wait. */
  const isHeld = (now: number) => [...queues.values()].some((queue) => !head(queue) && isBusy(queue, now))

  const oldest = () => {
    let best: Queue | undefined
    for (const queue of queues.values()) {
      const line = head(queue)
      if (!line) continue
      const rival = best && head(best)
      if (!rival || compareStamps(line, rival) < 0) best = queue
    }
    return best
  }
  const tidy = (queue: Queue) => {
    if (queue.next < queue.lines.length) return
    queue.lines = []
    queue.arrivals = []
    queue.next = 0
  }

  return {
    open: (source, now) => {
      const known = queues.get(source)
      if (known) known.isOpen = true
      else queues.set(source, { openedAt: now, lastPushAt: -Infinity, isOpen: true, lines: [], arrivals: [], next: 0 })
    },
    close: (source) => {
      const queue = queues.get(source)
      if (queue) queue.isOpen = false
    },
    push: (source, lines, now) => {
      const queue = queues.get(source)
      if (!queue) return
      queue.lastPushAt = now
      for (const line of lines) {
        queue.lines.push({ ...line, source })
        queue.arrivals.push(now)
      }
    },
    take: (now, most) => {
      const taken: SourcedLine[] = []
      while (taken.length < most) {
        const queue = oldest()
        const line = queue && head(queue)
        if (!queue || !line) break
        const waited = now - (queue.arrivals[queue.next] ?? now)
        if (waited < HOLD && isHeld(now)) break
        taken.push(line)
        queue.next += 1
        tidy(queue)
      }
      return taken
    },
    waiting: () => [...queues.values()].reduce((sum, queue) => sum + queue.lines.length - queue.next, 0),
  }
}
