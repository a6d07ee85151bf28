import { hash } from './random'
import type { IngressRecord } from './records'

/**
 * The traffic that never was: every figure is a function of a route's name and of the moment, so a reload, a zoom and a
 * refresh tell the same story. All times are seconds since 1970.
 */

export const moods = ['steady', 'spike-5xx', 'no-traffic', 'metric-nan'] as const
/** What kind of day it is. */
export type Mood = (typeof moods)[number]

/** What a formula needs to know of the world. */
export interface Weather {
  mood: Mood
  /** When the scenario began: a spike is told from there, so that it is on screen when somebody looks. */
  began: number
}

const DAY = 86_400
const MINUTE = 60
/** How many slices a window is summed up in. */
const SLICES = 6

/** A number between 0 and 1 that belongs to a text. */
const share = (seed: string) => hash(seed) / 0xffffffff

/** Noise between -1 and 1 that bends from one half minute to the next. */
const ripple = (seed: string, at: number): number => {
  const step = Math.floor(at / 30)
  const part = at / 30 - step
  const [from, to] = [share(`${seed}#${step}`), share(`${seed}#${step + 1}`)]
  return (from + (to - from) * part) * 2 - 1
}

const nameOf = ({ metadata }: IngressRecord) => `${metadata.namespace ?? ''}/${metadata.name}`

/** Quiet at night, busy in the afternoon (UTC), a little less at the weekend. */
const daytime = (at: number): number => {
  const weekday = Math.floor(at / DAY + 4) % 7
  const hours = (at % DAY) / DAY
  return (0.62 + 0.38 * Math.sin(2 * Math.PI * (hours - 0.38))) * (weekday === 0 || weekday === 6 ? 0.7 : 1)
}

/** The spike of 5XX: from half an hour before the scenario began until ten minutes before, and once every day. */
const isSpike = ({ mood, began }: Weather, at: number): boolean => {
  const since = (((at - began) % DAY) + DAY) % DAY
  return mood === 'spike-5xx' && since >= DAY - 30 * MINUTE && since < DAY - 10 * MINUTE
}

/** Whether nobody asks for anything: ten minutes of every half hour, the first of them around the beginning. */
export const isLull = ({ mood, began }: Weather, at: number): boolean =>
  mood === 'metric-nan' && ((((at - began + 25 * MINUTE) / MINUTE) % 30) + 30) % 30 >= 20

/** Statuses of answers with the part of the requests that gets them, when all is well. */
const STATUSES = [
  ['200', 0.905],
  ['304', 0.05],
  ['401', 0.012],
  ['404', 0.027],
  ['500', 0.002],
  ['502', 0.0025],
  ['503', 0.0015],
] as const
export const statuses: readonly string[] = STATUSES.map(([status]) => status)

const usualPart = (digit: '4' | '5') =>
  STATUSES.filter(([status]) => status.startsWith(digit)).reduce((sum, [, part]) => sum + part, 0)
const USUAL_FAILURES = { '4': usualPart('4'), '5': usualPart('5') }

/** Requests per second to a route. */
export const requestRate = (route: IngressRecord, at: number, weather: Weather): number => {
  if (weather.mood === 'no-traffic' || isLull(weather, at)) return 0
  const name = nameOf(route)
  const usual = 3 + 45 * share(`rate/${name}`) ** 2
  return Math.max(0.05, usual * daytime(at) * (1 + 0.09 * ripple(name, at) + 0.1 * ripple(`${name}/slow`, at / 20)))
}

/** The part of a route's requests that is answered with statuses of a class, `4` or `5`. */
const failing = (route: IngressRecord, at: number, weather: Weather, digit: '4' | '5'): number => {
  const wave = USUAL_FAILURES[digit] * (1 + 0.35 * ripple(`${nameOf(route)}/${digit}`, at))
  return digit === '5' && isSpike(weather, at) ? 0.12 + 0.3 * share(`spike/${nameOf(route)}`) : wave
}

/** A sum over a window of `length` seconds that ends at `at`. */
const over = (at: number, length: number, each: (moment: number) => number): number => {
  let sum = 0
  for (let index = 0; index < SLICES; index += 1) sum += each(at - length + ((index + 0.5) * length) / SLICES)
  return (sum * length) / SLICES
}

/** Requests in a window; `digit` counts only failures of that class. */
export const requestCount = (
  routes: readonly IngressRecord[],
  at: number,
  length: number,
  weather: Weather,
  digit?: '4' | '5',
): number => {
  const part = (route: IngressRecord, moment: number) => (digit ? failing(route, moment, weather, digit) : 1)
  return routes.reduce(
    (sum, route) => sum + over(at, length, (moment) => requestRate(route, moment, weather) * part(route, moment)),
    0,
  )
}

/** Seconds that a request to a route takes which is answered with a status: a broken backend answers late. */
export const meanDuration = (route: IngressRecord, status: string, at: number, weather: Weather): number => {
  const usual = 0.02 + 0.09 * share(`duration/${nameOf(route)}`)
  const late = status.startsWith('5') ? 2.4 : status === '304' ? 0.5 : 1
  const load = isSpike(weather, at) ? 2.2 : 1
  return usual * late * load * (0.85 + 0.3 * daytime(at) + 0.08 * ripple(`${nameOf(route)}/duration`, at))
}

const QUANTILES = { '50': 0.72, '95': 3.1, '99': 5.2 } as const
export type Quantile = keyof typeof QUANTILES

/** Seconds below which so many of a hundred requests stay. */
export const quantile = (routes: readonly IngressRecord[], which: Quantile, at: number, weather: Weather): number => {
  const all = routes.reduce((sum, route) => sum + meanDuration(route, '200', at, weather), 0) / routes.length
  return all * QUANTILES[which] * (1 + 0.07 * ripple(`quantile/${which}`, at))
}

/** Open connections of a gateway. There are some even when nobody asks for anything (recording f42). */
export const connections = (gateway: string, routes: readonly IngressRecord[], at: number, weather: Weather): number =>
  4 +
  6 * share(`connections/${gateway}`) +
  ripple(`connections/${gateway}`, at) +
  routes.reduce((sum, route) => sum + requestRate(route, at, weather) * 0.4, 0)

/** Bytes per second; a request is small, an answer is not. */
export const traffic = (
  routes: readonly IngressRecord[],
  at: number,
  weather: Weather,
  direction: 'sent' | 'received',
): number =>
  routes.reduce((sum, route) => {
    const each = direction === 'received' ? 310 : 2_400 + 9_000 * share(`size/${nameOf(route)}`)
    return sum + requestRate(route, at, weather) * each
  }, 0)

/** Cores that a pod of a gateway uses, on average. */
export const cpu = (gateway: string, routes: readonly IngressRecord[], at: number, weather: Weather): number =>
  0.012 + 0.0009 * routes.reduce((sum, route) => sum + requestRate(route, at, weather), 0) + 0.002 * ripple(gateway, at)

/** Bytes that a process of a gateway holds, on average. */
export const memory = (gateway: string, at: number): number =>
  (96 + 40 * share(`memory/${gateway}`) + 6 * ripple(`memory/${gateway}`, at / 10)) * 1024 * 1024
