import { formatDateTime, formatRelative } from '@/lib/format'
import { languageTag, useT } from '@/lib/i18n/t'
import { useTimeZone } from '@/lib/time-zone'
import { useNow } from '@/lib/use-now'

/** A moment, absolute or how long ago it was; the other form and the one in UTC are told on hover. */
export function Moment({ at, relative = false }: { at: string; relative?: boolean }) {
  const { language } = useT()
  const isUtc = useTimeZone() === 'utc'
  const locale = languageTag(language)
  // What the cluster has dated ahead of this clock, or since its last tick, was just now; nothing shown here is to come.
  const ago = formatRelative(at, locale, Math.max(useNow(), Date.parse(at)))
  const absolute = `${formatDateTime(at, locale, isUtc)}${isUtc ? ' UTC' : ''}`
  const title = [relative ? absolute : ago, ...(isUtc ? [] : [`${formatDateTime(at, locale, true)} UTC`])].join(' · ')
  return (
    <time dateTime={at} title={title}>
      {relative ? ago : absolute}
    </time>
  )
}
