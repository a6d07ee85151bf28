import type { HttpHandler } from 'msw'
import { STORAGE_KEY, readSaved, seed } from './db'
import { handlersOf } from './handlers/all'
import type { Fault, ScenarioName } from './scenarios'
import { forgetSessions } from './sessions'
import type { Db } from './tables'
import type { World } from './world'

/** How a pretend server begins. */
export interface KubeSphereOptions {
  scenario: ScenarioName
  /** The clock, in ms since 1970. The real one when left out. */
  now?: () => number
  /** How slow the operator is: 1 = a few seconds per change, 0 = everything at once. */
  pace?: number
  /** Where the state survives a reload. A state of the same scenario in it is continued. */
  storage?: Storage
  /** What goes wrong from the beginning. When left out, what the storage says. */
  faults?: readonly Fault[]
}

/** One pretend server. Any number of them live side by side. */
export interface KubeSphere {
  /** For msw's `setupWorker`, `setupServer` or `getResponse`. */
  handlers: HttpHandler[]
  scenario: ScenarioName
  /** The present memory, for tests that have to look inside or play another client. */
  db: () => Db
  faults: () => readonly Fault[]
  setFaults: (faults: readonly Fault[]) => void
  /** The clock of this server, in ms since 1970. */
  now: () => number
  /** Moves the clock of this server forward, in ms. */
  advance: (milliseconds: number) => void
  /** What a restart of the server does: all tokens are forgotten, everything else stays. */
  restart: () => void
  /** Back to the beginning of the scenario, now. Who is signed in stays so; faults go. */
  reset: () => void
}

/** Makes a pretend server. */
export const createKubeSphere = ({
  scenario,
  now = Date.now,
  pace = 1,
  storage,
  faults,
}: KubeSphereOptions): KubeSphere => {
  let ahead = 0
  const clock = () => now() + ahead
  const saved = readSaved(storage)
  const begin = saved?.scenario === scenario ? saved.seededAt : clock()
  const worldFrom = (db: Db): World => ({ db, now: clock, pace, shuffles: 0 })
  if (begin !== saved?.seededAt) storage?.removeItem(STORAGE_KEY)
  let world = worldFrom(seed(scenario, begin, storage))
  if (faults) world.db.faults = [...faults]
  world.db.commit()
  return {
    handlers: handlersOf(() => world),
    scenario,
    db: () => world.db,
    faults: () => world.db.faults,
    setFaults: (next) => {
      world.db.faults = [...next]
      world.db.commit()
    },
    now: clock,
    advance: (milliseconds) => {
      ahead += milliseconds
    },
    restart: () => {
      forgetSessions(world)
    },
    reset: () => {
      const tokens = world.db.tokens.keys().flatMap((name) => {
        const token = world.db.tokens.get(name)
        return token ? [[name, token] as const] : []
      })
      storage?.removeItem(STORAGE_KEY)
      world = worldFrom(seed(scenario, clock(), storage))
      for (const [name, token] of tokens) world.db.tokens.put(name, token)
      world.db.commit()
    },
  }
}
