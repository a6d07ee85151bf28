import { Button } from 'antd'
import { useT } from '@/lib/i18n/t'
import styles from './ChartTable.module.css'
import { columnsOf, momentAt, type ChartGrid, type ChartSeries } from './series'
import { useTimeText } from './time-text'

interface ChartTableProps {
  label: string
  grid: ChartGrid
  series: readonly ChartSeries[]
  format: (value: number) => string
  onClose: () => void
}

/** The numbers behind the lines, newest first. */
export function ChartTable({ label, grid, series, format, onClose }: ChartTableProps) {
  const { t } = useT()
  const text = useTimeText()
  const last = Math.floor((grid.end - grid.start) / grid.step)
  const places = Array.from({ length: last + 1 }, (_, index) => last - index)
  const columns = columnsOf(series, (name) => t('chart.beforeName', { name }))
  return (
    <section className={styles['frame']} aria-label={label}>
      {/* A region that scrolls has to be reachable without a mouse. */}
      <Button size="small" className={styles['back'] ?? ''} onClick={onClose}>
        {t('chart.asChart')}
      </Button>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('chart.time')}</th>
            {columns.map(({ key, label: name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place}>
              <th scope="row">{text.exact(momentAt(grid, place))}</th>
              {columns.map(({ key, values }) => {
                const value = values[place] ?? null
                return <td key={key}>{value === null ? '–' : format(value)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
