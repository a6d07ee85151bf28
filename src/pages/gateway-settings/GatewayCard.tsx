import type { Gateway } from '@/wire/gateway'
import {
  creatorOf,
  gatewayPorts,
  hasTracing,
  isLegacy,
  providerOf,
  serviceType,
  wantedReplicas,
  type GatewayRef,
} from '@/domain/gateway'
import { providerName } from '@/domain/lb-providers'
import { GatewayAddress } from '@/gateway/GatewayAddress'
import { GatewayPorts } from '@/gateway/GatewayPorts'
import { GatewayStatus } from '@/gateway/GatewayStatus'
import { replicasText } from '@/gateway/replicas-text'
import type { useGateway } from '@/gateway/use-gateway'
import { useT } from '@/lib/i18n/t'
import { Fact, Facts } from '@/ui/Facts'
import { KeyValueList } from '@/ui/KeyValueList'
import { Moment } from '@/ui/Moment'
import { Panel } from '@/ui/Panel'
import { Bar, Waiting } from '@/ui/Skeleton'
import { ManageMenu } from './ManageMenu'
import styles from './GatewayCard.module.css'

interface GatewayCardProps {
  gatewayRef: GatewayRef
  gateway: Gateway
  view: ReturnType<typeof useGateway>
  onChoose: (action: 'edit' | 'upgrade' | 'disable') => void
}

/** A gateway at a glance: its state and address first, then what it is made of. */
export function GatewayCard({ gatewayRef, gateway, view, onChoose }: GatewayCardProps) {
  const { t } = useT()
  const provider = providerOf(gateway)
  const type = serviceType(gateway)
  const ports = gatewayPorts(gateway)
  const { state, exposure } = view
  const wait = <Bar />
  return (
    <Panel
      title={gateway.metadata.name}
      extra={<ManageMenu gatewayRef={gatewayRef} gateway={gateway} onChoose={onChoose} />}
    >
      <div className={styles['lead']}>
        <Facts columns={2}>
          <Fact label={t('fact.address')}>
            {exposure ? <GatewayAddress exposure={exposure} why={view.pendingWhy} /> : wait}
          </Fact>
          <Fact label={t('fact.status')}>{state ? <GatewayStatus state={state} /> : wait}</Fact>
        </Facts>
      </div>
      <Facts columns={4}>
        <Fact label={t('fact.kind')}>{isLegacy(gateway) ? t('fact.kindLegacy') : t('fact.kindCluster')}</Fact>
        <Fact label={t('fact.mode')}>{type}</Fact>
        {type === 'LoadBalancer' && (
          <Fact label={t('fact.provider')}>{provider === null ? t('provider.none') : providerName(provider)}</Fact>
        )}
        <Fact label={type === 'NodePort' ? t('fact.nodePorts') : t('fact.ports')}>
          <GatewayPorts ports={ports} type={type} />
        </Fact>
        <Fact label={t('fact.replicas')}>{replicasText(view.deployment, wantedReplicas(gateway), t)}</Fact>
        <Fact label={t('tracing.label')}>{hasTracing(gateway) ? t('state.on') : t('state.off')}</Fact>
        <Fact label={t('fact.creator')}>{creatorOf(gateway) ?? t('fact.unknown')}</Fact>
        <Fact label={t('fact.created')}>
          {gateway.metadata.creationTimestamp ? <Moment at={gateway.metadata.creationTimestamp} /> : t('fact.unknown')}
        </Fact>
        <Fact label={t('annotations.label')} wide>
          <KeyValueList map={gateway.spec.service?.annotations} empty={t('fact.noAnnotations')} />
        </Fact>
      </Facts>
    </Panel>
  )
}

/** The card's shape while it is being loaded. */
export function GatewayCardWaiting() {
  const { t } = useT()
  return (
    <Waiting label={t('gateway.loading')}>
      <Panel title={<Bar width="30ch" />}>
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
          {(
            [
              'fact.kind',
              'fact.mode',
              'fact.ports',
              'fact.replicas',
              'tracing.label',
              'fact.creator',
              'fact.created',
            ] as const
          ).map((key) => (
            <Fact key={key} label={t(key)}>
              <Bar />
            </Fact>
          ))}
          <Fact label={t('annotations.label')} wide>
            <Bar />
          </Fact>
        </Facts>
      </Panel>
    </Waiting>
  )
}
