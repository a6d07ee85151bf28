import type { Condition, Event, Service } from '@/wire/k8s'
import { seenAt } from './events'

/** Why there is no address yet, in the cluster's own words. */
export interface PendingReason {
  readonly reason: string
  readonly message: string
}

const saysWhat = ({ reason = '', message = '' }: Pick<Condition, 'reason' | 'message'>): PendingReason | null =>
  reason === '' && message === '' ? null : { reason, message }

/** A condition is named after what should be (`Ready`) or, like `LoadBalancerPortsError`, after what should not. */
const isBad = ({ type, status }: Condition) => status === (/(Error|Failed|Failure)$/.test(type) ? 'True' : 'False')

const newest = <T>(all: readonly T[], at: (one: T) => string | null | undefined): T | undefined =>
  all.toSorted((a, b) => (at(b) ?? '').localeCompare(at(a) ?? ''))[0]

/**
 * Why a load balancer gets no address, as far as the cluster tells: a condition of the Service, since that holds now,
 * else the newest warning about it; null when nothing tells. `service` is null or undefined while it is not known.
 */
export function pendingReason(service: Service | null | undefined, events: readonly Event[]): PendingReason | null {
  const condition = newest(
    (service?.status?.conditions ?? []).filter(isBad),
    ({ lastTransitionTime }) => lastTransitionTime,
  )
  const warning = newest(
    events.filter(({ type, involvedObject }) => type === 'Warning' && involvedObject.kind === 'Service'),
    seenAt,
  )
  return (condition && saysWhat(condition)) ?? (warning ? saysWhat(warning) : null)
}
