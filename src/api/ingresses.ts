import { queryOptions } from '@tanstack/react-query'
import { IngressPage } from '@/wire/k8s'
import type { ClusterScope } from '@/domain/cluster'
import type { GatewayRef } from '@/domain/gateway'
import { request } from './http'
import { paths } from './paths'

/** More routes than this are not listed; the total says so. */
export const ROUTE_LIMIT = 100

const listIngresses = ({ cluster, project }: GatewayRef) =>
  request('GET', paths.ingresses(cluster, project), {
    schema: IngressPage,
    query: { page: 1, limit: ROUTE_LIMIT, sortBy: 'name', ascending: 'true' },
  })

const listPage = (cluster: ClusterScope, page: number) =>
  request('GET', paths.ingresses(cluster, null), {
    schema: IngressPage,
    query: { page, limit: ROUTE_LIMIT, sortBy: 'name', ascending: 'true' },
  })

export const ingressQueries = {
  /** A page of the routes of all projects, from 1 up, `ROUTE_LIMIT` on each. */
  page: (cluster: ClusterScope, page: number) =>
    queryOptions({ queryKey: ['ingresses', cluster.name, 'page', page], queryFn: () => listPage(cluster, page) }),

  /** The routes a gateway may serve: of its project, or of all projects for the cluster gateway. */
  servedBy: (ref: GatewayRef) =>
    queryOptions({ queryKey: ['ingresses', ref.cluster.name, 'of', ref.project], queryFn: () => listIngresses(ref) }),
}
