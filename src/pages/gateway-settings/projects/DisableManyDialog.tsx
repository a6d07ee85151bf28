import { Button, Input, Modal } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import { disableGateways, type DisableTarget } from '@/api/project-gateways'
import { gatewayName, isLegacy } from '@/domain/gateway'
import { addressableProject } from '@/domain/project-page'
import { useCluster } from '@/gateway/ClusterContext'
import { useT } from '@/lib/i18n/t'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { ProgressBar } from '@/ui/ProgressBar'
import { OutcomeList, type Outcome } from './OutcomeList'
import styles from './DisableManyDialog.module.css'

interface DisableManyDialogProps {
  gateways: readonly Gateway[]
  onDisabled: (names: ReadonlySet<string>) => void
  onDone: () => void
}

/**
 * Disables several gateways: says which, asks for their number (or the name, when it is one), shows how each fares, and
 * ends in a result. Those that were refused can be tried again.
 */
export function DisableManyDialog({ gateways, onDisabled, onDone }: DisableManyDialogProps) {
  const { t } = useT()
  const { scope } = useCluster()
  const [wanted, setWanted] = useState(gateways)
  const [typed, setTyped] = useState('')
  const [isMistyped, setMistyped] = useState(false)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome> | null>(null)
  const stop = useRef<AbortController>(undefined)
  const disable = useMutation(disableGateways(scope))
  useEffect(() => () => stop.current?.abort(), [])

  const only = wanted.length === 1 ? wanted[0]?.metadata.name : undefined
  const answer = only ?? String(wanted.length)
  const done = [...(outcomes ?? [])].filter(([, outcome]) => outcome.kind === 'done')
  const refused = wanted.filter((gateway) => outcomes?.get(gateway.metadata.name)?.kind === 'refused')
  const ended = [...(outcomes?.values() ?? [])].filter(
    (outcome) => outcome.kind === 'done' || outcome.kind === 'refused',
  )

  const start = () => {
    setMistyped(typed.trim() !== answer)
    if (typed.trim() !== answer) return
    const targets = wanted.flatMap((gateway): readonly DisableTarget[] => {
      const project = addressableProject(gateway)
      return project === null ? [] : [{ ref: { cluster: scope, project }, isLegacy: isLegacy(gateway) }]
    })
    const tell = (target: DisableTarget, outcome: Outcome) =>
      setOutcomes((before) => new Map(before).set(gatewayName(target.ref), outcome))
    stop.current = new AbortController()
    setOutcomes(new Map(wanted.map((gateway) => [gateway.metadata.name, { kind: 'waiting' }])))
    disable.mutate({
      targets,
      signal: stop.current.signal,
      onStart: (target) => tell(target, { kind: 'running' }),
      onResult: (target, error) => {
        tell(target, error ? { kind: 'refused', error } : { kind: 'done' })
        if (error === null) onDisabled(new Set([gatewayName(target.ref)]))
      },
    })
  }
  const again = () => {
    setWanted(refused)
    setTyped('')
    setOutcomes(null)
    disable.reset()
  }

  const isAsking = outcomes === null
  const title = isAsking || disable.isPending ? t('disableMany.title', { count: wanted.length }) : t('disableMany.over')
  return (
    <Modal
      open
      centered
      width={640}
      title={title}
      mask={{ closable: false }}
      closable={!disable.isPending}
      keyboard={!disable.isPending}
      onCancel={onDone}
      styles={{ body: { maxHeight: 'calc(100dvh - 200px)', overflowY: 'auto', paddingInlineEnd: 4 } }}
      footer={
        isAsking ? (
          <>
            <Button onClick={onDone}>{t('action.cancel')}</Button>
            <Button type="primary" danger disabled={typed === ''} onClick={start}>
              {t('disable.ok')}
            </Button>
          </>
        ) : disable.isPending ? (
          <Button onClick={() => stop.current?.abort()}>{t('disableMany.stop')}</Button>
        ) : (
          <>
            {refused.length > 0 && <Button onClick={again}>{t('disableMany.again', { count: refused.length })}</Button>}
            <Button type="primary" onClick={onDone}>
              {t('action.close')}
            </Button>
          </>
        )
      }
    >
      <div className={styles['content']}>
        {isAsking && (
          <Notice tone="warning" title={t('disableMany.effect')}>
            {t('disable.effectDetail')}
          </Notice>
        )}
        {disable.isPending && (
          <ProgressBar
            label={t('disableMany.progress', { done: ended.length, total: wanted.length })}
            done={ended.length}
            total={wanted.length}
          />
        )}
        {!isAsking && !disable.isPending && (
          <Notice
            tone={done.length === wanted.length ? 'success' : 'warning'}
            role="alert"
            title={t('disableMany.result', { done: done.length, total: wanted.length })}
          />
        )}
        <OutcomeList gateways={wanted} outcomes={outcomes} />
        {isAsking && (
          <Field
            label={
              only === undefined
                ? t('disableMany.typeCount', { count: wanted.length })
                : t('disable.typeName', { name: only })
            }
            error={isMistyped && typed.trim() !== answer ? t('disableMany.differs', { answer }) : undefined}
          >
            {(ids) => (
              <Input
                {...ids}
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onPressEnter={start}
              />
            )}
          </Field>
        )}
      </div>
    </Modal>
  )
}
