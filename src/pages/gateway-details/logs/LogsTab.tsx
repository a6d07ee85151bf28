import { useGatewayHere } from '@/gateway/GatewayContext'
import { loadTexts } from '@/lib/i18n/t'
import { LivePanel } from './LivePanel'
import { SearchPanel } from './SearchPanel'
import { useLogParams } from './use-log-params'

/** The tab's own texts. */
export const loader = async () => {
  await loadTexts('logs')
  return null
}

/** What the gateway's pods write: as it comes, or what the logging module has kept. */
export function Component() {
  const { params, change } = useLogParams()
  const { gateway } = useGatewayHere()
  const config = gateway.spec.controller?.config
  // Lines are read by the gateway's own format: another format, another look at them.
  const format = `${config?.['log-format-upstream'] ?? ''}/${config?.['log-format-escape-json'] ?? ''}`
  return params.mode === 'search' ? (
    <SearchPanel key={`search/${format}`} params={params} change={change} />
  ) : (
    <LivePanel key={`live/${format}`} params={params} change={change} />
  )
}
