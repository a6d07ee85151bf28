import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Outlet, useParams } from 'react-router'
import type { Configz } from '@/wire/session'
import { sessionQueries } from '@/api/session'
import { clusterScope } from '@/domain/cluster'
import { ClusterContext } from '@/gateway/ClusterContext'
import { useT } from '@/lib/i18n/t'
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
        {(modules) => <KnownCluster name={cluster} modules={modules} />}
      </QueryBoundary>
    </>
  )
}

function KnownCluster({ name, modules }: { name: string; modules: Configz }) {
  const { t } = useT()
  const here = useMemo(() => {
    const scope = clusterScope(name, modules)
    return scope && { scope, modules }
  }, [name, modules])
  if (here === null) return <NotFound what={t('notFound.cluster', { name })} />
  return (
    <ClusterContext value={here}>
      <Outlet />
    </ClusterContext>
  )
}
