import { queryOptions } from '@tanstack/react-query'
import { NamespacePage } from '@/wire/session'
import type { ClusterScope } from '@/domain/cluster'
import { request } from './http'
import { paths } from './paths'

/** A page of projects by name. */
export interface ProjectsQuery {
  readonly limit: number
  /** Part of the name; '' for all. */
  readonly name: string
}

const query = ({ limit, name }: ProjectsQuery) => ({
  page: 1,
  limit,
  sortBy: 'name',
  ascending: 'true',
  ...(name && { name }),
})
const listOwnProjects = (cluster: ClusterScope, asked: ProjectsQuery) =>
  request('GET', paths.ownProjects(cluster), { schema: NamespacePage, query: query(asked) })

export const projectQueries = {
  /** Projects that the user belongs to; all of them for those who may see all (recordings a45, i08). */
  own: (cluster: ClusterScope, asked: ProjectsQuery) =>
    queryOptions({
      queryKey: ['projects', cluster.name, asked],
      queryFn: () => listOwnProjects(cluster, asked),
    }),
}
