import type { AccessLine } from './access-line'
import { createInterner, type Interner } from './interner'

/** Lines per block; the oldest block goes as a whole when there are too many lines. */
export const BLOCK = 4096
/** How many lines are kept unless said otherwise. */
export const KEPT_LINES = 1_000_000

/** A line as it comes into the store; `time` in microseconds since 1970. */
export interface NewLine {
  readonly time: number
  readonly source: number
  readonly text: string
}

interface Block {
  texts: string[]
  readonly time: Float64Array
  readonly source: Uint16Array
  readonly status: Uint16Array
  readonly method: Uint32Array
  readonly host: Uint32Array
  readonly path: Uint32Array
  readonly upstream: Uint32Array
  readonly duration: Float32Array
}

/** Columns whose values are numbers of an interner. */
export type TextColumn = 'method' | 'host' | 'path' | 'upstream'
type NumberColumn = 'time' | 'source' | 'status' | 'duration' | TextColumn

const emptyBlock = (): Block => ({
  texts: [],
  time: new Float64Array(BLOCK),
  source: new Uint16Array(BLOCK),
  status: new Uint16Array(BLOCK),
  method: new Uint32Array(BLOCK),
  host: new Uint32Array(BLOCK),
  path: new Uint32Array(BLOCK),
  upstream: new Uint32Array(BLOCK),
  duration: new Float32Array(BLOCK),
})

const textIn = (blocks: readonly Block[], index: number) =>
  blocks[Math.floor(index / BLOCK)]?.texts[index % BLOCK] ?? ''
const numberIn = (blocks: readonly Block[], column: NumberColumn, index: number) =>
  blocks[Math.floor(index / BLOCK)]?.[column][index % BLOCK] ?? 0

interface Row extends NewLine {
  /** The block and place the columns come from; undefined for a line that was never read. */
  readonly from?: { readonly block: Block; readonly at: number }
}

/** Lines as they were at one moment, by the numbers they had then. Later lines change nothing of it. */
export type StoreSnapshot = Pick<LogStore, 'text' | 'number'>

/** What a change did to the lines, by their numbers. */
export interface StoreWatcher {
  /** Lines from this number on are about to be taken out; most of them come back further on. */
  readonly beforeCut: (from: number) => void
  /** Lines below this number are about to be forgotten. */
  readonly beforeForget: (below: number) => void
}

/**
 * Up to a million lines in order of time. Lines have numbers that grow for ever; `first` is the oldest that is kept. What
 * an access line tells stands beside it in columns of numbers, thirty bytes a line.
 */
export class LogStore {
  first = 0
  end = 0
  /** Grows when lines that came late gave others new numbers. */
  epoch = 0
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

  /** Takes lines in that are sorted by time; those that are older than the newest kept go to their place. */
  add(lines: readonly NewLine[]): void {
    const [oldest] = lines
    if (!oldest) return
    const place = this.placeAfter(oldest.time)
    if (place < this.end) this.#putBetween(place, lines)
    else for (const line of lines) this.#push(line)
    this.#forget()
  }

  /** The number of the first line that is younger than a moment. */
  placeAfter(time: number): number {
    let low = this.first
    let high = this.end
    if (high > low && this.number('time', high - 1) <= time) return high
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

  /** Costs nothing: what was written into a block stays there, as changes replace blocks and do not overwrite them. */
  snapshot(): StoreSnapshot {
    const { first } = this
    const blocks = [...this.#blocks]
    return {
      text: (line) => textIn(blocks, line - first),
      number: (column, line) => numberIn(blocks, column, line - first),
    }
  }

  /** The text of a column, '' when the line has none. */
  value(column: TextColumn, line: number): string {
    return this.texts.textOf(this.number(column, line))
  }

  #putBetween(place: number, lines: readonly NewLine[]): void {
    const tail: Row[] = []
    for (let line = place; line < this.end; line += 1) tail.push(this.#rowOf(line))
    for (const watcher of this.#watchers) watcher.beforeCut(place)
    this.#cut(place)
    this.epoch += 1
    let next = 0
    for (const row of tail) {
      for (let line = lines[next]; line && line.time < row.time; line = lines[next]) {
        this.#push(line)
        next += 1
      }
      this.#push(row)
    }
    for (const line of lines.slice(next)) this.#push(line)
  }

  #rowOf(line: number): Row {
    const index = line - this.first
    const block = this.#blocks[Math.floor(index / BLOCK)] ?? emptyBlock()
    const at = index % BLOCK
    return {
      time: block.time[at] ?? 0,
      source: block.source[at] ?? 0,
      text: block.texts[at] ?? '',
      from: { block, at },
    }
  }

  /** Rows that were taken out keep pointing to their blocks, so those are replaced, not overwritten. */
  #cut(from: number): void {
    const index = from - this.first
    const whole = Math.floor(index / BLOCK)
    const rest = index % BLOCK
    const broken = this.#blocks[whole]
    this.#blocks = this.#blocks.slice(0, whole)
    if (broken && rest > 0) {
      const copy = emptyBlock()
      copy.texts = broken.texts.slice(0, rest)
      for (const column of COLUMNS) copy[column].set(broken[column].subarray(0, rest))
      this.#blocks.push(copy)
    }
    this.end = from
  }

  #push(row: Row): void {
    let block = this.#blocks.at(-1)
    if (!block || block.texts.length === BLOCK) {
      block = emptyBlock()
      this.#blocks.push(block)
    }
    const at = block.texts.length
    block.texts.push(row.text)
    this.end += 1
    if (row.from) for (const column of COLUMNS) block[column][at] = row.from.block[column][row.from.at] ?? 0
    else this.#readInto(block, at, row)
  }

  #readInto(block: Block, at: number, row: NewLine): void {
    block.time[at] = row.time
    block.source[at] = row.source
    const access = this.#read?.(row.text)
    if (!access) {
      block.duration[at] = Number.NaN
      return
    }
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

const COLUMNS = ['time', 'source', 'status', 'method', 'host', 'path', 'upstream', 'duration'] as const
