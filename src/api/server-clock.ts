/** Less than this may be the way of the answer and the whole seconds of its `Date`, in milliseconds. */
const UNCERTAIN = 3_000

let skew = 0

/** Learns the time of the server from the `Date` of an answer that has just arrived. */
export function noteServerTime(date: string | null): void {
  const told = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(told)) return
  const difference = told - Date.now()
  skew = Math.abs(difference) < UNCERTAIN ? 0 : difference
}

/** How far the server's clock is ahead of this computer's, in milliseconds; 0 when they agree or it never said. */
export const serverSkew = (): number => skew

/** The present by the clock of the server, which is the one that its metrics go by. Whole seconds since 1970. */
export const serverNow = (): number => Math.floor((Date.now() + skew) / 1000)
