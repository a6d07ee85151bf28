import { CONTROLLER_IMAGE, selectorOf } from './pod-template'
import { isObject } from './json'
import { iso, managed } from './metadata'
import { between, hash, hex, suffix, uuid } from './random'
import type { DeploymentRecord, NodeRecord, PodRecord } from './records'

/**
 * Pods and the stages they go through. The stage is read back from the pod itself, so nothing has to be remembered
 * beside it. Shapes from recordings c41 and d13.
 */
export type Stage =
  | 'pending'
  | 'creating'
  | 'running'
  | 'ready'
  | 'crashing'
  | 'pulling'
  | 'unschedulable'
  | 'terminating'

/** The hash of a pod template, as it appears in ReplicaSet and pod names. */
export const templateHash = (deployment: DeploymentRecord): string =>
  suffix(`${deployment.metadata.uid}/${hash(JSON.stringify(deployment.spec.template))}`, 10)

/** The template hash a pod was made from. */
export const hashOf = (pod: PodRecord): string => pod.metadata.labels?.['pod-template-hash'] ?? ''

/** The stage a pod is in. */
export const stageOf = (pod: PodRecord): Stage => {
  if (pod.metadata.deletionTimestamp) return 'terminating'
  const container = pod.status.containerStatuses?.[0]
  if (container?.ready) return 'ready'
  if (container?.state?.waiting?.reason === 'CrashLoopBackOff') return 'crashing'
  if (container?.state?.waiting?.reason === 'ImagePullBackOff') return 'pulling'
  if (container?.state?.running) return 'running'
  if (container) return 'creating'
  return pod.status.conditions?.some(({ reason }) => reason === 'Unschedulable') ? 'unschedulable' : 'pending'
}

