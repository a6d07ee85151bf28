import * as v from 'valibot'
import { Condition, LoadBalancerStatus, ObjectMeta, paged, ServicePort } from './k8s'

const StringMap = v.record(v.string(), v.string())

/**
 * `gateway.kubesphere.io/v1alpha1 Gateway`. Items of `GET …/namespaces/{ns}/gateways` have no `kind` and no
 * `apiVersion`; `status` is `null` right after a create (recording b11).
 */
export const Gateway = v.looseObject({
  kind: v.optional(v.string()),
  apiVersion: v.optional(v.string()),
  metadata: ObjectMeta,
  spec: v.looseObject({
    controller: v.nullish(
      v.looseObject({
        replicas: v.nullish(v.number()),
        annotations: v.nullish(StringMap),
        config: v.nullish(StringMap),
        scope: v.nullish(v.looseObject({ enabled: v.nullish(v.boolean()), namespace: v.nullish(v.string()) })),
      }),
    ),
    deployment: v.nullish(
      v.looseObject({
        replicas: v.nullish(v.number()),
        annotations: v.nullish(StringMap),
        resources: v.nullish(v.looseObject({})),
      }),
    ),
    service: v.nullish(v.looseObject({ type: v.nullish(v.string()), annotations: v.nullish(StringMap) })),
  }),
  status: v.nullish(
    v.looseObject({
      conditions: v.nullish(v.array(Condition)),
      // Added by the two kapis reads only; RAW reads and PUT answers lack them.
      loadBalancer: v.nullish(LoadBalancerStatus),
      service: v.nullish(v.array(ServicePort)),
      deployedRelease: v.nullish(v.looseObject({ name: v.nullish(v.string()) })),
    }),
  ),
})
export type Gateway = v.InferOutput<typeof Gateway>

/** `GET …/namespaces/{ns}/gateways`: `null` when there is none (recording a52). */
export const GatewaysOfNamespace = v.nullable(v.array(Gateway))

/** `GET …/gateways`: all gateways of a cluster, the cluster gateway among them, paged. */
export const GatewayPage = paged(Gateway)
export type GatewayPage = v.InferOutput<typeof GatewayPage>

/** `nginxes.gateway.kubesphere.io`: the second Helm step. Its conditions hold failures that the Gateway hides (e50). */
export const Nginx = v.looseObject({
  metadata: ObjectMeta,
  spec: v.nullish(
    v.looseObject({
      controller: v.nullish(
        v.looseObject({
          replicaCount: v.nullish(v.number()),
          config: v.nullish(StringMap),
          service: v.nullish(v.looseObject({ type: v.nullish(v.string()), annotations: v.nullish(StringMap) })),
        }),
      ),
    }),
  ),
  status: v.nullish(v.looseObject({ conditions: v.nullish(v.array(Condition)) })),
})
export type Nginx = v.InferOutput<typeof Nginx>

/** What kapis answers to a DELETE (recording h21), and the body of resources v1alpha2 errors (a72). */
export const Message = v.looseObject({ message: v.string() })
export type Message = v.InferOutput<typeof Message>
