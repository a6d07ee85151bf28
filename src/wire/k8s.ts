import * as v from 'valibot'

/**
 * Kubernetes objects as the API server sends them. Every object is loose: fields this file does not name survive,
 * because an object that is read here may be written back. Go omits empty fields and sends `null` for empty ones,
 * so whatever may be empty is `nullish`.
 */

export const ObjectMeta = v.looseObject({
  name: v.string(),
  namespace: v.optional(v.string()),
  uid: v.optional(v.string()),
  resourceVersion: v.optional(v.string()),
  generation: v.optional(v.number()),
  // null on legacy gateways, see recording b37
  creationTimestamp: v.nullish(v.string()),
  deletionTimestamp: v.nullish(v.string()),
  labels: v.nullish(v.record(v.string(), v.string())),
  annotations: v.nullish(v.record(v.string(), v.string())),
})
export type ObjectMeta = v.InferOutput<typeof ObjectMeta>

export const Condition = v.looseObject({
  type: v.string(),
  status: v.string(),
  reason: v.optional(v.string()),
  message: v.optional(v.string()),
  lastTransitionTime: v.nullish(v.string()),
})
export type Condition = v.InferOutput<typeof Condition>

/** The error body of `/apis` and `/api` routes, and of every refusal for a missing right or a bad token. */
export const Status = v.looseObject({
  kind: v.literal('Status'),
  status: v.optional(v.string()),
  message: v.optional(v.string()),
  reason: v.optional(v.string()),
  code: v.optional(v.number()),
  details: v.nullish(
    v.looseObject({
      name: v.optional(v.string()),
      kind: v.optional(v.string()),
      group: v.optional(v.string()),
      causes: v.nullish(
        v.array(
          v.looseObject({
            field: v.optional(v.string()),
            reason: v.optional(v.string()),
            message: v.optional(v.string()),
          }),
        ),
      ),
    }),
  ),
})
export type Status = v.InferOutput<typeof Status>

/** One entry of `status.loadBalancer.ingress`: it has an `ip` or a `hostname`, not always an `ip`. */
export const LoadBalancerIngress = v.looseObject({
  ip: v.optional(v.string()),
  hostname: v.optional(v.string()),
})
export type LoadBalancerIngress = v.InferOutput<typeof LoadBalancerIngress>

export const LoadBalancerStatus = v.looseObject({ ingress: v.nullish(v.array(LoadBalancerIngress)) })
export type LoadBalancerStatus = v.InferOutput<typeof LoadBalancerStatus>

export const ServicePort = v.looseObject({
  name: v.optional(v.string()),
  protocol: v.optional(v.string()),
  port: v.number(),
  targetPort: v.optional(v.union([v.number(), v.string()])),
  nodePort: v.optional(v.number()),
})
export type ServicePort = v.InferOutput<typeof ServicePort>

/** KubeSphere's paged lists. `items` is `[]` with the full total for `limit=0`, see recording c14. */
export const paged = <const Item extends v.GenericSchema>(item: Item) =>
  v.looseObject({ items: v.nullish(v.array(item)), totalItems: v.number() })

export const Service = v.looseObject({
  metadata: ObjectMeta,
  spec: v.looseObject({
    type: v.optional(v.string()),
    ports: v.nullish(v.array(ServicePort)),
    clusterIP: v.optional(v.string()),
    externalIPs: v.nullish(v.array(v.string())),
  }),
  status: v.nullish(
    v.looseObject({
      loadBalancer: v.nullish(LoadBalancerStatus),
      // since Kubernetes 1.20, where a controller writes them
      conditions: v.nullish(v.array(Condition)),
    }),
  ),
})
export type Service = v.InferOutput<typeof Service>

export const ServicePage = paged(Service)
export type ServicePage = v.InferOutput<typeof ServicePage>

export const Event = v.looseObject({
  metadata: ObjectMeta,
  involvedObject: v.looseObject({ kind: v.optional(v.string()), name: v.optional(v.string()) }),
  type: v.optional(v.string()),
  reason: v.optional(v.string()),
  message: v.optional(v.string()),
  count: v.nullish(v.number()),
  firstTimestamp: v.nullish(v.string()),
  lastTimestamp: v.nullish(v.string()),
  eventTime: v.nullish(v.string()),
})
export type Event = v.InferOutput<typeof Event>

export const EventList = v.looseObject({ items: v.nullish(v.array(Event)) })
export type EventList = v.InferOutput<typeof EventList>

/** One line of a watch (recording e61). `ERROR` carries a Status, `BOOKMARK` an object with nothing but its version. */
export const WatchLine = v.looseObject({ type: v.string(), object: v.looseObject({}) })
export type WatchLine = v.InferOutput<typeof WatchLine>

/** A route, in KubeSphere's words. */
export const Ingress = v.looseObject({
  metadata: ObjectMeta,
  spec: v.looseObject({
    rules: v.nullish(v.array(v.looseObject({ host: v.optional(v.string()) }))),
  }),
  status: v.nullish(v.looseObject({ loadBalancer: v.nullish(LoadBalancerStatus) })),
})
export type Ingress = v.InferOutput<typeof Ingress>

export const IngressPage = paged(Ingress)
export type IngressPage = v.InferOutput<typeof IngressPage>
