import { useQueries, useQuery } from '@tanstack/react-query'
import { findGateway, gatewayQueries } from '@/api/gateways'
import { projectQueries } from '@/api/projects'
import { toRows } from '@/domain/gateway-row'
import { formatList } from '@/lib/format'
import { useCluster } from '@/gateway/ClusterContext'
import type { ApiError } from '@/lib/api-error'
import { languageTag, useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { BothKinds } from '../BothKindsNotice'
import { OwnRoutesServed } from '../RoutesServed'
import type { Opened } from './Dialogs'
import { GatewayTable, GatewayTableWaiting } from './GatewayTable'
import { Line } from './SelectionLine'
import { EnableButton } from './Toolbar'
import styles from './Toolbar.module.css'

/** Each project is asked for by itself, so no more than these are. */
const PROJECTS = 20
/** How often they are asked for anew, in seconds. */
const INTERVAL = 10

interface OwnProjectsProps {
  /** What the server said to the list of all. */
  refusal: ApiError
  hidden: ReadonlySet<string>
  onOpen: (opened: Opened) => void
}

/** For those who may not list the gateways of the cluster: those of the projects they belong to, one by one. */
export function OwnProjects({ refusal, hidden, onOpen }: OwnProjectsProps) {
  const { t, language } = useT()
  const { scope } = useCluster()
  const projects = useQuery(projectQueries.own(scope, { limit: PROJECTS, name: '' }))
  const refs = (projects.data?.items ?? []).map((project) => ({ cluster: scope, project: project.metadata.name }))
  const answers = useQueries({
    queries: refs.map((ref) => ({ ...gatewayQueries.ofProject(ref), refetchInterval: INTERVAL * 1000 })),
  })
  const gateways = refs.flatMap((ref, index) => findGateway(ref, answers[index]?.data ?? null) ?? [])
  // Whichever project is asked for, the cluster gateway is in the answer too (recordings d05 and i01).
  const clusterGateway = answers
    .flatMap((answer) => findGateway({ cluster: scope, project: null }, answer.data ?? null) ?? [])
    .at(0)
  const failed = answers.find((answer) => answer.error)
  const rows = toRows(gateways, null)
  const enable = <EnableButton onClick={() => onOpen({ kind: 'enable' })} />
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
            {clusterGateway && gateways.length > 0 && (
              <BothKinds
                projects={formatList(
                  rows.map((row) => row.project),
                  languageTag(language),
                )}
                routes={<OwnRoutesServed cluster={scope} clusterGateway={clusterGateway} gateways={gateways} />}
              />
            )}
            <Panel label={t('settings.project')}>
              {rows.length === 0 ? (
                <EmptyState title={t('projects.emptyTitle')} action={enable}>
                  {t('projects.emptyOwn')}
                </EmptyState>
              ) : (
                <>
                  <div className={styles['buttons']}>{enable}</div>
                  <Line interval={INTERVAL}>
                    <output>{t('projects.total', { count: rows.length })}</output>
                  </Line>
                  <GatewayTable
                    rows={rows}
                    hidden={hidden}
                    onAction={(action, ref, row) => onOpen({ kind: action, ref, isLegacy: row.isLegacy })}
                  />
                </>
              )}
            </Panel>
          </>
        )
      }}
    </QueryBoundary>
  )
}
