import { useQuery } from '@tanstack/react-query'
import { gatewayQueries } from '@/api/gateways'
import { toAddresses } from '@/domain/address'
import { isClusterGateway, projectOf, serviceType } from '@/domain/gateway'
import { useCluster } from '@/gateway/ClusterContext'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import styles from './ProjectGatewaysTab.module.css'

/** As many as one page shows; the total is said. */
const LIMIT = 50

/** The gateways of single projects, to read. */
export function Component() {
  const { t } = useT()
  const { scope } = useCluster()
  const page = useQuery(gatewayQueries.page(scope, { page: 1, limit: LIMIT, sortBy: 'name', ascending: 'true' }))
  return (
    <>
      <title>{t('title.page', { page: t('settings.project') })}</title>
      <QueryBoundary
        query={page}
        failed={t('projects.loadFailed')}
        waiting={
          <Waiting label={t('projects.loading')}>
            <Panel>
              <Bar width="50%" />
            </Panel>
          </Waiting>
        }
      >
        {({ items }) => {
          const gateways = (items ?? []).filter((gateway) => !isClusterGateway(gateway))
          if (gateways.length === 0)
            return (
              <Panel label={t('settings.project')}>
                <EmptyState title={t('projects.emptyTitle')}>{t('projects.emptyText')}</EmptyState>
              </Panel>
            )
          return (
            <Panel label={t('settings.project')}>
              <div className={styles['scroll']}>
                <table className={styles['table']}>
                  <thead>
                    <tr>
                      <th scope="col">{t('projects.name')}</th>
                      <th scope="col">{t('projects.project')}</th>
                      <th scope="col">{t('fact.mode')}</th>
                      <th scope="col">{t('fact.address')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {gateways.map((gateway) => (
                      <tr key={gateway.metadata.name}>
                        <td>{gateway.metadata.name}</td>
                        <td>{projectOf(gateway)}</td>
                        <td>{serviceType(gateway)}</td>
                        <td>
                          {toAddresses(gateway.status?.loadBalancer?.ingress)
                            .map((address) => address.value)
                            .join(', ')}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Panel>
          )
        }}
      </QueryBoundary>
    </>
  )
}
