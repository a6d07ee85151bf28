import type { UseQueryResult } from '@tanstack/react-query'
import type { MonitoringAnswer } from '@/wire/monitoring'
import { averageNow, nowValue, type NowValue } from '@/domain/metrics'
import { parseLength, windowNames, type WindowName } from '@/domain/time-range'
import { formatLength } from '@/lib/numbers'
import { languageTag, useT, type PlainKey } from '@/lib/i18n/t'
import { Choice } from '@/ui/Choice'
import { Hint } from '@/ui/Hint'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { useFormats, type Formats } from './formats'
import styles from './NowPanel.module.css'
import type { View, ViewActions } from './use-view'

interface Shown {
  readonly key:
    | 'requests'
    | 'failed4xx'
    | 'failed5xx'
    | 'successRate'
    | 'connections'
    | 'average'
    | 'p50'
    | 'p95'
    | 'p99'
  readonly label: PlainKey
  readonly format: (formats: Formats) => (value: number) => string
}

const milliseconds =
  ({ milliseconds: format }: Formats) =>
  (seconds: number) =>
    format(seconds * 1000)

const shown: readonly Shown[] = [
  { key: 'requests', label: 'metric.requests', format: ({ count }) => count },
  { key: 'failed4xx', label: 'metric.failed4xx', format: ({ count }) => count },
  { key: 'failed5xx', label: 'metric.failed5xx', format: ({ count }) => count },
  { key: 'successRate', label: 'metric.successRate', format: ({ percent }) => percent },
  { key: 'connections', label: 'metric.connections', format: ({ count }) => count },
  { key: 'average', label: 'metric.average', format: milliseconds },
  { key: 'p50', label: 'metric.p50', format: milliseconds },
  { key: 'p95', label: 'metric.p95', format: milliseconds },
  { key: 'p99', label: 'metric.p99', format: milliseconds },
]

interface NowPanelProps {
  query: Pick<
    UseQueryResult<MonitoringAnswer, Error>,
    'data' | 'error' | 'refetch' | 'isFetching' | 'isPlaceholderData'
  >
  view: Pick<View, 'window'> & Pick<ViewActions, 'set'>
  /** Failures that are told above already. */
  told: ReadonlySet<string>
}

/** How things are now, over a window that can be chosen. */
export function NowPanel({ query, view, told }: NowPanelProps) {
  const { t, language } = useT()
  const formats = useFormats()
  const locale = languageTag(language)
  const lengthOf = (name: WindowName) => formatLength(parseLength(name) ?? 0, locale)
  const window = (
    <>
      <div className={styles['window']}>
        <Choice
          label={t('now.window')}
          value={view.window}
          options={windowNames.map((name) => ({ value: name, label: lengthOf(name) }))}
          onChange={(name) => view.set({ window: name === '10m' ? null : name })}
        />
      </div>
      <p className={styles['printed']}>{t('now.printed', { length: lengthOf(view.window) })}</p>
    </>
  )
  return (
    <Panel title={t('now.title')} extra={window}>
      <QueryBoundary query={query} failed={t('monitoring.failed')} waiting={<NowWaiting />}>
        {(answer) => (
          <div className={styles['frame']}>
            <dl className={styles['facts']} aria-busy={query.isPlaceholderData}>
              {shown.map(({ key, label, format }) => {
                const average = key === 'average' ? averageNow(answer) : null
                const value = key === 'average' ? (average ?? { kind: 'none' }) : nowValue(answer, key)
                const hint = hintOf(key)
                return (
                  <div key={key} className={styles['fact']}>
                    <dt className={styles['label']}>
                      {t(label)}
                      {average?.spread && (
                        <Hint name={t(label)}>
                          {t('metric.averageHint', {
                            count: average.spread.count,
                            lowest: formats.milliseconds(average.spread.lowest * 1000),
                            highest: formats.milliseconds(average.spread.highest * 1000),
                          })}
                        </Hint>
                      )}
                      {hint && <Hint name={t(label)}>{t(hint)}</Hint>}
                    </dt>
                    <dd>
                      <Value
                        value={value}
                        format={format(formats)}
                        told={told}
                        none={key === 'connections' ? 'now.noneConnections' : 'now.none'}
                      />
                    </dd>
                  </div>
                )
              })}
            </dl>
          </div>
        )}
      </QueryBoundary>
    </Panel>
  )
}

const hintOf = (key: Shown['key']): PlainKey | null => {
  if (key === 'successRate') return 'metric.successHint'
  return key === 'connections' ? 'metric.connectionsHint' : null
}

interface ValueProps {
  value: NowValue
  format: (value: number) => string
  none: PlainKey
  told: ReadonlySet<string>
}

function Value({ value, format, none, told }: ValueProps) {
  const { t } = useT()
  switch (value.kind) {
    case 'value':
      return <span className={styles['value']}>{format(value.value)}</span>
    case 'none':
      return <span className={styles['none']}>{t(none)}</span>
    case 'failed':
      // What is told above needs no alarm of its own.
      if (told.has(value.message)) return <span className={styles['none']}>{t('now.failed')}</span>
      return (
        <>
          <span className={styles['failed']}>{t('now.failed')}</span>
          <small className={styles['why']}>{value.message}</small>
        </>
      )
  }
}

function NowWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('monitoring.loading')}>
      <div className={styles['frame']}>
        <dl className={styles['facts']}>
          {shown.map(({ key, label }) => (
            <div key={key} className={styles['fact']}>
              <dt className={styles['label']}>{t(label)}</dt>
              <dd className={styles['value']}>
                <Bar width="6ch" />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Waiting>
  )
}
