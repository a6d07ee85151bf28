import { isObject, stringMap, text } from './json'
import type { KubeObject, ManagedField, Meta, OwnerReference } from './records'

/** A time as Kubernetes writes it: whole seconds, UTC. `at` in milliseconds since 1970. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

const fieldTree = (value: unknown): Record<string, unknown> =>
  isObject(value)
    ? Object.fromEntries([
        ['.', {}],
        ...Object.entries(value).map(([key, item]) => [`f:${key}`, fieldTree(item)] as const),
      ])
    : {}

/**
 * Notes in `managedFields` that a manager wrote these parts of an object, as the API server does (recording c67).
 * Who wrote last comes last.
 */
export const managed = (
  fields: readonly ManagedField[] | undefined,
  manager: string,
  apiVersion: string,
  at: number,
  parts: Readonly<Record<string, unknown>>,
): ManagedField[] => [
  ...(fields ?? []).filter((field) => field.manager !== manager),
  {
    manager,
    operation: 'Update',
    apiVersion,
    time: iso(at),
    fieldsType: 'FieldsV1',
    fieldsV1: Object.fromEntries(Object.entries(parts).map(([key, value]) => [`f:${key}`, fieldTree(value)])),
  },
]

/** The part of metadata a client may set. Unknown fields vanish, also on RAW routes (recording c65). */
export const clientMeta = (
  value: unknown,
): Partial<Pick<Meta, 'labels' | 'annotations' | 'finalizers' | 'uid' | 'resourceVersion'>> & {
  name: string
  namespace: string
} => {
  const meta = isObject(value) ? value : {}
  const labels = stringMap(meta['labels'])
  const annotations = stringMap(meta['annotations'])
  const finalizers = Array.isArray(meta['finalizers']) ? meta['finalizers'].map(text).filter(Boolean) : []
  return {
    name: text(meta['name']),
    namespace: text(meta['namespace']),
    ...(text(meta['uid']) && { uid: text(meta['uid']) }),
    ...(text(meta['resourceVersion']) && { resourceVersion: text(meta['resourceVersion']) }),
    ...(labels && { labels }),
    ...(annotations && { annotations }),
    ...(finalizers.length > 0 && { finalizers }),
  }
}

/** An entry of `ownerReferences` that points at an object as its controller. */
export const ownedBy = (owner: KubeObject): OwnerReference => ({
  apiVersion: owner.apiVersion,
  kind: owner.kind,
  name: owner.metadata.name,
  uid: owner.metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
})

/** A new list of conditions in which one is replaced. The time moves only when the status does, as in Helm operators. */
export const withCondition = <
  C extends { type: string; status: string; lastTransitionTime?: string | null | undefined },
>(
  conditions: readonly C[],
  next: C,
): C[] => {
  const old = conditions.find((condition) => condition.type === next.type)
  const kept = old && old.status === next.status ? { ...next, lastTransitionTime: old.lastTransitionTime } : next
  return [...conditions.filter((condition) => condition.type !== next.type), kept].toSorted((left, right) =>
    left.type < right.type ? -1 : 1,
  )
}
