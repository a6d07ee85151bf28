import { Button } from 'antd'
import { useMemo } from 'react'
import { statusClasses, type StatusClass } from '@/domain/logs/access-line'
import type { RankedPath } from '@/domain/logs/log-stats'
import { plainText } from '@/domain/logs/log-text'
import { languageTag, useT } from '@/lib/i18n/t'
import { StackedBars } from '@/ui/StackedBars'
import { formatClock, formatWidth } from './clock'
import { classColour } from './class-colour'
import type { LogSession } from './log-session'
import styles from './AccessSummary.module.css'
import shared from './Logs.module.css'
import { useIsNarrow } from './use-is-narrow'
import { useCounts } from './use-live'
import type { LogParams, ParamChange } from './use-log-params'

/** Bars at most. */
const BARS = 60
const RANKED = 5

interface SummaryProps {
  session: LogSession
  params: LogParams
  change: (next: ParamChange) => void
}

/** What the lines tell together. In a narrow window it would push the lines out of sight, so it is opened when wanted. */
export function AccessSummary(props: SummaryProps) {
  const { t } = useT()
  const isNarrow = useIsNarrow()
  if (!isNarrow) return <Summary {...props} />
  return (
    <details className={shared['fold']}>
      <summary>{t('logs.summary')}</summary>
      <Summary {...props} />
    </details>
  )
}

/** When lines came, by status, and which paths fail or are slow. */
function Summary({ session, params, change }: SummaryProps) {
  const { t, language } = useT()
  const version = useCounts(session)
  const { view } = session
  const locale = languageTag(language)
  const counted = useMemo(
    () => ({
      ...view.stats.histogram(BARS),
      failing: view.stats.failingPaths(RANKED),
      slowest: view.stats.slowestPaths(RANKED),
      version,
    }),
    [view, version],
  )
  const format = (at: number) => formatClock(at, params.stamps === 'utc').slice(0, -4)
  const nameOf = (name: StatusClass) => (name === 'other' ? t('logs.notAccess') : name)
  const bars = counted.bars.map((bar) => {
    const parts = statusClasses.filter((name) => bar.counts[name] > 0)
    return {
      from: bar.from,
      title: t('logs.bar', {
        from: format(bar.from),
        counts: parts.map((name) => `${nameOf(name)} ${bar.counts[name]}`).join(', '),
      }),
      parts: parts.map((name) => ({ colour: classColour[name], count: bar.counts[name] })),
    }
  })
  const most = Math.max(0, ...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.count, 0)))
  const { between } = params
  return (
    <section aria-label={t('logs.access')} className={styles['summary']}>
      <div>
        <StackedBars
          label={t('logs.histogram')}
          bars={bars}
          width={counted.width}
          chosen={between}
          onChoose={(from, to) => change({ between: `${from}-${to}`, line: null })}
          format={format}
          most={
            most === 0
              ? ''
              : t('logs.histogramMost', {
                  most: new Intl.NumberFormat(locale).format(most),
                  width: formatWidth(counted.width, locale),
                })
          }
        />
        {between ? (
          <p className={shared['hint']}>
            {t('logs.between', { from: format(between.from), to: format(between.to) })}{' '}
            <Button size="small" type="link" onClick={() => change({ between: null })}>
              {t('logs.clearBetween')}
            </Button>
          </p>
        ) : (
          <p className={shared['hint']}>{t('logs.brushHelp')}</p>
        )}
      </div>
      {session.store.hasAccess && (
        <div className={styles['ranked']}>
          <Ranking
            title={t('logs.failing')}
            paths={counted.failing}
            chosen={params.facets.path ?? []}
            change={change}
            wordsOf={({ path, errors, count }) => t('logs.failingPath', { path, errors, count })}
            valueOf={({ errors }) => String(errors)}
          />
          <Ranking
            title={t('logs.slowest')}
            paths={counted.slowest}
            chosen={params.facets.path ?? []}
            change={change}
            wordsOf={({ path, average }) => t('logs.slowPath', { path, seconds: average.toFixed(3) })}
            valueOf={({ average }) => `${average.toFixed(3)} s`}
          />
        </div>
      )}
    </section>
  )
}

interface RankingProps {
  title: string
  paths: readonly RankedPath[]
  chosen: readonly string[]
  change: (next: ParamChange) => void
  wordsOf: (path: RankedPath) => string
  valueOf: (path: RankedPath) => string
}

function Ranking({ title, paths, chosen, change, wordsOf, valueOf }: RankingProps) {
  const { t } = useT()
  return (
    <section aria-label={title}>
      <h2 className={shared['subtitle']}>{title}</h2>
      {paths.length === 0 && <p className={shared['hint']}>{t('logs.noRanking')}</p>}
      <ol>
        {paths.map((ranked) => {
          const path = plainText(ranked.path)
          return (
            <li key={ranked.path}>
              <button
                type="button"
                className={shared['ranking']}
                aria-label={wordsOf({ ...ranked, path })}
                aria-pressed={chosen.includes(ranked.path)}
                onClick={() => change({ path: chosen.includes(ranked.path) ? null : ranked.path })}
              >
                <span title={path}>{path}</span>
                <span className="numbers">{valueOf(ranked)}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
