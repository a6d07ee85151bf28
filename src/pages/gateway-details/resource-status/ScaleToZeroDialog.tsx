import { patchCommand } from '@/domain/gateway-commands'
import { withReplicas } from '@/domain/gateway-form'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { AffectedRoutes } from '@/gateway/AffectedRoutes'
import { TakeAlong } from '@/gateway/TakeAlong'
import { YamlDiff, yamlOf } from '@/gateway/YamlDiff'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'

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
  const { ref, gateway } = useGatewayHere()
  const stopped = withReplicas(gateway, 0)
  return (
    <Dialog
      width={560}
      title={t('scale.zeroTitle', { name })}
      okText={t('scale.zeroOk')}
      okButtonProps={{ danger: true }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('scale.zeroText')}</p>
      <AffectedRoutes gatewayRef={ref} losing="traffic" />
      <YamlDiff before={gateway} after={stopped} />
      <TakeAlong command={patchCommand(gateway, stopped)} yaml={yamlOf(stopped)} />
    </Dialog>
  )
}
