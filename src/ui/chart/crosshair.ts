import { useSyncExternalStore } from 'react'

/** The moment that is looked at, and the chart in which the pointer or the focus is. */
export interface Pointed {
  /** Seconds since 1970. */
  readonly at: number
  readonly chart: string
}

/**
 * One crosshair for many charts. It lives outside of React's state, so that moving it draws a line in each chart and
 * nothing else of the page.
 */
export interface Crosshair {
  readonly get: () => Pointed | null
  readonly set: (next: Pointed | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createCrosshair(): Crosshair {
  let pointed: Pointed | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => pointed,
    set: (next) => {
      if (next?.at === pointed?.at && next?.chart === pointed?.chart) return
      pointed = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const usePointed = ({ subscribe, get }: Crosshair): Pointed | null => useSyncExternalStore(subscribe, get)
