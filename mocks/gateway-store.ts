import { gatewayCreated, gatewayDeleted, gatewayUpdated } from './controller'
import type { Cluster } from './tables'
import { sameJson } from './json'
import { iso, managed } from './metadata'
import { GATEWAY_API } from './names'
import type { GatewayRecord } from './records'
import type { World } from './world'

/** Writing gateways the way the API server does: generation, resourceVersion, managedFields, finalizers. */

/** What a client asks to be stored. */
export type GatewayDraft = Pick<GatewayRecord, 'spec'> & {
  metadata: Pick<GatewayRecord['metadata'], 'name' | 'namespace' | 'labels' | 'annotations' | 'finalizers'>
}

/** Who wrote: kapis routes write as `ks-apiserver`, RAW routes as `unknown` (recording c67). */
export type Manager = 'ks-apiserver' | 'unknown'

const parts = (draft: GatewayDraft) => ({
  ...(draft.metadata.annotations && { metadata: { annotations: draft.metadata.annotations } }),
  spec: draft.spec,
})

/** A new Gateway as it would be stored. Nothing is stored yet. `at` in ms. */
export const drafted = (world: World, draft: GatewayDraft, manager: Manager, at: number): GatewayRecord => ({
  kind: 'Gateway',
  apiVersion: GATEWAY_API,
  metadata: {
    ...draft.metadata,
    uid: world.db.unique(`gateway/${draft.metadata.name}`),
    resourceVersion: '',
    generation: 1,
    creationTimestamp: iso(at),
    managedFields: managed(undefined, manager, GATEWAY_API, at, parts(draft)),
  },
  spec: draft.spec,
})

/** Stores a new Gateway, without status, and lets the operator know. */
export const createGateway = (world: World, cluster: Cluster, record: GatewayRecord, at: number): GatewayRecord => {
  const stored = world.db.stamp(record)
  cluster.gateways.put(stored.metadata.name, stored)
  gatewayCreated(world, cluster, stored, at)
  world.db.commit()
  return stored
}

/**
 * The stored Gateway with the draft's metadata and spec. The status stays: the CRD has a status subresource, so what a
 * body says about it is ignored (recordings e56 and c44). When nothing changes, the very same record is returned and no
 * resourceVersion is used up (recording c35).
 */
export const updated = (current: GatewayRecord, draft: GatewayDraft, manager: Manager, at: number): GatewayRecord => {
  const { labels: _labels, annotations: _annotations, finalizers: _finalizers, ...kept } = current.metadata
  const isSpecChange = !sameJson(current.spec, draft.spec)
  const metadata = { ...kept, ...draft.metadata }
  if (!isSpecChange && sameJson(metadata, current.metadata)) return current
  return {
    ...current,
    metadata: {
      ...metadata,
      generation: (kept.generation ?? 1) + (isSpecChange ? 1 : 0),
      managedFields: managed(kept.managedFields, manager, GATEWAY_API, at, parts(draft)),
    },
    spec: draft.spec,
  }
}

/** Stores what `updated` returned and lets the operator know when the spec changed. */
export const saveGateway = (world: World, cluster: Cluster, next: GatewayRecord, at: number): GatewayRecord => {
  const current = cluster.gateways.get(next.metadata.name)
  if (current === next) return next
  const stored = world.db.stamp(next)
  cluster.gateways.put(stored.metadata.name, stored)
  if (current?.metadata.generation !== stored.metadata.generation) gatewayUpdated(world, cluster, stored, at)
  world.db.commit()
  return stored
}

/**
 * Deletes a Gateway. With the operator's finalizer it stays for a while with a `deletionTimestamp` (recording d38);
 * without, it is gone at once. A second delete changes nothing (recording h23).
 */
export const deleteGateway = (world: World, cluster: Cluster, current: GatewayRecord, at: number): GatewayRecord => {
  if (current.metadata.deletionTimestamp) return current
  const { name, finalizers = [] } = current.metadata
  if (finalizers.length === 0) {
    cluster.gateways.remove(name)
    cluster.steps = cluster.steps.filter((step) => step.uid !== current.metadata.uid)
    world.db.commit()
    return current
  }
  const stored = world.db.stamp({
    ...current,
    metadata: {
      ...current.metadata,
      generation: (current.metadata.generation ?? 1) + 1,
      deletionTimestamp: iso(at),
      deletionGracePeriodSeconds: 0,
    },
  })
  cluster.gateways.put(name, stored)
  gatewayDeleted(world, cluster, stored, at)
  world.db.commit()
  return stored
}
