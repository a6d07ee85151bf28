import { queryOptions } from '@tanstack/react-query'
import { IngressPage, type Ingress } from '@/wire/k8s'
import type { ClusterScope } from '@/domain/cluster'
import type { GatewayRef } from '@/domain/gateway'
import { allPages } from './all-pages'
import { request } from './http'
import { paths } from './paths'

/** Routes on a page. */
export const ROUTE_LIMIT = 100

/** A page of the routes of a project, or of all projects (null). */
const listPage = (cluster: ClusterScope, project: string | null, page: number) =>
  request('GET', paths.ingresses(cluster, project), {
    schema: IngressPage,
    query: { page, limit: ROUTE_LIMIT, sortBy: 'name', ascending: 'true' },
  })

const keyOf = ({ metadata }: Ingress) => `${metadata.namespace ?? ''}/${metadata.name}`

/** The root of all that is known of routes. */
const rootOf = (cluster: ClusterScope) => ['ingresses', cluster.name] as const

export const ingressQueries = {
  all: rootOf,
  /** A page of the routes of all projects, from 1 up, `ROUTE_LIMIT` on each. */
  page: (cluster: ClusterScope, page: number) =>
    queryOptions({ queryKey: [...rootOf(cluster), 'page', page], queryFn: () => listPage(cluster, null, page) }),

  /** The first page of the routes a gateway may serve: of its project, or of all projects for the cluster gateway. */
  servedBy: ({ cluster, project }: GatewayRef) =>
    queryOptions({
      queryKey: [...rootOf(cluster), 'of', project],
      queryFn: () => listPage(cluster, project, 1),
    }),

  /** All of them. */
  allServedBy: ({ cluster, project }: GatewayRef) =>
    queryOptions({
      queryKey: [...rootOf(cluster), 'all of', project],
      queryFn: () => allPages((page) => listPage(cluster, project, page), ROUTE_LIMIT, keyOf),
    }),
}
