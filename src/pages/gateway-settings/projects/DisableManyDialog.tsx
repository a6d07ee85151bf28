import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import { disableGateways, type DisableTarget } from '@/api/project-gateways'
import { gatewayName, isLegacy } from '@/domain/gateway'
import { addressableProject } from '@/domain/project-page'
import { useCluster } from '@/gateway/ClusterContext'
import { useChange } from '@/gateway/use-change'
import { NAMED } from '@/gateway/use-other-kind'
import { formatList } from '@/lib/format'
import { languageTag, useT, type Language, type Translate } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { ProgressBar } from '@/ui/ProgressBar'
import { toast } from '@/ui/Toasts'
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
  const { t, language } = useT()
  const { scope } = useCluster()
  const [wanted, setWanted] = useState(gateways)
  const [typed, setTyped] = useState('')
  const [isMistyped, setMistyped] = useState(false)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome> | null>(null)
  const stop = useRef<AbortController>(undefined)
  const body = useRef<HTMLDivElement>(null)
  const isHere = useRef(false)
  const told = useRef<ReadonlyMap<string, Outcome>>(new Map())
  const disable = useChange(disableGateways(scope), () => {
    if (!isHere.current) tellResult(told.current, t, language)
  })
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
      stop.current?.abort()
    }
  }, [])

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
    const show = (next: ReadonlyMap<string, Outcome>) => {
      told.current = next
      setOutcomes(next)
    }
    const tell = (target: DisableTarget, outcome: Outcome) =>
      show(new Map(told.current).set(gatewayName(target.ref), outcome))
    stop.current = new AbortController()
    show(new Map(wanted.map((gateway) => [gateway.metadata.name, { kind: 'waiting' }])))
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
  const phase = isAsking ? 'asking' : disable.isPending ? 'running' : 'over'
  const shownPhase = useRef(phase)
  // The button that was pressed is gone with its phase; the focus stays in the dialog all the same.
  useEffect(() => {
    if (shownPhase.current !== phase) body.current?.focus()
    shownPhase.current = phase
  }, [phase])
  const title = phase !== 'over' ? t('disableMany.title', { count: wanted.length }) : t('disableMany.over')
  return (
    <Dialog
      width={640}
      title={title}
      closable={phase !== 'running'}
      keyboard={phase !== 'running'}
      onCancel={onDone}
      footer={
        isAsking ? (
          <>
            <Button onClick={onDone}>{t('action.cancel')}</Button>
            <Button type="primary" danger disabled={typed === ''} onClick={start}>
              {t('disable.ok')}
            </Button>
          </>
        ) : phase === 'running' ? (
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
      <div ref={body} tabIndex={-1} className={styles['content']}>
        {isAsking && (
          <Notice tone="warning" title={t('disableMany.effect')}>
            {t('disable.effectDetail')}
          </Notice>
        )}
        {phase === 'running' && (
          <ProgressBar
            label={t('disableMany.progress', { done: ended.length, total: wanted.length })}
            done={ended.length}
            total={wanted.length}
          />
        )}
        {phase === 'over' && (
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
    </Dialog>
  )
}

/** For those who have left before the last answer: how many are removed, and which are not. */
function tellResult(outcomes: ReadonlyMap<string, Outcome>, t: Translate, language: Language) {
  const left = [...outcomes].filter(([, outcome]) => outcome.kind !== 'done').map(([name]) => name)
  const title = t('disableMany.left', { done: outcomes.size - left.length, total: outcomes.size })
  if (left.length === 0) return toast('success', title)
  const rest = left.length - NAMED
  const names = [...left.slice(0, NAMED), ...(rest > 0 ? [t('disableMany.more', { count: rest })] : [])]
  return toast('error', title, t('disableMany.leftOut', { names: formatList(names, languageTag(language)) }))
}
