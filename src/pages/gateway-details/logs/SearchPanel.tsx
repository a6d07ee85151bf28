import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from 'antd'
import { ApiError } from '@/lib/api-error'
import { formatOf } from '@/domain/logs/access-format'
import type { LineLink } from '@/domain/logs/line-link'
import { useCluster } from '@/gateway/ClusterContext'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { Bar, Waiting } from '@/ui/Skeleton'
import { formatClock } from './clock'
import { LogSession } from './log-session'
import { LogViewer } from './LogViewer'
import styles from './Logs.module.css'
import { ModeSwitch } from './ModeSwitch'
import { SearchFeed, type Gap, type SearchState } from './search-feed'
import { SearchForm } from './SearchForm'
import { rangeToParam } from './search-range'
import { SearchTotals } from './SearchTotals'
import type { LogParams, ParamChange } from './use-log-params'

interface PanelProps {
  params: LogParams
  change: (next: ParamChange) => void
}

/** Past logs, found by the logging module. */
export function SearchPanel({ params, change }: PanelProps) {
  const { t } = useT()
  const { modules, scope } = useCluster()
  // What the platform says holds for its own cluster; of a member only the answer tells.
  const [isOff, setOff] = useState(modules['logging'] === false && !scope.prefixed)
  const question = [params.keywords, params.searchPod, rangeToParam(params.range)].join('/')
  // Of which question the reader has left the linked line for the newest ones.
  const [left, setLeft] = useState<string | null>(null)
  return (
    <Panel label={t('logs.search')}>
      <div className={styles['panel']}>
        <div className={styles['bar']}>
          <ModeSwitch params={params} change={change} />
        </div>
        {isOff ? (
          <EmptyState
            title={t('logs.offTitle')}
            action={
              <Button type="primary" onClick={() => change({ mode: null, line: null, between: null })}>
                {t('logs.goLive')}
              </Button>
            }
          >
            {t('logs.offText')}
          </EmptyState>
        ) : (
          <Found
            // Another question is another viewer.
            key={`${question}/${String(left === question)}`}
            params={params}
            linked={left === question ? null : params.line}
            change={change}
            onNewest={() => {
              setLeft(question)
              change({ line: null })
            }}
            onOff={() => setOff(true)}
          />
        )}
      </div>
    </Panel>
  )
}

/** One search for as long as the component is there. */
function useSearchFeed(params: LogParams, linked: LineLink | null) {
  const { ref, gateway } = useGatewayHere()
  const [found] = useState(() => {
    const session = new LogSession(formatOf(gateway.spec.controller?.config))
    const query = { keywords: params.keywords, pod: params.searchPod }
    // The line one comes with decides; a line unfolded later is among those that are there.
    const upTo = linked?.time ?? null
    return { session, upTo, feed: new SearchFeed({ session, ref, query, range: params.range, upTo }) }
  })
  useEffect(() => {
    found.session.start()
    found.feed.start()
    return () => {
      found.feed.stop()
      found.session.stop()
    }
  }, [found])
  return found
}

const isModuleOff = (error: Error | null) =>
  error instanceof ApiError && error.status === 500 && error.message.includes("logging isn't enabled")

/** What a request that failed was for. */
const failureTitles = { older: 'logs.olderFailed', newer: 'logs.newerFailed' } as const

interface FoundProps extends PanelProps {
  /** The line that the address points at, unless it was left. */
  linked: LineLink | null
  onOff: () => void
  /** Leaves the linked line for the newest ones. */
  onNewest: () => void
}

function Found({ params, linked, change, onOff, onNewest }: FoundProps) {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  const found = useSearchFeed(params, linked)
  const state = useSyncExternalStore(found.feed.subscribe, found.feed.state)
  const { refresh } = params
  const isLinked = found.upTo !== null
  useEffect(() => {
    if (refresh === 'off' || isLinked) return
    return found.feed.refreshEvery(Number(refresh))
  }, [found, refresh, isLinked])
  const refreshNow = isLinked ? onNewest : () => void found.feed.refresh()
  const isOff = isModuleOff(state.error)
  useEffect(() => {
    if (isOff) onOff()
  }, [isOff, onOff])

  return (
    <>
      <SearchForm params={params} change={change} onSearch={refreshNow} />
      {state.kind !== 'failed' && (
        <SearchTotals session={found.session} feed={found.feed} state={state} params={params} onRefresh={refreshNow} />
      )}
      {isLinked && (
        <Notice
          tone="info"
          title={t('logs.upToLinked')}
          action={
            <Button size="small" onClick={onNewest}>
              {t('logs.newest')}
            </Button>
          }
        />
      )}
      <Gaps gaps={state.gaps} params={params} change={change} />
      {state.error && (
        <FailureNotice
          error={state.error}
          title={t(state.kind === 'failed' ? 'logs.searchFailed' : failureTitles[state.missing])}
          onRetry={() => void found.feed.retry()}
          retrying={state.isLoadingOlder || state.isRefreshing}
        />
      )}
      {state.kind === 'loading' && (
        <Waiting label={t('logs.searching')}>
          <Bar width="60%" />
          <Bar width="100%" />
          <Bar width="90%" />
        </Waiting>
      )}
      {state.kind === 'ready' && state.total === 0 && found.session.store.size === 0 && (
        <EmptyState title={t('logs.noHitTitle')}>{t('logs.noHitText')}</EmptyState>
      )}
      {state.kind === 'ready' && state.total > 0 && (
        <LogViewer
          session={found.session}
          fileStem={gateway.metadata.name}
          params={params}
          change={change}
          shownPods={[]}
          isReady={state.kind === 'ready'}
          canFollow={!isLinked}
          onStart={() => void found.feed.older()}
          head={<Older feed={found.feed} state={state} />}
        />
      )}
    </>
  )
}

/** Times of which lines are missing in the list, each with a way to them. */
function Gaps({ gaps, params, change }: PanelProps & { gaps: readonly Gap[] }) {
  const { t } = useT()
  const format = (time: number) => formatClock(time, params.stamps === 'utc')
  return gaps.map(({ from, to }) => (
    <Notice
      key={from}
      tone="warning"
      role="alert"
      title={t('logs.gap', { from: format(from), to: format(to) })}
      action={
        <Button
          size="small"
          onClick={() =>
            change({
              range: rangeToParam({ from: from / 1000, to: to / 1000 + 1000 }),
              refresh: null,
              line: null,
              between: null,
            })
          }
        >
          {t('logs.searchGap')}
        </Button>
      }
    />
  ))
}

/** What lies before the first line. */
function Older({ feed, state }: { feed: SearchFeed; state: SearchState }) {
  const { t } = useT()
  return (
    <div className={styles['older']}>
      {state.hasOlder ? (
        <Button size="small" type="link" loading={state.isLoadingOlder} onClick={() => void feed.older()}>
          {t(state.isLoadingOlder ? 'logs.loadingOlder' : 'logs.older')}
        </Button>
      ) : (
        <span className={styles['hint']}>{t('logs.noOlder')}</span>
      )}
    </div>
  )
}
