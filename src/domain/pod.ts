import type { Pod } from '@/wire/workload'
import { formatBytes, formatCores, parseQuantity } from '@/lib/quantity'
import { normalWaiting, troubleOf } from './pod-trouble'

export type PodTone = 'success' | 'info' | 'warning' | 'error' | 'neutral'

type ContainerState = NonNullable<NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state']>

/** What a container does, in the cluster's words. */
export function containerWord(state: ContainerState | null | undefined): string {
  if (state?.waiting) return state.waiting.reason ?? 'Waiting'
  if (state?.terminated) return state.terminated.reason ?? 'Terminated'
  return state?.running ? 'Running' : 'Unknown'
}

/** The state of a pod in one word of the cluster's, as `kubectl get pods` says it, and how good that is. */
export function podWord(pod: Pod): { readonly word: string; readonly tone: PodTone } {
  if (pod.metadata.deletionTimestamp) return { word: 'Terminating', tone: 'neutral' }
  const containers = pod.status?.containerStatuses ?? []
  const stuck = containers.find((container) => !container.ready && !container.state?.running)
  if (stuck) {
    const word = containerWord(stuck.state)
    return { word, tone: normalWaiting.has(word) ? 'info' : 'error' }
  }
  if (troubleOf(pod) !== null) return { word: pod.status?.reason ?? 'Unschedulable', tone: 'error' }
  if (containers.some((container) => !container.ready)) return { word: 'NotReady', tone: 'warning' }
  const phase = pod.status?.phase ?? 'Unknown'
  return { word: phase, tone: phase === 'Running' ? 'success' : phase === 'Pending' ? 'info' : 'neutral' }
}

/** How many of a pod's containers are ready. */
export const readyContainers = (pod: Pod): { readonly ready: number; readonly all: number } => ({
  ready: (pod.status?.containerStatuses ?? []).filter((container) => container.ready).length,
  all: pod.spec.containers.length,
})

/** Whether a pod takes traffic. */
export const isPodReady = (pod: Pod): boolean => {
  const { ready, all } = readyContainers(pod)
  return ready === all && !pod.metadata.deletionTimestamp
}

/** How often a pod's containers were started anew, and what is noted of how one of them ended before. */
export function restartsOf(pod: Pod): {
  readonly count: number
  readonly reason: string | null
  readonly exitCode: number | null
} {
  const containers = pod.status?.containerStatuses ?? []
  const last = containers.map((container) => container.lastState?.terminated).find((ended) => ended)
  return {
    count: containers.reduce((sum, container) => sum + container.restartCount, 0),
    reason: last?.reason ?? null,
    exitCode: last?.exitCode ?? null,
  }
}

/** What all containers of a pod ask for together: cores and bytes as people write them, null where none asks. */
export function requestsOf(pod: Pod): { readonly cpu: string | null; readonly memory: string | null } {
  const sum = (what: 'cpu' | 'memory') => {
    const asked = pod.spec.containers.flatMap((container) => container.resources?.requests?.[what] ?? [])
    const amounts = asked.flatMap((text) => parseQuantity(text) ?? [])
    return amounts.length === 0 ? null : amounts.reduce((total, amount) => total + amount, 0)
  }
  const [cpu, memory] = [sum('cpu'), sum('memory')]
  return { cpu: cpu === null ? null : formatCores(cpu), memory: memory === null ? null : formatBytes(memory) }
}
