import { useT } from '@/lib/i18n/t'
import { useCluster } from '@/gateway/ClusterContext'
import { ProjectGateways } from './ProjectGateways'

/** The gateways of single projects: found, looked at and managed, however many there are. */
export function Component() {
  const { t } = useT()
  const { scope } = useCluster()
  return (
    <>
      <title>{t('title.page', { page: t('settings.project') })}</title>
      {/* What is selected belongs to a cluster. */}
      <ProjectGateways key={scope.name} />
    </>
  )
}
