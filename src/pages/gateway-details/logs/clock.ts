const two = (value: number) => String(value).padStart(2, '0')

/**
 * A moment in microseconds as `11-24 08:00:00.123`, in the reader's zone or UTC. By hand, as Intl takes too long for
 * thousands of lines a second.
 */
export function formatClock(time: number, isUtc: boolean): string {
  const date = new Date(time / 1000)
  // As if the reader's zone were UTC.
  const shown = isUtc ? date : new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  const day = `${two(shown.getUTCMonth() + 1)}-${two(shown.getUTCDate())}`
  const clock = [shown.getUTCHours(), shown.getUTCMinutes(), shown.getUTCSeconds()].map(two).join(':')
  return `${day} ${clock}.${String(shown.getUTCMilliseconds()).padStart(3, '0')}`
}

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** A width in microseconds in words, such as `5 min`. */
export function formatWidth(width: number, locale: string): string {
  const seconds = width / 1_000_000
  const [size, unit] = UNITS.find(([each]) => seconds >= each && seconds % each === 0) ?? [1, 'second']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(seconds / size)
}
