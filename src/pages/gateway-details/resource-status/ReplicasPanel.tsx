import { LoadingOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Event } from '@/wire/k8s'
import type { Deployment, Node, Pod } from '@/wire/workload'
import { scaleGateway } from '@/api/gateway-changes'
import type { WatchState } from '@/api/watch'
import { wantedReplicas } from '@/domain/gateway'
import { MAX_REPLICAS } from '@/domain/gateway-form'
import { isSchedulable } from '@/domain/node'
import { obstacles } from '@/domain/stall'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { replicasText } from '@/gateway/replicas-text'
import { useActionReasons } from '@/gateway/use-action-reasons'
import { useChange } from '@/gateway/use-change'
import { isConflict } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { useNow } from '@/lib/use-now'
import { ActionButton } from '@/ui/ActionButton'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Panel } from '@/ui/Panel'
import { toast } from '@/ui/Toasts'
import { LiveMark } from './LiveMark'
import styles from './ReplicasPanel.module.css'
import { ScaleReview, useReplicasCheck } from './ScaleReview'

// It shows YAML, which looking at replicas does not need.
const ScaleToZeroDialog = lazy(async () => ({ default: (await import('./ScaleToZeroDialog')).ScaleToZeroDialog }))

interface ReplicasPanelProps {
  deployment: Deployment | null
  pods: readonly Pod[]
  events: readonly Event[]
  /** Null while they are not known. */
  nodes: readonly Node[] | null
  watch: WatchState
  pollingSeconds: number
}

/** How many pods there are and should be; a new number is sent when it is applied, not before. */
export function ReplicasPanel({ deployment, pods, events, nodes, watch, pollingSeconds }: ReplicasPanelProps) {
  const { t } = useT()
  const { ref, gateway } = useGatewayHere()
  const reason = useActionReasons(ref, gateway).edit
  const wanted = wantedReplicas(gateway)
  const [draft, setDraft] = useState<number | null | undefined>()
  const [isAsking, setAsking] = useState(false)
  const { name } = gateway.metadata
  const scale = useChange(scaleGateway(ref), (count) => toast('success', t('scale.sent', { name, count })))

  const shown = draft === undefined ? wanted : draft
  const problem =
    shown === null || !Number.isInteger(shown) || shown < 0
      ? t('replicas.problem.not-a-count')
      : shown > MAX_REPLICAS
        ? t('replicas.problem.too-many')
        : null
  const isChanged = shown !== wanted
  const isOpen = isChanged && problem === null && reason === null && !scale.isPending
  const check = useReplicasCheck(isOpen ? shown : null)
  const wrong = problem ?? check.refusal
  const send = (replicas: number) =>
    scale.mutate(replicas, {
      onSuccess: () => setDraft((now) => (now === replicas ? undefined : now)),
    })
  const apply = () => {
    // While a number is on its way, the gateway's own may be the one to go back to.
    if (shown === null || wrong !== null || !(isChanged || scale.isPending)) return
    if (shown === 0) setAsking(true)
    else send(shown)
  }
  const step = (by: number) => setDraft(Math.min(MAX_REPLICAS, Math.max(0, (shown ?? wanted) + by)))

  return (
    <Panel title={t('scale.title')} extra={<LiveMark watch={watch} pollingSeconds={pollingSeconds} />}>
      <div className={styles['panel']}>
        <Progress deployment={deployment} wanted={wanted} />
        <div className={styles['controls']}>
          <ActionButton
            reason={reason}
            icon={<MinusOutlined aria-hidden />}
            aria-label={t('scale.less')}
            onClick={() => step(-1)}
          />
          <InputNumber
            aria-label={t('scale.wanted')}
            aria-invalid={wrong !== null}
            className={styles['number'] ?? ''}
            value={shown}
            controls={false}
            disabled={reason !== null}
            {...(wrong === null ? {} : { status: 'error' as const })}
            onChange={setDraft}
            onPressEnter={apply}
          />
          <ActionButton
            reason={reason}
            icon={<PlusOutlined aria-hidden />}
            aria-label={t('scale.more')}
            onClick={() => step(1)}
          />
          {reason === null ? (
            <Button
              type="primary"
              disabled={!isChanged || wrong !== null}
              // Not `loading`, which drops clicks: a second number may follow the first at once.
              {...(scale.isPending && { icon: <LoadingOutlined aria-label={t('scale.sending')} /> })}
              onClick={apply}
            >
              {t('scale.apply')}
            </Button>
          ) : (
            <ActionButton reason={reason} onClick={apply}>
              {t('scale.apply')}
            </ActionButton>
          )}
          {isChanged && !scale.isPending && <Button onClick={() => setDraft(undefined)}>{t('scale.reset')}</Button>}
        </div>
        {wrong !== null && (
          <p role="alert" className={styles['problem']}>
            {wrong}
          </p>
        )}
        {isOpen && shown !== null && <ScaleReview replicas={shown} check={check} />}
        {problem === null && shown !== null && <Hints replicas={shown} isChanged={isChanged} nodes={nodes} />}
        {scale.error && (
          <FailureNotice
            error={scale.error}
            title={isConflict(scale.error) ? t('scale.conflict') : t('scale.failed')}
          />
        )}
        <Obstacles deployment={deployment} pods={pods} events={events} />
      </div>
      {isAsking && (
        <Suspense fallback={null}>
          <ScaleToZeroDialog
            name={name}
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false)
              send(0)
            }}
          />
        </Suspense>
      )}
    </Panel>
  )
}

function Progress({ deployment, wanted }: { deployment: Deployment | null; wanted: number }) {
  const { t } = useT()
  const status = deployment?.status
  const ready = status?.readyReplicas ?? 0
  const updated = status?.updatedReplicas ?? 0
  const surplus = wanted < 0 ? 0 : Math.max(0, (status?.replicas ?? 0) - wanted)
  return (
    <div className={styles['progress']}>
      <output className={styles['count']}>{replicasText(deployment, wanted, t)}</output>
      {deployment !== null && wanted > 0 && (
        <progress className={styles['bar']} value={Math.min(ready, wanted)} max={wanted} aria-hidden />
      )}
      {deployment !== null && updated < wanted && (
        <p className={styles['note']}>{t('scale.updated', { updated, wanted })}</p>
      )}
      {surplus > 0 && <p className={styles['note']}>{t('scale.surplus', { count: surplus })}</p>}
    </div>
  )
}

/** What the number means before it is applied. */
function Hints({
  replicas,
  isChanged,
  nodes,
}: {
  replicas: number
  isChanged: boolean
  nodes: readonly Node[] | null
}) {
  const { t } = useT()
  const takers = nodes?.filter(isSchedulable).length
  if (replicas === 0) return <Notice tone="warning" title={isChanged ? t('scale.zeroText') : t('scale.zeroNow')} />
  if (replicas === 1) return <p className={styles['note']}>{t('scale.one')}</p>
  if (takers !== undefined && replicas > takers)
    return <p className={styles['note']}>{t('scale.nodes', { count: takers })}</p>
  return null
}

/** Why a rollout does not get on. */
function Obstacles({ deployment, pods, events }: Pick<ReplicasPanelProps, 'deployment' | 'pods' | 'events'>) {
  const { t } = useT()
  const found = obstacles(deployment, pods, events, useNow())
  if (found.length === 0) return null
  return (
    <Notice tone="error" title={t('scale.stalled')}>
      <ul>
        {found.map((obstacle) => (
          <li key={obstacle.name}>
            {obstacle.name}: <strong>{obstacle.reason}</strong>
            {obstacle.message !== null && ` – ${obstacle.message}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
