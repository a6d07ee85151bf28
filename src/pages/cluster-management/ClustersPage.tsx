import { ClusterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from 'react-router'
import { clusterQueries } from '@/api/clusters'
import { sessionQueries } from '@/api/session'
import { clusterReady, SINGLE_CLUSTER } from '@/domain/cluster'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { StatusText } from '@/ui/StatusText'
import styles from './ClustersPage.module.css'

/** The clusters of the platform; with a single one, straight to it. */
export function Component() {
  const { t } = useT()
  const configz = useQuery(sessionQueries.configz())
  return (
    <>
      <title>{t('title.page', { page: t('clusters.title') })}</title>
      <PageHeader title={t('clusters.title')} lead={t('clusters.lead')} />
      <QueryBoundary query={configz} failed={t('clusters.failed')} waiting={<ClustersWaiting />}>
        {(modules) =>
          modules.multicluster === true ? <Clusters /> : <Navigate to={links.gateways(SINGLE_CLUSTER)} replace />
        }
      </QueryBoundary>
    </>
  )
}

function ClustersWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('clusters.loading')}>
      <Panel>
        <Bar width="40%" />
      </Panel>
    </Waiting>
  )
}

function Clusters() {
  const { t } = useT()
  const clusters = useQuery(clusterQueries.list())
  return (
    <QueryBoundary query={clusters} failed={t('clusters.failed')} waiting={<ClustersWaiting />}>
      {(page) =>
        (page.items ?? []).length === 0 ? (
          <EmptyState icon={<ClusterOutlined />} title={t('clusters.none')}>
            {t('clusters.noneText')}
          </EmptyState>
        ) : (
          <ul className={styles['clusters']}>
            {(page.items ?? []).map((cluster) => {
              const ready = clusterReady(cluster)
              return (
                <li key={cluster.metadata.name} className={styles['cluster']}>
                  <Link className={styles['name']} to={links.gateways(cluster.metadata.name)}>
                    {cluster.metadata.name}
                  </Link>
                  {ready !== null && (
                    <StatusText tone={ready ? 'success' : 'error'}>
                      {ready ? t('clusters.ready') : t('clusters.notReady')}
                    </StatusText>
                  )}
                  <span className={styles['fact']}>{cluster.status?.kubeSphereVersion ?? ''}</span>
                  <span className={styles['fact']}>
                    {typeof cluster.status?.nodeCount === 'number' &&
                      t('clusters.nodes', { count: cluster.status.nodeCount })}
                  </span>
                </li>
              )
            })}
          </ul>
        )
      }
    </QueryBoundary>
  )
}
