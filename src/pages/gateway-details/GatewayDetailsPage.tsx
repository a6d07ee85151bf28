import { useParams } from 'react-router'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useCluster } from '@/gateway/ClusterContext'
import { GatewayAddress } from '@/gateway/GatewayAddress'
import { GatewayStatus } from '@/gateway/GatewayStatus'
import { useGateway } from '@/gateway/use-gateway'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { Fact, Facts } from '@/ui/Facts'
import { PageHeader } from '@/ui/PageHeader'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { Bar, Waiting } from '@/ui/Skeleton'
import { NotFound } from '../NotFound'

/** One gateway: its name, state and address. */
export function Component() {
  const { t } = useT()
  const { scope } = useCluster()
  const { gatewayName: name = '' } = useParams()
  const ref: GatewayRef = { cluster: scope, project: null }
  const view = useGateway(ref)
  if (name !== gatewayName(ref))
    return <NotFound what={t('notFound.gateway', { name })} to={links.gateways(scope.name)} />
  return (
    <>
      <title>{t('title.page', { page: name })}</title>
      <QueryBoundary
        query={view.gateways}
        failed={t('gateway.loadFailed')}
        waiting={
          <Waiting label={t('gateway.loading')}>
            <PageHeader title={<Bar width="30ch" />} />
          </Waiting>
        }
      >
        {() =>
          view.gateway ? (
            <>
              <PageHeader title={name} />
              <Panel label={name}>
                <Facts columns={2}>
                  <Fact label={t('fact.address')}>
                    {view.exposure ? <GatewayAddress exposure={view.exposure} events={view.events} /> : <Bar />}
                  </Fact>
                  <Fact label={t('fact.status')}>{view.state ? <GatewayStatus state={view.state} /> : <Bar />}</Fact>
                </Facts>
              </Panel>
            </>
          ) : (
            <NotFound what={t('notFound.gateway', { name })} to={links.gateways(scope.name)} />
          )
        }
      </QueryBoundary>
    </>
  )
}
