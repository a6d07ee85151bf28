import { useMemo, useState } from 'react'
import { serverSkew } from '@/api/server-clock'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { languageTag, loadTexts, useT } from '@/lib/i18n/t'
import { createCrosshair } from '@/ui/chart/crosshair'
import { useTimeText } from '@/ui/chart/time-text'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { chartsOf, resourceChartsOf } from './chart-data'
import { Controls } from './Controls'
import { MoreFailures, NextTry, OutageNotice, roughly } from './FailureNotices'
import { useFormats } from './formats'
import { MonitoringCharts } from './MonitoringCharts'
import styles from './MonitoringTab.module.css'
import { NowPanel } from './NowPanel'
import { useMonitoring } from './use-monitoring'
import { useView } from './use-view'

export const loader = () => loadTexts('monitoring').then(() => null)

/** What goes through the gateway: now, and over time. */
export function Component() {
  const { t, language } = useT()
  const text = useTimeText()
  const formats = useFormats()
  const { ref, gateway } = useGatewayHere()
  const view = useView()
  const monitoring = useMonitoring(ref, view)
  const [crosshair] = useState(createCrosshair)

  const { now, range, before, resources, resourcesBefore } = monitoring
  const { failedAs, isCompared, withResources } = view
  const { project } = ref
  const charts = useMemo(
    () =>
      range.data &&
      chartsOf(
        {
          grid: range.data.grid,
          current: range.data,
          previous: isCompared ? before.data : undefined,
          project,
          t,
          formats,
        },
        failedAs,
      ),
    [range.data, before.data, isCompared, project, t, formats, failedAs],
  )
  const grid = range.data?.grid
  const more = useMemo(
    () =>
      withResources && grid && resources.data
        ? resourceChartsOf({
            grid,
            current: resources.data,
            previous: isCompared ? resourcesBefore.data : undefined,
            project,
            t,
            formats,
          })
        : undefined,
    [withResources, grid, resources.data, resourcesBefore.data, isCompared, project, t, formats],
  )
  const created = Math.floor(Date.parse(gateway.metadata.creationTimestamp ?? '') / 1000)
  const skew = Math.round(serverSkew() / 1000)

  return (
    <>
      <Controls view={view} isFetching={monitoring.isFetching} onRefresh={monitoring.refetch} />
      {view.problem !== null && (
        <Notice tone="warning" title={t('monitoring.badLink')}>
          {t(`monitoring.problem.${view.problem}`)}
        </Notice>
      )}
      {skew !== 0 && (
        <Notice
          tone="info"
          title={t(skew < 0 ? 'monitoring.behind' : 'monitoring.ahead', {
            length: roughly(Math.abs(skew), languageTag(language)),
          })}
        />
      )}
      <OutageNotice monitoring={monitoring} />
      <NowPanel query={now} view={view} told={monitoring.outage} />
      <NextTry {...monitoring} />
      <MoreFailures {...monitoring} />
      <QueryBoundary query={range} failed={t('monitoring.failed')} waiting={<ChartsWaiting />}>
        {({ grid: shown, downSince }) =>
          charts && (
            <>
              <p className={styles['status']}>
                <span className={styles['printed']}>
                  {t('monitoring.printed', { start: text.exact(shown.start), end: text.exact(shown.end) })}
                </span>
                <span>
                  {downSince === null
                    ? t('monitoring.updated', { time: text.exact(range.dataUpdatedAt / 1000) })
                    : t('monitoring.downSince', { time: text.exact(downSince / 1000) })}
                </span>
                {view.range.kind === 'between' && shown.end < view.range.start + view.length && (
                  <span>{t('monitoring.lastPoint', { time: text.exact(shown.end) })}</span>
                )}
              </p>
              <div aria-busy={range.isPlaceholderData}>
                <MonitoringCharts
                  grid={shown}
                  charts={{ ...charts, ...more }}
                  view={view}
                  crosshair={crosshair}
                  createdAt={Number.isNaN(created) ? null : created}
                  told={monitoring.outage}
                />
              </div>
            </>
          )
        }
      </QueryBoundary>
    </>
  )
}

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
