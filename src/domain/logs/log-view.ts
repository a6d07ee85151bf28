import { everything, facetJudge, OUT, PASSED, type FacetChoice } from './facets'
import { textPattern, textTest, type LineFilter } from './line-filter'
import { LogStats } from './log-stats'
import { plainText } from './log-text'
import type { LogStore } from './log-store'

/** Lines looked at before the clock is asked again. */
const STRIDE = 256

/** Line numbers in ascending order, which grow at the end and shrink at both. */
class Numbers {
  #items = new Float64Array(1024)
  #start = 0
  #end = 0
  get length(): number {
    return this.#end - this.#start
  }
  at(index: number): number | undefined {
    return index < 0 || index >= this.length ? undefined : this.#items[this.#start + index]
  }
  push(line: number): void {
    if (this.#end === this.#items.length) {
      const next = new Float64Array(Math.max(1024, this.length * 2))
      next.set(this.#items.subarray(this.#start, this.#end))
      this.#items = next
      this.#end -= this.#start
      this.#start = 0
    }
    this.#items[this.#end] = line
    this.#end += 1
  }
  copy(): Float64Array {
    return this.#items.slice(this.#start, this.#end)
  }
  /** How many are below a line number. */
  countBelow(line: number): number {
    let low = this.#start
    let high = this.#end
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#items[middle] ?? 0) < line) low = middle + 1
      else high = middle
    }
    return low - this.#start
  }
  keepBelow(line: number): void {
    this.#end = this.#start + this.countBelow(line)
  }
  dropBelow(line: number): void {
    this.#start += this.countBelow(line)
  }
}

/**
 * What is shown of a store: the lines that pass the filters and the chosen facets, what they are in numbers, and those of
 * them that have what is looked for. It is brought up to date step by step, so that nobody waits for a million lines.
 */
export class LogView {
  readonly #store: LogStore
  readonly #unwatch: () => void
  #filters: readonly LineFilter[] = []
  #choice: FacetChoice = everything
  #find = ''
  #test: ((text: string) => boolean) | null = null
  #judge: (line: number) => number
  #verdicts = new Map<number, number>()
  #scanned: number
  #rows = new Numbers()
  #hits = new Numbers()
  #findPattern: RegExp | null = null
  #findScanned: number
  stats: LogStats
  /** Grows when rows that were there may have become others. */
  epoch = 0

