import type { PolicyRule } from '@/wire/session'

/** An action as the server's authorizer sees it. */
export interface Right {
  readonly verb: 'get' | 'list' | 'create' | 'update' | 'delete' | 'patch'
  readonly group: string
  readonly resource: string
  readonly namespace?: string
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
export const rightName = (right: Right): string =>
  `${right.verb} ${right.resource}${right.group ? `.${right.group}` : ''}`
