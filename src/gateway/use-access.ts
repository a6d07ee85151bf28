import { useQuery } from '@tanstack/react-query'
import { isGranted, rightName, type Right } from '@/domain/access'
import { GATEWAY_NAMESPACE, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { sessionQueries } from '@/api/session'
import { useUserName } from './use-session'

export type GatewayAction = 'enable' | 'edit' | 'disable'

const verbs = { enable: 'create', edit: 'update', disable: 'delete' } as const

/**
 * Why the user may not do something with a gateway, null when there is nothing to say against it. Rights that cannot be
 * read count as granted: the server decides when the action is tried. `inProject` says that the gateway is a project's,
 * whichever it will be.
 */
export function useDenials(ref: GatewayRef, inProject = ref.project !== null): Record<GatewayAction, string | null> {
  const { t } = useT()
  const rules = useQuery(sessionQueries.rules(ref.cluster, useUserName()))
  const denial = (action: GatewayAction): string | null => {
    const right: Right = { verb: verbs[action], group: 'gateway.kubesphere.io', resource: 'gateways' }
    if (rules.data === undefined) return rules.error ? null : t('access.checking')
    if (rules.data === null || isGranted(rules.data, right)) return null
    // Whoever sees nothing in the cluster has what rights there are from roles in projects, which are not looked up.
    if (inProject && !isGranted(rules.data, { ...right, verb: 'list' })) return null
    return t('access.missing', { right: rightName(right), namespace: ref.project ?? GATEWAY_NAMESPACE })
  }
  return { enable: denial('enable'), edit: denial('edit'), disable: denial('disable') }
}
