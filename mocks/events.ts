import type { Cluster, Db } from './tables'
import { iso, managed } from './metadata'
import { hex } from './random'
import type { EventRecord, KubeObject } from './records'

/** What is worth telling, for `emit`. */
export interface Happening {
  reason: string
  message: string
  type?: 'Normal' | 'Warning'
  component: string
  /** How often it has happened already. 1 when left out. */
  times?: number
  /** When it happened first, in ms. The same as `at` when left out. */
  since?: number
}

/** Writes an Event about an object, or counts it when the same was written before (recordings e31 and e35). */
export const emit = (db: Db, cluster: Cluster, about: KubeObject, happening: Happening, at: number): void => {
  const { name, namespace = '', uid, resourceVersion } = about.metadata
  const key = `${name}.${hex(`${uid}/${happening.reason}/${happening.message}`, 16)}`
  const before = cluster.events.get(key)
  const first = happening.since ?? at
  const event: EventRecord = {
    metadata: {
      name: key,
      namespace,
      uid: before?.metadata.uid ?? db.unique('event'),
      resourceVersion: '',
      creationTimestamp: before?.metadata.creationTimestamp ?? iso(first),
      managedFields: managed(undefined, happening.component, 'v1', at, { count: '', reason: '', message: '' }),
    },
    involvedObject: {
      kind: about.kind,
      namespace,
      name,
      uid,
      apiVersion: about.apiVersion,
      resourceVersion,
    },
    reason: happening.reason,
    message: happening.message,
    source: { component: happening.component },
    firstTimestamp: before?.firstTimestamp ?? iso(first),
    lastTimestamp: iso(at),
    count: (before?.count ?? 0) + (happening.times ?? 1),
    type: happening.type ?? 'Normal',
    eventTime: null,
    reportingComponent: '',
    reportingInstance: '',
  }
  cluster.events.put(key, db.stamp(event))
}
