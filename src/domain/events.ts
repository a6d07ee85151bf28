import type { Event } from '@/wire/k8s'
import { gatewayName, nginxName, type GatewayRef } from './gateway'

/** When an event was seen last; null when it does not say. */
export const seenAt = (event: Event): string | null =>
  event.lastTimestamp ?? event.eventTime ?? event.firstTimestamp ?? event.metadata.creationTimestamp ?? null

/** How many parts a controller adds to the name of what it makes: a ReplicaSet its hash, a Pod a second one. */
const addedParts: Readonly<Record<string, RegExp>> = { ReplicaSet: /^[a-z0-9]+$/, Pod: /^[a-z0-9]+-[a-z0-9]{5}$/ }

/** Whether an event is about a gateway or something made for it. Names are compared whole: `dev` is not `dev-2`. */
export function isAbout(event: Event, ref: GatewayRef): boolean {
  const { kind = '', name = '' } = event.involvedObject
  const own = gatewayName(ref)
  if (name === own || name === nginxName(ref)) return true
  const added = addedParts[kind]
  return added !== undefined && name.startsWith(`${own}-`) && added.test(name.slice(own.length + 1))
}

/** Times are whole seconds; within one, what was written last has the higher version. */
const versionOf = (event: Event) => Number(event.metadata.resourceVersion ?? 0) || 0

/** The events of a gateway and of what was made for it, each once, newest first. */
export function gatewayEvents(ref: GatewayRef, lists: readonly (readonly Event[])[]): readonly Event[] {
  const byId = new Map(lists.flat().map((event) => [event.metadata.uid ?? event.metadata.name, event]))
  return [...byId.values()]
    .filter((event) => isAbout(event, ref))
    .toSorted((a, b) => (seenAt(b) ?? '').localeCompare(seenAt(a) ?? '') || versionOf(b) - versionOf(a))
}

/** The newest warning about an object of that name. */
export const newestWarning = (events: readonly Event[], name: string): Event | undefined =>
  events.find((event) => event.type === 'Warning' && event.involvedObject.name === name)
