import { Button } from 'antd'
import { VerticalAlignBottomOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { LineLink } from '@/domain/logs/line-link'
import { languageTag, useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import { AccessSummary } from './AccessSummary'
import { DownloadMenu } from './DownloadMenu'
import { FacetList } from './FacetList'
import { FilterBar } from './FilterBar'
import { FindBar } from './FindBar'
import { LineList, type LineListHandle } from './LineList'
import type { LogSession } from './log-session'
import shared from './Logs.module.css'
import styles from './LogViewer.module.css'
import { useCounts, useFact } from './use-live'
import { noFilters, type LogParams, type ParamChange } from './use-log-params'
import { ViewOptions } from './ViewOptions'

interface LogViewerProps {
  session: LogSession
  params: LogParams
  change: (next: ParamChange) => void
  /** What files of these lines are called. */
  fileStem: string
  /** Pods whose lines are shown; all when empty. */
  shownPods: readonly string[]
  /** Whether an empty list means that there is nothing. */
  isReady: boolean
  /** Whether new lines may come at the end. */
  canFollow: boolean
  /** The reader has come near the oldest line. */
  onStart?: () => void
  /** Stands above the first line. */
  head?: ReactNode
  /** Stands below the lines: what else is to be known about which lines there are. */
  note?: string
}

const noChoice = { sources: null, from: null, to: null }

/** Filters, facets and the lines that are left. */
export function LogViewer(props: LogViewerProps) {
  const { session, params, change, shownPods, isReady, canFollow } = props
  const { t } = useT()
  // Not drawn anew with every count: what stands here are fields in which somebody may be typing.
  const hasLines = useFact(session, ({ store }) => store.size > 0)
  const hasAccess = useFact(session, ({ store }) => store.hasAccess)
  const isTooSlow = useFact(session, ({ isRegexTooSlow }) => isRegexTooSlow)
  const isEmpty = useFact(session, ({ view, isBusy }) => view.length === 0 && !isBusy)
  const list = useRef<LineListHandle>(null)
  const [isFollowing, setFollowing] = useState(params.line === null)
  // By its link, as late lines give others new numbers.
  const [hit, setHit] = useState<LineLink | null>(null)

  useEffect(() => session.setFilters(params.filters), [session, params.filters])
  useEffect(() => session.setFind(params.find), [session, params.find])
  const shown = shownPods.join(' ')
  useEffect(
    () =>
      session.setChoice({
        ...noChoice,
        values: params.facets,
        sources: shown === '' ? null : new Set(shown.split(' ').map((pod) => session.sourceOf(pod))),
        ...params.between,
      }),
    [session, params.facets, params.between, shown],
  )
  const isChosen = params.between !== null || Object.values(params.facets).some((each) => each.length > 0)
  const isFiltered = params.filters.length > 0 || isChosen
  // Before the first access line there is nothing to choose from. A format that has none is told, and its lines counted.
  const isRaw = session.format?.fields.includes('status') !== true && hasLines
  const hasSummary = hasAccess || isChosen || isRaw

  return (
    <>
      {hasSummary && <AccessSummary session={session} params={params} change={change} />}
      <div className={styles['tools']}>
        <FilterBar filters={params.filters} change={change} />
        <FindBar
          session={session}
          value={params.find}
          hit={hit}
          onFind={(find) => change({ find })}
          onHit={(line) => {
            setHit(session.linkTo(line))
            setFollowing(false)
            list.current?.show(line)
          }}
        />
      </div>
      <div className={styles['tools']}>
        <ViewOptions params={params} change={change} />
        <DownloadMenu session={session} fileStem={props.fileStem} />
      </div>
      {isTooSlow && <Notice tone="error" role="alert" title={t('logs.slowRegex')} />}
      <div className={`${styles['main']} ${hasSummary ? '' : styles['alone']}`}>
        {hasSummary && <FacetList session={session} params={params} change={change} />}
        <div className={styles['lines']}>
          {props.head}
          <div className={styles['frame']}>
            <LineList
              ref={list}
              session={session}
              params={params}
              change={change}
              hit={hit}
              isReady={isReady}
              isFollowing={isFollowing && canFollow}
              onFollow={setFollowing}
              {...(props.onStart ? { onStart: props.onStart } : {})}
            />
            {isEmpty && isReady && (
              <div className={styles['nothing']}>
                <p>{hasLines ? t('logs.emptyFiltered') : t('logs.empty')}</p>
                {hasLines && isFiltered && <Button onClick={() => change(noFilters)}>{t('logs.clearFilters')}</Button>}
              </div>
            )}
          </div>
          <footer className={styles['footer']}>
            <Counts session={session} note={props.note} />
            {canFollow && (
              <Button
                size="small"
                type={isFollowing ? 'primary' : 'default'}
                aria-pressed={isFollowing}
                icon={<VerticalAlignBottomOutlined aria-hidden />}
                onClick={() => setFollowing(!isFollowing)}
              >
                {isFollowing ? t('logs.following') : t('logs.follow')}
              </Button>
            )}
          </footer>
        </div>
      </div>
    </>
  )
}

/** How many lines there are, and how many are kept. */
function Counts({ session, note }: { session: LogSession; note: string | undefined }) {
  const { t, language } = useT()
  useCounts(session)
  const number = new Intl.NumberFormat(languageTag(language))
  const { store, view } = session
  const isFiltering = session.isBusy && view.progress < 0.98
  const shown =
    view.length === store.size
      ? t('logs.lines', { lines: number.format(store.size) })
      : t('logs.linesOf', { shown: number.format(view.length), lines: number.format(store.size) })
  return (
    <p className={styles['counts']}>
      <span>
        {shown}
        {isFiltering && ` · ${t('logs.filtering', { percent: Math.floor(view.progress * 100) })}`}
      </span>
      <span className={shared['hint']}>
        {t('logs.kept', { most: number.format(session.kept) })}
        {store.forgotten > 0 && ` ${t('logs.forgotten', { lines: number.format(store.forgotten) })}`}
        {note !== undefined && ` ${note}`}
      </span>
    </p>
  )
}
