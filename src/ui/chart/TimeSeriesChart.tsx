import { MoreOutlined } from '@ant-design/icons'
import { memo, useId, useMemo, useState, type ReactNode } from 'react'
import { toCsv } from '@/lib/csv'
import { useT } from '@/lib/i18n/t'
import { downloadBlob, saveFile } from '@/lib/save-file'
import { MenuButton } from '@/ui/MenuButton'
import { toast } from '@/ui/Toasts'
import { ChartTable } from './ChartTable'
import type { Crosshair } from './crosshair'
import { CrosshairLayer } from './CrosshairLayer'
import { fileName, pngOf } from './download'
import { Legend } from './Legend'
import { Plot, type Marker, type Shown } from './Plot'
import { columnsOf, isEmpty, lineStyle, momentAt, type ChartGrid, type ChartSeries } from './series'
import { Threshold } from './Threshold'
import { useSummary } from './use-summary'
import { useWidth } from './use-width'
import styles from './TimeSeriesChart.module.css'

export interface TimeSeriesChartProps {
  /** Tells it from the other charts that share its crosshair. */
  id: string
  title: string
  /** A sentence on what is shown. */
  note?: string
  grid: ChartGrid
  series: readonly (ChartSeries & { readonly place?: number })[]
  /** A value with its unit. */
  format: (value: number) => string
  /** The unit of thresholds, in words, and how much of a value one of it is; and the unit of the values as they are. */
  unit: { readonly name: string; readonly size: number; readonly raw: string }
  crosshair: Crosshair
  marker: Marker | null
  /** In `unit`. */
  threshold: number | null
  onThreshold: (value: number | null) => void
  /** Key of the only series that is shown; null for all. */
  isolated: string | null
  onIsolate: (key: string | null) => void
  /** A part of the time was chosen, in seconds since 1970. */
  onZoom: (start: number, end: number) => void
  onZoomOut: () => void
  /** Failures of what is shown. */
  notice?: ReactNode
  /** What it means that there is nothing. */
  empty: string
  /** Controls beside the title. */
  extra?: ReactNode
}

const HEIGHT = 240

/** Lines over time: a figure with a name, a summary in words, a legend that isolates, and its numbers as table and file. */
export const TimeSeriesChart = memo(function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { title, note, grid, series, format, isolated, crosshair, marker, notice, unit } = props
  const { t } = useT()
  const summaryId = useId()
  const [attach, width, frame] = useWidth<HTMLDivElement>()
  const [isTable, setTable] = useState(false)
  const [isSetting, setSetting] = useState(false)
  const all = useMemo(() => series.map((each, index): Shown => ({ ...each, place: each.place ?? index })), [series])
  // A line that is not there (any more) cannot be the only one.
  const only = all.some(({ key }) => key === isolated) ? isolated : null
  const shown = useMemo(() => (only === null ? all : all.filter(({ key }) => key === only)), [all, only])
  const threshold = props.threshold === null ? null : props.threshold * unit.size
  const summary = useSummary({ grid, series: shown, format, threshold })
  const isBlank = isEmpty(all)

  const downloadCsv = () => {
    const columns = columnsOf(shown, (name) => t('chart.beforeName', { name }))
    const head = [t('chart.time'), ...columns.map(({ label: name }) => t('chart.column', { name, unit: unit.raw }))]
    const count = Math.floor((grid.end - grid.start) / grid.step) + 1
    const rows = Array.from({ length: count }, (_, index) => [
      new Date(momentAt(grid, index) * 1000).toISOString(),
      ...columns.map(({ values }) => values[index] ?? ''),
    ])
    saveFile(fileName(title, 'csv'), 'text/csv;charset=utf-8', toCsv([head, ...rows]))
  }
  const downloadPng = async () => {
    const svg = frame.current?.querySelector('svg')
    if (!(svg instanceof SVGSVGElement)) return
    const legend = shown.map(({ label, total, place, isRest }) => {
      const { stroke, strokeDasharray } = lineStyle(place, isRest)
      return { text: `${label} (${total})`, stroke, dashes: strokeDasharray }
    })
    try {
      downloadBlob(fileName(title, 'png'), await pngOf(svg, { title, legend }))
    } catch (error) {
      toast('error', t('chart.pngFailed'), error instanceof Error ? error.message : String(error))
    }
  }
  const menu = [
    { label: isTable ? t('chart.asChart') : t('chart.asTable'), onChoose: () => setTable(!isTable) },
    { label: t('chart.csv'), onChoose: downloadCsv },
    ...(isTable ? [] : [{ label: t('chart.png'), onChoose: () => void downloadPng() }]),
    { label: t('chart.setThreshold'), onChoose: () => setSetting(true) },
  ]

  return (
    <figure className={styles['figure']} aria-label={title} aria-describedby={summaryId}>
      <header className={styles['header']}>
        <h3 className={styles['title']}>{title}</h3>
        {props.extra && <div className={styles['extra']}>{props.extra}</div>}
        {!isBlank && (
          <div className={styles['menu']}>
            <MenuButton label={t('chart.more', { title })} groups={[{ items: menu }]} align="end">
              {(trigger) => (
                <button type="button" className={styles['more']} {...trigger} aria-label={t('chart.more', { title })}>
                  <MoreOutlined aria-hidden />
                </button>
              )}
            </MenuButton>
          </div>
        )}
        {note !== undefined && <p className={styles['note']}>{note}</p>}
      </header>
      {notice}
      {isSetting && (
        <Threshold
          value={props.threshold}
          unit={unit.name}
          onChange={props.onThreshold}
          onClose={() => setSetting(false)}
        />
      )}
      <p id={summaryId} className="visually-hidden">
        {isBlank ? props.empty : summary}
      </p>
      {isTable && !isBlank ? (
        <ChartTable
          label={t('chart.tableOf', { title })}
          grid={grid}
          series={shown}
          format={format}
          onClose={() => setTable(false)}
        />
      ) : (
        <div ref={attach} className={styles['plot']} style={{ height: HEIGHT }}>
          {isBlank ? (
            <p className={styles['empty']}>{props.empty}</p>
          ) : (
            width > 0 && (
              <>
                <div aria-hidden>
                  <Plot
                    width={width}
                    height={HEIGHT}
                    grid={grid}
                    series={shown}
                    format={format}
                    threshold={threshold}
                    marker={marker}
                  />
                </div>
                <CrosshairLayer
                  chart={props.id}
                  width={width}
                  grid={grid}
                  series={shown}
                  format={format}
                  crosshair={crosshair}
                  onZoom={props.onZoom}
                  onZoomOut={props.onZoomOut}
                />
              </>
            )
          )}
        </div>
      )}
      {!isBlank && (
        <Legend label={t('chart.legendOf', { title })} series={all} isolated={only} onIsolate={props.onIsolate} />
      )}
    </figure>
  )
})
