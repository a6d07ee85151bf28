import { useMemo } from 'react'
import { languageTag, useT } from '@/lib/i18n/t'
import { useTimeZone } from '@/lib/time-zone'

const DAY = 86_400
const made = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, isUtc: boolean, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${isUtc} ${Object.keys(options).join(' ')}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(locale, {
    ...options,
    hourCycle: 'h23',
    ...(isUtc ? { timeZone: 'UTC' } : {}),
  })
  made.set(key, fresh)
  return fresh
}

const clock = { hour: '2-digit', minute: '2-digit' } as const
const day = { month: 'short', day: 'numeric' } as const

/** Moments of a chart in words, by the reader's language and zone. */
export interface TimeText {
  /** At a tick of an axis that is so many seconds long. */
  readonly tick: (at: number, length: number) => string
  /** To the second. */
  readonly exact: (at: number) => string
  /** How far the reader's clock on the wall is ahead of UTC at a moment, in seconds. */
  readonly offset: (at: number) => number
}

export function useTimeText(): TimeText {
  const { language } = useT()
  const isUtc = useTimeZone() === 'utc'
  const locale = languageTag(language)
  return useMemo(
    () => ({
      tick: (at, length) => {
        const options =
          length <= 300 ? { ...clock, second: '2-digit' as const } : length > DAY ? { ...day, ...clock } : clock
        return format(locale, isUtc, length > 4 * DAY ? day : options).format(at * 1000)
      },
      exact: (at) =>
        `${format(locale, isUtc, { ...day, ...clock, second: '2-digit' }).format(at * 1000)}${isUtc ? ' UTC' : ''}`,
      offset: (at) => (isUtc ? 0 : -60 * new Date(at * 1000).getTimezoneOffset()),
    }),
    [locale, isUtc],
  )
}
