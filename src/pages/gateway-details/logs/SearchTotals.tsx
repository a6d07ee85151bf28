import { ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { languageTag, useT } from '@/lib/i18n/t'
import { ExportButton } from './ExportButton'
import type { LogSession } from './log-session'
import styles from './Logs.module.css'
import type { SearchFeed, SearchState } from './search-feed'
import { useCounts } from './use-live'
import type { LogParams } from './use-log-params'

interface SearchTotalsProps {
  session: LogSession
  feed: SearchFeed
  state: SearchState
  params: LogParams
  onRefresh: () => void
}

/** How many lines there are, how many of them are here, and what can be done with all of them. */
export function SearchTotals({ session, feed, state, params, onRefresh }: SearchTotalsProps) {
  const { t, language } = useT()
  const number = new Intl.NumberFormat(languageTag(language))
  useCounts(session)
  return (
    <div className={styles['bar']}>
      <output>
        {state.kind === 'ready' && (
          <>
            <strong>{t('logs.found', { lines: number.format(state.total) })}</strong> ·{' '}
            {t('logs.loaded', { lines: number.format(session.store.size) })}
          </>
        )}
      </output>
      <Button icon={<ReloadOutlined aria-hidden />} loading={state.isRefreshing} onClick={onRefresh}>
        {t('logs.refreshNow')}
      </Button>
      <ExportButton key={`${params.keywords}/${params.searchPod}`} feed={feed} total={state.total} />
    </div>
  )
}
