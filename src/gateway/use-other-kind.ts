import { useQuery } from '@tanstack/react-query'
import { gatewayQueries } from '@/api/gateways'
import type { ClusterScope } from '@/domain/cluster'
import { isClusterGateway, projectOf } from '@/domain/gateway'
import { formatList } from '@/lib/format'
import { languageTag, useT } from '@/lib/i18n/t'

/** Project names that fit into a sentence; the rest is counted. */
export const NAMED = 5

/**
 * The projects that have a gateway of their own, in words: the first names and how many more. Null when there are none,
 * and while that is not known.
 */
export function useProjectsInWords(cluster: ClusterScope): { readonly words: string; readonly total: number } | null {
  const { t, language } = useT()
  // The cluster gateway is in this list too (recording d11), so one more than is named.
  const page = useQuery(gatewayQueries.page(cluster, { page: 1, limit: NAMED + 1, sortBy: 'name', ascending: 'true' }))
  const clusterGateway = useQuery(gatewayQueries.clusterGateway(cluster))
  if (page.data === undefined || clusterGateway.data === undefined) return null
  const own = (page.data.items ?? []).filter((gateway) => !isClusterGateway(gateway)).slice(0, NAMED)
  const total = page.data.totalItems - (clusterGateway.data.items?.length ?? 0)
  if (own.length === 0) return null
  const rest = total - own.length
  const names = [
    ...own.map((gateway) => projectOf(gateway) ?? ''),
    ...(rest > 0 ? [t('bothKinds.more', { count: rest })] : []),
  ]
  return { words: formatList(names, languageTag(language)), total }
}
