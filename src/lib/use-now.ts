import { useSyncExternalStore } from 'react'

/** How often relative times move on, in milliseconds. */
const TICK = 15_000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  // Nobody looked for a while, so it stood still.
  if (listeners.size === 0) now = Date.now()
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const tell of listeners) tell()
  }, TICK)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The present, in milliseconds since 1970, one clock for all that show how long ago something was. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