  constructor(store: LogStore) {
    this.#store = store
    this.#judge = facetJudge(store, everything)
    this.#scanned = store.first
    this.#findScanned = store.first
    this.stats = new LogStats(store)
    this.#unwatch = store.watch({
      beforeCut: (from) => this.#takeBack(from),
      beforeForget: (below) => this.#forget(below),
    })
  }

  dispose(): void {
    this.#unwatch()
  }

  get length(): number {
    return this.#rows.length
  }
  /** The line number of a row. */
  lineAt(row: number): number | undefined {
    return this.#rows.at(row)
  }
  /** The row of a line, or the row that follows where the line would be. */
  rowOf(line: number): number {
    return this.#rows.countBelow(line)
  }
  /** The line numbers of all rows, as they are now. */
  lines(): Float64Array {
    return this.#rows.copy()
  }
  get hitCount(): number {
    return this.#hits.length
  }
  hitAt(index: number): number | undefined {
    return this.#hits.at(index)
  }
  hitsBelow(line: number): number {
    return this.#hits.countBelow(line)
  }
  /** The share of lines that have been looked at, 0 to 1. */
  get progress(): number {
    const { first, end } = this.#store
    return end === first ? 1 : (Math.max(this.#scanned, first) - first) / (end - first)
  }
  get isUpToDate(): boolean {
    return this.#scanned >= this.#store.end && (this.#findPattern === null || this.#findScanned >= this.#scanned)
  }
  /** Filters by regular expressions, which `step` leaves to the caller. */
  get regexFilters(): readonly LineFilter[] {
    return this.#filters.filter((filter) => filter.kind === 'regex')
  }
  get scanned(): number {
    return this.#scanned
  }

  setFilters(filters: readonly LineFilter[]): void {
    this.#filters = filters
    this.#test = textTest(filters)
    this.#restart()
  }

  setChoice(choice: FacetChoice): void {
    this.#choice = choice
    this.#restart()
  }

  setFind(text: string): void {
    if (text === this.#find) return
    this.#find = text
    this.#findPattern = text === '' ? null : textPattern(text)
    this.#hits = new Numbers()
    this.#findScanned = this.#store.first
  }

  /**
   * Looks at lines until `isOver` says so, up to the line `until`; `passes` has the outcome of the regular expressions by
   * the line's distance from where it began.
   */
  step(isOver: () => boolean, until = this.#store.end, passes?: Uint8Array): void {
    const began = this.#scanned
    const end = Math.min(until, this.#store.end)
    while (this.#scanned < end) {
      const stop = Math.min(this.#scanned + STRIDE, end)
      for (let line = this.#scanned; line < stop; line += 1) {
        const isIn = passes === undefined || passes[line - began] === 1
        if (isIn && (this.#test === null || this.#test(plainText(this.#store.text(line))))) this.#takeIn(line)
      }
      this.#scanned = stop
      if (isOver()) return
    }
  }

  /** Looks for what is to be found in the rows that are there, until `isOver` says so. */
  findStep(isOver: () => boolean): void {
    const pattern = this.#findPattern
    if (pattern === null) return
    let row = this.rowOf(this.#findScanned)
    while (row < this.length) {
      const stop = Math.min(row + STRIDE, this.length)
      for (; row < stop; row += 1) {
        const line = this.lineAt(row) ?? 0
        // What is counted is what can be seen and is marked there.
        if (pattern.test(plainText(this.#store.text(line)))) this.#hits.push(line)
      }
      this.#findScanned = (this.lineAt(row - 1) ?? 0) + 1
      if (isOver()) return
    }
    this.#findScanned = this.#scanned
  }

  #takeIn(line: number): void {
    const verdict = this.#judge(line)
    if (verdict === OUT) return
    if (verdict === PASSED) this.#rows.push(line)
    else this.#verdicts.set(line, verdict)
    this.stats.count(line, verdict, 1)
  }

  #restart(): void {
    this.#judge = facetJudge(this.#store, this.#choice)
    this.#rows = new Numbers()
    this.#hits = new Numbers()
    this.#verdicts = new Map()
    this.stats = new LogStats(this.#store)
    this.#scanned = this.#store.first
    this.#findScanned = this.#store.first
    this.epoch += 1
  }

  /** Takes lines out of the counts, while the store still has them. */
  #uncount(from: number, to: number): void {
    for (let row = this.rowOf(from); row < this.length; row += 1) {
      const line = this.lineAt(row) ?? to
      if (line >= to) break
      this.stats.count(line, PASSED, -1)
    }
    if (this.#verdicts.size === 0) return
    for (let line = from; line < to; line += 1) {
      const verdict = this.#verdicts.get(line)
      if (verdict === undefined) continue
      this.stats.count(line, verdict, -1)
      this.#verdicts.delete(line)
    }
  }

  #takeBack(from: number): void {
    if (from >= this.#scanned) return
    this.#uncount(from, this.#scanned)
    this.#rows.keepBelow(from)
    this.#hits.keepBelow(from)
    this.#scanned = from
    this.#findScanned = Math.min(this.#findScanned, from)
    this.epoch += 1
  }

  #forget(below: number): void {
    this.#uncount(this.#store.first, Math.min(below, this.#scanned))
    this.#rows.dropBelow(below)
    this.#hits.dropBelow(below)
    this.#scanned = Math.max(this.#scanned, below)
    this.#findScanned = Math.max(this.#findScanned, below)
  }
}
