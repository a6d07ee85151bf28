import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { projectGatewayQueries, type ListedProjectPage } from '@/api/project-gateways'
import { workloadListQueries } from '@/api/workload-lists'
import type { ClusterScope } from '@/domain/cluster'
import { toRows, type GatewayRow } from '@/domain/gateway-row'
import { isSettling } from '@/domain/gateway-status'
import { isForbidden } from '@/lib/api-error'
import { projectPage, type ProjectPageQuery } from '@/domain/project-page'

/** How often the visible rows are asked for anew, and how often while one of them is on its way, in seconds. */
const SETTLED = 10
const SETTLING = 2

const shownOf = ({ asked, page, following, clusterGateway }: ListedProjectPage) =>
  projectPage(
    {
      items: page.items ?? [],
      following: following.items?.[0] ?? null,
      clusterGateway: clusterGateway.items?.[0] ?? null,
      total: page.totalItems,
    },
    asked,
  )

const intervalOf = (rows: readonly GatewayRow[]) =>
  rows.some((row) => row.state !== null && isSettling(row.state)) ? SETTLING : SETTLED

/** A page of project gateways with everything that a row shows, kept fresh while the window is seen. */
export function useProjectPage(cluster: ClusterScope, query: ProjectPageQuery) {
  const client = useQueryClient()
  const rowsNow = (data: ListedProjectPage | undefined) => {
    if (data === undefined) return []
    const { gateways } = shownOf(data)
    const names = gateways.map((gateway) => gateway.metadata.name)
    return toRows(gateways, client.getQueryData(workloadListQueries.deploymentsNamed(cluster, names).queryKey))
  }
  const page = useQuery({
    ...projectGatewayQueries.page(cluster, query),
    placeholderData: keepPreviousData,
    // Who may not list them will not be allowed to some seconds later.
    refetchInterval: ({ state }) =>
      state.error && isForbidden(state.error) ? false : intervalOf(rowsNow(state.data)) * 1000,
  })
  const shown = page.data && shownOf(page.data)
  const names = (shown?.gateways ?? []).map((gateway) => gateway.metadata.name)
  const deployments = useQuery({
    ...workloadListQueries.deploymentsNamed(cluster, names),
    enabled: names.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: () => intervalOf(rowsNow(page.data)) * 1000,
  })
  const rows = toRows(shown?.gateways ?? [], deployments.data ?? (deployments.error ? null : undefined))
  return {
    page,
    /** Undefined until the first answer. */
    shown: page.data && {
      rows,
      total: shown?.total ?? 0,
      asked: page.data.asked,
      hasClusterGateway: (page.data.clusterGateway.items?.length ?? 0) > 0,
      /** Seconds between two looks at what is shown. */
      interval: intervalOf(rows),
    },
  }
}
