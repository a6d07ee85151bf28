import type { Cluster, Step, StepAction } from './tables'
import type { GatewayRecord } from './records'
import type { World } from './world'

/** Delays in milliseconds after the write, at pace 1. */
export const DELAY = { install: 500, release: 700, deploy: 1000, rollout: 1000, service: 2000, remove: 2000 } as const
/** Between two moves of the pods. */
export const TICK = 600
/** From the Service to its address. */
export const ADDRESS = 2000
/** From the pods of an updated legacy gateway to the moment its Service is taken over. */
export const ADOPT = 2500
/** What belonged to a gateway goes a moment after it (recording d45 still shows the old Service). */
export const SWEEP = 400

/** Notes what the operator will do `delay` ms after `at`. A later note of the same kind replaces an earlier one. */
export const schedule = (
  world: World,
  cluster: Cluster,
  of: Pick<Step, 'gateway' | 'uid'>,
  action: StepAction,
  at: number,
  delay: number,
): void => {
  const others = cluster.steps.filter((step) => step.action !== action || step.uid !== of.uid)
  cluster.steps = [...others, { at: at + delay * world.pace, action, gateway: of.gateway, uid: of.uid }]
}

/** What steps of this gateway are filed under. */
export const own = (gateway: GatewayRecord): Pick<Step, 'gateway' | 'uid'> => ({
  gateway: gateway.metadata.name,
  uid: gateway.metadata.uid,
})

/** Whether a step of this kind still lies ahead. */
export const isDue = (cluster: Cluster, gateway: GatewayRecord, action: StepAction): boolean =>
  cluster.steps.some((step) => step.uid === gateway.metadata.uid && step.action === action)
