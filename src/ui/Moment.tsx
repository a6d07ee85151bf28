import { formatDateTime, formatRelative } from '@/lib/format'
import { languageTag, useT } from '@/lib/i18n/t'
import { useNow } from '@/lib/use-now'

/** A moment, absolute; how long ago it was and its UTC form are told on hover. */
export function Moment({ at }: { at: string }) {
  const { language } = useT()
  const locale = languageTag(language)
  const title = `${formatRelative(at, locale, useNow())} · ${formatDateTime(at, locale, true)} UTC`
  return (
    <time dateTime={at} title={title}>
      {formatDateTime(at, locale)}
    </time>
  )
}
