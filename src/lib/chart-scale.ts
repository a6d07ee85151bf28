/** Where the ticks of a chart's axes stand. */

/** Ticks from 0 upwards, up to the first one at or above `highest`; at round numbers, about `count` of them. */
export function valueTicks(highest: number, count = 4): readonly number[] {
  if (!(highest > 0)) return [0, 1]
  const rough = highest / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough
  const size = Math.ceil(highest / step - 1e-9)
  return Array.from({ length: size + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DISTANCES = [
  1,
  2,
  5,
  10,
  15,
  30,
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30].map((days) => days * DAY),
]

/**
 * At most `count` moments between two others, at round times of the clock on the wall. `offset` is how far that clock
 * is ahead of UTC. Everything in seconds.
 */
export function timeTicks(start: number, end: number, count: number, offset = 0): readonly number[] {
  const distance = DISTANCES.find((each) => (end - start) / each <= count) ?? DAY * 90
  const ticks: number[] = []
  for (let at = Math.ceil((start + offset) / distance) * distance - offset; at <= end; at += distance) ticks.push(at)
  return ticks
}
