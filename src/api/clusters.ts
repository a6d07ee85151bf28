import { queryOptions } from '@tanstack/react-query'
import { ClusterPage } from '@/wire/session'
import { request } from './http'
import { paths } from './paths'

const listClusters = () =>
  request('GET', paths.clusters, { schema: ClusterPage, query: { limit: -1, sortBy: 'name', ascending: 'true' } })

export const clusterQueries = {
  /** The members of a multi-cluster platform; empty on a single-cluster install (recording a41). */
  list: () => queryOptions({ queryKey: ['clusters'], queryFn: listClusters, staleTime: 60_000 }),
}
