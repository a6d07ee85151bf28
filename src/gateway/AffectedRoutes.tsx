import { Button } from 'antd'
import { byProject, type ProjectRoutes, type Route } from '@/domain/routes'
import type { GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { AffectedProjects } from './AffectedProjects'
import styles from './AffectedRoutes.module.css'
import { useImpact } from './use-impact'
import { useRateText } from './use-rate-text'

interface AffectedRoutesProps {
  gatewayRef: GatewayRef
  /** What they lose: with the gateway their address too, without its pods only the traffic. */
  losing?: 'address' | 'traffic'
}

const routesOf = (groups: readonly ProjectRoutes[]) => groups.flatMap((group) => group.routes)

/**
 * What it means for routes when the gateway goes: project by project with hosts and requests per second, those that lose
 * something apart from those that have another gateway. Says when a list is not complete or a figure not known.
 */
export function AffectedRoutes({ gatewayRef, losing: what = 'address' }: AffectedRoutesProps) {
  const { t } = useT()
  const { routes, others, all, rates, fallbackOf } = useImpact(gatewayRef)
  const waiting = (
    <Waiting label={t('routes.loading')}>
      <Bar width="60%" />
    </Waiting>
  )
  if (others.isPending) return waiting
  const groups = byProject(all, fallbackOf)
  const losing = groups.filter((group) => group.fallback === null)
  const keeping = groups.filter((group) => group.fallback !== null)
  const count = routesOf(losing).length
  const kept = routesOf(keeping).length
  return (
    <QueryBoundary query={routes} failed={t('routes.failed')} waiting={waiting}>
      {({ isComplete, total }) => (
        <section className={styles['routes']} aria-label={t('routes.label')}>
          {others.error && (
            <FailureNotice
              error={others.error}
              title={t('routes.othersFailed')}
              onRetry={() => void others.refetch()}
              retrying={others.isFetching}
            />
          )}
          {!isComplete && <Notice tone="warning" title={t('routes.incomplete', { shown: all.length, total })} />}
          {others.data?.isComplete === false && <Notice tone="warning" title={t('routes.othersIncomplete')} />}
          {all.length > 0 && rates.why !== null && (
            <Notice
              tone="info"
              title={t('routes.ratesFailed')}
              action={
                <Button size="small" loading={rates.isFetching} onClick={() => void rates.refetch()}>
                  {t('action.retry')}
                </Button>
              }
            >
              {rates.why}
            </Notice>
          )}
          <p className={styles['title']}>
            {count === 0
              ? t(what === 'address' ? 'routes.noneLose' : 'routes.noneStop')
              : t(what === 'address' ? 'routes.lose' : 'routes.stop', { count })}{' '}
            {count > 0 && <Sum routes={routesOf(losing)} rates={rates} />}
          </p>
          <AffectedProjects groups={losing} rates={rates} />
          {kept > 0 && (
            <>
              <p className={styles['title']}>
                {t(gatewayRef.project === null ? 'routes.keep' : 'routes.keepCluster', { count: kept })}{' '}
                <Sum routes={routesOf(keeping)} rates={rates} />
              </p>
              {what === 'address' && <p className={styles['note']}>{t('routes.keepNote')}</p>}
              <AffectedProjects groups={keeping} rates={rates} />
            </>
          )}
        </section>
      )}
    </QueryBoundary>
  )
}

/** What the routes are asked for now, together. */
function Sum({ routes, rates }: { routes: readonly Route[]; rates: ReturnType<typeof useImpact>['rates'] }) {
  const { t } = useT()
  const rateText = useRateText()
  if (rates.isPending) return <Bar width="16ch" />
  return <span className={styles['note']}>{t('routes.now', { rate: rateText(routes.map(rates.rateOf)) })}</span>
}
