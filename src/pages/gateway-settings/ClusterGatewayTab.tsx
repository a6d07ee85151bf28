import { GatewayOutlined } from '@ant-design/icons'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { isLegacy, type GatewayRef } from '@/domain/gateway'
import { useCluster } from '@/gateway/ClusterContext'
import {
  DisableGatewayDialog,
  EditGatewayDialog,
  EnableGatewayDialog,
  preloadDialogs,
  UpgradeGatewayDialog,
} from '@/gateway/lazy-dialogs'
import { useDenials } from '@/gateway/use-access'
import { useGateway } from '@/gateway/use-gateway'
import { links } from '@/lib/links'
import { loadTexts, useT } from '@/lib/i18n/t'
import { ActionButton } from '@/ui/ActionButton'
import { EmptyState } from '@/ui/EmptyState'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { GatewayCard, GatewayCardWaiting } from './GatewayCard'

// It appears beside the gateway when there is something to say, so it need not come with the first view.
const BothKindsNotice = lazy(async () => {
  const [module] = await Promise.all([import('./BothKindsNotice'), loadTexts('projects'), loadTexts('dialogs')])
  return { default: module.BothKindsNotice }
})

/** The gateway that all projects share: what it is, or how to get one. */
export function ClusterGatewayTab() {
  const { t } = useT()
  const { scope } = useCluster()
  const ref: GatewayRef = { cluster: scope, project: null }
  const view = useGateway(ref)
  // Kept above what they change: a dialog outlives the empty state or the card, tells the outcome and keeps what is typed.
  const [open, setOpen] = useState<'enable' | 'edit' | 'upgrade' | 'disable' | null>(null)
  const close = () => setOpen(null)
  const isLegacyGateway = view.gateway ? isLegacy(view.gateway) : false
  return (
    <>
      <title>{t('title.page', { page: t('settings.cluster') })}</title>
      <Suspense>
        {view.gateway && (
          <BothKindsNotice
            cluster={scope}
            hasClusterGateway
            link={<Link to={links.gateways(scope.name, 'project')}>{t('settings.seeProjects')}</Link>}
          />
        )}
      </Suspense>
      <QueryBoundary query={view.gateways} failed={t('gateway.loadFailed')} waiting={<GatewayCardWaiting />}>
        {() =>
          view.gateway ? (
            <GatewayCard gatewayRef={ref} gateway={view.gateway} view={view} onChoose={setOpen} />
          ) : (
            <NotEnabled gatewayRef={ref} onEnable={() => setOpen('enable')} />
          )
        }
      </QueryBoundary>
      <Suspense>
        {open === 'enable' && <EnableGatewayDialog gatewayRef={ref} onDone={close} />}
        {open === 'edit' && <EditGatewayDialog gatewayRef={ref} onDone={close} />}
        {open === 'upgrade' && <UpgradeGatewayDialog gatewayRef={ref} onDone={close} />}
        {open === 'disable' && <DisableGatewayDialog gatewayRef={ref} isLegacy={isLegacyGateway} onDone={close} />}
      </Suspense>
    </>
  )
}

function NotEnabled({ gatewayRef, onEnable }: { gatewayRef: GatewayRef; onEnable: () => void }) {
  const { t } = useT()
  const denials = useDenials(gatewayRef)
  return (
    <Panel label={t('settings.cluster')}>
      <EmptyState
        icon={<GatewayOutlined />}
        title={t('empty.title')}
        action={
          <span onPointerEnter={preloadDialogs}>
            <ActionButton type="primary" size="large" reason={denials.enable} onClick={onEnable}>
              {t('enable.action')}
            </ActionButton>
          </span>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </Panel>
  )
}
