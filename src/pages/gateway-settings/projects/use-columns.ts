import { useState } from 'react'

const KEY = 'gateway-console.project-gateways.hidden-columns'

/** Columns that were hidden before; what cannot be read hides nothing. */
function stored(offered: readonly string[]): ReadonlySet<string> {
  const hidden = (localStorage.getItem(KEY) ?? '').split(',')
  return new Set(offered.filter((key) => hidden.includes(key)))
}

/** Which of the offered columns are hidden, remembered in this browser. */
export function useHiddenColumns(offered: readonly string[]) {
  const [hidden, setHidden] = useState(() => stored(offered))
  const toggle = (key: string) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    localStorage.setItem(KEY, [...next].join(','))
    setHidden(next)
  }
  return { hidden, toggle }
}
