import { Link, useParams } from 'react-router'
import type { Pod } from '@/wire/workload'
import { gatewayName } from '@/domain/gateway'
import { containerWord } from '@/domain/pod'
import { probeTarget } from '@/domain/probe'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { links } from '@/lib/links'
import { Fact, Facts } from '@/ui/Facts'
import { Moment } from '@/ui/Moment'
import styles from './PodContainers.module.css'

type Container = Pod['spec']['containers'][number]
type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]
type State = ContainerStatus['state']

/** The containers of a pod: what they are made of, how they are looked at, what they do and did. */
export function PodContainers({ pod }: { pod: Pod }) {
  const { t } = useT()
  const { ref } = useGatewayHere()
  const { kind } = useParams()
  return (
    <div className={styles['containers']}>
      {pod.spec.containers.map((container) => {
        const status = pod.status?.containerStatuses?.find((each) => each.name === container.name)
        return (
          <section key={container.name} aria-label={container.name}>
            <h3 className={styles['name']}>
              {container.name}
              <Link
                to={links.podLog(
                  ref.cluster.name,
                  kind === 'project' ? 'project' : 'cluster',
                  gatewayName(ref),
                  pod.metadata.name,
                )}
              >
                {t('pods.log')}
              </Link>
            </h3>
            <Facts columns={2}>
              <Fact label={t('container.image')}>{container.image ?? '–'}</Fact>
              <Fact label={t('container.state')}>
                <StateText state={status?.state} />
              </Fact>
              <Fact label={t('container.readiness')}>
                <ProbeText probe={container.readinessProbe} />
              </Fact>
              <Fact label={t('container.liveness')}>
                <ProbeText probe={container.livenessProbe} />
              </Fact>
              <Fact label={t('container.last')}>
                <StateText state={status?.lastState} />
              </Fact>
            </Facts>
          </section>
        )
      })}
    </div>
  )
}

function StateText({ state }: { state: State }) {
  const { t } = useT()
  const ended = state?.terminated
  const since = state?.running?.startedAt ?? ended?.finishedAt
  if (!state?.waiting && !state?.running && !ended) return <span>{t('container.noProbe')}</span>
  return (
    <span>
      {containerWord(state)}
      {ended?.exitCode !== undefined && `, ${t('container.exit', { code: ended.exitCode })}`}
      {since && (
        <>
          {' · '}
          <Moment at={since} />
        </>
      )}
      {(state?.waiting?.message ?? ended?.message) && (
        <span className={styles['message']}>{state?.waiting?.message ?? ended?.message}</span>
      )}
    </span>
  )
}

function ProbeText({ probe }: { probe: Container['readinessProbe'] }) {
  const { t } = useT()
  if (!probe) return <span>{t('container.noProbe')}</span>
  return (
    <span>
      {t('container.probe', {
        what: probeTarget(probe),
        period: probe.periodSeconds ?? 10,
        timeout: probe.timeoutSeconds ?? 1,
        failures: probe.failureThreshold ?? 3,
      })}
    </span>
  )
}
