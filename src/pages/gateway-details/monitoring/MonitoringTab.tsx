import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { monitoringQueries, refreshAfter, type Period } from '@/api/monitoring'
import { serverNow, serverSkew } from '@/api/server-clock'
import { parseLength } from '@/domain/time-range'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { languageTag, loadTexts, useT } from '@/lib/i18n/t'
import { formatLength } from '@/lib/numbers'
import { createCrosshair } from '@/ui/chart/crosshair'
import { useTimeText } from '@/ui/chart/time-text'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { chartsOf, resourceChartsOf } from './chart-data'
import { Controls } from './Controls'
import { useFormats } from './formats'
import { MonitoringCharts } from './MonitoringCharts'
import styles from './MonitoringTab.module.css'
import { NowPanel } from './NowPanel'
import { useView } from './use-view'

export const loader = () => loadTexts('monitoring').then(() => null)

/** What goes through the gateway: now, and over time. */
export function Component() {
  const { t, language } = useT()
  const text = useTimeText()
  const formats = useFormats()
  const { ref, gateway } = useGatewayHere()
  const view = useView()
  const [crosshair] = useState(createCrosshair)
  const locale = languageTag(language)

  const seconds = parseLength(view.refresh)
  const interval = seconds === null ? false : seconds * 1000
  const isOver = view.range.kind === 'between' && view.range.end < serverNow()
  const rangeQuery = (period: Period) => ({ range: view.range, step: view.step, period })
  const refreshing = {
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: Parameters<typeof refreshAfter>[1] }) =>
      refreshAfter(isOver ? false : interval, state),
  }
  const range = useQuery({ ...monitoringQueries.range(ref, rangeQuery('current')), ...refreshing })
  const before = useQuery({
    ...monitoringQueries.range(ref, rangeQuery('previous')),
    ...refreshing,
    enabled: view.isCompared,
  })
  const resources = useQuery({
    ...monitoringQueries.resources(ref, rangeQuery('current')),
    ...refreshing,
    enabled: view.withResources,
  })
  const resourcesBefore = useQuery({
    ...monitoringQueries.resources(ref, rangeQuery('previous')),
    ...refreshing,
    enabled: view.withResources && view.isCompared,
  })
  const queries = [range, before, resources, resourcesBefore].filter((query) => query.isEnabled)

  const { failedAs, isCompared, withResources } = view
  const { project } = ref
  const charts = useMemo(
    () =>
      range.data &&
      chartsOf({ current: range.data, previous: isCompared ? before.data : undefined, project, t, formats }, failedAs),
    [range.data, before.data, isCompared, project, t, formats, failedAs],
  )
  const more = useMemo(
    () =>
      withResources && resources.data
        ? resourceChartsOf({
            current: resources.data,
            previous: isCompared ? resourcesBefore.data : undefined,
            project,
            t,
            formats,
          })
        : undefined,
    [withResources, resources.data, resourcesBefore.data, isCompared, project, t, formats],
  )
  const created = Math.floor(Date.parse(gateway.metadata.creationTimestamp ?? '') / 1000)
  const skew = Math.round(serverSkew() / 1000)

  return (
    <>
      <Controls
        view={view}
        isFetching={queries.some(({ isFetching }) => isFetching)}
        onRefresh={() => void Promise.all(queries.map(({ refetch }) => refetch()))}
      />
      {view.problem !== null && (
        <Notice tone="warning" title={t('monitoring.badLink')}>
          {t(`monitoring.problem.${view.problem}`)}
        </Notice>
      )}
      {skew !== 0 && (
        <Notice
          tone="info"
          title={t(skew < 0 ? 'monitoring.behind' : 'monitoring.ahead', {
            length: roughly(Math.abs(skew), locale),
          })}
        />
      )}
      <NowPanel gatewayRef={ref} view={view} interval={interval} />
      <QueryBoundary query={range} failed={t('monitoring.failed')} waiting={<ChartsWaiting />}>
        {({ grid }) =>
          charts && (
            <>
              <p className={styles['status']}>
                <span className={styles['printed']}>
                  {t('monitoring.printed', { start: text.exact(grid.start), end: text.exact(grid.end) })}
                </span>
                <span>{t('monitoring.updated', { time: text.exact(range.dataUpdatedAt / 1000) })}</span>
                {range.isError && interval !== false && (
                  <span>{t('monitoring.backOff', { length: roughly(waitOf(interval, range) / 1000, locale) })}</span>
                )}
              </p>
              <div aria-busy={range.isPlaceholderData}>
                <MonitoringCharts
                  grid={grid}
                  charts={{ ...charts, ...more }}
                  view={view}
                  crosshair={crosshair}
                  createdAt={Number.isNaN(created) ? null : created}
                />
              </div>
            </>
          )
        }
      </QueryBoundary>
    </>
  )
}

const waitOf = (
  interval: number,
  { dataUpdatedAt, errorUpdatedAt, errorUpdateCount }: Omit<Parameters<typeof refreshAfter>[1], 'status'>,
) => refreshAfter(interval, { status: 'error', dataUpdatedAt, errorUpdatedAt, errorUpdateCount }) || interval

/** A length that need not be exact: whole minutes from one minute on. */
const roughly = (seconds: number, locale: string) =>
  formatLength(seconds < 60 ? Math.ceil(seconds) : Math.round(seconds / 60) * 60, locale)

function ChartsWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('monitoring.loading')}>
      {['wide', 'one', 'two'].map((key) => (
        <Panel key={key} title={<Bar width="24ch" />}>
          <div className={styles['waiting']} />
        </Panel>
      ))}
    </Waiting>
  )
}
