import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { KeyValueList } from '@/ui/KeyValueList'
import { Panel } from '@/ui/Panel'

/** The configuration options that are set. */
export function Component() {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  return (
    <Panel title={t('details.configs')}>
      <KeyValueList map={gateway.spec.controller?.config} empty={t('options.noDefault')} />
    </Panel>
  )
}
