import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Outlet, useParams } from 'react-router'
import type { Configz } from '@/wire/session'
import { clusterQueries } from '@/api/clusters'
import { sessionQueries } from '@/api/session'
import { clusterModules, clusterScope } from '@/domain/cluster'
import { ClusterContext } from '@/gateway/ClusterContext'
import { useT } from '@/lib/i18n/t'
import { links } from '@/lib/links'
import { PageHeader } from '@/ui/PageHeader'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { NotFound } from './NotFound'

/** Finds out how the cluster in the URL is addressed, for every page below it. */
export function ClusterLayout() {
  const { t } = useT()
  const { cluster = '' } = useParams()
  const configz = useQuery(sessionQueries.configz())
  const waiting = (
    <Waiting label={t('clusters.loading')}>
      <Bar width="30%" />
    </Waiting>
  )
  return (
    <>
      {configz.data === undefined && configz.error && <PageHeader title={cluster} />}
      <QueryBoundary query={configz} failed={t('shell.failed')} waiting={waiting}>
        {(platform) => <KnownCluster name={cluster} platform={platform} />}
      </QueryBoundary>
    </>
  )
}

function KnownCluster({ name, platform }: { name: string; platform: Configz }) {
  const { t } = useT()
  const scope = useMemo(() => clusterScope(name, platform), [name, platform])
  // Who may not see the list is left to what the server says of the cluster itself.
  const clusters = useQuery({ ...clusterQueries.list(), enabled: scope?.prefixed === true })
  const members = clusters.data?.items ?? null
  const member = members?.find((cluster) => cluster.metadata.name === name)
  const here = useMemo(() => scope && { scope, modules: clusterModules(platform, member) }, [scope, platform, member])
  const isUnknown = scope?.prefixed === true && members !== null && member === undefined
  if (here === null || isUnknown) return <NotFound what={t('notFound.cluster', { name })} to={links.clusters()} />
  return (
    <ClusterContext value={here}>
      <Outlet />
    </ClusterContext>
  )
}
