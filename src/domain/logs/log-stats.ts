import { durationClass, statusClass, statusClasses, type StatusClass } from './access-line'
import { facetNames, PASSED, TIME_ONLY, type FacetName } from './facets'
import type { LogStore } from './log-store'

interface PathStats {
  count: number
  errors: number
  /** Seconds, of those lines that have a time. */
  duration: number
  timed: number
}

/** One bar: where it begins, in microseconds since 1970, and its lines by status class. */
export interface Bar {
  readonly from: number
  readonly counts: Readonly<Record<StatusClass, number>>
}

export interface RankedPath {
  readonly path: string
  readonly count: number
  readonly errors: number
  /** Seconds on average; NaN when no line has a time. */
  readonly average: number
}

const SECOND = 1_000_000
/** Widths of bars, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400]
/** More buckets than this are made half as many. */
const MOST_BUCKETS = 2_000

const classIndex = new Map(statusClasses.map((name, index) => [name, index]))

/** Counts of what the chosen lines are, which can be taken back line by line. */
export class LogStats {
  readonly #store: LogStore
  readonly #facets = new Map<FacetName, Map<string | number, number>>(facetNames.map((name) => [name, new Map()]))
  readonly #paths = new Map<number, PathStats>()
  #width = SECOND
  #buckets = new Map<number, Uint32Array>()
  /** Lines that were understood as access lines. */
  understood = 0

  constructor(store: LogStore) {
    this.#store = store
  }

  /** Counts a line, judged by `facetJudge`; with `sign` -1 takes it back. */
  count(line: number, verdict: number, sign: 1 | -1): void {
    const status = this.#store.number('status', line)
    if (verdict === PASSED || verdict === TIME_ONLY) this.#countMoment(line, status, sign)
    if (status === 0) {
      if (verdict === PASSED || verdict === 1) this.#add('status', 'other', sign)
      return
    }
    for (const [index, name] of facetNames.entries())
      if (verdict === PASSED || verdict === index + 1) this.#add(name, this.#keyOf(name, line, status), sign)
    if (verdict === PASSED) this.#countPath(line, status, sign)
  }

  /** The values of a facet with how many lines have them, the most frequent first. */
  facet(name: FacetName, most: number): readonly (readonly [value: string, count: number])[] {
    const found: [string, number][] = []
    for (const [key, count] of this.#facets.get(name) ?? []) {
      const value = typeof key === 'number' ? this.#store.texts.textOf(key) : key
      if (count > 0 && value !== '') found.push([value, count])
    }
    return found.toSorted((a, b) => b[1] - a[1]).slice(0, most)
  }

  /** Bars over the whole time, `most` of them at most; a width that a person would choose. */
  histogram(most: number): { readonly width: number; readonly bars: readonly Bar[] } {
    const keys = [...this.#buckets.keys()].toSorted((a, b) => a - b)
    const first = keys.at(0)
    const last = keys.at(-1)
    if (first === undefined || last === undefined) return { width: SECOND, bars: [] }
    const span = (last - first + 1) * this.#width
    const width = Math.max(
      this.#width,
      (WIDTHS.find((seconds) => span / (seconds * SECOND) <= most - 1) ?? Math.ceil(span / SECOND / (most - 1))) *
        SECOND,
    )
    const begin = Math.floor((first * this.#width) / width)
    const bars = Array.from(
      { length: Math.floor((last * this.#width) / width) - begin + 1 },
      () => new Uint32Array(statusClasses.length),
    )
    for (const key of keys) {
      const bar = bars[Math.floor((key * this.#width) / width) - begin]
      for (const [index, count] of (this.#buckets.get(key) ?? []).entries())
        if (bar) bar[index] = (bar[index] ?? 0) + count
    }
    return { width, bars: bars.map((counts, index) => ({ from: (begin + index) * width, counts: byName(counts) })) }
  }

  /** The paths with the most answers of 500 and above. */
  failingPaths(most: number): readonly RankedPath[] {
    return this.#ranked(most, (stats) => stats.errors)
  }

  /** The paths that take longest on average. */
  slowestPaths(most: number): readonly RankedPath[] {
    return this.#ranked(most, (stats) => (stats.timed > 0 ? stats.duration / stats.timed : 0))
  }

  #ranked(most: number, by: (stats: PathStats) => number): readonly RankedPath[] {
    return [...this.#paths]
      .filter(([, stats]) => stats.count > 0 && by(stats) > 0)
      .toSorted(([, a], [, b]) => by(b) - by(a))
      .slice(0, most)
      .map(([id, { count, errors, duration, timed }]) => ({
        path: this.#store.texts.textOf(id),
        count,
        errors,
        average: timed > 0 ? duration / timed : Number.NaN,
      }))
  }

  #keyOf(name: FacetName, line: number, status: number): string | number {
    if (name === 'status') return statusClass(status)
    if (name === 'duration') return durationClass(this.#store.number('duration', line))
    return this.#store.number(name, line)
  }

  #add(name: FacetName, key: string | number, sign: number): void {
    const counts = this.#facets.get(name)
    counts?.set(key, (counts.get(key) ?? 0) + sign)
  }

  #countPath(line: number, status: number, sign: number): void {
    this.understood += sign
    const id = this.#store.number('path', line)
    if (id === 0) return
    let stats = this.#paths.get(id)
    if (!stats) {
      stats = { count: 0, errors: 0, duration: 0, timed: 0 }
      this.#paths.set(id, stats)
    }
    stats.count += sign
    if (status >= 500) stats.errors += sign
    const duration = this.#store.number('duration', line)
    if (Number.isNaN(duration)) return
    stats.duration += sign * duration
    stats.timed += sign
  }

  #countMoment(line: number, status: number, sign: number): void {
    const key = Math.floor(this.#store.number('time', line) / this.#width)
    let bucket = this.#buckets.get(key)
    if (!bucket) {
      bucket = new Uint32Array(statusClasses.length)
      this.#buckets.set(key, bucket)
    }
    const index = classIndex.get(statusClass(status)) ?? 0
    bucket[index] = (bucket[index] ?? 0) + sign
    if (sign < 0 && bucket.every((count) => count === 0)) this.#buckets.delete(key)
    if (this.#buckets.size > MOST_BUCKETS) this.#widen()
  }

  #widen(): void {
    const before = this.#buckets
    this.#buckets = new Map()
    this.#width *= 2
    for (const [key, counts] of before) {
      const wide = Math.floor(key / 2)
      const bucket = this.#buckets.get(wide)
      if (bucket) for (const [index, count] of counts.entries()) bucket[index] = (bucket[index] ?? 0) + count
      else this.#buckets.set(wide, counts)
    }
  }
}

const byName = (counts: Uint32Array): Record<StatusClass, number> => ({
  '2xx': counts[0] ?? 0,
  '3xx': counts[1] ?? 0,
  '4xx': counts[2] ?? 0,
  '5xx': counts[3] ?? 0,
  '1xx': counts[4] ?? 0,
  other: counts[5] ?? 0,
})
