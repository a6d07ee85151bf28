import { everything, facetJudge, OUT, PASSED, type FacetChoice } from './facets'
import { textPattern, textTest, type LineFilter } from './line-filter'
import { countBefore, LineNumbers } from './line-numbers'
import { LogStats } from './log-stats'
import { plainText } from './log-text'
import type { LogStore } from './log-store'

/** Lines looked at before the clock is asked again. */
const STRIDE = 256

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
  /** Lines that fail one condition only, by that condition: they count for its facet. */
  #misses = new Map<number, LineNumbers>()
  #scanned: number
  /** Lines that have come between those below `#scanned`, and were not looked at yet. */
  #late: readonly number[] = []
  #rows = new LineNumbers()
  #hits = new LineNumbers()
  #findPattern: RegExp | null = null
  #findScanned: number
  stats: LogStats
  /** Grows when lines or rows that were there may have got other numbers. */
  epoch = 0

  constructor(store: LogStore) {
    this.#store = store
    this.#judge = facetJudge(store, everything)
    this.#scanned = store.first
    this.#findScanned = store.first
    this.stats = new LogStats(store)
    this.#unwatch = store.watch({
      inserted: (lines) => this.#moveOn(lines),
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
    return this.#rows.part().slice()
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
    return end === first ? 1 : (Math.max(this.#scanned, first) - first - this.#late.length) / (end - first)
  }
  get isUpToDate(): boolean {
    const isLookedAt = this.#scanned >= this.#store.end && this.#late.length === 0
    return isLookedAt && (this.#findPattern === null || this.#findScanned >= this.#scanned)
  }
  /** Filters by regular expressions, which `look` leaves to the caller. */
  get regexFilters(): readonly LineFilter[] {
    return this.#filters.filter((filter) => filter.kind === 'regex')
  }
  /** The lines that are to be looked at next, at most so many. */
  next(most: number): readonly number[] {
    if (this.#late.length > 0) return this.#late.slice(0, most)
    const from = Math.max(this.#scanned, this.#store.first)
    return Array.from({ length: Math.min(most, this.#store.end - from) }, (_, index) => from + index)
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
    this.#hits = new LineNumbers()
    this.#findScanned = this.#store.first
  }

  /** Looks at lines until `isOver` says so. Regular expressions are left out. */
  step(isOver: () => boolean): void {
    do {
      if (this.#late.length > 0) this.look(this.next(STRIDE))
      else {
        // No list of them is made: a million lines would leave as much for the garbage collector.
        const stop = Math.min(this.#scanned + STRIDE, this.#store.end)
        for (let line = this.#scanned; line < stop; line += 1) {
          const verdict = this.#verdictOf(line)
          if (verdict !== OUT) this.#linesOf(verdict).push(line)
        }
        this.#scanned = stop
      }
    } while (!isOver() && (this.#late.length > 0 || this.#scanned < this.#store.end))
  }

  /** Looks at the lines of `next`; `passes` has the outcome of the regular expressions for each of them. */
  look(lines: readonly number[], passes?: Uint8Array): void {
    const areLate = this.#late.length > 0
    const found: number[] = []
    const judged = new Map<number, number[]>()
    for (const [index, line] of lines.entries()) {
      const verdict = passes === undefined || passes[index] === 1 ? this.#verdictOf(line) : OUT
      if (verdict === OUT) continue
      const alike = judged.get(verdict)
      if (alike) alike.push(line)
      else judged.set(verdict, [line])
      if (verdict === PASSED && line < this.#findScanned && this.#isHit(line)) found.push(line)
    }
    for (const [verdict, alike] of judged) this.#linesOf(verdict).insert(alike)
    this.#hits.insert(found)
    if (areLate) this.#late = this.#late.slice(lines.length)
    else this.#scanned = (lines.at(-1) ?? this.#scanned - 1) + 1
  }

  /** Judges a line, and counts it unless it is out. */
  #verdictOf(line: number): number {
    if (this.#test !== null && !this.#test(plainText(this.#store.text(line)))) return OUT
    const verdict = this.#judge(line)
    if (verdict !== OUT) this.stats.count(line, verdict, 1)
    return verdict
  }

  /** Looks for what is to be found in the rows that are there, until `isOver` says so. */
  findStep(isOver: () => boolean): void {
    if (this.#findPattern === null) return
    let row = this.rowOf(this.#findScanned)
    while (row < this.length) {
      const stop = Math.min(row + STRIDE, this.length)
      for (; row < stop; row += 1) {
        const line = this.lineAt(row) ?? 0
        if (this.#isHit(line)) this.#hits.push(line)
      }
      this.#findScanned = (this.lineAt(row - 1) ?? 0) + 1
      if (isOver()) return
    }
    this.#findScanned = this.#scanned
  }

  /** What is counted is what can be seen, and is marked there. */
  #isHit(line: number): boolean {
    return this.#findPattern?.test(plainText(this.#store.text(line))) === true
  }

  #linesOf(verdict: number): LineNumbers {
    if (verdict === PASSED) return this.#rows
    const known = this.#misses.get(verdict)
    if (known) return known
    const fresh = new LineNumbers()
    this.#misses.set(verdict, fresh)
    return fresh
  }

  #restart(): void {
    this.#judge = facetJudge(this.#store, this.#choice)
    this.#rows = new LineNumbers()
    this.#hits = new LineNumbers()
    this.#misses = new Map()
    this.#late = []
    this.stats = new LogStats(this.#store)
    this.#scanned = this.#store.first
    this.#findScanned = this.#store.first
    this.epoch += 1
  }

  /** Lines that were looked at stay what they are, under their new numbers. */
  #moveOn(inserted: Float64Array): void {
    const moved = (line: number) => line + countBefore(inserted, line)
    // The lines that stand right before the next one to be looked at come with it.
    const before = (line: number) => countBefore(inserted, line - 1)
    const isLate = before(this.#scanned)
    this.#late = [...this.#late.map(moved), ...inserted.subarray(0, isLate)].toSorted((a, b) => a - b)
    this.#scanned += isLate
    this.#findScanned += before(this.#findScanned)
    for (const lines of [this.#rows, this.#hits, ...this.#misses.values()]) lines.moveOn(inserted)
    this.epoch += 1
  }

  #forget(below: number): void {
    for (const [verdict, lines] of [[PASSED, this.#rows] as const, ...this.#misses]) {
      const count = lines.countBelow(below)
      for (const line of lines.part(0, count)) this.stats.count(line, verdict, -1)
      lines.drop(count)
    }
    this.#hits.drop(this.#hits.countBelow(below))
    this.#late = this.#late.filter((line) => line >= below)
    this.#scanned = Math.max(this.#scanned, below)
    this.#findScanned = Math.max(this.#findScanned, below)
  }
}
