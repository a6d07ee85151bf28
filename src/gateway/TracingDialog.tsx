import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'
import { TracingCheck } from './TracingCheck'

/** What is left to do after tracing was switched on. */
export function TracingDialog({ gatewayRef, onDone }: { gatewayRef: GatewayRef; onDone: () => void }) {
  const { t } = useT()
  return (
    <Dialog
      width={860}
      title={t('trace.dialogTitle', { name: gatewayName(gatewayRef) })}
      okText={t('action.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onDone}
      onCancel={onDone}
    >
      <TracingCheck gatewayRef={gatewayRef} isTracing />
    </Dialog>
  )
}
