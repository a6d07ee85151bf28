import { Button } from 'antd'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import type { IngressPage, Service } from '@/wire/k8s'
import { gatewayQueries } from '@/api/gateways'
import { ingressQueries, ROUTE_LIMIT } from '@/api/ingresses'
import { workloadListQueries } from '@/api/workload-lists'
import type { ClusterScope } from '@/domain/cluster'
import { CLUSTER_GATEWAY_NAME, gatewayName, projectOf } from '@/domain/gateway'
import { pageCount, projectOfName } from '@/domain/project-page'
import { servedRoutes, servingPoint, type ServedBy, type ServedRoute } from '@/domain/route-serving'
import { useT, type PlainKey } from '@/lib/i18n/t'
import { DataTable, type Column } from '@/ui/DataTable'
import { FailureNotice } from '@/ui/FailureNotice'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import styles from './BothKindsNotice.module.css'

/** How often addresses are compared anew, in milliseconds. */
const INTERVAL = 10_000

const words: Record<ServedBy, PlainKey> = {
  cluster: 'served.cluster',
  project: 'served.project',
  either: 'served.either',
  other: 'served.other',
  nobody: 'served.nobody',
}

/** Both gateways of every project whose routes are on the page, with their Services. */
function useServed(cluster: ClusterScope, routes: IngressPage) {
  const items = routes.items ?? []
  const projects = [...new Set(items.map((item) => item.metadata.namespace ?? ''))].filter(Boolean).toSorted()
  const names = [CLUSTER_GATEWAY_NAME, ...projects.map((project) => gatewayName({ project }))]
  const gateways = useQuery({
    ...gatewayQueries.page(cluster, { page: 1, limit: names.length, names: names.join(',') }),
    refetchInterval: INTERVAL,
  })
  const services = useQuery({ ...workloadListQueries.servicesNamed(cluster, names), refetchInterval: INTERVAL })
  const found = new Map(
    (services.data ?? [])
      .flatMap((page) => page.items ?? [])
      .map((item): [string, Service] => [item.metadata.name, item]),
  )
  // Services that may not be read are unknown, not absent: then the gateways' own reading counts.
  const serviceOf = (name: string) => (services.data ? (found.get(name) ?? null) : undefined)
  const points = new Map(
    (gateways.data?.items ?? []).map((gateway) => [
      gateway.metadata.name,
      servingPoint(gateway, serviceOf(gateway.metadata.name)),
    ]),
  )
  const own = new Map(
    [...points].flatMap(([name, point]) => {
      const project = projectOfName(name)
      return project === null ? [] : [[project, point] as const]
    }),
  )
  const shared = points.get(CLUSTER_GATEWAY_NAME)
  return { gateways, isWaiting: services.isPending, served: shared ? servedRoutes(items, shared, own) : [] }
}

/** Per route of a project with both kinds: the address it has now, and the gateway that gave it. */
export function RoutesServed({ cluster }: { cluster: ClusterScope }) {
  const { t } = useT()
  const [page, setPage] = useState(1)
  const routes = useQuery({
    ...ingressQueries.page(cluster, page),
    placeholderData: keepPreviousData,
    refetchInterval: INTERVAL,
  })
  return (
    <section className={styles['routes']} aria-label={t('bothKinds.routes')}>
      <QueryBoundary query={routes} failed={t('served.failed')} waiting={<ServedWaiting />}>
        {(found) => {
          const pages = pageCount(found.totalItems, ROUTE_LIMIT)
          return (
            <>
              <Served cluster={cluster} routes={found} />
              {pages > 1 && (
                <p className={styles['note']}>
                  {t('served.page', { page, pages })}{' '}
                  <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                    {t('pager.previous')}
                  </Button>{' '}
                  <Button size="small" disabled={page >= pages} onClick={() => setPage(page + 1)}>
                    {t('pager.next')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </QueryBoundary>
    </section>
  )
}

function ServedWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('routes.loading')}>
      <Bar width="60%" />
    </Waiting>
  )
}

function Served({ cluster, routes }: { cluster: ClusterScope; routes: IngressPage }) {
  const { t } = useT()
  const { gateways, isWaiting, served } = useServed(cluster, routes)
  return (
    <QueryBoundary query={gateways} failed={t('served.failed')} waiting={<ServedWaiting />}>
      {() => (isWaiting ? <ServedWaiting /> : <ServedTable served={served} />)}
    </QueryBoundary>
  )
}

interface OwnRoutesServedProps {
  cluster: ClusterScope
  clusterGateway: Gateway
  /** Gateways of projects, next to the cluster gateway. */
  gateways: readonly Gateway[]
}

/**
 * The same for those who may look into their own projects only: routes are asked for project by project, and what the
 * gateways say of their addresses has to do, because the Services may not be read.
 */
export function OwnRoutesServed({ cluster, clusterGateway, gateways }: OwnRoutesServedProps) {
  const { t } = useT()
  const own = new Map(gateways.map((gateway) => [projectOf(gateway) ?? '', servingPoint(gateway, undefined)]))
  const routes = useQueries({
    queries: [...own.keys()].map((project) => ({
      ...ingressQueries.servedBy({ cluster, project }),
      refetchInterval: INTERVAL,
    })),
  })
  const failed = routes.find((each) => each.error && each.data === undefined)
  return (
    <section className={styles['routes']} aria-label={t('bothKinds.routes')}>
      {failed?.error ? (
        <FailureNotice error={failed.error} title={t('served.failed')} onRetry={() => void failed.refetch()} />
      ) : routes.some((each) => each.isPending) ? (
        <ServedWaiting />
      ) : (
        <ServedTable
          served={servedRoutes(
            routes.flatMap((each) => each.data?.items ?? []),
            servingPoint(clusterGateway, undefined),
            own,
          )}
        />
      )}
    </section>
  )
}

function ServedTable({ served }: { served: readonly ServedRoute[] }) {
  const { t } = useT()
  const columns: readonly Column<ServedRoute>[] = [
    { key: 'route', title: t('served.route'), cell: ({ route }) => `${route.project}/${route.name}` },
    { key: 'hosts', title: t('served.hosts'), cell: ({ route }) => route.hosts.join(', ') || '*' },
    {
      key: 'address',
      title: t('served.address'),
      cell: ({ addresses }) => addresses.map((address) => address.value).join(', ') || t('served.noAddress'),
    },
    { key: 'by', title: t('served.by'), cell: ({ by }) => t(words[by]) },
  ]
  if (served.length === 0) return <p>{t('served.none')}</p>
  return (
    <DataTable
      label={t('bothKinds.routes')}
      columns={columns}
      rows={served}
      rowKey={({ route }) => `${route.project}/${route.name}`}
    />
  )
}
