import type { Db } from './tables'

/** One pretend server: its memory, its clock and how fast its operator works. */
export interface World {
  db: Db
  /** Milliseconds since 1970. */
  now: () => number
  /** 1 = as described in controller.ts, 0 = at once, 2 = half as fast. */
  pace: number
  /** Counts NodePort addresses that were shown: the real server shuffles them. */
  shuffles: number
}
