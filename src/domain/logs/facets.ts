import { durationClass, statusClass } from './access-line'
import type { TextColumn } from './log-block'
import type { LogStore } from './log-store'

/** What access lines can be told apart by. */
export const facetNames = ['status', 'method', 'host', 'path', 'upstream', 'duration'] as const
export type FacetName = (typeof facetNames)[number]

/** The chosen values of every facet; none chosen means all. `from` and `to` in microseconds since 1970, `to` excluded. */
export interface FacetChoice {
  readonly values: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly sources: ReadonlySet<number> | null
  readonly from: number | null
  readonly to: number | null
}

export const everything: FacetChoice = { values: {}, sources: null, from: null, to: null }

/** What a line fails: nothing, one condition by its number below, or more than one (or the pods). */
export const PASSED = 0
export const TIME_ONLY = facetNames.length + 1
export const OUT = 255

type Check = (line: number) => boolean

const isText = (name: FacetName): name is TextColumn => name !== 'status' && name !== 'duration'

function checkOf(store: LogStore, name: FacetName, values: readonly string[]): Check {
  if (name === 'status') {
    const wanted = new Set(values)
    // A class, such as 5xx, or one status.
    return (line) => {
      const status = store.number('status', line)
      return wanted.has(statusClass(status)) || wanted.has(String(status))
    }
  }
  if (!isText(name)) return (line) => values.includes(durationClass(store.number('duration', line)))
  const ids = new Set(values.map((value) => store.texts.idOf(value)))
  return (line) => store.number('status', line) > 0 && ids.has(store.number(name, line))
}

/**
 * Judges lines by the chosen facets. A facet's own choice must not hide its other values, so a line that fails one facet
 * only is told by that facet's number (1 for the first of `facetNames`), or `TIME_ONLY`.
 */
export function facetJudge(store: LogStore, choice: FacetChoice): (line: number) => number {
  const checks = facetNames.flatMap((name, index) => {
    const values = choice.values[name]
    return values && values.length > 0 ? [{ number: index + 1, check: checkOf(store, name, values) }] : []
  })
  const { sources, from, to } = choice
  if (from !== null || to !== null)
    checks.push({
      number: TIME_ONLY,
      check: (line) => {
        const time = store.number('time', line)
        return (from === null || time >= from) && (to === null || time < to)
      },
    })
  if (checks.length === 0 && sources === null) return () => PASSED
  return (line) => {
    if (sources !== null && !sources.has(store.number('source', line))) return OUT
    let failed = PASSED
    for (const { number, check } of checks) {
      if (check(line)) continue
      if (failed !== PASSED) return OUT
      failed = number
    }
    return failed
  }
}
