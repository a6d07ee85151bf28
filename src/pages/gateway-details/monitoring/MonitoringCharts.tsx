import { useMemo } from 'react'
import type { MetricKey } from '@/domain/metrics'
import type { Grid } from '@/domain/time-range'
import { useT, type PlainKey } from '@/lib/i18n/t'
import type { Crosshair } from '@/ui/chart/crosshair'
import { TimeSeriesChart, type TimeSeriesChartProps } from '@/ui/chart/TimeSeriesChart'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import type { ChartData } from './chart-data'
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
}

interface Looks {
  readonly id: ChartId
  readonly title: PlainKey
  readonly note?: PlainKey
  readonly empty: PlainKey
  readonly format: (formats: Formats, failedAs: FailedForm) => (value: number) => string
  readonly unit: (failedAs: FailedForm) => { readonly name: PlainKey; readonly size: number }
}

const looks: readonly Looks[] = [
  {
    id: 'requests',
    title: 'charts.requests',
    empty: 'charts.empty',
    format: ({ rate }) => rate,
    unit: () => ({ name: 'unit.requestRateName', size: 1 }),
  },
  {
    id: 'failed',
    title: 'charts.failed',
    note: 'charts.failedNote',
    empty: 'charts.empty',
    format: ({ rate, percent }, failedAs) => (failedAs === 'share' ? percent : rate),
    unit: (failedAs) =>
      failedAs === 'share' ? { name: 'unit.percent', size: 0.01 } : { name: 'unit.requestRateName', size: 1 },
  },
  {
    id: 'latency',
    title: 'charts.latency',
    note: 'charts.latencyNote',
    empty: 'charts.empty',
    format: ({ milliseconds }) => milliseconds,
    unit: () => ({ name: 'unit.milliseconds', size: 1 }),
  },
  {
    id: 'connections',
    title: 'charts.connections',
    empty: 'charts.emptyData',
    format: ({ count }) => count,
    unit: () => ({ name: 'unit.connections', size: 1 }),
  },
  {
    id: 'traffic',
    title: 'charts.traffic',
    empty: 'charts.empty',
    format: ({ bytesPerSecond }) => bytesPerSecond,
    unit: () => ({ name: 'unit.kilobytesPerSecond', size: 1000 }),
  },
  {
    id: 'cpu',
    title: 'charts.cpu',
    note: 'charts.resourcesNote',
    empty: 'charts.emptyData',
    format: ({ cores }) => cores,
    unit: () => ({ name: 'unit.millicores', size: 0.001 }),
  },
  {
    id: 'memory',
    title: 'charts.memory',
    note: 'charts.resourcesNote',
    empty: 'charts.emptyData',
    format: ({ bytes }) => bytes,
    unit: () => ({ name: 'unit.megabytes', size: 1_000_000 }),
  },
]

const metricTexts: Partial<Record<MetricKey, PlainKey>> = {
  requests: 'metric.requests',
  failed4xx: 'metric.failed4xx',
  failed5xx: 'metric.failed5xx',
  connections: 'metric.connections',
  rateByRoute: 'metric.rateByRoute',
  average: 'metric.average',
  p50: 'metric.p50',
  p95: 'metric.p95',
  p99: 'metric.p99',
  sent: 'metric.sent',
  received: 'metric.received',
  cpu: 'metric.cpu',
  memory: 'metric.memory',
}

/** All charts with one crosshair. Everything they show is given; nothing is asked for here. */
export function MonitoringCharts({ grid, charts, view, crosshair, createdAt }: MonitoringChartsProps) {
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
        const { name, size } = unit(view.failedAs)
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
                unit={{ name: t(name), size }}
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
                notice={data.failures.map(({ metric, message }) => (
                  <div key={metric} className={styles['notice']}>
                    <Notice
                      tone="error"
                      title={t('monitoring.metricFailed', { name: t(metricTexts[metric] ?? 'metric.requests') })}
                    >
                      {message}
                    </Notice>
                  </div>
                ))}
              />
            </Panel>
          </div>
        )
      })}
    </div>
  )
}
