import { Modal } from 'antd'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { AffectedRoutes } from '@/gateway/AffectedRoutes'
import { useT } from '@/lib/i18n/t'

/** Asks before all traffic is stopped, and says whose. */
export function ScaleToZeroDialog({
  name,
  onCancel,
  onConfirm,
}: {
  name: string
  onCancel: () => void
  onConfirm: () => void
}) {
  const { t } = useT()
  const { ref } = useGatewayHere()
  return (
    <Modal
      open
      centered
      width={560}
      title={t('scale.zeroTitle', { name })}
      okText={t('scale.zeroOk')}
      okButtonProps={{ danger: true }}
      cancelText={t('action.cancel')}
      onOk={onConfirm}
      onCancel={onCancel}
      styles={{ body: { maxHeight: 'calc(100dvh - 200px)', overflowY: 'auto' } }}
    >
      <p style={{ marginBlockEnd: 16 }}>{t('scale.zeroText')}</p>
      <AffectedRoutes gatewayRef={ref} />
    </Modal>
  )
}
