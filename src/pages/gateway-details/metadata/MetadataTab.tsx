import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { KeyValueList } from '@/ui/KeyValueList'
import { Panel } from '@/ui/Panel'

/** Labels and annotations of the gateway. */
export function Component() {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  return (
    <Panel title={t('annotations.label')}>
      <KeyValueList map={gateway.metadata.annotations} empty={t('fact.noAnnotations')} />
    </Panel>
  )
}
