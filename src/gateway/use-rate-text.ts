import { rateSum } from '@/domain/route-rates'
import { languageTag, useT } from '@/lib/i18n/t'
import { formatNumber } from '@/lib/numbers'

/** Says what rates come to together, in requests per second, and where something is not known. */
export function useRateText(): (rates: readonly (number | null)[]) => string {
  const { t, language } = useT()
  return (rates) => {
    const { value, unknown } = rateSum(rates)
    const figure = formatNumber(value, languageTag(language))
    if (unknown === 0) return t('routes.rate', { value: figure })
    return unknown === rates.length
      ? t('routes.rateUnknown')
      : t('routes.rateAtLeast', { value: figure, count: unknown })
  }
}
