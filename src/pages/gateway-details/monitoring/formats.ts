import { useMemo } from 'react'
import { languageTag, useT } from '@/lib/i18n/t'
import { formatBytes, formatCompact, formatMilliseconds, formatNumber, formatPercent } from '@/lib/numbers'

/** Values with their units, in the language of the moment. */
export interface Formats {
  readonly count: (value: number) => string
  readonly compact: (value: number) => string
  readonly rate: (value: number) => string
  readonly milliseconds: (value: number) => string
  readonly bytesPerSecond: (value: number) => string
  readonly bytes: (value: number) => string
  readonly percent: (value: number) => string
  readonly cores: (value: number) => string
}

export function useFormats(): Formats {
  const { t, language } = useT()
  return useMemo(() => {
    const locale = languageTag(language)
    return {
      count: (value) => formatNumber(value, locale),
      compact: (value) => formatCompact(value, locale),
      rate: (value) => t('unit.requestRate', { value: formatNumber(value, locale) }),
      milliseconds: (value) => formatMilliseconds(value, locale),
      bytesPerSecond: (value) => formatBytes(value, locale, { perSecond: true }),
      bytes: (value) => formatBytes(value, locale),
      percent: (value) => formatPercent(value, locale),
      cores: (value) => t('unit.cores', { value: formatNumber(value, locale) }),
    }
  }, [t, language])
}
