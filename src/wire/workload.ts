import * as v from 'valibot'
import { Condition, ObjectMeta, paged } from './k8s'

/** `apps/v1 Deployment`; zero counts are left out (recording c53). */
export const Deployment = v.looseObject({
  metadata: ObjectMeta,
  spec: v.looseObject({
    replicas: v.nullish(v.number()),
    template: v.looseObject({
      spec: v.nullish(
        v.looseObject({
          containers: v.nullish(v.array(v.looseObject({ name: v.string(), image: v.optional(v.string()) }))),
        }),
      ),
    }),
  }),
  status: v.nullish(
    v.looseObject({
      observedGeneration: v.optional(v.number()),
      replicas: v.optional(v.number()),
      updatedReplicas: v.optional(v.number()),
      readyReplicas: v.optional(v.number()),
      availableReplicas: v.optional(v.number()),
      conditions: v.nullish(v.array(Condition)),
    }),
  ),
})
export type Deployment = v.InferOutput<typeof Deployment>

export const DeploymentPage = paged(Deployment)
export type DeploymentPage = v.InferOutput<typeof DeploymentPage>

const ContainerState = v.looseObject({
  waiting: v.nullish(v.looseObject({ reason: v.optional(v.string()), message: v.optional(v.string()) })),
  running: v.nullish(v.looseObject({ startedAt: v.nullish(v.string()) })),
  terminated: v.nullish(
    v.looseObject({
      reason: v.optional(v.string()),
      message: v.optional(v.string()),
      exitCode: v.optional(v.number()),
      startedAt: v.nullish(v.string()),
      finishedAt: v.nullish(v.string()),
    }),
  ),
})

const Probe = v.looseObject({
  httpGet: v.nullish(
    v.looseObject({ path: v.optional(v.string()), port: v.optional(v.union([v.number(), v.string()])) }),
  ),
  initialDelaySeconds: v.optional(v.number()),
  periodSeconds: v.optional(v.number()),
  timeoutSeconds: v.optional(v.number()),
  failureThreshold: v.optional(v.number()),
})

const Quantities = v.nullish(v.record(v.string(), v.string()))

/** `v1 Pod`; kapis lists send items without `kind`. */
export const Pod = v.looseObject({
  metadata: ObjectMeta,
  spec: v.looseObject({
    nodeName: v.optional(v.string()),
    containers: v.array(
      v.looseObject({
        name: v.string(),
        image: v.optional(v.string()),
        resources: v.nullish(v.looseObject({ requests: Quantities, limits: Quantities })),
        livenessProbe: v.nullish(Probe),
        readinessProbe: v.nullish(Probe),
      }),
    ),
  }),
  status: v.nullish(
    v.looseObject({
      phase: v.optional(v.string()),
      reason: v.optional(v.string()),
      message: v.optional(v.string()),
      podIP: v.optional(v.string()),
      hostIP: v.optional(v.string()),
      startTime: v.nullish(v.string()),
      conditions: v.nullish(v.array(Condition)),
      containerStatuses: v.nullish(
        v.array(
          v.looseObject({
            name: v.string(),
            ready: v.boolean(),
            restartCount: v.number(),
            image: v.optional(v.string()),
            state: v.nullish(ContainerState),
            lastState: v.nullish(ContainerState),
          }),
        ),
      ),
    }),
  ),
})
export type Pod = v.InferOutput<typeof Pod>

/** `v1 Node` (recording e51). */
export const Node = v.looseObject({
  metadata: ObjectMeta,
  spec: v.nullish(
    v.looseObject({
      unschedulable: v.optional(v.boolean()),
      taints: v.nullish(v.array(v.looseObject({ key: v.string(), effect: v.string() }))),
    }),
  ),
  status: v.nullish(v.looseObject({ conditions: v.nullish(v.array(Condition)) })),
})
export type Node = v.InferOutput<typeof Node>

export const NodePage = paged(Node)

export const PodPage = paged(Pod)
export type PodPage = v.InferOutput<typeof PodPage>
