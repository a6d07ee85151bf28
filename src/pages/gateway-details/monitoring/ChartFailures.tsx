import type { MetricKey } from '@/domain/metrics'
import { languageTag, useT, type PlainKey } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import type { ChartData } from './chart-data'
import styles from './MonitoringCharts.module.css'

const texts: Partial<Record<MetricKey, PlainKey>> = {
  requests: 'metric.requests',
  failed4xx: 'metric.failed4xx',
  failed5xx: 'metric.failed5xx',
  connections: 'metric.connections',
  rateByRoute: 'metric.rateByRoute',
  average: 'metric.average',
  p50: 'metric.p50',
  p95: 'metric.p95',
  p99: 'metric.p99',
  sent: 'metric.sent',
  received: 'metric.received',
  cpu: 'metric.cpu',
  memory: 'metric.memory',
}

interface ChartFailuresProps {
  failures: ChartData['failures']
  /** What is said above already. */
  told: ReadonlySet<string>
}

/** Which metrics of a chart could not be read, with the server's reason: each reason once. */
export function ChartFailures({ failures, told }: ChartFailuresProps) {
  const { t, language } = useT()
  const list = new Intl.ListFormat(languageTag(language))
  const reasons = new Set(failures.map(({ message }) => message).filter((message) => !told.has(message)))
  return [...reasons].map((reason) => {
    const names = failures
      .filter(({ message }) => message === reason)
      .map(({ metric }) => t(texts[metric] ?? 'metric.requests'))
    return (
      <div key={reason} className={styles['notice']}>
        <Notice tone="error" title={t('monitoring.metricFailed', { name: list.format(names) })}>
          {reason}
        </Notice>
      </div>
    )
  })
}
