/** A line with the moment at which the container runtime took it. */
export interface StampedLine {
  /** Microseconds since 1970, which a double holds exactly. */
  readonly time: number
  /** Nanoseconds beyond `time`, 0 to 999. */
  readonly nano: number
  readonly text: string
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)(?: |$)/

let knownSecond = ''
let knownMilliseconds = 0

/** Lines of one second come together, so its date is read once. */
function millisecondsOf(second: string): number {
  if (second !== knownSecond) {
    knownMilliseconds = Date.parse(second)
    knownSecond = second
  }
  return knownMilliseconds
}

/**
 * Takes the timestamp off a line of `…/log?timestamps=true`: RFC 3339 with up to nine digits, and the zone of the node.
 * Null for a line without one, as the kubelet's own messages are.
 */
export function readStamp(line: string): StampedLine | null {
  const found = STAMP.exec(line)
  if (!found) return null
  const [whole, second = '', fraction = '', zone = 'Z'] = found
  const milliseconds = millisecondsOf(second + zone)
  if (Number.isNaN(milliseconds)) return null
  const nanoseconds = fraction === '' ? 0 : Number(fraction.padEnd(9, '0'))
  const micro = Math.floor(nanoseconds / 1000)
  return { time: milliseconds * 1000 + micro, nano: nanoseconds - micro * 1000, text: line.slice(whole.length) }
}

/** Which of two lines is older: negative for the first, 0 for neither. */
export const compareStamps = (a: StampedLine, b: StampedLine): number => a.time - b.time || a.nano - b.nano

/** A moment in microseconds as RFC 3339 in UTC, to the microsecond. */
export function formatStamp(time: number): string {
  const iso = new Date(Math.floor(time / 1000)).toISOString()
  const micro = String(time - Math.floor(time / 1000) * 1000).padStart(3, '0')
  return `${iso.slice(0, -1)}${micro}Z`
}
