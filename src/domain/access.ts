import type { PolicyRule } from '@/wire/session'

/** An action as the server's authorizer sees it. A part of a resource follows it after a slash: `gateways/upgrade`. */
export interface Right {
  readonly verb: 'get' | 'list' | 'create' | 'update' | 'delete' | 'deletecollection' | 'patch'
  readonly group: string
  readonly resource: string
}

/** What can be done with a gateway. */
export type GatewayAction = 'enable' | 'edit' | 'disable' | 'upgrade'

const verbs = { enable: 'create', edit: 'update', disable: 'delete', upgrade: 'create' } as const

/**
 * The right that the server asks for. Of a project's gateway the path of a DELETE names no object, which makes it a
 * `deletecollection` (recording h20); the update of a legacy one is a part of the resource (recording h03), and it is
 * the old router API that removes it.
 */
export function gatewayRight(action: GatewayAction, kind: 'cluster' | 'project' | 'legacy'): Right {
  const isOther = action === 'disable' && kind !== 'cluster'
  if (isOther && kind === 'legacy')
    return { verb: 'deletecollection', group: 'resources.kubesphere.io', resource: 'router' }
  return {
    verb: isOther ? 'deletecollection' : verbs[action],
    group: 'gateway.kubesphere.io',
    resource: action === 'upgrade' ? 'gateways/upgrade' : 'gateways',
  }
}

const covers = (listed: readonly string[] | null | undefined, wanted: string) =>
  listed?.some((entry) => entry === '*' || entry === wanted) ?? false

/** Whether one of the rules grants the right. Rules that name single objects do not count. */
export const isGranted = (rules: readonly PolicyRule[], right: Right): boolean =>
  rules.some(
    (rule) =>
      covers(rule.verbs, right.verb) &&
      covers(rule.apiGroups, right.group) &&
      covers(rule.resources, right.resource) &&
      !rule.resourceNames?.length,
  )

/** A right in words that an administrator of roles understands: `update gateways.gateway.kubesphere.io`. */
export function rightName({ verb, group, resource }: Right): string {
  const [whole, part] = resource.split('/')
  return `${verb} ${whole}${group && `.${group}`}${part ? `/${part}` : ''}`
}
