import type { Gateway, Nginx } from '@/wire/gateway'
import type { Condition, Service } from '@/wire/k8s'
import type { Deployment, Pod } from '@/wire/workload'
import type { GatewayFacts } from '@/domain/gateway-status'

/** What can be known of a gateway, for tests: an installed one of the project shop with one pod, and changes of it. */

export const installed: Condition[] = [
  { type: 'Deployed', status: 'True', reason: 'UpgradeSuccessful', message: 'release was successfully upgraded' },
  { type: 'Initialized', status: 'True' },
  { type: 'Irreconcilable', status: 'False' },
  { type: 'ReleaseFailed', status: 'False' },
]
export const conditionsWith = (...changed: Condition[]) => [
  ...installed.filter((one) => changed.every((other) => other.type !== one.type)),
  ...changed,
]

export const gateway = (spec: Gateway['spec'] = {}, change: Partial<Gateway> = {}): Gateway => ({
  metadata: { name: 'kubesphere-router-shop', uid: 'u', resourceVersion: '1' },
  spec: { service: { type: 'NodePort' }, deployment: { replicas: 1 }, ...spec },
  status: { conditions: installed },
  ...change,
})
export const wanting = (replicas: number) => gateway({ deployment: { replicas } })

export type NginxController = NonNullable<NonNullable<Nginx['spec']>['controller']>
export const nginx = (controller: NginxController | null = {}, conditions: Condition[] | null = installed): Nginx => ({
  metadata: { name: 'kubesphere-router-shop-ingress' },
  spec: { controller: controller && { service: { type: 'NodePort' }, ...controller } },
  status: { conditions },
})

export type Counts = NonNullable<Deployment['status']>
export const complete: Condition = { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' }
export const rolling: Condition = { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated' }
export const deployment = (wanted: number, status: Counts, progressing = complete): Deployment => ({
  metadata: { name: 'kubesphere-router-shop', generation: 2 },
  spec: { replicas: wanted, template: {} },
  status: { observedGeneration: 2, conditions: [{ type: 'Available', status: 'True' }, progressing], ...status },
})
export const allReady = (count: number) =>
  deployment(count, { replicas: count, updatedReplicas: count, readyReplicas: count, availableReplicas: count })

export const service = (type?: string): Service => ({
  metadata: { name: 'kubesphere-router-shop' },
  spec: type ? { type } : {},
})
export const pod = (name: string, status: Pod['status']): Pod => ({
  metadata: { name },
  spec: { containers: [] },
  status,
})
export const made = (name: string, creationTimestamp: string, isReady: boolean): Pod => ({
  metadata: { name, creationTimestamp },
  spec: { containers: [{ name: 'controller' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'controller', ready: isReady, restartCount: 0 }] },
})
export const starting = pod('p-starting', { phase: 'Pending' })
export const crashing = pod('p-crashing', {
  phase: 'Running',
  containerStatuses: [
    { name: 'controller', ready: false, restartCount: 4, state: { waiting: { reason: 'CrashLoopBackOff' } } },
  ],
})
export const homeless = pod('p-homeless', {
  phase: 'Pending',
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' }],
})

export const NOW = Date.parse('2026-11-24T12:00:00Z')
export const facts = (change: Partial<GatewayFacts> = {}): GatewayFacts => ({
  gateway: gateway(),
  nginx: nginx(),
  deployment: allReady(1),
  service: service('NodePort'),
  now: NOW,
  ...change,
})
export const applying = (step: string, ready: number, wanted: number) => ({ kind: 'applying', step, ready, wanted })
