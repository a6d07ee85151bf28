import { useQueryClient } from '@tanstack/react-query'
import { gatewayQueries } from '@/api/gateways'
import { GATEWAY_NAMESPACE, gatewayName, type GatewayRef } from '@/domain/gateway'
import { toManifest } from '@/domain/gateway-manifest'
import { translate } from '@/lib/i18n/t'
import { copyText } from '@/ui/copy-text'
import { toast } from '@/ui/Toasts'

/** Puts a text on the clipboard and tells the outcome; the text may still have to be made. */
async function copy(done: string, make: () => Promise<string>) {
  try {
    await copyText(make())
    toast('success', done)
  } catch (error) {
    toast('error', translate('details.copyFailed'), error instanceof Error ? error.message : String(error))
  }
}

/** Ways to take a gateway along to a terminal. What the old router API made has no Gateway, only what runs it. */
export function useCopyGateway(ref: GatewayRef, isLegacy: boolean) {
  const client = useQueryClient()
  return {
    yaml: () =>
      copy(translate('details.yamlCopied'), async () => {
        const gateway = await client.query({ ...gatewayQueries.editable(ref), staleTime: 0 })
        const { stringify } = await import('yaml')
        return stringify(toManifest(gateway))
      }),
    kubectl: () =>
      copy(translate('details.kubectlCopied'), () =>
        Promise.resolve(
          `kubectl -n ${GATEWAY_NAMESPACE} get ${isLegacy ? 'deployments,services' : 'gateways.gateway.kubesphere.io'} ${gatewayName(ref)} -o yaml`,
        ),
      ),
  }
}
