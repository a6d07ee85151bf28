import type { Gateway } from '@/wire/gateway'
import { GATEWAY_API } from './gateway'

/** What the server keeps for itself and refuses or ignores in what is applied. */
const serverOwned = new Set(['managedFields', 'resourceVersion', 'uid', 'generation', 'creationTimestamp', 'selfLink'])

/**
 * A gateway as one would apply it elsewhere: kind and version, which kapis reads leave out, and nothing of the server's
 * own bookkeeping.
 */
export function toManifest(gateway: Gateway): Record<string, unknown> {
  const { kind: _kind, apiVersion: _apiVersion, metadata, status: _status, ...rest } = gateway
  return {
    apiVersion: GATEWAY_API,
    kind: 'Gateway',
    metadata: Object.fromEntries(Object.entries(metadata).filter(([field]) => !serverOwned.has(field))),
    ...rest,
  }
}
