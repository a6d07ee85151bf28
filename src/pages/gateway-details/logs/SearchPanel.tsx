import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from 'antd'
import { ApiError } from '@/lib/api-error'
import { formatOf } from '@/domain/logs/access-format'
import { useCluster } from '@/gateway/ClusterContext'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Panel } from '@/ui/Panel'
import { Bar, Waiting } from '@/ui/Skeleton'
import { LogSession } from './log-session'
import { LogViewer } from './LogViewer'
import styles from './Logs.module.css'
import { ModeSwitch } from './ModeSwitch'
import { SearchFeed, type SearchState } from './search-feed'
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
            key={[params.keywords, params.searchPod, rangeToParam(params.range)].join('/')}
            params={params}
            change={change}
            onOff={() => setOff(true)}
          />
        )}
      </div>
    </Panel>
  )
}

/** One search for as long as the component is there. */
function useSearchFeed(params: LogParams) {
  const { ref, gateway } = useGatewayHere()
  const [found] = useState(() => {
    const session = new LogSession(formatOf(gateway.spec.controller?.config))
    const query = { keywords: params.keywords, pod: params.searchPod }
    return { session, feed: new SearchFeed(session, ref, query, params.range) }
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

function Found({ params, change, onOff }: PanelProps & { onOff: () => void }) {
  const { t } = useT()
  const found = useSearchFeed(params)
  const state = useSyncExternalStore(found.feed.subscribe, found.feed.state)
  const { refresh } = params
  useEffect(() => {
    if (refresh === 'off') return
    const timer = setInterval(() => void found.feed.refresh(), Number(refresh) * 1000)
    return () => clearInterval(timer)
  }, [found, refresh])
  const isOff = isModuleOff(state.error)
  useEffect(() => {
    if (isOff) onOff()
  }, [isOff, onOff])

  return (
    <>
      <SearchForm params={params} change={change} onSearch={() => void found.feed.refresh()} />
      {state.kind !== 'failed' && (
        <SearchTotals session={found.session} feed={found.feed} state={state} params={params} />
      )}
      {state.error && (
        <FailureNotice
          error={state.error}
          title={t(state.kind === 'failed' ? 'logs.searchFailed' : 'logs.olderFailed')}
          onRetry={() => void (state.kind === 'failed' ? found.feed.older() : found.feed.refresh())}
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
          params={params}
          change={change}
          shownPods={[]}
          isReady={state.kind === 'ready'}
          canFollow
          onStart={() => void found.feed.older()}
          head={<Older feed={found.feed} state={state} />}
        />
      )}
    </>
  )
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
