import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { gatewayQueries } from '@/api/gateways'
import { projectOf, type GatewayRef } from '@/domain/gateway'
import { formatList } from '@/lib/format'
import { links } from '@/lib/links'
import { languageTag, useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'

/** Project names that fit into a sentence; the rest is counted. */
const NAMED = 5

/** Warns while the cluster gateway and gateways of projects exist side by side, and says which projects. */
export function BothKindsNotice({
  gatewayRef,
  hasClusterGateway,
}: {
  gatewayRef: GatewayRef
  hasClusterGateway: boolean
}) {
  const { t, language } = useT()
  const { cluster } = gatewayRef
  const page = useQuery(gatewayQueries.page(cluster, { page: 1, limit: NAMED + 1, sortBy: 'name', ascending: 'true' }))
  if (!hasClusterGateway || page.data === undefined) return null
  const projects = (page.data.items ?? []).map(projectOf).filter((project) => project !== null)
  const total = page.data.totalItems - 1 // the cluster gateway is in this list too (recording d11)
  if (total <= 0 || projects.length === 0) return null
  const named = projects.slice(0, NAMED)
  const rest = total - named.length
  const names = formatList(
    [...named, ...(rest > 0 ? [t('bothKinds.more', { count: rest })] : [])],
    languageTag(language),
  )
  return (
    <Notice tone="warning" title={t('bothKinds.title')}>
      {t('bothKinds.text', { projects: names })}{' '}
      <Link to={links.gateways(cluster.name, 'project')}>{t('bothKinds.link')}</Link>
    </Notice>
  )
}
