import { DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { controllerImage, controllerVersion } from '@/domain/controller-options'
import { creatorOf, isLegacy } from '@/domain/gateway'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { GatewayAddress } from '@/gateway/GatewayAddress'
import { GatewayStatus } from '@/gateway/GatewayStatus'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useActionReasons } from '@/gateway/use-action-reasons'
import { useT } from '@/lib/i18n/t'
import { links, type GatewayKind } from '@/lib/links'
import { ActionButton } from '@/ui/ActionButton'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { Fact, Facts } from '@/ui/Facts'
import { MenuButton } from '@/ui/MenuButton'
import { Moment } from '@/ui/Moment'
import { PageHeader } from '@/ui/PageHeader'
import { Panel } from '@/ui/Panel'
import { Bar, Waiting } from '@/ui/Skeleton'
import styles from './DetailsHeader.module.css'
import { useCopyGateway } from './use-copy-gateway'

interface DetailsHeaderProps {
  kind: GatewayKind
  onChoose: (action: 'disable' | 'upgrade') => void
}

/** What the gateway is called, how it is, where it can be reached, and what can be done with it. */
export function DetailsHeader({ kind, onChoose }: DetailsHeaderProps) {
  const { t } = useT()
  const { ref, gateway, view, edit } = useGatewayHere()
  const reasons = useActionReasons(ref, gateway)
  const copy = useCopyGateway(ref, isLegacy(gateway))
  const { cluster, project } = ref
  const more = [
    {
      items: [
        {
          label: t('details.copyYaml'),
          reason: isLegacy(gateway) ? t('details.noYaml') : null,
          onChoose: () => void copy.yaml(),
        },
        { label: t('details.copyKubectl'), onChoose: () => void copy.kubectl() },
      ],
    },
    {
      items: [
        ...(isLegacy(gateway)
          ? [{ label: t('manage.upgrade'), reason: reasons.upgrade, onChoose: () => onChoose('upgrade') }]
          : []),
        {
          label: t('manage.disable'),
          danger: true,
          reason: reasons.disable,
          onChoose: () => onChoose('disable'),
        },
      ],
    },
  ]
  const chart = view.deployment?.metadata.labels?.['helm.sh/chart']
  const release = gateway.status?.deployedRelease?.name
  return (
    <>
      <Breadcrumb label={t('details.breadcrumb')}>
        {[
          <Link key="settings" to={links.gateways(cluster.name)}>
            {t('settings.title')}
          </Link>,
          <Link key="tab" to={links.gateways(cluster.name, kind)}>
            {kind === 'cluster' ? t('settings.cluster') : t('settings.project')}
          </Link>,
        ]}
      </Breadcrumb>
      <PageHeader
        title={gateway.metadata.name}
        extra={
          <span className={styles['actions']} onPointerEnter={preloadDialogs} onFocus={preloadDialogs}>
            <ActionButton reason={reasons.edit} onClick={() => edit()}>
              {t('details.edit')}
            </ActionButton>
            <MenuButton label={t('details.more')} groups={more} align="end">
              {(trigger) => (
                <Button {...trigger}>
                  {t('details.more')} <DownOutlined aria-hidden />
                </Button>
              )}
            </MenuButton>
          </span>
        }
      />
      <Panel label={gateway.metadata.name}>
        <div className={styles['lead']}>
          <Facts columns={2}>
            <Fact label={t('fact.address')}>
              {view.exposure ? <GatewayAddress exposure={view.exposure} why={view.pendingWhy} /> : <Bar />}
            </Fact>
            <Fact label={t('fact.status')}>{view.state ? <GatewayStatus state={view.state} /> : <Bar />}</Fact>
          </Facts>
        </div>
        <Facts columns={4}>
          <Fact label={t('fact.kind')}>
            {isLegacy(gateway)
              ? t('fact.kindLegacy')
              : kind === 'cluster'
                ? t('fact.kindCluster')
                : t('details.kindProject')}
          </Fact>
          <Fact label={t('details.cluster')}>{cluster.name}</Fact>
          <Fact label={t('details.project')}>{project ?? t('details.allProjects')}</Fact>
          <Fact label={t('fact.creator')}>{creatorOf(gateway) ?? t('fact.unknown')}</Fact>
          <Fact label={t('fact.created')}>
            {gateway.metadata.creationTimestamp ? (
              <Moment at={gateway.metadata.creationTimestamp} />
            ) : (
              t('fact.unknown')
            )}
          </Fact>
          <Fact label={t('details.version')}>
            {controllerVersion(controllerImage(view.deployment)) ?? t('fact.unknown')}
          </Fact>
          {release && <Fact label={t('details.release')}>{[release, chart].filter(Boolean).join(' · ')}</Fact>}
        </Facts>
      </Panel>
    </>
  )
}

/** The header's shape while it is being loaded. */
export function DetailsHeaderWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('gateway.loading')}>
      <Breadcrumb label={t('details.breadcrumb')}>{[<Bar key="back" width="24ch" />]}</Breadcrumb>
      <PageHeader title={<Bar width="30ch" />} />
      <Panel>
        <div className={styles['lead']}>
          <Facts columns={2}>
            <Fact label={t('fact.address')}>
              <Bar />
            </Fact>
            <Fact label={t('fact.status')}>
              <Bar />
            </Fact>
          </Facts>
        </div>
        <Facts columns={4}>
          {(['fact.kind', 'details.cluster', 'details.project', 'fact.creator', 'fact.created'] as const).map((key) => (
            <Fact key={key} label={t(key)}>
              <Bar />
            </Fact>
          ))}
        </Facts>
      </Panel>
    </Waiting>
  )
}
