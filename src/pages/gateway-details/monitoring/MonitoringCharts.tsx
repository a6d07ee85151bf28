import { useMemo } from 'react'
import type { Grid } from '@/domain/time-range'
import { useT, type PlainKey } from '@/lib/i18n/t'
import type { Crosshair } from '@/ui/chart/crosshair'
import { TimeSeriesChart, type TimeSeriesChartProps } from '@/ui/chart/TimeSeriesChart'
import { Panel } from '@/ui/Panel'
import type { ChartData } from './chart-data'
import { ChartFailures } from './ChartFailures'
import { FailedFormChoice } from './FailedFormChoice'
import { useFormats, type Formats } from './formats'
import styles from './MonitoringCharts.module.css'
import type { ChartId, FailedForm, View, ViewActions } from './use-view'

interface MonitoringChartsProps {
  grid: Grid
  charts: Partial<Record<ChartId, ChartData>>
  view: Pick<View, 'threshold' | 'isolated' | 'failedAs'> & Pick<ViewActions, 'zoomIn' | 'zoomOut' | 'set'>
  crosshair: Crosshair
  /** When the gateway was created, in seconds since 1970. */
  createdAt: number | null
  /** Failures that are told above the charts already. */
  told: ReadonlySet<string>
}

interface Looks {
  readonly id: ChartId
  readonly title: PlainKey
  readonly note?: PlainKey
  readonly empty: PlainKey
  readonly format: (formats: Formats, failedAs: FailedForm) => (value: number) => string
  /** Of thresholds, how much of a value one of it is, and of the values themselves. */
  readonly unit: (failedAs: FailedForm) => { readonly name: PlainKey; readonly size: number; readonly raw: PlainKey }
}

const looks: readonly Looks[] = [
  {
    id: 'requests',
    title: 'charts.requests',
    empty: 'charts.empty',
    format: ({ rate }) => rate,
    unit: () => ({ name: 'unit.requestRateName', size: 1, raw: 'unit.requestRateName' }),
  },
  {
    id: 'failed',
    title: 'charts.failed',
    note: 'charts.failedNote',
    empty: 'charts.empty',
    format: ({ rate, percent }, failedAs) => (failedAs === 'share' ? percent : rate),
    unit: (failedAs) =>
      failedAs === 'share'
        ? { name: 'unit.percent', size: 0.01, raw: 'unit.share' }
        : { name: 'unit.requestRateName', size: 1, raw: 'unit.requestRateName' },
  },
  {
    id: 'latency',
    title: 'charts.latency',
    note: 'charts.latencyNote',
    empty: 'charts.empty',
    format: ({ milliseconds }) => milliseconds,
    unit: () => ({ name: 'unit.milliseconds', size: 1, raw: 'unit.milliseconds' }),
  },
  {
    id: 'connections',
    title: 'charts.connections',
    empty: 'charts.emptyData',
    format: ({ count }) => count,
    unit: () => ({ name: 'unit.connections', size: 1, raw: 'unit.connections' }),
  },
  {
    id: 'traffic',
    title: 'charts.traffic',
    empty: 'charts.empty',
    format: ({ bytesPerSecond }) => bytesPerSecond,
    unit: () => ({ name: 'unit.kilobytesPerSecond', size: 1000, raw: 'unit.bytesPerSecond' }),
  },
  {
    id: 'cpu',
    title: 'charts.cpu',
    note: 'charts.resourcesNote',
    empty: 'charts.emptyData',
    format: ({ cores }) => cores,
    unit: () => ({ name: 'unit.millicores', size: 0.001, raw: 'unit.coresName' }),
  },
  {
    id: 'memory',
    title: 'charts.memory',
    note: 'charts.resourcesNote',
    empty: 'charts.emptyData',
    format: ({ bytes }) => bytes,
    unit: () => ({ name: 'unit.megabytes', size: 1_000_000, raw: 'unit.bytes' }),
  },
]

/** All charts with one crosshair. Everything they show is given; nothing is asked for here. */
export function MonitoringCharts({ grid, charts, view, crosshair, createdAt, told }: MonitoringChartsProps) {
  const { t } = useT()
  const formats = useFormats()
  const marker = useMemo<TimeSeriesChartProps['marker']>(
    () =>
      createdAt !== null && createdAt > grid.start && createdAt < grid.end
        ? { at: createdAt, label: t('charts.created') }
        : null,
    [createdAt, grid.start, grid.end, t],
  )
  return (
    <div className={styles['charts']}>
      {looks.map(({ id, title, note, empty, format, unit }) => {
        const data = charts[id]
        if (data === undefined) return null
        const { name, size, raw } = unit(view.failedAs)
        return (
          <div key={id} className={id === 'requests' ? styles['wide'] : styles['chart']}>
            <Panel>
              <TimeSeriesChart
                id={id}
                title={t(title)}
                {...(note === undefined ? {} : { note: t(note) })}
                grid={grid}
                series={data.series}
                format={format(formats, view.failedAs)}
                unit={{ name: t(name), size, raw: t(raw) }}
                crosshair={crosshair}
                marker={marker}
                threshold={view.threshold(id)}
                onThreshold={(value) => view.set({ [`limit-${id}`]: value === null ? null : String(value) })}
                isolated={view.isolated(id)}
                onIsolate={(key) => view.set({ [`only-${id}`]: key })}
                onZoom={view.zoomIn}
                onZoomOut={view.zoomOut}
                // What could not be read may well be there.
                empty={t(data.failures.length > 0 ? 'charts.unknown' : empty)}
                extra={
                  id === 'failed' && (
                    <FailedFormChoice
                      value={view.failedAs}
                      // A threshold in requests would mean nothing as percent.
                      onChange={(form) => view.set({ failed: form === 'rate' ? null : form, 'limit-failed': null })}
                    />
                  )
                }
                notice={<ChartFailures failures={data.failures} told={told} />}
              />
            </Panel>
          </div>
        )
      })}
    </div>
  )
}
