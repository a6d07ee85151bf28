import type { Event } from '@/wire/k8s'
import { seenAt } from '@/domain/events'
import { useT } from '@/lib/i18n/t'
import { countParam, useSearchParam } from '@/lib/use-search-param'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Moment } from '@/ui/Moment'
import { PageSteps } from '@/ui/PageSteps'
import { Panel } from '@/ui/Panel'
import { Bar, Waiting } from '@/ui/Skeleton'
import { StatusText } from '@/ui/StatusText'

interface EventsPanelProps {
  events: readonly Event[]
  isPending: boolean
  error: Error | null
  retry: () => void
}

const PAGE_SIZE = 20
const pageNumber = countParam(1)

/** What happened, newest first. */
export function EventsPanel({ events, isPending, error, retry }: EventsPanelProps) {
  const { t } = useT()
  const [wantedPage, setPage] = useSearchParam('eventsPage', pageNumber)
  const page = Math.min(wantedPage, Math.max(1, Math.ceil(events.length / PAGE_SIZE)))
  const from = (page - 1) * PAGE_SIZE
  return (
    <Panel title={t('events.title')}>
      {error && <FailureNotice error={error} title={t('events.failed')} onRetry={retry} />}
      {isPending && events.length === 0 ? (
        <Waiting label={t('events.loading')}>
          <Bar width="80%" />
        </Waiting>
      ) : events.length === 0 ? (
        !error && <EmptyState title={t('events.none')}>{t('events.noneText')}</EmptyState>
      ) : (
        <DataTable
          label={t('events.title')}
          rows={events.slice(from, from + PAGE_SIZE)}
          rowKey={(event) => event.metadata.uid ?? event.metadata.name}
          columns={[
            { key: 'type', nowrap: true, title: t('events.type'), cell: (event) => <EventType event={event} /> },
            { key: 'reason', nowrap: true, title: t('events.reason'), cell: (event) => event.reason ?? '–' },
            {
              key: 'object',
              title: t('events.object'),
              cell: ({ involvedObject }) => `${involvedObject.kind ?? ''} ${involvedObject.name ?? ''}`,
            },
            { key: 'message', title: t('events.message'), cell: (event) => event.message ?? '' },
            { key: 'seen', nowrap: true, title: t('events.seen'), cell: (event) => <Seen event={event} /> },
          ]}
        />
      )}
      <PageSteps
        page={page}
        pageSize={PAGE_SIZE}
        total={events.length}
        onPage={setPage}
        texts={{
          label: t('page.label'),
          previous: t('page.previous'),
          next: t('page.next'),
          range: t('page.range', {
            from: from + 1,
            to: Math.min(from + PAGE_SIZE, events.length),
            total: events.length,
          }),
        }}
      />
    </Panel>
  )
}

function EventType({ event }: { event: Event }) {
  const { t } = useT()
  return event.type === 'Warning' ? (
    <StatusText tone="warning">{t('events.warning')}</StatusText>
  ) : (
    <StatusText tone="neutral">{t('events.normal')}</StatusText>
  )
}

function Seen({ event }: { event: Event }) {
  const { t } = useT()
  const at = seenAt(event)
  const count = event.count ?? 1
  return (
    <span>
      {at ? <Moment at={at} relative /> : '–'}
      {count > 1 && <small>{` (${t('events.times', { count })})`}</small>}
    </span>
  )
}
