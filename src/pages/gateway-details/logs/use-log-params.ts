import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { facetNames, type FacetChoice } from '@/domain/logs/facets'
import { filterFromParam, type LineFilter } from '@/domain/logs/line-filter'
import { lineLinkFromParam, type LineLink } from '@/domain/logs/line-link'
import { useTimeZone, type TimeZone } from '@/lib/time-zone'
import { rangeFromParam, type SearchRange } from './search-range'

export const sinceNames = ['5m', '1h', 'all'] as const
export const refreshNames = ['off', '5', '10', '20'] as const
export const stampNames = ['off', 'local', 'utc'] as const
export const fontSizes = ['11', '12', '13', '14', '16'] as const
export const layouts = ['text', 'columns'] as const

/** Everything about the view that one would send to a colleague. */
export interface LogParams {
  readonly mode: 'live' | 'search'
  readonly pods: readonly string[]
  readonly isPrevious: boolean
  readonly since: (typeof sinceNames)[number]
  readonly keywords: string
  readonly searchPod: string
  readonly range: SearchRange
  readonly refresh: (typeof refreshNames)[number]
  readonly filters: readonly LineFilter[]
  readonly find: string
  readonly facets: FacetChoice['values']
  /** Microseconds since 1970. */
  readonly between: { readonly from: number; readonly to: number } | null
  readonly isWrapped: boolean
  readonly stamps: (typeof stampNames)[number]
  readonly hasNames: boolean
  readonly fontSize: (typeof fontSizes)[number]
  readonly layout: (typeof layouts)[number]
  readonly line: LineLink | null
}

/** New values of parameters; null takes one away. */
export type ParamChange = Readonly<Record<string, string | readonly string[] | null>>

const oneOf = <Name extends string>(names: readonly Name[], value: string | null, otherwise: Name): Name =>
  names.find((name) => name === value) ?? otherwise

function betweenOf(param: string | null): LogParams['between'] {
  const found = /^(\d{1,16})-(\d{1,16})$/.exec(param ?? '')
  return found ? { from: Number(found[1]), to: Number(found[2]) } : null
}

function read(text: string, zone: TimeZone): LogParams {
  const get = new URLSearchParams(text)
  return {
    mode: get.get('mode') === 'search' ? 'search' : 'live',
    pods: get.getAll('pods'),
    isPrevious: get.get('previous') === '1',
    since: oneOf(sinceNames, get.get('since'), '5m'),
    keywords: get.get('q') ?? '',
    searchPod: get.get('pod') ?? '',
    range: rangeFromParam(get.get('range')),
    refresh: oneOf(refreshNames, get.get('refresh'), 'off'),
    filters: get.getAll('filter').flatMap((each) => filterFromParam(each) ?? []),
    find: get.get('find') ?? '',
    facets: Object.fromEntries(facetNames.map((name) => [name, get.getAll(name)])),
    between: betweenOf(get.get('between')),
    isWrapped: get.get('wrap') === '1',
    stamps: oneOf(stampNames, get.get('stamps'), zone),
    hasNames: get.get('names') !== '0',
    fontSize: oneOf(fontSizes, get.get('size'), '12'),
    layout: oneOf(layouts, get.get('layout'), 'text'),
    line: lineLinkFromParam(get.get('line')),
  }
}

function changed(text: string, next: ParamChange): string {
  const search = new URLSearchParams(text)
  for (const [name, value] of Object.entries(next)) {
    search.delete(name)
    for (const each of value === null ? [] : [value].flat()) if (each !== '') search.append(name, each)
  }
  return search.toString()
}

/**
 * The view as the address tells it, and a way to change it. The router takes its time to change the address; the view
 * does not wait for it, so that a box that was ticked is ticked.
 */
export function useLogParams(): { params: LogParams; change: (next: ParamChange) => void } {
  const [search, setSearch] = useSearchParams()
  const zone = useTimeZone()
  const there = search.toString()
  const [ahead, setAhead] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const text = ahead !== null && ahead.from === there ? ahead.to : there
  const params = useMemo(() => read(text, zone), [text, zone])
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  const change = (next: ParamChange) => {
    const to = changed(latest.current, next)
    if (to === latest.current) return
    latest.current = to
    setAhead({ from: there, to })
    setSearch(to, { replace: true, preventScrollReset: true })
  }
  return { params, change }
}

/** Takes every filter away. */
export const noFilters: ParamChange = {
  filter: null,
  between: null,
  ...Object.fromEntries(facetNames.map((name) => [name, null])),
}
