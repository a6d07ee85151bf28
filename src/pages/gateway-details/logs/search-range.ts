/** Ranges that end now, in seconds. */
export const ranges = { '15m': 900, '1h': 3_600, '6h': 21_600, '24h': 86_400, '7d': 604_800 } as const
export type RangeName = keyof typeof ranges
export const rangeNames = ['15m', '1h', '6h', '24h', '7d'] as const satisfies readonly RangeName[]

/** A range that moves on with the clock, or one between two moments in milliseconds since 1970. */
export type SearchRange = RangeName | { readonly from: number; readonly to: number }

/** The range in Unix seconds, as it lies at a moment in milliseconds. */
export function resolveRange(range: SearchRange, now: number): { readonly from: number; readonly to: number } {
  if (typeof range === 'object') return { from: Math.floor(range.from / 1000), to: Math.floor(range.to / 1000) }
  const to = Math.floor(now / 1000)
  return { from: to - ranges[range], to }
}

/**
 * The range in Unix seconds as if it ended with the second of a moment in microseconds: for the line that a link points
 * at, which has long left a range that moves on with the clock.
 */
export function rangeUpTo(range: SearchRange, time: number): { readonly from: number; readonly to: number } {
  const end = Math.floor(time / 1_000_000) + 1
  const { from, to } = resolveRange(range, end * 1000)
  return { from: Math.min(from, end - 1), to: Math.min(to, end) }
}

/** A range as it stands in a link: `1h`, or `1795480000-1795481000` in Unix seconds. */
export const rangeToParam = (range: SearchRange): string =>
  typeof range === 'object' ? `${Math.floor(range.from / 1000)}-${Math.floor(range.to / 1000)}` : range

/** The range a link asks for; the last hour for anything else. */
export function rangeFromParam(param: string | null): SearchRange {
  const found = /^(\d{1,12})-(\d{1,12})$/.exec(param ?? '')
  if (found) return { from: Number(found[1]) * 1000, to: Number(found[2]) * 1000 }
  return rangeNames.find((name) => name === param) ?? '1h'
}