const tolerations = ['not-ready', 'unreachable'].map((taint) => ({
  key: `node.kubernetes.io/${taint}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}))

/** A pod of a Deployment that nobody has scheduled yet. `at` in ms. */
export const newPod = (deployment: DeploymentRecord, uid: string, at: number): PodRecord => {
  const { name: gateway, namespace = '' } = deployment.metadata
  const templateSpec = isObject(deployment.spec.template.spec) ? deployment.spec.template.spec : {}
  const rsHash = templateHash(deployment)
  const owner = `${gateway}-${rsHash}`
  const token = `${gateway}-token-${suffix(deployment.metadata.uid, 5)}`
  const labels = { ...selectorOf(gateway), 'pod-template-hash': rsHash }
  const metadata = {
    name: `${owner}-${suffix(uid, 5)}`,
    generateName: `${owner}-`,
    namespace,
    uid,
    resourceVersion: '',
    creationTimestamp: iso(at),
    labels,
    annotations: { 'sidecar.istio.io/inject': injectionOf(deployment) },
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        name: owner,
        uid: uuid(`replicaset/${owner}`),
        controller: true,
        blockOwnerDeletion: true,
      },
    ],
    managedFields: managed(undefined, 'kube-controller-manager', 'v1', at, { metadata: { labels }, spec: {} }),
  }
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata,
    spec: {
      volumes: [{ name: token, secret: { secretName: token, defaultMode: 420 } }],
      ...templateSpec,
      containers: (deployment.spec.template.spec?.containers ?? []).map((container) => ({
        ...container,
        volumeMounts: [{ name: token, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }],
      })),
      tolerations,
      priority: 0,
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
    },
    status: { phase: 'Pending', qosClass: 'Burstable' },
  }
}

const injectionOf = (deployment: DeploymentRecord): string => {
  const metadata = deployment.spec.template['metadata']
  const annotations = isObject(metadata) && isObject(metadata['annotations']) ? metadata['annotations'] : {}
  return String(annotations['sidecar.istio.io/inject'] ?? 'false')
}

const condition = (type: string, isTrue: boolean, at: number, reason?: string, message?: string) => ({
  type,
  status: isTrue ? 'True' : 'False',
  lastProbeTime: null,
  lastTransitionTime: iso(at),
  ...(reason && { reason }),
  ...(message && { message }),
})

const conditions = (isReady: boolean, at: number, startedAt: number) => {
  const why = isReady ? [] : (['ContainersNotReady', 'containers with unready status: [controller]'] as const)
  return [
    condition('Initialized', true, startedAt),
    condition('Ready', isReady, at, ...why),
    condition('ContainersReady', isReady, at, ...why),
    condition('PodScheduled', true, startedAt),
  ]
}

const withStatus = (pod: PodRecord, status: PodRecord['status'], at: number): PodRecord => ({
  ...pod,
  metadata: {
    ...pod.metadata,
    managedFields: managed(pod.metadata.managedFields, 'kubelet', 'v1', at, { status: { phase: '', conditions: '' } }),
  },
  status,
})

/** The pod on a node, its image being pulled. */
export const scheduled = (pod: PodRecord, node: NodeRecord, at: number): PodRecord => ({
  ...withStatus(
    pod,
    {
      phase: 'Pending',
      conditions: conditions(false, at, at),
      hostIP: node.status.addresses.find(({ type }) => type === 'InternalIP')?.address ?? '',
      startTime: iso(at),
      containerStatuses: [
        {
          name: 'controller',
          state: { waiting: { reason: 'ContainerCreating' } },
          lastState: {},
          ready: false,
          restartCount: 0,
          image: CONTROLLER_IMAGE,
          imageID: '',
          started: false,
        },
      ],
      qosClass: 'Burstable',
    },
    at,
  ),
  spec: { ...pod.spec, nodeName: node.metadata.name },
})

const container = (pod: PodRecord, at: number) => ({
  name: 'controller',
  state: { running: { startedAt: iso(at) } },
  lastState: {},
  ready: false,
  restartCount: 0,
  image: CONTROLLER_IMAGE,
  imageID:
    'kubesphere/nginx-ingress-controller@sha256:9d6b1f6287eb35a46bcaf2075e1415b1fd8f587cbbc93c15041aaabbbffb3847',
  containerID: `containerd://${hex(pod.metadata.uid, 64)}`,
  started: true,
})

const startOf = (pod: PodRecord, at: number) => Date.parse(pod.status.startTime ?? iso(at))

/** The pod running, its readiness probe still failing. */
export const started = (pod: PodRecord, at: number): PodRecord => {
  const podIP = `10.244.${between(`${pod.metadata.uid}/c`, 0, 8)}.${between(`${pod.metadata.uid}/d`, 2, 255)}`
  return withStatus(
    pod,
    {
      ...pod.status,
      phase: 'Running',
      conditions: conditions(false, at, startOf(pod, at)),
      podIP,
      podIPs: [{ ip: podIP }],
      containerStatuses: [container(pod, at)],
    },
    at,
  )
}

/** The pod taking traffic. */
export const ready = (pod: PodRecord, at: number): PodRecord =>
  withStatus(
    pod,
    {
      ...pod.status,
      conditions: conditions(true, at, startOf(pod, at)),
      containerStatuses: (pod.status.containerStatuses ?? []).map((status) => ({ ...status, ready: true })),
    },
    at,
  )

/** The pod restarting again and again because it runs out of memory. */
export const crashing = (pod: PodRecord, at: number, restarts: number): PodRecord => {
  const status = container(pod, at)
  const message = `back-off 5m0s restarting failed container=controller pod=${pod.metadata.name}_${pod.metadata.namespace ?? ''}(${pod.metadata.uid})`
  return withStatus(
    pod,
    {
      ...pod.status,
      phase: 'Running',
      conditions: conditions(false, at, startOf(pod, at)),
      containerStatuses: [
        {
          ...status,
          state: { waiting: { reason: 'CrashLoopBackOff', message } },
          lastState: {
            terminated: {
              exitCode: 137,
              reason: 'OOMKilled',
              startedAt: iso(at - 40_000),
              finishedAt: iso(at - 12_000),
              containerID: status.containerID,
            },
          },
          restartCount: restarts,
          started: false,
        },
      ],
    },
    at,
  )
}

/** What the scheduler says when no node takes a pod. */
export const noNode =
  "0/3 nodes are available: 1 Insufficient memory, 2 node(s) had taint {dedicated: database}, that the pod didn't tolerate."

/** The pod that no node takes. */
export const unschedulable = (pod: PodRecord, at: number): PodRecord =>
  withStatus(
    pod,
    { ...pod.status, phase: 'Pending', conditions: [condition('PodScheduled', false, at, 'Unschedulable', noNode)] },
    at,
  )

/** The pod on its node whose image is not to be had. */
export const imagePull = (pod: PodRecord, at: number): PodRecord => {
  const message = `Back-off pulling image "${pod.spec.containers[0]?.image ?? ''}"`
  return withStatus(
    pod,
    {
      ...pod.status,
      containerStatuses: (pod.status.containerStatuses ?? []).map((status) => ({
        ...status,
        state: { waiting: { reason: 'ImagePullBackOff', message } },
      })),
    },
    at,
  )
}

/** The pod running again after it was killed for its memory. `at` in ms is when it came back. */
export const restarted = (pod: PodRecord, at: number, restarts: number): PodRecord => {
  const [before] = crashing(pod, at, restarts).status.containerStatuses ?? []
  const status = { ...container(pod, at), ready: true, lastState: before?.lastState ?? {}, restartCount: restarts }
  return withStatus(
    pod,
    { ...pod.status, conditions: conditions(true, at, startOf(pod, at)), containerStatuses: [status] },
    at,
  )
}

/** The pod on its way out. */
export const terminating = (pod: PodRecord, at: number): PodRecord => ({
  ...pod,
  metadata: { ...pod.metadata, deletionTimestamp: iso(at), deletionGracePeriodSeconds: 300 },
})
