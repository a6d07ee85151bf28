import { useQuery } from '@tanstack/react-query'
import { ingressQueries } from '@/api/ingresses'
import type { WholeList } from '@/api/all-pages'
import type { GatewayRef } from '@/domain/gateway'
import { isTraceable, routeId, SERVICE_UPSTREAM, toRouteTracing } from '@/domain/tracing-check'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import type { Ingress } from '@/wire/k8s'
import { useCluster } from './ClusterContext'
import styles from './TracingCheck.module.css'
import { TracingRoutes } from './TracingRoutes'
import { useAnnotateRoutes } from './use-annotate-routes'

interface TracingCheckProps {
  gatewayRef: GatewayRef
  /** Whether the gateway traces. */
  isTracing: boolean
}

/** Which routes of a gateway are not ready for tracing, and what can be done about it. */
export function TracingCheck({ gatewayRef, isTracing }: TracingCheckProps) {
  const { t } = useT()
  const { modules } = useCluster()
  const routes = useQuery(ingressQueries.allServedBy(gatewayRef))
  return (
    <div className={styles['check']}>
      {!isTracing && (
        <Notice tone="info" title={t('trace.off')}>
          {t(modules.servicemesh === true ? 'trace.offText' : 'trace.noMesh')}
        </Notice>
      )}
      <QueryBoundary
        query={routes}
        failed={t('trace.failed')}
        waiting={
          <Waiting label={t('trace.loading')}>
            <Bar width="60%" />
            <Bar width="100%" />
            <Bar width="100%" />
          </Waiting>
        }
      >
        {(whole) => <Found whole={whole} gatewayRef={gatewayRef} />}
      </QueryBoundary>
    </div>
  )
}

function Found({ whole, gatewayRef }: { whole: WholeList<Ingress>; gatewayRef: GatewayRef }) {
  const { t } = useT()
  const annotating = useAnnotateRoutes(gatewayRef.cluster)
  const all = whole.items.map(toRouteTracing).toSorted((a, b) => routeId(a).localeCompare(routeId(b)))
  const lacking = all.filter((route) => !isTraceable(route))
  // Those that were changed here stay in sight, with what became of them.
  const shown = all.filter((route) => !isTraceable(route) || annotating.outcomes.has(routeId(route)))
  const counts = { lacking: lacking.length, total: all.length }
  return (
    <>
      {!whole.isComplete && (
        <Notice tone="warning" title={t('trace.incomplete', { shown: all.length, total: whole.total })} />
      )}
      {all.length === 0 ? (
        <p>{t('trace.noRoutes')}</p>
      ) : lacking.length === 0 ? (
        <Notice tone="success" title={t('trace.allReady', { count: all.length })}>
          <code className={styles['code']}>{`${SERVICE_UPSTREAM}: "true"`}</code>
        </Notice>
      ) : (
        <div>
          <p className={styles['title']}>{t('trace.lacking', counts)}</p>
          <p>
            <code className={styles['code']}>{`${SERVICE_UPSTREAM}: "true"`}</code>
          </p>
          <p className={styles['note']}>{t('trace.means')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <TracingRoutes cluster={gatewayRef.cluster} routes={shown} lacking={lacking} annotating={annotating} />
      )}
    </>
  )
}
