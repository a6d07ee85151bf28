import type { AccessLine } from './access-line'
import { createInterner, type Interner } from './interner'
import {
  BLOCK,
  copyLine,
  firstLines,
  numberIn,
  openBlock,
  textIn,
  type Block,
  type NumberColumn,
  type TextColumn,
} from './log-block'

/** How many lines are kept unless said otherwise. */
export const KEPT_LINES = 1_000_000
/** Lines taken in before the clock is asked again. */
const STRIDE = 256

/** A line as it comes into the store; `time` in microseconds since 1970. */
export interface NewLine {
  readonly time: number
  readonly source: number
  readonly text: string
}

/** Lines as they were at one moment, by the numbers they had then. Later lines change nothing of it. */
export type StoreSnapshot = Pick<LogStore, 'text' | 'number'>

/** What a change did to the lines, by their numbers. */
export interface StoreWatcher {
  /** Lines have come between others: their numbers, in ascending order. Those behind them have moved on. */
  readonly inserted: (lines: Float64Array) => void
  /** Lines below this number are about to be forgotten. */
  readonly beforeForget: (below: number) => void
}

/** Goes on until it is told to stop; whether all is done. */
export type Steps = (isOver: () => boolean) => boolean

/**
 * Up to a million lines in order of time. Lines have numbers that grow for ever; `first` is the oldest that is kept. What
 * an access line tells stands beside it in columns of numbers.
 */
export class LogStore {
  first = 0
  end = 0
  /** Grows when lines that came late gave others new numbers. */
  epoch = 0
  /** Whether any line was ever understood as one of the access log. */
  hasAccess = false
  /** Lines that were kept once and are not any more. */
  forgotten = 0
  readonly texts: Interner = createInterner()
  readonly #kept: number
  readonly #read: ((text: string) => AccessLine | null) | null
  readonly #watchers = new Set<StoreWatcher>()
  #blocks: Block[] = []

  constructor(read: ((text: string) => AccessLine | null) | null, kept = KEPT_LINES) {
    this.#read = read
    this.#kept = kept
  }

  watch(watcher: StoreWatcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  get size(): number {
    return this.end - this.first
  }

  /** The moment of the newest line; -Infinity without any. */
  get newest(): number {
    return this.size === 0 ? -Infinity : this.number('time', this.end - 1)
  }

  /** Takes lines in that are sorted by time; those that are older than the newest kept go to their place. */
  add(lines: readonly NewLine[]): void {
    this.adding(lines)(() => false)
  }

  /**
   * The same in steps, as a late line may belong before a million others. Until it says that all is done, no other lines
   * may be added.
   */
  adding(lines: readonly NewLine[]): Steps {
    const [oldest] = lines
    return oldest && oldest.time < this.newest ? this.#inserting(lines) : this.#appending(lines)
  }

  /** The number of the first line that is younger than a moment. */
  placeAfter(time: number): number {
    let low = this.first
    let high = this.end
    if (high > low && this.newest <= time) return high
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.number('time', middle) <= time) low = middle + 1
      else high = middle
    }
    return low
  }

  text(line: number): string {
    return textIn(this.#blocks, line - this.first)
  }

  number(column: NumberColumn, line: number): number {
    return numberIn(this.#blocks, column, line - this.first)
  }

  /** The text of a column, '' when the line has none. */
  value(column: TextColumn, line: number): string {
    return this.texts.textOf(this.number(column, line))
  }

  /** Costs nothing: what was written into a block stays there, as changes replace blocks and do not overwrite them. */
  snapshot(): StoreSnapshot {
    const { first } = this
    const blocks = [...this.#blocks]
    return {
      text: (line) => textIn(blocks, line - first),
      number: (column, line) => numberIn(blocks, column, line - first),
    }
  }

  #appending(lines: readonly NewLine[]): Steps {
    let next = 0
    return (isOver) => {
      while (next < lines.length) {
        for (const line of lines.slice(next, next + STRIDE)) this.#readInto(line, this.#blocks)
        this.end += Math.min(STRIDE, lines.length - next)
        next += STRIDE
        this.#forget()
        if (isOver()) break
      }
      return next >= lines.length
    }
  }

  /** What lies behind the first late line is built anew beside what is there, which is then replaced at once. */
  #inserting(lines: readonly NewLine[]): Steps {
    const blocks = this.#blocks
    const place = this.placeAfter(lines[0]?.time ?? 0) - this.first
    const whole = Math.floor(place / BLOCK)
    const broken = blocks[whole]
    const built: Block[] = broken && place % BLOCK > 0 ? [firstLines(broken, place % BLOCK)] : []
    const numbers = new Float64Array(lines.length)
    const { first, end } = this
    const oldEnd = end - first
    let old = place
    let next = 0
    return (isOver) => {
      for (let count = 1; next < lines.length || old < oldEnd; count += 1) {
        const line = lines[next]
        if (line && (old === oldEnd || line.time < numberIn(blocks, 'time', old))) {
          numbers[next] = first + old + next
          this.#readInto(line, built)
          next += 1
        } else {
          const block = blocks[Math.floor(old / BLOCK)]
          if (block) copyLine(block, old % BLOCK, built)
          old += 1
        }
        if (count % STRIDE === 0 && isOver()) return false
      }
      this.#blocks = [...blocks.slice(0, whole), ...built]
      this.end = end + lines.length
      this.epoch += 1
      for (const watcher of this.#watchers) watcher.inserted(numbers)
      this.#forget()
      return true
    }
  }

  /** Reads a line into the last of some blocks. */
  #readInto(line: NewLine, blocks: Block[]): void {
    const block = openBlock(blocks)
    const at = block.texts.push(line.text) - 1
    block.time[at] = line.time
    block.source[at] = line.source
    const access = this.#read?.(line.text)
    if (!access) {
      block.duration[at] = Number.NaN
      return
    }
    this.hasAccess = true
    block.status[at] = access.status
    block.method[at] = this.texts.idOf(access.method)
    block.host[at] = this.texts.idOf(access.host)
    block.path[at] = this.texts.idOf(access.path)
    block.upstream[at] = this.texts.idOf(access.upstream)
    block.duration[at] = access.duration
  }

  #forget(): void {
    while (this.size > this.#kept && this.#blocks.length > 1) {
      for (const watcher of this.#watchers) watcher.beforeForget(this.first + BLOCK)
      this.#blocks.shift()
      this.first += BLOCK
      this.forgotten += BLOCK
    }
  }
}
