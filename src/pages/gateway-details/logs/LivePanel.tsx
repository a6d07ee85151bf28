import { PauseOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Pod } from '@/wire/workload'
import { workloadQueries } from '@/api/workloads'
import { gatewayName } from '@/domain/gateway'
import { formatOf } from '@/domain/logs/access-format'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { languageTag, useT } from '@/lib/i18n/t'
import { Choice } from '@/ui/Choice'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { failureDetail } from '@/ui/FailureNotice'
import { FIRST_LINES, MOST_STREAMS, POLL_SECONDS, type Since } from './live-feeds'
import { LogViewer } from './LogViewer'
import styles from './Logs.module.css'
import { ModeSwitch } from './ModeSwitch'
import { PodChips } from './PodChips'
import { shortPodName } from './pod-colour'
import { useCounts, useCutPods, useFeedStates, useLive, type Live } from './use-live'
import { sinceNames, type LogParams, type ParamChange } from './use-log-params'

interface PanelProps {
  params: LogParams
  change: (next: ParamChange) => void
}

/** Pods come and go: how often one looks, in milliseconds. */
const PODS_INTERVAL = 3_000
/** What is loaded before the line that a link points at, in microseconds. */
const BEFORE_LINE = 60_000_000

const seconds = { '5m': 300, '1h': 3_600 } as const

const restartsOf = (pod: Pod) => pod.status?.containerStatuses?.[0]?.restartCount ?? 0

/** The logs of the gateway's pods as they come. */
export function LivePanel({ params, change }: PanelProps) {
  const { t } = useT()
  const { ref } = useGatewayHere()
  const pods = useQuery({ ...workloadQueries.pods(ref), refetchInterval: PODS_INTERVAL })
  return (
    <Panel label={t('logs.live')}>
      <QueryBoundary
        query={pods}
        failed={t('logs.podsFailed')}
        waiting={
          <Waiting label={t('logs.podsLoading')}>
            <Bar width="60%" />
            <Bar width="100%" />
            <Bar width="90%" />
          </Waiting>
        }
      >
        {({ items }) => {
          const pods = items ?? []
          const isPrevious = params.isPrevious && pods.some((pod) => restartsOf(pod) > 0)
          // Other lines from their beginning on: another viewer.
          const key = `${params.since}/${String(isPrevious)}`
          return <LivePods key={key} pods={pods} isPrevious={isPrevious} params={params} change={change} />
        }}
      </QueryBoundary>
    </Panel>
  )
}

/** Which lines one begins with, and whether that left some out. */
function useBeginNote(live: Live, gateway: string): string {
  const { t, language } = useT()
  const cut = useCutPods(live)
  const most = new Intl.NumberFormat(languageTag(language)).format(FIRST_LINES)
  if (cut.length === 0) return t('logs.begin', { most })
  return t('logs.cut', { most, pods: cut.map((pod) => shortPodName(pod, gateway)).join(', ') })
}

function LivePods({ pods, isPrevious, params, change }: PanelProps & { pods: readonly Pod[]; isPrevious: boolean }) {
  const { t } = useT()
  const { ref, gateway } = useGatewayHere()
  const format = formatOf(gateway.spec.controller?.config)
  // A link to a line wants its surroundings; the first link decides, so that choosing another line loads nothing anew.
  const [linked] = useState(params.line)
  const since: Since = linked
    ? { time: linked.time - BEFORE_LINE }
    : params.since === 'all'
      ? 'all'
      : { seconds: seconds[params.since] }
  const live = useLive({ ref, format, since, isPrevious })
  const states = useFeedStates(live)
  const note = useBeginNote(live, gatewayName(ref))

  const names = pods.map((pod) => pod.metadata.name).toSorted()
  const chosen = params.pods.filter((pod) => names.includes(pod))
  const wanted = pods
    .filter((pod) => !isPrevious || restartsOf(pod) > 0)
    .map((pod) => pod.metadata.name)
    .filter((pod) => chosen.length === 0 || chosen.includes(pod))
    .toSorted()
    .join(' ')
  useEffect(() => live.feeds.setPods(wanted === '' ? [] : wanted.split(' ')), [live, wanted])

  const canSeePrevious = pods.some(
    (pod) => restartsOf(pod) > 0 && (chosen.length === 0 || chosen.includes(pod.metadata.name)),
  )
  const failed = [...states].find(([, state]) => state.kind === 'retrying' && state.error !== null)
  const polled = [...states.values()].length - MOST_STREAMS

  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <ModeSwitch params={params} change={change} />
        <Choice
          label={t('logs.since')}
          value={params.since}
          options={sinceNames.map((name) => ({ value: name, label: t(`logs.since.${name}`) }))}
          onChange={(name) => change({ since: name === '5m' ? null : name, line: null })}
        />
        <label className={styles['check']} title={canSeePrevious ? undefined : t('logs.noRestart')}>
          <input
            type="checkbox"
            checked={params.isPrevious}
            disabled={!canSeePrevious && !params.isPrevious}
            onChange={(event) => change({ previous: event.target.checked ? '1' : null, line: null })}
          />
          {t('logs.previous')}
        </label>
        {!isPrevious && <PauseButton live={live} />}
      </div>
      {pods.length > 0 && (
        <PodChips
          gatewayName={gatewayName(ref)}
          pods={names}
          chosen={chosen}
          colourOf={(pod) => live.session.sourceOf(pod)}
          states={states}
          onChoose={(next) => change({ pods: next })}
        />
      )}
      {polled > 0 && !isPrevious && (
        <p className={styles['hint']}>
          {t('logs.polled', { count: polled, streams: MOST_STREAMS, seconds: POLL_SECONDS })}
        </p>
      )}
      {failed?.[1].kind === 'retrying' && failed[1].error && (
        <Notice tone="warning" title={t('logs.streamFailed', { pod: failed[0] })}>
          {failureDetail(failed[1].error)}
        </Notice>
      )}
      {pods.length === 0 && live.session.store.size === 0 ? (
        <EmptyState title={t('logs.noPodsTitle')}>{t('logs.noPodsText')}</EmptyState>
      ) : (
        <LogViewer
          session={live.session}
          fileStem={gateway.metadata.name}
          params={params}
          change={change}
          shownPods={chosen}
          isReady={[...states.values()].some((state) => state.kind !== 'connecting')}
          canFollow={!isPrevious}
          note={note}
        />
      )}
    </div>
  )
}

function PauseButton({ live }: { live: Live }) {
  const { t, language } = useT()
  const { session } = live
  useCounts(session)
  const number = new Intl.NumberFormat(languageTag(language))
  const { isPaused, waiting } = session
  return (
    <>
      <Button
        icon={isPaused ? <CaretRightOutlined aria-hidden /> : <PauseOutlined aria-hidden />}
        onClick={() => session.setPaused(!isPaused)}
      >
        {isPaused ? t('logs.resume') : t('logs.pause')}
      </Button>
      <output className={styles['hint']}>{isPaused ? t('logs.waiting', { lines: number.format(waiting) }) : ''}</output>
    </>
  )
}
