import type { Node } from '@/wire/workload'

/**
 * Whether an ordinary pod can be placed on a node. Taints below `node.kubernetes.io/` mirror conditions, and the
 * condition itself is looked at (the nodes of recording e51 are ready and still carry `not-ready`).
 */
export function isSchedulable(node: Node): boolean {
  if (node.spec?.unschedulable === true) return false
  const ready = node.status?.conditions?.find((condition) => condition.type === 'Ready')
  if (ready !== undefined && ready.status !== 'True') return false
  return !(node.spec?.taints ?? []).some(
    (taint) => taint.effect !== 'PreferNoSchedule' && !taint.key.startsWith('node.kubernetes.io/'),
  )
}
