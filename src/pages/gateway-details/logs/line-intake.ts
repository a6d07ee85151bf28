import type { LogStore, NewLine, Steps } from '@/domain/logs/log-store'
import { createMerge } from '@/domain/logs/merge'
import type { StampedLine } from '@/domain/logs/stamp'

/** Lines taken in before the clock is asked. */
const PART = 256
/** Lines that come late are put in their place together, this often at most, in milliseconds. */
const LATE_PAUSE = 250
/** The pause is so many times as long as it took, so that lines that are always late leave the thread to others. */
const REST = 4

const byTime = (lines: readonly NewLine[]) => lines.toSorted((a, b) => a.time - b.time)

/**
 * The way of lines into the store: those of several streams in one order, what comes too late for that collected and put
 * in its place every now and then, and pages of a search.
 */
export class LineIntake {
  readonly #store: LogStore
  readonly #merge = createMerge()
  /** Complete lines of anywhere, sorted. */
  #ready: NewLine[] = []
  /** Lines that are older than the newest in the store. */
  #late: NewLine[] = []
  #steps: Steps | null = null
  #took = 0
  #lateFrom = -Infinity

  constructor(store: LogStore) {
    this.#store = store
  }

  open(source: number): void {
    this.#merge.open(source, performance.now())
  }
  close(source: number): void {
    this.#merge.close(source)
  }
  /** Lines of a stream, to be merged with those of others. */
  push(source: number, lines: readonly StampedLine[]): void {
    this.#merge.push(source, lines, performance.now())
  }
  /** Lines that are complete and sorted by time. */
  add(lines: readonly NewLine[]): void {
    this.#ready.push(...lines)
  }
  /** How many lines of streams were not taken yet. */
  get waiting(): number {
    return this.#merge.waiting()
  }
  /** Whether some are on their way that need no more than time. */
  get isBusy(): boolean {
    return this.#steps !== null || this.#ready.length > 0
  }
  get hasLate(): boolean {
    return this.#late.length > 0
  }
  /** Forgets the oldest that wait. */
  drop(count: number): void {
    this.#merge.take(Infinity, count)
  }

  /** Takes lines in until `isOver` says so; those of streams not while `isPaused`. Whether there were any. */
  take(isOver: () => boolean, isPaused: boolean): boolean {
    let took = false
    do {
      const now = performance.now()
      if (this.#steps) {
        if (this.#steps(isOver)) this.#steps = null
        this.#took += performance.now() - now
        this.#lateFrom = performance.now() + Math.max(LATE_PAUSE, this.#took * REST)
        took = true
      } else if (this.#ready.length > 0) this.#begin(this.#ready.splice(0))
      else if (this.#late.length > 0 && now >= this.#lateFrom) this.#begin(byTime(this.#late.splice(0)))
      else if (isPaused || !this.#takeNewest(now)) break
      else took = true
    } while (!isOver())
    return took
  }

  #begin(lines: readonly NewLine[]): void {
    this.#took = 0
    this.#steps = this.#store.adding(lines)
  }

  #takeNewest(now: number): boolean {
    const lines = this.#merge.take(now, PART)
    let { newest } = this.#store
    const fresh: NewLine[] = []
    for (const line of lines) {
      if (line.time >= newest) {
        fresh.push(line)
        newest = line.time
        continue
      }
      if (this.#late.length === 0) this.#lateFrom = Math.max(this.#lateFrom, now + LATE_PAUSE)
      this.#late.push(line)
    }
    this.#store.add(fresh)
    return lines.length > 0
  }
}
