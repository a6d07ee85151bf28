import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { changedParts, formProblems, hasProblems, type GatewayForm } from '@/domain/gateway-form'
import type { RefusedFields } from '@/domain/gateway-refusal'
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
  form: GatewayForm
  onChange: (form: GatewayForm) => void
  /** What counts as unchanged. */
  start: GatewayForm
  /** The controller's version, null when it is not known. */
  version: string | null
  /** The option that gets the focus. */
  option?: string | undefined
  /** What is to be said above the form; it learns why a part of what is typed cannot be read, null when all can. */
  notice?: (unreadable: string | null) => ReactNode
  /** A field before those of the gateway, with whether it is filled in; it learns when OK was tried without it. */
  first?: { readonly field: (isMissed: boolean) => ReactNode; readonly isFilled: boolean }
  /** What the button that ends the form says, when that is not OK. */
  okText?: string
  /** A second step in place of the form, which stays as it is typed behind it. */
  review?: { readonly content: ReactNode; readonly onBack: () => void; readonly onApply: () => void } | null
  /** What the server has against fields of the form, rows by their id, and how often it had something so far. */
  refused?: { readonly fields: RefusedFields; readonly times: number } | null
  /** Another number shows values again that were put into the form from outside. */
  revision?: number
  busy: boolean
  /** What is typed is on its way to be stored, so there is nothing to lose; as `busy` when left out. */
  isSent?: boolean
  error: ApiError | null
  onSubmit: () => void
  onClose: () => void
}

/** The form in its dialog: it shows what is wrong with what is typed, and asks before losing it. */
export function FormDialog(props: FormDialogProps) {
  const { title, form, start, version, option, first, review = null, refused = null, busy, error, onClose } = props
  const { t } = useT()
  const { modules } = useCluster()
  const [attempts, setAttempts] = useState(0)
  const [isLeaving, setLeaving] = useState(false)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const problems = formProblems(form)
  const isDirty = changedParts(start, form).length > 0 || first?.isFilled === true || unreadable !== null
  const isIncomplete = hasProblems(problems) || first?.isFilled === false || unreadable !== null

  // Back, a link or the browser's own ways out ask as Cancel does.
  const hasTyped = isDirty && !(props.isSent ?? busy)
  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) => hasTyped && currentLocation.pathname !== nextLocation.pathname,
  )
  useBeforeUnload(useCallback((event) => hasTyped && event.preventDefault(), [hasTyped]))

  // After a refused OK, by the form or by the server, focus goes to the first field that is wrong.
  const refusals = refused?.times ?? 0
  useEffect(() => {
    if (attempts > 0 || refusals > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts, refusals])

  const submit = () => {
    if (isIncomplete) setAttempts(attempts + 1)
    else props.onSubmit()
  }
  return (
    <>
      <Dialog
        width={720}
        title={title}
        okText={review ? t('review.apply') : (props.okText ?? t('action.ok'))}
        confirmLoading={busy}
        footer={(_, { OkBtn, CancelBtn }) => (
          <>
            <CancelBtn />
            {review && (
              <Button disabled={busy} onClick={review.onBack}>
                {t('review.back')}
              </Button>
            )}
            {/* Two buttons, so that what is pressed for the one is not taken for the other. */}
            <OkBtn key={review ? 'apply' : 'ok'} />
          </>
        )}
        onOk={review ? review.onApply : submit}
        onCancel={() => (hasTyped ? setLeaving(true) : onClose())}
      >
        <div ref={body} className={styles['body']}>
          {props.notice?.(unreadable)}
          {error && <FailureNotice error={error} title={t('form.notSaved')} />}
          {review?.content}
          <div hidden={review !== null} className={styles['form']}>
            {refused && <RefusedNotice refused={refused.fields} />}
            {attempts > 0 && isIncomplete && <Notice tone="error" title={t('form.hasProblems')} />}
            {first?.field(attempts > 0 && !first.isFilled)}
            <GatewayFormFields
              form={form}
              base={start}
              problems={attempts > 0 ? problems : null}
              refused={refused?.fields ?? null}
              hasServiceMesh={modules.servicemesh === true}
              version={version}
              focusedOption={option}
              revision={props.revision ?? 0}
              onUnreadable={setUnreadable}
              onChange={props.onChange}
            />
          </div>
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

/** The server was asked and said no; what it said of a field stands there. */
function RefusedNotice({ refused }: { refused: RefusedFields }) {
  const { t } = useT()
  const { mode, replicas, config, annotations, rest } = refused
  const hasFields = mode !== undefined || replicas !== undefined || config.size + annotations.size > 0
  if (!hasFields && rest.length === 0) return null
  return (
    <Notice tone="error" role="alert" title={t('review.refused')}>
      {hasFields && <p>{t('review.refusedFields')}</p>}
      {rest.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  )
}
