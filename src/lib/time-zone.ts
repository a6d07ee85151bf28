import { useSyncExternalStore } from 'react'

/** Times are read in the reader's own zone or, to compare with logs and servers, as UTC. Remembered. */
export const timeZones = ['local', 'utc'] as const
export type TimeZone = (typeof timeZones)[number]

const KEY = 'gateway-console.time-zone'
const listeners = new Set<() => void>()
let zone: TimeZone | undefined

const get = (): TimeZone => (zone ??= localStorage.getItem(KEY) === 'utc' ? 'utc' : 'local')

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function chooseTimeZone(next: TimeZone): void {
  zone = next
  localStorage.setItem(KEY, next)
  for (const listener of listeners) listener()
}

export const useTimeZone = (): TimeZone => useSyncExternalStore(subscribe, get)
