import type { ClusterScope } from '@/domain/cluster'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import { OtherProjects } from './OtherProjects'
import { useProjectsInWords } from './use-other-kind'

/** Said before a cluster gateway is enabled beside gateways of projects. */
export function OtherKindWarning({ cluster }: { cluster: ClusterScope }) {
  const { t } = useT()
  const projects = useProjectsInWords(cluster)
  if (projects === null) return null
  return (
    <Notice tone="warning" title={t('otherKind.title', { count: projects.total })}>
      <p>{t('otherKind.text', { projects: projects.words })}</p>
      <OtherProjects cluster={cluster} total={projects.total} />
    </Notice>
  )
}
