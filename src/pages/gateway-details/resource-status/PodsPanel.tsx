import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Event } from '@/wire/k8s'
import type { Pod, PodPage } from '@/wire/workload'
import { newestWarning } from '@/domain/events'
import { isLegacy } from '@/domain/gateway'
import { podWord, readyContainers, requestsOf, restartsOf } from '@/domain/pod'
import { troubleOf } from '@/domain/pod-trouble'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { countParam, textParam, useSearchParam } from '@/lib/use-search-param'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Moment } from '@/ui/Moment'
import { Notice } from '@/ui/Notice'
import { PageSteps } from '@/ui/PageSteps'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { StatusText } from '@/ui/StatusText'
import { PodContainers } from './PodContainers'
import styles from './PodsPanel.module.css'

const PAGE_SIZE = 20
const anyText = textParam()
const pageNumber = countParam(1)
const anew = { also: ['podsPage'], replace: true } as const

const matches = (pod: Pod, text: string) =>
  [pod.metadata.name, pod.spec.nodeName, pod.status?.podIP, podWord(pod).word].some((value) =>
    value?.toLowerCase().includes(text.trim().toLowerCase()),
  )

/** The pods of the gateway, each with its state and what its containers are. */
export function PodsPanel({ query, events }: { query: UseQueryResult<PodPage, Error>; events: readonly Event[] }) {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  const [text, setText] = useSearchParam('pods', anyText, anew)
  return (
    <Panel
      title={t('pods.title')}
      extra={
        <Input
          className={styles['search'] ?? ''}
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          aria-label={t('pods.search')}
          placeholder={t('pods.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      }
    >
      <QueryBoundary query={query} failed={t('pods.failed')} waiting={<PodsWaiting />}>
        {(page) => {
          const pods = page.items ?? []
          if (pods.length === 0)
            return (
              <EmptyState title={t('pods.none')}>
                {isLegacy(gateway) ? t('pods.noneLegacy') : t('pods.noneText')}
              </EmptyState>
            )
          return (
            <>
              {pods.length < page.totalItems && (
                <Notice tone="info" title={t('pods.some', { shown: pods.length, total: page.totalItems })} />
              )}
              <PodTable pods={pods.filter((pod) => matches(pod, text))} text={text} events={events} />
            </>
          )
        }}
      </QueryBoundary>
    </Panel>
  )
}

function PodTable({ pods, text, events }: { pods: readonly Pod[]; text: string; events: readonly Event[] }) {
  const { t } = useT()
  const [wantedPage, setPage] = useSearchParam('podsPage', pageNumber)
  const page = Math.min(wantedPage, Math.max(1, Math.ceil(pods.length / PAGE_SIZE)))
  const from = (page - 1) * PAGE_SIZE
  if (pods.length === 0) return <p className={styles['none']}>{t('pods.noMatch', { text })}</p>

  const columns: readonly Column<Pod>[] = [
    { key: 'name', title: t('pods.name'), cell: (pod) => pod.metadata.name },
    { key: 'status', title: t('pods.status'), cell: (pod) => <PodStatus pod={pod} events={events} /> },
    {
      key: 'ready',
      nowrap: true,
      title: t('pods.ready'),
      cell: (pod) => {
        const { ready, all } = readyContainers(pod)
        return `${ready}/${all}`
      },
    },
    { key: 'restarts', title: t('pods.restarts'), cell: (pod) => <Restarts pod={pod} /> },
    {
      key: 'node',
      nowrap: true,
      title: t('pods.node'),
      cell: (pod) => <Two first={pod.spec.nodeName} second={pod.status?.hostIP} />,
    },
    { key: 'ip', nowrap: true, title: t('pods.ip'), cell: (pod) => pod.status?.podIP ?? '–' },
    {
      key: 'age',
      nowrap: true,
      title: t('pods.age'),
      cell: (pod) => (pod.metadata.creationTimestamp ? <Moment at={pod.metadata.creationTimestamp} relative /> : '–'),
    },
    {
      key: 'requests',
      nowrap: true,
      title: t('pods.requests'),
      cell: (pod) => {
        const { cpu, memory } = requestsOf(pod)
        return cpu === null && memory === null ? t('pods.requestsNone') : `${cpu ?? '–'}, ${memory ?? '–'}`
      },
    },
  ]
  return (
    <>
      <DataTable
        label={t('pods.title')}
        columns={columns}
        rows={pods.slice(from, from + PAGE_SIZE)}
        rowKey={(pod) => pod.metadata.uid ?? pod.metadata.name}
        details={{
          label: (pod) => t('pods.open', { name: pod.metadata.name }),
          render: (pod) => <PodContainers pod={pod} />,
        }}
      />
      <PageSteps
        page={page}
        pageSize={PAGE_SIZE}
        total={pods.length}
        onPage={setPage}
        texts={{
          label: t('page.label'),
          previous: t('page.previous'),
          next: t('page.next'),
          range: t('page.range', { from: from + 1, to: Math.min(from + PAGE_SIZE, pods.length), total: pods.length }),
        }}
      />
    </>
  )
}

const Two = ({ first, second }: { first: string | undefined; second: string | undefined }) => (
  <span className={styles['two']}>
    <span>{first ?? '–'}</span>
    {second && <small className={styles['note']}>{second}</small>}
  </span>
)

function PodStatus({ pod, events }: { pod: Pod; events: readonly Event[] }) {
  const { word, tone } = podWord(pod)
  const trouble = troubleOf(pod)
  const said = trouble?.startsWith(`${word}: `) ? trouble.slice(word.length + 2) : null
  const why = tone === 'success' ? null : (said ?? newestWarning(events, pod.metadata.name)?.message ?? null)
  return (
    <span className={styles['two']}>
      <StatusText tone={tone}>{word}</StatusText>
      {why !== null && (
        <small className={styles['why']} title={why}>
          {why}
        </small>
      )}
    </span>
  )
}

function Restarts({ pod }: { pod: Pod }) {
  const { t } = useT()
  const { count, reason, exitCode } = restartsOf(pod)
  const why = [reason, exitCode === null ? null : t('container.exit', { code: exitCode })].filter(Boolean).join(', ')
  return (
    <span className={styles['two']}>
      <span>{count}</span>
      {why !== '' && <small className={styles['note']}>{why}</small>}
    </span>
  )
}

function PodsWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('pods.loading')}>
      {['90%', '82%', '86%'].map((width) => (
        <Bar key={width} width={width} />
      ))}
    </Waiting>
  )
}
