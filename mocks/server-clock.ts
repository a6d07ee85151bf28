import type { World } from './world'

/** How far the clock of the server is behind in the scenario `clock-skew`, in milliseconds. */
const SKEW = 7 * 60_000

/** The time by the clock of the server and its Prometheus, in milliseconds since 1970. */
export const clockOf = (world: World): number => world.now() - (world.db.scenario === 'clock-skew' ? SKEW : 0)

/** The answer with the `Date` that every HTTP server of Go sends. */
export const dated = (world: World, answer: Response): Response => {
  answer.headers.set('Date', new Date(clockOf(world)).toUTCString())
  return answer
}
