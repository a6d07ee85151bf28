/** Ranges of time as charts need them. All times are whole seconds since 1970, all lengths seconds. */

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400

/** Lengths offered for charts, as they stand in a link. */
export const rangeNames = ['10m', '20m', '30m', '1h', '2h', '3h', '5h', '12h', '1d', '2d', '3d', '7d'] as const
export type RangeName = (typeof rangeNames)[number]

/** Windows over which now values are counted and averaged. */
export const windowNames = ['1m', '5m', '10m', '30m', '1h', '3h', '6h', '12h'] as const
export type WindowName = (typeof windowNames)[number]

const UNITS: Readonly<Record<string, number>> = { s: 1, m: MINUTE, h: HOUR, d: DAY }

/** Seconds of a length such as `90s`, `1h30m` or `7d`; null for anything else, and for nothing at all. */
export function parseLength(text: string): number | null {
  if (!/^(?:\d+[smhd])+$/.test(text)) return null
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+)([smhd])/g)) total += Number(amount) * (UNITS[unit ?? ''] ?? 0)
  return total > 0 && Number.isSafeInteger(total) ? total : null
}

/** A length as a Go duration: days are hours there, and `1d` would silently mean five minutes. */
export function goDuration(seconds: number): string {
  if (seconds % HOUR === 0) return `${seconds / HOUR}h`
  return seconds % MINUTE === 0 ? `${seconds / MINUTE}m` : `${seconds}s`
}

/** A length in its largest whole unit, as it stands in links and in choices. */
export const lengthName = (seconds: number): string => (seconds % DAY === 0 ? `${seconds / DAY}d` : goDuration(seconds))

/** A range that was asked for: the last so many seconds, or between two moments. */
export type AskedRange =
  | { readonly kind: 'last'; readonly length: number }
  | { readonly kind: 'between'; readonly start: number; readonly end: number }

/** Seconds of a range that are over at a moment: of what is still to come there are no points. */
export const rangeLength = (range: AskedRange, now: number): number =>
  range.kind === 'last' ? range.length : Math.min(range.end, now) - range.start

/** How many points a chart should have: fewer hide what happened, more cannot be seen. */
export const MIN_POINTS = 60
export const MAX_POINTS = 300
/** So many are aimed at. */
const GOOD_POINTS = 120

export const SHORTEST = MINUTE
export const LONGEST = 90 * DAY

const STEPS = [
  ...[1, 2, 5, 10, 15, 20, 30].map((seconds) => seconds),
  ...[1, 2, 3, 5, 10, 15, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 4, 6, 12, 24].map((hours) => hours * HOUR),
]

/** Steps that give a range 60 to 300 points, the finest first. Both of its ends may be points, so 300 steps are too many. */
export const stepsFor = (length: number): readonly number[] =>
  STEPS.filter((step) => length / step >= MIN_POINTS && length / step < MAX_POINTS)

/** The coarsest step that still shows enough. The length must be between `SHORTEST` and `LONGEST`. */
export function stepFor(length: number): number {
  const possible = stepsFor(length)
  return possible.findLast((step) => length / step >= GOOD_POINTS) ?? possible[0] ?? 1
}

/** Moments at the same distance: `start`, `start + step`, … up to and with `end`. */
export interface Grid {
  readonly start: number
  readonly end: number
  readonly step: number
}

export const gridSize = (grid: Grid): number => Math.floor((grid.end - grid.start) / grid.step) + 1

/**
 * The grid of a range at a moment. The last so many seconds have points at multiples of the step, so that a refresh and a
 * reload ask for the same moments; a range of one's own begins to the second.
 */
export function gridOf(range: AskedRange, step: number, now: number): Grid {
  if (range.kind === 'between') {
    const { start } = range
    return { start, end: start + Math.max(0, Math.floor(rangeLength(range, now) / step)) * step, step }
  }
  const last = Math.floor(now / step) * step
  return { start: Math.min(Math.ceil((now - range.length) / step) * step, last), end: last, step }
}

/**
 * Two moments, moved apart until a range of them can be shown. Neither comes to lie after `now`, where there is nothing
 * to see.
 */
export function widened(start: number, end: number, now: number): readonly [start: number, end: number] {
  if (end - start >= SHORTEST) return [start, end]
  const last = Math.min(Math.floor((start + end) / 2) + SHORTEST / 2, Math.max(end, now))
  return [last - SHORTEST, last]
}

/** The range of the same length just before. */
export const earlier = (grid: Grid): Grid => {
  const length = grid.end - grid.start + grid.step
  return { ...grid, start: grid.start - length, end: grid.end - length }
}

/** What is wrong with two moments that were typed or linked; null when nothing is. */
export type RangeProblem = 'missing' | 'order' | 'short' | 'long' | 'future'

export function rangeProblem(start: number, end: number, now: number): RangeProblem | null {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'missing'
  if (end <= start) return 'order'
  if (start >= now) return 'future'
  if (Math.min(end, now) - start < SHORTEST) return 'short'
  return end - start > LONGEST ? 'long' : null
}

/** A range as a link has it: `last` (`1h`), or `from` and `to` in seconds. What cannot be read is told. */
export function parseRange(
  { last, from, to }: { last: string | null; from: string | null; to: string | null },
  now: number,
  otherwise: RangeName,
): { readonly range: AskedRange; readonly problem: RangeProblem | null } {
  const usual: AskedRange = { kind: 'last', length: parseLength(otherwise) ?? HOUR }
  if (from !== null || to !== null) {
    const [start, end] = [from, to].map((text) => (text !== null && /^\d+$/.test(text) ? Number(text) : Number.NaN))
    const problem = rangeProblem(start ?? Number.NaN, end ?? Number.NaN, now)
    if (problem === null) return { range: { kind: 'between', start: start ?? 0, end: end ?? 0 }, problem: null }
    return { range: usual, problem }
  }
  if (last === null) return { range: usual, problem: null }
  const length = parseLength(last)
  if (length === null) return { range: usual, problem: 'missing' }
  if (length < SHORTEST || length > LONGEST) return { range: usual, problem: length < SHORTEST ? 'short' : 'long' }
  return { range: { kind: 'last', length }, problem: null }
}
