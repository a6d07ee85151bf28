import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Gateway } from '@/wire/gateway'
import { enableGateway, saveGateway } from '@/api/gateway-changes'
import { gatewayQueries } from '@/api/gateways'
import { workloadQueries } from '@/api/workloads'
import { controllerImage, controllerVersion } from '@/domain/controller-options'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { applyForm, emptyForm, formFromGateway, newGateway, type GatewayForm } from '@/domain/gateway-form'
import { mergeForm, type MergedForm } from '@/domain/gateway-merge'
import { isConflict } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { FailureNotice } from '@/ui/FailureNotice'
import { Bar, Waiting } from '@/ui/Skeleton'
import { toast } from '@/ui/Toasts'
import { ConflictNotice } from './ConflictNotice'
import { FormDialog } from './FormDialog'
import { OtherKindWarning } from './OtherKindWarning'
import { useChange } from './use-change'
import { useUserName } from './use-session'

interface GatewayDialogProps {
  gatewayRef: GatewayRef
  onDone: () => void
}

/** Enables a gateway. */
export function EnableGatewayDialog({ gatewayRef, onDone }: GatewayDialogProps) {
  const { t } = useT()
  const user = useUserName()
  const name = gatewayName(gatewayRef)
  const enable = useChange(enableGateway(gatewayRef), () =>
    toast('success', t('enable.done', { name }), t('enable.doneDetail')),
  )
  const submit = (form: GatewayForm) => enable.mutate(newGateway(gatewayRef.project, form, user), { onSuccess: onDone })
  return (
    <FormDialog
      title={t('enable.title')}
      start={emptyForm()}
      version={null}
      notice={gatewayRef.project === null && <OtherKindWarning cluster={gatewayRef.cluster} />}
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
    <Dialog title={t('edit.title', { name: gatewayName(gatewayRef) })} footer={null} onCancel={onDone} width={720}>
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
    </Dialog>
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
  const deployment = useQuery(workloadQueries.deployment(gatewayRef))
  const name = gatewayName(gatewayRef)
  const save = useChange(saveGateway(gatewayRef), () =>
    toast('success', t('edit.done', { name }), t('edit.doneDetail')),
  )

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
        onSuccess: onDone,
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
