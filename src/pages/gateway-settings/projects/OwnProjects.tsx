import { useQueries, useQuery } from '@tanstack/react-query'
import { findGateway, gatewayQueries } from '@/api/gateways'
import { projectQueries } from '@/api/projects'
import { toRows } from '@/domain/gateway-row'
import { useCluster } from '@/gateway/ClusterContext'
import type { ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import type { Opened } from './Dialogs'
import { GatewayTable, GatewayTableWaiting } from './GatewayTable'
import { EnableButton } from './Toolbar'

/** Each project is asked for by itself, so no more than these are. */
const PROJECTS = 20
/** How often they are asked for anew, in milliseconds. */
const INTERVAL = 10_000

interface OwnProjectsProps {
  /** What the server said to the list of all. */
  refusal: ApiError
  hidden: ReadonlySet<string>
  onOpen: (opened: Opened) => void
}

/** For those who may not list the gateways of the cluster: those of the projects they belong to, one by one. */
export function OwnProjects({ refusal, hidden, onOpen }: OwnProjectsProps) {
  const { t } = useT()
  const { scope } = useCluster()
  const projects = useQuery(projectQueries.own(scope, { limit: PROJECTS, name: '' }))
  const refs = (projects.data?.items ?? []).map((project) => ({ cluster: scope, project: project.metadata.name }))
  const answers = useQueries({
    queries: refs.map((ref) => ({ ...gatewayQueries.ofProject(ref), refetchInterval: INTERVAL })),
  })
  const gateways = refs.flatMap((ref, index) => findGateway(ref, answers[index]?.data ?? null) ?? [])
  const failed = answers.find((answer) => answer.error)
  const rows = toRows(gateways, null)
  const refused = <FailureNotice error={refusal} title={t('projects.loadFailed')} />
  const waiting = (
    <Panel label={t('settings.project')}>
      <GatewayTableWaiting hidden={hidden} count={3} />
    </Panel>
  )
  return (
    <QueryBoundary query={projects} failed={t('projects.loadFailed')} waiting={waiting}>
      {({ totalItems }) => {
        if (refs.length === 0) return refused
        if (answers.some((answer) => answer.isPending)) return waiting
        return (
          <>
            <Notice tone="info" title={t('projects.ownOnly')}>
              {t('projects.ownOnlyText')}{' '}
              {totalItems > refs.length && t('projects.ownPart', { shown: refs.length, total: totalItems })}
            </Notice>
            {failed?.error && (
              <FailureNotice
                error={failed.error}
                title={t('projects.someFailed')}
                onRetry={() => void failed.refetch()}
                retrying={failed.isFetching}
              />
            )}
            <Panel label={t('settings.project')}>
              {rows.length === 0 ? (
                <EmptyState
                  title={t('projects.emptyTitle')}
                  action={<EnableButton onClick={() => onOpen({ kind: 'enable' })} />}
                >
                  {t('projects.emptyOwn')}
                </EmptyState>
              ) : (
                <GatewayTable
                  rows={rows}
                  hidden={hidden}
                  onAction={(action, ref, row) => onOpen({ kind: action, ref, isLegacy: row.isLegacy })}
                />
              )}
            </Panel>
          </>
        )
      }}
    </QueryBoundary>
  )
}
