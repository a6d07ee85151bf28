import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { Gateway, GatewayPage } from '@/wire/gateway'
import type { ClusterScope } from '@/domain/cluster'
import type { GatewayRef } from '@/domain/gateway'
import type { ProjectPageQuery } from '@/domain/project-page'
import { runFew } from '@/lib/run-few'
import { allPages } from './all-pages'
import { noteWrite, postGateway, removeGateway } from './gateway-changes'
import { gatewayQueries, listGateways } from './gateways'

/** The answers that make up a page of project gateways, see `projectGatewayQueries.page`. */
export interface ListedProjectPage {
  readonly asked: ProjectPageQuery
  readonly page: GatewayPage
  readonly following: GatewayPage
  readonly clusterGateway: GatewayPage
}

/** Gateways on a page, where all of them are read. */
const GATEWAYS_AT_ONCE = 100

export const projectGatewayQueries = {
  /**
   * A page of the list and what is needed to leave the cluster gateway out of it: the gateway after the page, and the
   * cluster gateway. All three are asked for side by side, so the page is there in the time of one request. `asked` tells
   * which page it is while another one is on its way.
   */
  page: (cluster: ClusterScope, query: ProjectPageQuery) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'projects', query],
      queryFn: async ({ client }): Promise<ListedProjectPage> => {
        const { page, limit, sortBy, ascending, name } = query
        const order = { sortBy, ascending: ascending ? 'true' : 'false', ...(name && { name }) } as const
        const [own, following, clusterGateway] = await Promise.all([
          listGateways(cluster, { page, limit, ...order }),
          listGateways(cluster, { page: page * limit + 1, limit: 1, ...order }),
          client.query({ ...gatewayQueries.clusterGateway(cluster), staleTime: 0 }),
        ])
        return { asked: query, page: own, following, clusterGateway }
      },
    }),

  /** Every gateway of the cluster, the cluster gateway among them. */
  every: (cluster: ClusterScope) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'every'],
      queryFn: () =>
        allPages(
          (page) => listGateways(cluster, { page, limit: GATEWAYS_AT_ONCE, sortBy: 'name', ascending: 'true' }),
          GATEWAYS_AT_ONCE,
          ({ metadata }) => metadata.name,
        ),
    }),
}

/** Enables the gateway of a project that is chosen in the form. */
export const enableForProject = (cluster: ClusterScope) =>
  mutationOptions({
    meta: { errorShownBy: 'form' },
    mutationFn: ({ project, gateway }: { project: string; gateway: Gateway }) =>
      postGateway({ cluster, project }, gateway),
    onSuccess: (_data, { project }, _result, { client }) => void noteWrite(client, { cluster, project }),
    onSettled: (_data, _error, _variables, _result, { client }) =>
      client.invalidateQueries({ queryKey: gatewayQueries.all(cluster) }),
  })

/** A gateway to be disabled, with how it was made. */
export interface DisableTarget {
  readonly ref: GatewayRef
  readonly isLegacy: boolean
}

/** How many gateways are disabled at the same time. */
const DISABLES_AT_ONCE = 3

interface DisableMany {
  readonly targets: readonly DisableTarget[]
  /** Told before each request, and with its outcome: null, or why it was refused. */
  readonly onStart: (target: DisableTarget) => void
  readonly onResult: (target: DisableTarget, error: Error | null) => void
  /** No further request begins after it. */
  readonly signal: AbortSignal
}

/** Disables several, a few at a time, each by its own request; one that is refused does not stop the others. */
export const disableGateways = (cluster: ClusterScope) =>
  mutationOptions({
    meta: { errorShownBy: 'form' },
    mutationFn: ({ targets, onStart, onResult, signal }: DisableMany, { client }) =>
      runFew(
        targets,
        DISABLES_AT_ONCE,
        async (target) => {
          onStart(target)
          try {
            await removeGateway(target.ref, target.isLegacy)
            noteWrite(client, target.ref)
            onResult(target, null)
          } catch (error) {
            onResult(target, error instanceof Error ? error : new Error(String(error)))
          }
        },
        signal,
      ),
    onSettled: (_data, _error, _variables, _result, { client }) =>
      client.invalidateQueries({ queryKey: gatewayQueries.all(cluster) }),
  })
