import type { Pod } from '@/wire/workload'

/** Waiting reasons that are part of every normal start. */
export const normalWaiting = new Set(['ContainerCreating', 'PodInitializing'])

/**
 * Why a pod will not get ready by itself, in the cluster's own words (`CrashLoopBackOff`, `Unschedulable: …`), or
 * null while it is ready or merely starting.
 */
export function troubleOf(pod: Pod): string | null {
  if (pod.metadata.deletionTimestamp) return null
  const unscheduled = pod.status?.conditions?.find(
    (condition) => condition.type === 'PodScheduled' && condition.status === 'False',
  )
  if (unscheduled) return withMessage(unscheduled.reason ?? 'Unschedulable', unscheduled.message)
  for (const container of pod.status?.containerStatuses ?? []) {
    const waiting = container.state?.waiting
    if (waiting?.reason && !normalWaiting.has(waiting.reason)) return withMessage(waiting.reason, waiting.message)
    const ended = container.state?.terminated
    if (ended?.reason) return withMessage(ended.reason, ended.message)
  }
  if (pod.status?.phase === 'Failed') return withMessage(pod.status.reason ?? 'Failed', pod.status.message)
  return null
}

const withMessage = (reason: string, message: string | undefined) => (message ? `${reason}: ${message}` : reason)

/** The first trouble among pods, with the pod's name; null when none has any. */
export function podTrouble(pods: readonly Pod[]): string | null {
  for (const pod of pods) {
    const trouble = troubleOf(pod)
    if (trouble !== null) return `${pod.metadata.name}: ${trouble}`
  }
  return null
}
