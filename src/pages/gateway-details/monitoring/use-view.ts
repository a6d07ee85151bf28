import { useQueryParams } from '@/lib/use-query-params'
import {
  parseLength,
  parseRange,
  rangeLength,
  stepFor,
  stepsFor,
  widened,
  windowNames,
  lengthName,
  type AskedRange,
  type RangeProblem,
  type WindowName,
} from '@/domain/time-range'
import { serverNow } from '@/api/server-clock'
import { choiceParam, flagParam } from '@/lib/use-search-param'

export const chartIds = ['requests', 'connections', 'latency', 'failed', 'traffic', 'cpu', 'memory'] as const
export type ChartId = (typeof chartIds)[number]

/** Seconds between two refreshes, as they stand in the URL. */
export const refreshChoices = ['off', '5s', '10s', '30s'] as const
export type Refresh = (typeof refreshChoices)[number]

export const failedForms = ['rate', 'share'] as const
export type FailedForm = (typeof failedForms)[number]

const windowParam = choiceParam(windowNames, '10m')
const refreshParam = choiceParam(refreshChoices, '30s')
const failedParam = choiceParam(failedForms, 'rate')

/** Everything about the view that one would send to a colleague. It lives in the URL and nowhere else. */
export interface View {
  readonly range: AskedRange
  /** What is wrong with the range of the link; `range` is the usual one then. */
  readonly problem: RangeProblem | null
  /** Seconds of it that are over. */
  readonly length: number
  readonly step: number
  /** Null when the step follows from the range. */
  readonly chosenStep: number | null
  readonly window: WindowName
  readonly refresh: Refresh
  readonly isCompared: boolean
  readonly withResources: boolean
  readonly failedAs: FailedForm
  /** Whether there is a range to go back to. */
  readonly isZoomed: boolean
  readonly threshold: (chart: ChartId) => number | null
  readonly isolated: (chart: ChartId) => string | null
}

export interface ViewActions {
  readonly chooseRange: (range: AskedRange) => void
  readonly zoomIn: (start: number, end: number) => void
  readonly zoomOut: () => void
  readonly set: (changes: Readonly<Record<string, string | null>>) => void
}

const RANGE_KEYS = ['range', 'from', 'to'] as const
const DEFAULT_RANGE = '1h'

/** A range as text, for the list of ranges to go back to. */
const written = (search: URLSearchParams): string => {
  const [from, to] = [search.get('from'), search.get('to')]
  return from !== null && to !== null ? `${from}-${to}` : (search.get('range') ?? DEFAULT_RANGE)
}

const paramsOf = (text: string): Record<(typeof RANGE_KEYS)[number], string | null> => {
  const [from, to] = text.split('-')
  if (from !== undefined && to !== undefined) return { range: null, from, to }
  return { range: text === DEFAULT_RANGE ? null : text, from: null, to: null }
}

const numberParam = (text: string | null): number | null => {
  const value = text === null || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? value : null
}

/** The view of the Monitoring tab, and how to change it. */
export function useView(): View & ViewActions {
  const [query, change] = useQueryParams()
  const search = new URLSearchParams(query)
  const now = serverNow()
  const { range, problem } = parseRange(
    { last: search.get('range'), from: search.get('from'), to: search.get('to') },
    now,
    DEFAULT_RANGE,
  )
  const length = rangeLength(range, now)
  const asked = parseLength(search.get('step') ?? '')
  // A step that would show too few points or too many is not one of those to choose.
  const chosenStep = asked !== null && stepsFor(length).includes(asked) ? asked : null

  const set: ViewActions['set'] = (changes) =>
    change((next) => {
      for (const [key, value] of Object.entries(changes)) {
        if (value === null) next.delete(key)
        else next.set(key, value)
      }
      return next
    })
  const back = (search.get('back') ?? '').split(',').filter((text) => text !== '')

  return {
    range,
    problem,
    length,
    step: chosenStep ?? stepFor(length),
    chosenStep,
    window: windowParam.parse(search.get('window')),
    refresh: refreshParam.parse(search.get('refresh')),
    isCompared: flagParam.parse(search.get('compare')),
    withResources: flagParam.parse(search.get('resources')),
    failedAs: failedParam.parse(search.get('failed')),
    isZoomed: back.length > 0,
    threshold: (chart) => numberParam(search.get(`limit-${chart}`)),
    isolated: (chart) => search.get(`only-${chart}`),
    chooseRange: (next) =>
      set({
        ...paramsOf(next.kind === 'last' ? lengthName(next.length) : `${next.start}-${next.end}`),
        step: null,
        back: null,
      }),
    zoomIn: (...dragged) => {
      // What is too short to be shown would be a link that nobody can open.
      const [start, end] = widened(...dragged, serverNow())
      set({ ...paramsOf(`${start}-${end}`), step: null, back: [...back, written(search)].join(',') })
    },
    zoomOut: () => {
      const last = back.at(-1)
      if (last !== undefined) set({ ...paramsOf(last), step: null, back: back.slice(0, -1).join(',') || null })
    },
    set,
  }
}
