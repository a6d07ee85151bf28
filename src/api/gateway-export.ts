import { mutationOptions } from '@tanstack/react-query'
import type { Gateway } from '@/wire/gateway'
import type { ClusterScope } from '@/domain/cluster'
import { CLUSTER_GATEWAY_NAME, isClusterGateway } from '@/domain/gateway'
import { toRows, type GatewayRow, type KnownDeployments } from '@/domain/gateway-row'
import { projectPage, type ProjectPageQuery } from '@/domain/project-page'
import { ApiError, isForbidden } from '@/lib/api-error'
import { listGateways } from './gateways'
import { listDeployments } from './workload-lists'

/** As many gateways as one request brings. */
const CHUNK = 100

interface Export {
  /** The filter and the order; the page does not matter. */
  readonly query: ProjectPageQuery
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Without the right to read Deployments the rows do without what is ready. */
async function deploymentsOf(
  cluster: ClusterScope,
  gateways: readonly Gateway[],
  signal: AbortSignal,
): Promise<KnownDeployments | null> {
  const names = gateways.map((gateway) => gateway.metadata.name)
  try {
    return { names, pages: await listDeployments(cluster, names, { signal }) }
  } catch (error) {
    if (error instanceof ApiError && isForbidden(error)) return null
    throw error
  }
}

/** Every project gateway that the filter finds, one page after the other; what was read is given up on abort. */
async function readAll(cluster: ClusterScope, { query, signal, onProgress }: Export): Promise<readonly GatewayRow[]> {
  const { sortBy, ascending, name } = query
  const order = { sortBy, ascending: ascending ? 'true' : 'false', ...(name && { name }) } as const
  // The server counts the cluster gateway too, on whichever page it is.
  const shared = listGateways(cluster, { page: 1, limit: 1, names: CLUSTER_GATEWAY_NAME }, { signal })
  // By name, so that one that comes or goes meanwhile costs or doubles at most itself.
  const found = new Map<string, GatewayRow>()
  for (let page = 1; !signal.aborted; page += 1) {
    const [{ items, totalItems }, { items: clusterGateways }] = await Promise.all([
      listGateways(cluster, { page, limit: CHUNK, ...order }, { signal }),
      shared,
    ])
    const own = (items ?? []).filter((gateway) => !isClusterGateway(gateway))
    for (const row of toRows(own, await deploymentsOf(cluster, own, signal))) found.set(row.name, row)
    const listed = { items: [], following: null, clusterGateway: clusterGateways?.[0] ?? null, total: totalItems }
    onProgress(found.size, Math.max(found.size, projectPage(listed, query).total))
    if ((items ?? []).length < CHUNK) break
  }
  return [...found.values()]
}

/** Reads all that a filter finds, for a file. */
export const exportGateways = (cluster: ClusterScope) =>
  mutationOptions({
    meta: { errorShownBy: 'form' },
    mutationFn: (wanted: Export) => readAll(cluster, wanted),
  })
