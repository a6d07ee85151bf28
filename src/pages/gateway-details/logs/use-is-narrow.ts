import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 760px)')

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the window is as narrow as the style sheets of this folder mean it. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
