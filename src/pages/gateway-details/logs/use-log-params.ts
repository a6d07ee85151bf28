import { useMemo } from 'react'
import { facetNames, type FacetChoice } from '@/domain/logs/facets'
import { filterFromParam, type LineFilter } from '@/domain/logs/line-filter'
import { lineLinkFromParam, type LineLink } from '@/domain/logs/line-link'
import { timeZones, useTimeZone } from '@/lib/time-zone'
import { useQueryParams } from '@/lib/use-query-params'
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

/** The view as the address tells it, and a way to change it. */
export function useLogParams(): { params: LogParams; change: (next: ParamChange) => void } {
  const [text, changeQuery] = useQueryParams()
  const zone = useTimeZone()
  const params = useMemo((): LogParams => {
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
      stamps: oneOf(stampNames, get.get('stamps'), oneOf(timeZones, zone, 'local')),
      hasNames: get.get('names') !== '0',
      fontSize: oneOf(fontSizes, get.get('size'), '12'),
      layout: oneOf(layouts, get.get('layout'), 'text'),
      line: lineLinkFromParam(get.get('line')),
    }
  }, [text, zone])
  const change = (next: ParamChange) =>
    changeQuery(
      (now) => {
        for (const [name, value] of Object.entries(next)) {
          now.delete(name)
          for (const each of value === null ? [] : [value].flat()) if (each !== '') now.append(name, each)
        }
        return now
      },
      { replace: true },
    )
  return { params, change }
}

/** Takes every filter away. */
export const noFilters: ParamChange = {
  filter: null,
  between: null,
  ...Object.fromEntries(facetNames.map((name) => [name, null])),
}
