import { Modal } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import { enableGateway, saveGateway } from '@/api/gateway-changes'
import { gatewayQueries } from '@/api/gateways'
import { workloadQueries } from '@/api/workloads'
import { controllerImage, controllerVersion } from '@/domain/controller-options'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import {
  applyForm,
  changedParts,
  emptyForm,
  formFromGateway,
  formProblems,
  hasProblems,
  newGateway,
  withOption,
  type GatewayForm,
} from '@/domain/gateway-form'
import { mergeForm, type MergedForm } from '@/domain/gateway-merge'
import { isConflict, type ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Bar, Waiting } from '@/ui/Skeleton'
import { toast } from '@/ui/Toasts'
import { useCluster } from './ClusterContext'
import { ConflictNotice } from './ConflictNotice'
import { DiscardDialog } from './DiscardDialog'
import { GatewayFormFields } from './GatewayFormFields'
import { useUserName } from './use-session'

interface GatewayDialogProps {
  gatewayRef: GatewayRef
  onDone: () => void
}

/** Enables a gateway. */
export function EnableGatewayDialog({ gatewayRef, onDone }: GatewayDialogProps) {
  const { t } = useT()
  const user = useUserName()
  const enable = useMutation(enableGateway(gatewayRef))
  const name = gatewayName(gatewayRef)
  const submit = (form: GatewayForm) =>
    enable.mutate(newGateway(gatewayRef.project, form, user), {
      onSuccess: () => {
        toast('success', t('enable.done', { name }), t('enable.doneDetail'))
        onDone()
      },
    })
  return (
    <FormDialog
      title={t('enable.title')}
      start={emptyForm()}
      version={null}
      busy={enable.isPending}
      error={enable.error}
      onSubmit={submit}
      onClose={onDone}
    />
  )
}

/** Loads the newest object, then edits it. */
export function EditGatewayDialog({ gatewayRef, option, onDone }: GatewayDialogProps & { option?: string }) {
  const { t } = useT()
  const editable = useQuery({ ...gatewayQueries.editable(gatewayRef), refetchOnWindowFocus: false })
  if (editable.data)
    return <LoadedEditDialog gatewayRef={gatewayRef} loaded={editable.data} option={option} onDone={onDone} />
  return (
    <Modal open title={t('edit.title', { name: gatewayName(gatewayRef) })} footer={null} onCancel={onDone} width={720}>
      {editable.error ? (
        <FailureNotice
          error={editable.error}
          title={t('edit.loadFailed')}
          onRetry={() => void editable.refetch()}
          retrying={editable.isFetching}
        />
      ) : (
        <Waiting label={t('edit.loading')}>
          <Bar width="100%" />
        </Waiting>
      )}
    </Modal>
  )
}

/** Edits one version of an object; a conflict brings the newest one in without losing what was typed. */
function LoadedEditDialog({
  gatewayRef,
  loaded,
  option,
  onDone,
}: GatewayDialogProps & { loaded: Gateway; option: string | undefined }) {
  const { t } = useT()
  const client = useQueryClient()
  const [base, setBase] = useState(loaded)
  const [merged, setMerged] = useState<MergedForm | null>(null)
  const save = useMutation(saveGateway(gatewayRef))
  const deployment = useQuery(workloadQueries.deployment(gatewayRef))
  const name = gatewayName(gatewayRef)

  const takeTheirs = async (form: GatewayForm) => {
    const theirs = await client.query({ ...gatewayQueries.editable(gatewayRef), staleTime: 0 })
    setMerged(mergeForm(base, form, theirs))
    setBase(theirs)
  }

  const submit = (form: GatewayForm) => {
    const next = applyForm(base, form)
    if (next === base) {
      toast('info', t('edit.unchanged', { name }))
      onDone()
      return
    }
    setMerged(null)
    save.mutate(
      { base, next },
      {
        onSuccess: () => {
          toast('success', t('edit.done', { name }), t('edit.doneDetail'))
          onDone()
        },
        onError: (error) => {
          if (isConflict(error)) void takeTheirs(form).catch(() => undefined) // the conflict itself stays on screen
        },
      },
    )
  }

  return (
    <FormDialog
      title={t('edit.title', { name })}
      start={formFromGateway(base)}
      version={controllerVersion(controllerImage(deployment.data ?? null))}
      option={option}
      replacement={merged?.form}
      notice={merged && <ConflictNotice merged={merged} />}
      busy={save.isPending}
      error={merged ? null : save.error}
      onSubmit={submit}
      onClose={onDone}
    />
  )
}

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
  notice?: React.ReactNode
  busy: boolean
  error: ApiError | null
  onSubmit: (form: GatewayForm) => void
  onClose: () => void
}

/** The form in its dialog: it owns what is typed, shows what is wrong with it, and asks before losing it. */
function FormDialog({
  title,
  start,
  version,
  option,
  replacement,
  notice,
  busy,
  error,
  onSubmit,
  onClose,
}: FormDialogProps) {
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
  const isDirty = changedParts(start, typed).length > 0 || unreadable !== null

  // After a refused OK, focus goes to the first field that is wrong.
  useEffect(() => {
    if (attempts > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])

  const submit = () => {
    if (hasProblems(problems) || unreadable !== null) setAttempts(attempts + 1)
    else onSubmit(typed)
  }
  return (
    <>
      <Modal
        open
        centered
        width={720}
        title={title}
        okText={t('action.ok')}
        cancelText={t('action.cancel')}
        confirmLoading={busy}
        mask={{ closable: false }}
        onOk={submit}
        onCancel={() => (isDirty && !busy ? setLeaving(true) : onClose())}
        styles={{ body: { maxHeight: 'calc(100dvh - 200px)', overflowY: 'auto', paddingInlineEnd: 4 } }}
      >
        <div ref={body}>
          {notice}
          {error && <FailureNotice error={error} title={t('form.notSaved')} />}
          {attempts > 0 && (hasProblems(problems) || unreadable !== null) && (
            <Notice tone="error" title={t('form.hasProblems')} />
          )}
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
      </Modal>
      {isLeaving && <DiscardDialog onKeep={() => setLeaving(false)} onDiscard={onClose} />}
    </>
  )
}
