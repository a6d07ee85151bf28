import { useT } from '@/lib/i18n/t'
import { momentAt, type ChartGrid, type ChartSeries } from './series'
import { useTimeText } from './time-text'

interface Told {
  grid: ChartGrid
  series: readonly ChartSeries[]
  format: (value: number) => string
  /** In the unit of the values. */
  threshold: number | null
}

const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null)

function extremesOf(values: readonly (number | null)[]) {
  const numbers = present(values)
  const last = numbers.at(-1)
  if (last === undefined) return null
  let [lowest, highest] = [last, last]
  for (const value of numbers) {
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return { lowest, highest, last }
}

/** What a look at the lines tells, in words: from when to when, and of each line its highest, lowest and newest value. */
export function useSummary({ grid, series, format, threshold }: Told): string {
  const { t } = useT()
  const text = useTimeText()
  const before = (values: readonly (number | null)[] | undefined): readonly string[] => {
    if (values === undefined) return []
    const found = extremesOf(values)
    if (found === null) return [t('chart.summaryBeforeNone')]
    return [
      t('chart.summaryBefore', {
        highest: format(found.highest),
        lowest: format(found.lowest),
        last: format(found.last),
      }),
    ]
  }
  const lines = series.flatMap(({ label, values, previous, total }) => {
    const found = extremesOf(values)
    if (found === null) return [t('chart.summaryNone', { name: label }), ...before(previous)]
    const { lowest, highest, last } = found
    const peak = momentAt(grid, values.indexOf(highest))
    return [
      t('chart.summaryLine', {
        name: label,
        total,
        highest: format(highest),
        when: text.exact(peak),
        lowest: format(lowest),
        last: format(last),
      }),
      ...before(previous),
    ]
  })
  const above =
    threshold === null
      ? []
      : [
          t('chart.summaryAbove', {
            value: format(threshold),
            count: series.reduce(
              (sum, { values }) => sum + present(values).filter((value) => value > threshold).length,
              0,
            ),
          }),
        ]
  const range = t('chart.summaryRange', { start: text.exact(grid.start), end: text.exact(grid.end) })
  return [range, ...lines, ...above].join(' ')
}
