import { NavLink, Outlet } from 'react-router'
import { useCluster } from '@/gateway/ClusterContext'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { PageHeader } from '@/ui/PageHeader'
import { TabLinks } from '@/ui/TabLinks'

/** Gateway Settings: what all projects share, and what single projects have of their own. */
export function GatewaySettingsPage() {
  const { t } = useT()
  const { scope } = useCluster()
  return (
    <>
      <PageHeader title={t('settings.title')} lead={t('settings.lead')} />
      <TabLinks label={t('settings.tabs')}>
        <NavLink to={links.gateways(scope.name, 'cluster')}>{t('settings.cluster')}</NavLink>
        <NavLink to={links.gateways(scope.name, 'project')}>{t('settings.project')}</NavLink>
      </TabLinks>
      <Outlet />
    </>
  )
}
