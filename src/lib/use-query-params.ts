import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * What the query of a page will be when the navigation that is under way is on screen. Navigations take a moment to end
 * and another to be drawn, and what is typed or clicked meanwhile must neither wait for them nor be made from what
 * stood there before.
 */
let coming: { readonly pathname: string; readonly search: string; readonly hasEnded: boolean } | null = null
const listeners = new Set<() => void>()

function setComing(next: typeof coming) {
  coming = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const withoutMark = (search: string) => search.replace(/^\?/, '')

/** Whether the address bar has it, so that it will be drawn if it is not yet. */
const isUnderWay = ({ search }: { search: string }) => withoutMark(window.location.search) === search

/** Makes the next query from the present one; with `replace` it takes the place of the entry of the history. */
export type ChangeQuery = (
  make: (now: URLSearchParams) => URLSearchParams,
  options?: { readonly replace?: boolean },
) => void

/** The query of the page's URL, and how to change it. A change counts at once, before its navigation is on screen. */
export function useQueryParams(): readonly [search: string, change: ChangeQuery] {
  const { pathname, search: arrived } = useLocation()
  const navigate = useNavigate()
  const ahead = useSyncExternalStore(subscribe, () => coming)
  const search = ahead?.pathname === pathname ? ahead.search : withoutMark(arrived)
  // It is on screen, or somebody went elsewhere after it.
  useEffect(() => {
    if (coming === null) return
    const isDrawn = withoutMark(arrived) === coming.search
    if (isDrawn || (coming.hasEnded && !isUnderWay(coming))) setComing(null)
  }, [arrived, pathname])
  const change = useCallback<ChangeQuery>(
    (make, { replace = false } = {}) => {
      const now = new URLSearchParams(coming?.pathname === pathname ? coming.search : arrived)
      const mine = { pathname, search: make(now).toString(), hasEnded: false }
      setComing(mine)
      void Promise.resolve(navigate({ search: mine.search }, { replace, preventScrollReset: true })).finally(() => {
        if (coming === mine) setComing(isUnderWay(mine) ? { ...mine, hasEnded: true } : null)
      })
    },
    [navigate, pathname, arrived],
  )
  return [search, change]
}
