import { Button } from 'antd'
import { isFailing, type Asking } from '@/api/monitoring'
import { languageTag, useT, type PlainKey } from '@/lib/i18n/t'
import { formatLength } from '@/lib/numbers'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import styles from './MonitoringTab.module.css'
import type { useMonitoring } from './use-monitoring'

type Monitoring = ReturnType<typeof useMonitoring>

/** A question whose answer is no part of the charts by itself. */
interface Question {
  readonly error: Error | null
  readonly isEnabled: boolean
  readonly isFetching: boolean
  readonly refetch: () => Promise<unknown>
}

/** That nothing can be read at all: once, and not beside each metric. */
export function OutageNotice({ monitoring }: { monitoring: Pick<Monitoring, 'outage' | 'isFetching' | 'refetch'> }) {
  const { t } = useT()
  const { outage, isFetching, refetch } = monitoring
  if (outage.size === 0) return null
  return (
    <Notice
      tone="error"
      role="alert"
      title={t('monitoring.outage')}
      action={
        <Button loading={isFetching} onClick={refetch}>
          {t('action.retry')}
        </Button>
      }
    >
      {[...outage].map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  )
}

/** What was wanted beside the metrics and could not be loaded. */
export function MoreFailures({
  before,
  resources,
  resourcesBefore,
}: Record<'before' | 'resources' | 'resourcesBefore', Question>) {
  const { t } = useT()
  const wanted = [
    [before, 'monitoring.beforeFailed'],
    [resources, 'monitoring.resourcesFailed'],
    [resourcesBefore, 'monitoring.resourcesBeforeFailed'],
  ] as const satisfies readonly (readonly [Question, PlainKey])[]
  return wanted.map(
    ([{ error, isEnabled, isFetching, refetch }, title]) =>
      isEnabled &&
      error && (
        <FailureNotice
          key={title}
          error={error}
          title={t(title)}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ),
  )
}

/** When the next try is. */
export function NextTry({ range, wait }: { range: Asking & { readonly isError: boolean }; wait: number | false }) {
  const { t, language } = useT()
  if (wait === false || !isFailing(range)) return null
  const length = roughly(wait / 1000, languageTag(language))
  return (
    <p className={styles['status']}>{t(range.isError ? 'monitoring.backOff' : 'monitoring.nextTry', { length })}</p>
  )
}

/** A length that need not be exact: whole minutes from one minute on. */
export const roughly = (seconds: number, locale: string) =>
  formatLength(seconds < 60 ? Math.ceil(seconds) : Math.round(seconds / 60) * 60, locale)
