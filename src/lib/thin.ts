/**
 * Fewer points that look the same: of every bucket the lowest and the highest stay, in their order, and every gap. Gives
 * the places of what stays, in order. `buckets` is about the number of pixels; up to two points stay of each.
 */
export function thinned(values: readonly (number | null)[], buckets: number): readonly number[] {
  const size = values.length / Math.max(1, Math.floor(buckets))
  if (size <= 2) return Array.from(values, (_, index) => index)
  const kept: number[] = []
  let [lowest, highest, gap] = [-1, -1, -1]
  const close = () => {
    for (const place of [lowest, highest, gap].toSorted((a, b) => a - b)) {
      if (place >= 0 && place !== kept.at(-1)) kept.push(place)
    }
    lowest = highest = gap = -1
  }
  let end = size
  for (const [index, value] of values.entries()) {
    if (index >= end) {
      close()
      end += size
    }
    if (value === null) {
      // A bucket that begins again after a gap is two: what is before must not be joined with what is after.
      if (lowest >= 0) close()
      gap = index
      continue
    }
    if (gap >= 0) close()
    if (lowest < 0 || value < (values[lowest] ?? 0)) lowest = index
    if (highest < 0 || value > (values[highest] ?? 0)) highest = index
  }
  close()
  return kept
}

/**
 * The path of a line, in the language of SVG, with tenths of a pixel. null breaks it; a value alone between two gaps
 * becomes a dot. `x` and `y` give pixels of a place and of a value.
 */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  buckets: number,
): string {
  let path = ''
  let length = 0
  const tenth = (value: number) => Math.round(value * 10) / 10
  // A line of no length is still drawn by its round ends.
  const end = () => {
    if (length === 1) path += 'h0'
    length = 0
  }
  for (const index of thinned(values, buckets)) {
    const value = values[index] ?? null
    if (value === null) {
      end()
      continue
    }
    path += `${length === 0 ? 'M' : 'L'}${tenth(x(index))} ${tenth(y(value))}`
    length += 1
  }
  end()
  return path
}
