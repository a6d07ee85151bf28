import { useQuery } from '@tanstack/react-query'
import type { Gateway } from '@/wire/gateway'
import { gatewayQueries } from '@/api/gateways'
import { workloadQueries } from '@/api/workloads'
import { controllerImage, controllerVersion } from '@/domain/controller-options'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { formFromGateway } from '@/domain/gateway-form'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { Bar, Waiting } from '@/ui/Skeleton'
import { ConflictNotice, MovedNotice } from './ConflictNotice'
import { FormDialog } from './FormDialog'
import { ReviewChanges } from './ReviewChanges'
import { useEdit } from './use-edit'

interface EditGatewayDialogProps {
  gatewayRef: GatewayRef
  /** An option one came for: a row of its own, with the focus. */
  option?: string | undefined
  onDone: () => void
}

/** Loads the newest object, then edits it. */
export function EditGatewayDialog({ gatewayRef, option, onDone }: EditGatewayDialogProps) {
  const { t } = useT()
  const editable = useQuery(gatewayQueries.editable(gatewayRef))
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

/** The form, then the review of what it changes; what others change meanwhile is told above both. */
function LoadedEditDialog({ gatewayRef, loaded, option, onDone }: EditGatewayDialogProps & { loaded: Gateway }) {
  const { t } = useT()
  const deployment = useQuery(workloadQueries.deployment(gatewayRef))
  const edit = useEdit(gatewayRef, loaded, option, onDone)
  const { session, asked } = edit
  return (
    <FormDialog
      title={t('edit.title', { name: gatewayName(gatewayRef) })}
      form={session.form}
      onChange={edit.type}
      start={formFromGateway(session.base)}
      version={controllerVersion(controllerImage(deployment.data ?? null))}
      option={option}
      notice={(unreadable) => (
        <>
          {edit.isGone && (
            <Notice tone="error" role="alert" title={t('edit.gone')}>
              {t('edit.goneDetail')}
            </Notice>
          )}
          {edit.moved.length > 0 && (
            <MovedNotice changes={edit.moved} unreadable={unreadable} onTakeIn={edit.takeNewest} />
          )}
          {session.taken !== null && asked === null && (
            <ConflictNotice session={session} isMissed={edit.isMissed} onDecide={edit.decide} />
          )}
        </>
      )}
      okText={t('review.review')}
      review={
        asked && {
          content: (
            <ReviewChanges
              base={asked.base}
              next={asked.next}
              verdict={asked.verdict}
              retrying={edit.isAsking}
              onRetry={edit.ask}
            />
          ),
          onBack: edit.back,
          onApply: edit.apply,
        }
      }
      refused={edit.refused}
      revision={edit.revision}
      busy={edit.isAsking || edit.isSaving}
      isSent={edit.isSaving}
      error={edit.error}
      onSubmit={edit.review}
      onClose={onDone}
    />
  )
}
