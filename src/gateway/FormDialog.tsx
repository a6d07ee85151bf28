import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { changedParts, formProblems, hasProblems, withOption, type GatewayForm } from '@/domain/gateway-form'
import type { ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { useCluster } from './ClusterContext'
import { DiscardDialog } from './DiscardDialog'
import { GatewayFormFields } from './GatewayFormFields'
import styles from './FormDialog.module.css'

interface FormDialogProps {
  title: string
  /** What counts as unchanged. */
  start: GatewayForm
  /** The controller's version, null when it is not known. */
  version: string | null
  /** The option one came for: a row of its own, with the focus. */
  option?: string | undefined
  /** A form that takes the place of what is typed, after a merge. */
  replacement?: GatewayForm | undefined
  notice?: ReactNode
  /** A field before those of the gateway, with whether it is filled in; it learns when OK was tried without it. */
  first?: { readonly field: (isMissed: boolean) => ReactNode; readonly isFilled: boolean }
  busy: boolean
  error: ApiError | null
  onSubmit: (form: GatewayForm) => void
  onClose: () => void
}

/** The form in its dialog: it owns what is typed, shows what is wrong with it, and asks before losing it. */
export function FormDialog(props: FormDialogProps) {
  const { title, start, version, option, replacement, notice, first, busy, error, onSubmit, onClose } = props
  const { t } = useT()
  const { modules } = useCluster()
  const [typed, setTyped] = useState(() => replacement ?? (option === undefined ? start : withOption(start, option)))
  const [taken, setTaken] = useState(replacement)
  if (replacement !== undefined && replacement !== taken) {
    setTaken(replacement)
    setTyped(replacement)
  }
  const [attempts, setAttempts] = useState(0)
  const [isLeaving, setLeaving] = useState(false)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const problems = formProblems(typed)
  const isDirty = changedParts(start, typed).length > 0 || first?.isFilled === true || unreadable !== null
  const isIncomplete = hasProblems(problems) || first?.isFilled === false || unreadable !== null

  // Back, a link or the browser's own ways out ask as Cancel does.
  const hasTyped = isDirty && !busy
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => hasTyped && currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload(useCallback((event) => hasTyped && event.preventDefault(), [hasTyped]))

  // After a refused OK, focus goes to the first field that is wrong.
  useEffect(() => {
    if (attempts > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])

  const submit = () => {
    if (isIncomplete) setAttempts(attempts + 1)
    else onSubmit(typed)
  }
  return (
    <>
      <Dialog
        width={720}
        title={title}
        okText={t('action.ok')}
        confirmLoading={busy}
        onOk={submit}
        onCancel={() => (hasTyped ? setLeaving(true) : onClose())}
      >
        <div ref={body} className={styles['body']}>
          {notice}
          {error && <FailureNotice error={error} title={t('form.notSaved')} />}
          {attempts > 0 && isIncomplete && <Notice tone="error" title={t('form.hasProblems')} />}
          {first?.field(attempts > 0 && !first.isFilled)}
          <GatewayFormFields
            form={typed}
            base={start}
            problems={attempts > 0 ? problems : null}
            hasServiceMesh={modules.servicemesh === true}
            version={version}
            focusedOption={option}
            onUnreadable={setUnreadable}
            onChange={setTyped}
          />
        </div>
      </Dialog>
      {isLeaving && <DiscardDialog onKeep={() => setLeaving(false)} onDiscard={onClose} />}
      {leaving.state === 'blocked' && (
        <DiscardDialog
          onKeep={() => leaving.reset()}
          onDiscard={() => {
            leaving.proceed()
            onClose()
          }}
        />
      )}
    </>
  )
}
