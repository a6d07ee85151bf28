import { useQuery } from '@tanstack/react-query'
import { gatewayQueries } from '@/api/gateways'
import { ingressQueries, ROUTE_LIMIT } from '@/api/ingresses'
import { projectOf, type GatewayRef } from '@/domain/gateway'
import { splitByOwnGateway, toRoute, type Route } from '@/domain/routes'
import { useT } from '@/lib/i18n/t'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import styles from './AffectedRoutes.module.css'

interface AffectedRoutesProps {
  gatewayRef: GatewayRef
  /** What they lose: with the gateway their address too, without its pods only the traffic. */
  losing?: 'address' | 'traffic'
}

/** The routes that lose something with this gateway, with their hosts; says when the list is not complete. */
export function AffectedRoutes({ gatewayRef, losing: what = 'address' }: AffectedRoutesProps) {
  const { t } = useT()
  const routes = useQuery(ingressQueries.servedBy(gatewayRef))
  const others = useQuery({
    ...gatewayQueries.page(gatewayRef.cluster, { page: 1, limit: ROUTE_LIMIT, sortBy: 'name', ascending: 'true' }),
    enabled: gatewayRef.project === null,
  })
  const waiting = (
    <Waiting label={t('routes.loading')}>
      <Bar width="60%" />
    </Waiting>
  )
  if (gatewayRef.project === null && others.isPending) return waiting
  const otherProjects = (others.data?.items ?? []).map(projectOf)
  const own = new Set(otherProjects.filter((project) => project !== null))
  const gatewaysComplete = others.data === undefined || others.data.totalItems <= ROUTE_LIMIT
  return (
    <QueryBoundary query={routes} failed={t('routes.failed')} waiting={waiting}>
      {(page) => {
        const all = (page.items ?? []).map(toRoute)
        const { losing, keeping } = splitByOwnGateway(all, own)
        const isComplete = all.length >= page.totalItems && gatewaysComplete && !others.error
        return (
          <section className={styles['routes']} aria-label={t('routes.label')}>
            <p className={styles['title']}>
              {losing.length === 0
                ? t(what === 'address' ? 'routes.noneLose' : 'routes.noneStop')
                : t(what === 'address' ? 'routes.lose' : 'routes.stop', { count: losing.length })}
            </p>
            {losing.length > 0 && <RouteList routes={losing} />}
            {keeping.length > 0 && <p className={styles['note']}>{t('routes.keep', { count: keeping.length })}</p>}
            {!isComplete && (
              <p className={styles['note']}>{t('routes.incomplete', { shown: all.length, total: page.totalItems })}</p>
            )}
          </section>
        )
      }}
    </QueryBoundary>
  )
}

const RouteList = ({ routes }: { routes: readonly Route[] }) => (
  <ul className={styles['list']}>
    {routes.map((route) => (
      <li key={`${route.project}/${route.name}`} className={styles['route']}>
        <span>
          {route.project}/<strong>{route.name}</strong>
        </span>
        <span className={styles['note']}>{route.hosts.join(', ') || '*'}</span>
      </li>
    ))}
  </ul>
)
