import { Modal } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { upgradeGateway } from '@/api/gateway-changes'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/Toasts'

/** Makes a gateway of an older KubeSphere manageable, after saying what it costs. */
export function UpgradeGatewayDialog({ gatewayRef, onDone }: { gatewayRef: GatewayRef; onDone: () => void }) {
  const { t } = useT()
  const name = gatewayName(gatewayRef)
  const upgrade = useMutation(upgradeGateway(gatewayRef))
  const submit = () =>
    upgrade.mutate(undefined, {
      onSuccess: () => {
        toast('success', t('upgrade.done', { name }), t('edit.doneDetail'))
        onDone()
      },
    })
  return (
    <Modal
      open
      centered
      width={560}
      title={t('upgrade.title', { name })}
      okText={t('upgrade.ok')}
      cancelText={t('action.cancel')}
      confirmLoading={upgrade.isPending}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={onDone}
    >
      {upgrade.error && <FailureNotice error={upgrade.error} title={t('upgrade.failed')} />}
      <Notice tone="warning" title={t('upgrade.effect')}>
        {t('upgrade.effectDetail')}
      </Notice>
    </Modal>
  )
}
