import type { Gateway, Nginx } from '@/wire/gateway'
import type { Condition, Service } from '@/wire/k8s'
import type { Deployment, Pod } from '@/wire/workload'
import { isBeingRemoved, isLegacy, serviceType, wantedReplicas } from './gateway'
import { podTrouble } from './pod-trouble'

/** A fact may be unknown (not loaded, or no right to read it: undefined) or known to be absent (null). */
type Known<T> = T | null | undefined

export interface GatewayFacts {
  readonly gateway: Gateway
  readonly nginx: Known<Nginx>
  readonly deployment: Known<Deployment>
  readonly service?: Known<Service>
  /** Whether an object that tells of it could not be read for another reason than rights. */
  readonly isUnread?: boolean
  /** Whether the console changed it a moment ago, so that what is read may still be from before. */
  readonly justWritten?: boolean
  /** Only looked at while pods are missing. */
  readonly pods?: readonly Pod[] | undefined
}

/** Which step a gateway that is being applied waits for. */
export type ApplyStep = 'operator' | 'helm' | 'service' | 'pods'

export type GatewayState =
  | { readonly kind: 'removing'; readonly since: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }
  | { readonly kind: 'applying'; readonly step: ApplyStep; readonly ready: number; readonly wanted: number }
  | { readonly kind: 'degraded'; readonly ready: number; readonly wanted: number; readonly message: string | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'ready'; readonly ready: number; readonly wanted: number }
  /** The objects that would tell may not or could not be read, or are not there for a legacy gateway. */
  | { readonly kind: 'unknown'; readonly why: 'rights' | 'legacy' | 'failed' }

const isTrue = (conditions: readonly Condition[] | null | undefined, type: string): Condition | undefined =>
  conditions?.find((condition) => condition.type === type && condition.status === 'True')

const failure = (conditions: readonly Condition[] | null | undefined): Condition | undefined =>
  isTrue(conditions, 'ReleaseFailed') ?? isTrue(conditions, 'Irreconcilable')

const sameMap = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value)

/** Whether the operator has not yet carried the Gateway's spec over to its Nginx object. */
function lagsBehind(gateway: Gateway, nginx: Nginx): boolean {
  const controller = nginx.spec?.controller
  if (!controller) return false
  const replicas = gateway.spec.deployment?.replicas
  if (
    typeof replicas === 'number' &&
    typeof controller.replicaCount === 'number' &&
    replicas !== controller.replicaCount
  )
    return true
  const type = controller.service?.type
  if (type && type !== serviceType(gateway)) return true
  return !sameMap(gateway.spec.controller?.config ?? {}, controller.config ?? {})
}

const failed = (condition: Condition): GatewayState => ({
  kind: 'failed',
  reason: condition.reason ?? condition.type,
  message: condition.message ?? '',
})

/**
 * The state of a gateway, from every object that knows a part of it. The Gateway alone would go on saying
 * UpgradeSuccessful while its Nginx object failed (recordings c49 and e50), and says nothing of pods.
 */
export function gatewayState(facts: GatewayFacts): GatewayState {
  const { gateway, nginx, deployment, service } = facts
  const wanted = wantedReplicas(gateway)
  const ready = deployment?.status?.readyReplicas ?? 0
  const applying = (step: ApplyStep): GatewayState => ({ kind: 'applying', step, ready, wanted })

  if (isBeingRemoved(gateway)) return { kind: 'removing', since: gateway.metadata.deletionTimestamp ?? '' }
  if (!isLegacy(gateway)) {
    const own = failure(gateway.status?.conditions)
    if (own) return failed(own)
    if (!isTrue(gateway.status?.conditions, 'Deployed')) return applying('operator')
    if (nginx === null) return applying('helm')
    if (nginx) {
      if (lagsBehind(gateway, nginx)) return applying('operator')
      const hidden = failure(nginx.status?.conditions)
      if (hidden) return failed(hidden)
      if (!isTrue(nginx.status?.conditions, 'Deployed')) return applying('helm')
    }
  }
  if (facts.isUnread) return { kind: 'unknown', why: 'failed' }
  // What the old router API made is told by its Deployment alone, and some of its installs show none.
  if (deployment === undefined) return { kind: 'unknown', why: 'rights' }
  if (deployment === null && isLegacy(gateway)) return { kind: 'unknown', why: 'legacy' }
  if (deployment === null) return applying('helm')
  const pending = podsState(facts, deployment)
  if (pending) return pending
  if (serviceSwitches(gateway, service)) return applying('service')
  return facts.justWritten ? applying('operator') : settled(ready, wanted)
}

const serviceSwitches = (gateway: Gateway, service: Known<Service>) =>
  service === null || (service?.spec.type !== undefined && service.spec.type !== serviceType(gateway))

const settled = (ready: number, wanted: number): GatewayState =>
  wanted === 0 ? { kind: 'stopped' } : { kind: 'ready', ready, wanted }

/** What the Deployment says of the pods; null when all that are wanted are ready. */
function podsState({ gateway, pods }: GatewayFacts, deployment: Deployment): GatewayState | null {
  const wanted = wantedReplicas(gateway)
  const status = deployment.status
  const ready = status?.readyReplicas ?? 0
  const applying: GatewayState = { kind: 'applying', step: 'pods', ready, wanted }

  const observed = status?.observedGeneration ?? 0
  if (observed < (deployment.metadata.generation ?? 0)) return applying
  if (!isLegacy(gateway) && (deployment.spec.replicas ?? 1) !== wanted) return applying
  const surplus = (status?.replicas ?? 0) > wanted
  if (ready >= wanted && (status?.updatedReplicas ?? 0) >= wanted) return surplus ? applying : null

  const progressing = status?.conditions?.find((condition) => condition.type === 'Progressing')
  const trouble = podTrouble(pods ?? [])
  const stalled = progressing?.status === 'False' ? (progressing.message ?? progressing.reason ?? null) : null
  if (trouble ?? stalled) return { kind: 'degraded', ready, wanted, message: trouble ?? stalled }
  const rolling = progressing?.reason !== 'NewReplicaSetAvailable'
  const starting = pods !== undefined && pods.length > 0
  return rolling || starting || pods === undefined ? applying : { kind: 'degraded', ready, wanted, message: null }
}

/** Whether the state is expected to change by itself soon, so that it is worth asking often. */
export const isSettling = (state: GatewayState): boolean => state.kind === 'applying' || state.kind === 'removing'

/** Whether pods have to be looked at to tell a rollout from trouble. */
export const needsPods = (deployment: Known<Deployment>): boolean =>
  Boolean(deployment) && (deployment?.status?.readyReplicas ?? 0) < (deployment?.spec.replicas ?? 1)

/** What broke, out of Helm's message on what else broke while it tried to go back (recording e50). */
export const rootCause = (message: string): string => message.split('original upgrade error: ').at(-1) ?? message
