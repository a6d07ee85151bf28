/** Numbers with their units, by locale. Making an Intl format is slow, so each is made once. */

const made = new Map<string, Intl.NumberFormat>()

function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${Object.values(options).join(' ')}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.NumberFormat(locale, options)
  made.set(key, fresh)
  return fresh
}

/** Three figures, but never fewer than the whole ones: 0.0123, 1.23, 12.3, 1,235. */
const figures = (value: number): Intl.NumberFormatOptions =>
  Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }

export const formatNumber = (value: number, locale: string): string => format(locale, figures(value)).format(value)

/** Large numbers shortened: 12.3K, 4.56M. */
export const formatCompact = (value: number, locale: string): string =>
  Math.abs(value) < 10_000
    ? formatNumber(value, locale)
    : format(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value)

/** A part of one as percent; small parts keep their figures, so that 0.02 % is not 0 %. */
export function formatPercent(part: number, locale: string): string {
  const digits = part === 0 || part === 1 ? 0 : part < 0.001 || part > 0.999 ? 3 : part < 0.1 || part > 0.9 ? 2 : 1
  return format(locale, { style: 'percent', maximumFractionDigits: digits }).format(part)
}

export const formatMilliseconds = (value: number, locale: string): string =>
  format(locale, { style: 'unit', unit: 'millisecond', ...figures(value) }).format(value)

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes in the unit that keeps the number short, a thousand to the next one; per second if asked for. */
export function formatBytes(value: number, locale: string, { perSecond = false } = {}): string {
  const power = value === 0 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.abs(value)) / 3))
  const index = Math.max(0, power)
  const amount = value / 1000 ** index
  const unit = `${SIZES[index]}${perSecond ? '-per-second' : ''}`
  return format(locale, { style: 'unit', unit, ...figures(amount) }).format(amount)
}

const LENGTHS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** A length of time in its largest unit that keeps it whole, in words: 30 seconds, 90 minutes, 7 days. */
export function formatLength(seconds: number, locale: string): string {
  const [unit, size] = LENGTHS.find(([, each]) => seconds > 0 && seconds % each === 0) ?? (['second', 1] as const)
  return format(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size)
}
