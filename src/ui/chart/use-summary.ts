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

/** What a look at the lines tells, in words: from when to when, and of each line its highest, lowest and newest value. */
export function useSummary({ grid, series, format, threshold }: Told): string {
  const { t } = useT()
  const text = useTimeText()
  const lines = series.flatMap(({ label, values, total }) => {
    const numbers = present(values)
    const last = numbers.at(-1)
    if (last === undefined) return [t('chart.summaryNone', { name: label })]
    let [lowest, highest] = [last, last]
    for (const value of numbers) {
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
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
