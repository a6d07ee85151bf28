import type { Event } from '@/wire/k8s'
import type { Deployment, Pod } from '@/wire/workload'
import { newestWarning } from './events'
import { isPodReady, podWord } from './pod'
import { troubleOf } from './pod-trouble'

/** One thing that keeps a rollout from ending. */
export interface Obstacle {
  /** What it is about: a pod, or the Deployment itself. */
  readonly name: string
  readonly reason: string
  readonly message: string | null
}

/** How long a pod may be on its way, or run without being ready, before that is an obstacle, in milliseconds. */
const STARTING = 30_000

const runningSince = (pod: Pod) =>
  pod.status?.containerStatuses?.map((container) => container.state?.running?.startedAt).find(Boolean)

function obstacleOf(pod: Pod, events: readonly Event[], now: number): Obstacle | null {
  if (pod.metadata.deletionTimestamp || isPodReady(pod)) return null
  const { name } = pod.metadata
  const warning = newestWarning(events, name)
  const trouble = troubleOf(pod)
  if (trouble !== null) {
    const { word } = podWord(pod)
    const said = trouble.startsWith(`${word}: `) ? trouble.slice(word.length + 2) : null
    return { name, reason: word, message: said ?? warning?.message ?? null }
  }
  const isLate = (since: string | null | undefined) => Boolean(since) && now - Date.parse(since ?? '') > STARTING
  const running = runningSince(pod)
  if (running) return isLate(running) ? { name, reason: 'NotReady', message: warning?.message ?? null } : null
  // Its containers are still being made: a slow image is no obstacle, a volume that cannot be mounted is.
  if (warning === undefined || !isLate(pod.status?.startTime ?? pod.metadata.creationTimestamp)) return null
  return { name, reason: warning.reason ?? podWord(pod).word, message: warning.message ?? null }
}

/**
 * Why a rollout does not get on: pods that will not get ready by themselves, pods that could not even be made (a
 * quota), and a Deployment that gave up waiting. Empty while everything is on its way. `events` newest first, `now` in
 * milliseconds since 1970.
 */
export function obstacles(
  deployment: Deployment | null,
  pods: readonly Pod[],
  events: readonly Event[],
  now: number,
): readonly Obstacle[] {
  const ofPods = pods.flatMap((pod) => obstacleOf(pod, events, now) ?? [])
  const missing = (deployment?.spec.replicas ?? 0) > (deployment?.status?.replicas ?? 0)
  const unmade = missing ? events.find((event) => event.reason === 'FailedCreate') : undefined
  const stalled = deployment?.status?.conditions?.find(
    (condition) => condition.type === 'Progressing' && condition.status === 'False',
  )
  return [
    ...ofPods,
    ...(unmade
      ? [{ name: unmade.involvedObject.name ?? '', reason: 'FailedCreate', message: unmade.message ?? null }]
      : []),
    ...(stalled && deployment && ofPods.length === 0 && !unmade
      ? [{ name: deployment.metadata.name, reason: stalled.reason ?? 'Stalled', message: stalled.message ?? null }]
      : []),
  ]
}
