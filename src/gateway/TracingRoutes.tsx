import { Button } from 'antd'
import { useState } from 'react'
import type { Right } from '@/domain/access'
import type { ClusterScope } from '@/domain/cluster'
import { isTraceable, routeId, tracingCommands, type RouteTracing } from '@/domain/tracing-check'
import { useT } from '@/lib/i18n/t'
import { ActionButton } from '@/ui/ActionButton'
import { CopyButton } from '@/ui/CopyButton'
import { DataTable, type Column } from '@/ui/DataTable'
import { failureDetail, failureTitle } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { PageSteps } from '@/ui/PageSteps'
import { StatusText } from '@/ui/StatusText'
import styles from './TracingCheck.module.css'
import { useDenial } from './use-access'
import { undoable, type Outcome, type useAnnotateRoutes } from './use-annotate-routes'

/** Rows at a time. */
const PAGE_SIZE = 20

const patchRight: Right = { verb: 'patch', group: 'networking.k8s.io', resource: 'ingresses' }

interface TracingRoutesProps {
  cluster: ClusterScope
  /** Those that lack the annotation, and those that were given it here. */
  routes: readonly RouteTracing[]
  lacking: readonly RouteTracing[]
  annotating: ReturnType<typeof useAnnotateRoutes>
}

/** Routes to choose from, what is done with the chosen ones, and what became of each. */
export function TracingRoutes({ cluster, routes, lacking, annotating }: TracingRoutesProps) {
  const { t } = useT()
  const denialOf = useDenial(cluster)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setPage] = useState(1)
  const page = Math.min(asked, Math.max(1, Math.ceil(routes.length / PAGE_SIZE)))
  const first = (page - 1) * PAGE_SIZE
  const shown = routes.slice(first, first + PAGE_SIZE)
  const { outcomes, result, isRunning, add, undo } = annotating

  const busy = isRunning ? t('trace.busy') : null
  const reasonOf = (route: RouteTracing) => denialOf(patchRight, route.project)
  const possible = lacking.filter((route) => reasonOf(route) === null)
  const chosen = possible.filter((route) => selected.has(routeId(route)))
  const added = undoable(outcomes)
  const [firstLacking] = lacking
  const denial = possible.length === 0 && firstLacking ? reasonOf(firstLacking) : null

  const addTo = (targets: readonly RouteTracing[]) => {
    setSelected(new Set())
    add(targets)
  }
  const columns: readonly Column<RouteTracing>[] = [
    { key: 'route', title: t('trace.route'), cell: (route) => <strong>{routeId(route)}</strong> },
    { key: 'hosts', title: t('trace.hosts'), cell: (route) => route.hosts.join(', ') || t('trace.anyHost') },
    {
      key: 'value',
      title: t('trace.value'),
      nowrap: true,
      cell: ({ value }) => (value === null ? t('trace.missing') : <code>{JSON.stringify(value)}</code>),
    },
    {
      key: 'result',
      title: t('trace.outcome'),
      cell: (route) => <Told outcome={outcomes.get(routeId(route))} />,
    },
    {
      key: 'actions',
      title: t('table.actions'),
      titleHidden: true,
      nowrap: true,
      cell: (route) => {
        const outcome = outcomes.get(routeId(route))
        const back = outcome?.kind === 'added' || outcome?.kind === 'refused' ? outcome.undo : null
        const id = routeId(route)
        if (back !== null)
          return (
            <ActionButton
              size="small"
              aria-label={t('trace.undoOf', { route: id })}
              reason={busy}
              onClick={() => undo([back])}
            >
              {t('trace.undo')}
            </ActionButton>
          )
        if (isTraceable(route)) return null
        return (
          <ActionButton
            size="small"
            aria-label={t('trace.addTo', { route: id })}
            reason={reasonOf(route) ?? busy}
            onClick={() => addTo([route])}
          >
            {t('trace.add')}
          </ActionButton>
        )
      },
    },
  ]
  return (
    <>
      {result && (
        <Notice
          tone={result.done === result.total ? 'success' : 'warning'}
          role="alert"
          title={t('trace.result', { done: result.done, total: result.total })}
        />
      )}
      <div className={styles['bar']}>
        <ActionButton
          type="primary"
          reason={denial ?? busy ?? (chosen.length === 0 ? t('trace.chooseFirst') : null)}
          onClick={() => addTo(chosen)}
        >
          {t('trace.addChosen', { count: chosen.length })}
        </ActionButton>
        {possible.length > chosen.length && (
          <Button type="text" onClick={() => setSelected(new Set(possible.map(routeId)))}>
            {t('trace.chooseAll', { count: possible.length })}
          </Button>
        )}
        {added.length > 0 && (
          <ActionButton reason={busy} onClick={() => undo(added)}>
            {t('trace.undoAll', { count: added.length })}
          </ActionButton>
        )}
      </div>
      <DataTable
        label={t('trace.table')}
        columns={columns}
        rows={shown}
        rowKey={routeId}
        selection={{
          selected,
          onChange: setSelected,
          label: (route) => t('trace.select', { route: routeId(route) }),
          reason: (route) => (isTraceable(route) ? t('trace.hasIt') : reasonOf(route)),
        }}
      />
      <PageSteps
        page={page}
        pageSize={PAGE_SIZE}
        total={routes.length}
        texts={{
          label: t('trace.pages'),
          previous: t('trace.previous'),
          next: t('trace.next'),
          range: t('trace.range', { from: first + 1, to: first + shown.length, total: routes.length }),
        }}
        onPage={setPage}
      />
      {lacking.length > 0 && <Commands routes={chosen.length > 0 ? chosen : lacking} />}
    </>
  )
}

/** The same for a terminal: of the chosen routes, or of all that lack the annotation. */
function Commands({ routes }: { routes: readonly RouteTracing[] }) {
  const { t } = useT()
  const commands = tracingCommands(routes)
  return (
    <details className={styles['commands']}>
      <summary>{t('trace.kubectl', { count: routes.length })}</summary>
      <pre className={styles['pre']}>{commands}</pre>
      <CopyButton value={commands} text={t('trace.copy')} />
    </details>
  )
}

function Told({ outcome }: { outcome: Outcome | undefined }) {
  const { t } = useT()
  switch (outcome?.kind) {
    case undefined:
      return <span className={styles['note']}>–</span>
    case 'waiting':
      return <StatusText tone="neutral">{t('trace.waiting')}</StatusText>
    case 'running':
      return (
        <StatusText tone="info" busy>
          {t('trace.running')}
        </StatusText>
      )
    case 'added':
      return <StatusText tone="success">{t('trace.added')}</StatusText>
    case 'undone':
      return <StatusText tone="neutral">{t('trace.undone')}</StatusText>
    case 'refused':
      return (
        <>
          <StatusText tone="error">{t('trace.refused')}</StatusText>
          <p className={styles['note']}>
            {failureTitle(outcome.error, t)} {failureDetail(outcome.error)}
          </p>
        </>
      )
  }
}
