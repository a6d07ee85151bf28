import { useState } from 'react'
import { enableGateway } from '@/api/gateway-changes'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { emptyForm, newGateway } from '@/domain/gateway-form'
import { useT } from '@/lib/i18n/t'
import { toast } from '@/ui/Toasts'
import { FormDialog } from './FormDialog'
import { OtherKindWarning } from './OtherKindWarning'
import { useChange } from './use-change'
import { useUserName } from './use-session'

/** Enables a gateway. */
export function EnableGatewayDialog({ gatewayRef, onDone }: { gatewayRef: GatewayRef; onDone: () => void }) {
  const { t } = useT()
  const user = useUserName()
  const name = gatewayName(gatewayRef)
  const [form, setForm] = useState(emptyForm)
  const enable = useChange(enableGateway(gatewayRef), () =>
    toast('success', t('enable.done', { name }), t('enable.doneDetail')),
  )
  return (
    <FormDialog
      title={t('enable.title')}
      form={form}
      onChange={setForm}
      start={emptyForm()}
      version={null}
      notice={() => gatewayRef.project === null && <OtherKindWarning cluster={gatewayRef.cluster} />}
      busy={enable.isPending}
      error={enable.error}
      onSubmit={() => enable.mutate(newGateway(gatewayRef.project, form, user), { onSuccess: onDone })}
      onClose={onDone}
    />
  )
}
