import { hasTracing } from '@/domain/gateway'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { TracingCheck } from '@/gateway/TracingCheck'
import { useT } from '@/lib/i18n/t'
import { Panel } from '@/ui/Panel'
import { StatusText } from '@/ui/StatusText'

/** Whether the gateway traces, and which of its routes are not ready for it. */
export function Component() {
  const { t } = useT()
  const { ref, gateway } = useGatewayHere()
  const isTracing = hasTracing(gateway)
  return (
    <Panel
      title={t('tracing.label')}
      extra={
        <StatusText tone={isTracing ? 'success' : 'neutral'}>{t(isTracing ? 'state.on' : 'state.off')}</StatusText>
      }
    >
      <TracingCheck gatewayRef={ref} isTracing={isTracing} />
    </Panel>
  )
}
