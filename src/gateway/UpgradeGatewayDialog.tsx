import { upgradeGateway } from '@/api/gateway-changes'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/Toasts'
import { useChange } from './use-change'

/** Makes a gateway of an older KubeSphere manageable, after saying what it costs. */
export function UpgradeGatewayDialog({ gatewayRef, onDone }: { gatewayRef: GatewayRef; onDone: () => void }) {
  const { t } = useT()
  const name = gatewayName(gatewayRef)
  const upgrade = useChange(upgradeGateway(gatewayRef), () =>
    toast('success', t('upgrade.done', { name }), t('edit.doneDetail')),
  )
  return (
    <Dialog
      width={560}
      title={t('upgrade.title', { name })}
      okText={t('upgrade.ok')}
      confirmLoading={upgrade.isPending}
      onOk={() => upgrade.mutate(undefined, { onSuccess: onDone })}
      onCancel={onDone}
    >
      {upgrade.error && <FailureNotice error={upgrade.error} title={t('upgrade.failed')} />}
      <Notice tone="warning" title={t('upgrade.effect')}>
        {t('upgrade.effectDetail')}
      </Notice>
    </Dialog>
  )
}
