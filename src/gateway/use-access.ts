import { useQuery } from '@tanstack/react-query'
import { gatewayRight, isGranted, rightName, type GatewayAction, type Right } from '@/domain/access'
import type { ClusterScope } from '@/domain/cluster'
import { GATEWAY_NAMESPACE, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { sessionQueries } from '@/api/session'
import { useUserName } from './use-session'

/**
 * Tells why the user may not do something: the verb, the resource and the namespace that the server would look at; null
 * when there is nothing to say against it. It is done in a project, in any project (undefined), or to the cluster
 * gateway (null). Rights that cannot be read count as granted: the server decides when the action is tried.
 */
export function useDenial(cluster: ClusterScope): (right: Right, project: string | null | undefined) => string | null {
  const { t } = useT()
  const rules = useQuery(sessionQueries.rules(cluster, useUserName()))
  return (right, project) => {
    if (rules.data === undefined) return rules.error ? null : t('access.checking')
    if (rules.data === null || isGranted(rules.data, right)) return null
    // Whoever sees nothing in the cluster has what rights there are from roles in projects, which are not looked up.
    if (project !== null && !isGranted(rules.data, { ...right, verb: 'list' })) return null
    const name = rightName(right)
    return project === undefined
      ? t('access.missingInProject', { right: name })
      : t('access.missing', { right: name, namespace: project ?? GATEWAY_NAMESPACE })
  }
}

/**
 * The same for what can be done with a gateway. `inAny` says that it is a gateway of a project, whichever it will be.
 */
export function useDenials(ref: GatewayRef, { isLegacy = false, inAny = false } = {}) {
  const denialOf = useDenial(ref.cluster)
  const project = inAny ? undefined : ref.project
  const kind = isLegacy ? 'legacy' : project === null ? 'cluster' : 'project'
  const denial = (action: GatewayAction) => denialOf(gatewayRight(action, kind), project)
  return {
    enable: denial('enable'),
    edit: denial('edit'),
    disable: denial('disable'),
    upgrade: denial('upgrade'),
  }
}
