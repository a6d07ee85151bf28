import type { Cluster, Db } from './tables'
import { emit } from './events'
import { iso, managed } from './metadata'
import {
  crashing,
  hashOf,
  imagePull,
  newPod,
  ready,
  scheduled,
  stageOf,
  started,
  templateHash,
  terminating,
  unschedulable,
} from './pods'
import { uuid } from './random'
import type { DeploymentRecord, KubeObject, PodRecord } from './records'

/** What the Deployment controller, the scheduler and the kubelets do: one move at a time, so a person can watch. */

const controllerOf = (deployment: DeploymentRecord, hash: string): KubeObject => ({
  kind: 'ReplicaSet',
  apiVersion: 'apps/v1',
  metadata: {
    ...deployment.metadata,
    name: `${deployment.metadata.name}-${hash}`,
    uid: uuid(`replicaset/${deployment.metadata.name}-${hash}`),
  },
})

/** Pods that still count, without those on their way out. */
const alive = (pods: readonly PodRecord[]) => pods.filter((pod) => stageOf(pod) !== 'terminating')

const condition = (type: string, isTrue: boolean, at: number, reason: string, message: string) => ({
  type,
  status: isTrue ? 'True' : 'False',
  lastUpdateTime: iso(at),
  lastTransitionTime: iso(at),
  reason,
  message,
})

/** After this a rollout that has not ended counts as stalled, in milliseconds. */
const PROGRESS_DEADLINE = 600_000

/** The Deployment's status for these pods. Zero counts are left out (recording c53). */
export const statusOf = (
  deployment: DeploymentRecord,
  pods: readonly PodRecord[],
  at: number,
): DeploymentRecord['status'] => {
  const hash = templateHash(deployment)
  const counted = alive(pods)
  const wanted = deployment.spec.replicas ?? 1
  const isReady = counted.filter((pod) => stageOf(pod) === 'ready').length
  const updated = counted.filter((pod) => hashOf(pod) === hash).length
  const enough = isReady >= Math.floor(wanted * 0.75)
  const done = isReady >= wanted && updated === counted.length
  const oldest = counted
    .filter((pod) => stageOf(pod) !== 'ready')
    .map((pod) => Date.parse(pod.metadata.creationTimestamp ?? ''))
  const isLate = Math.min(...oldest) + PROGRESS_DEADLINE < at
  const replicaSet = `ReplicaSet "${deployment.metadata.name}-${hash}"`
  return {
    observedGeneration: deployment.metadata.generation ?? 1,
    ...(counted.length > 0 && { replicas: counted.length }),
    ...(updated > 0 && { updatedReplicas: updated }),
    ...(isReady > 0 && { readyReplicas: isReady, availableReplicas: isReady }),
    ...(wanted > isReady && { unavailableReplicas: wanted - isReady }),
    conditions: [
      enough
        ? condition('Available', true, at, 'MinimumReplicasAvailable', 'Deployment has minimum availability.')
        : condition(
            'Available',
            false,
            at,
            'MinimumReplicasUnavailable',
            'Deployment does not have minimum availability.',
          ),
      done
        ? condition('Progressing', true, at, 'NewReplicaSetAvailable', `${replicaSet} has successfully progressed.`)
        : isLate
          ? condition('Progressing', false, at, 'ProgressDeadlineExceeded', `${replicaSet} has timed out progressing.`)
          : condition('Progressing', true, at, 'ReplicaSetUpdated', `${replicaSet} is progressing.`),
    ],
  }
}

/** Writes the Deployment's status anew. `at` in ms. */
export const syncDeployment = (db: Db, cluster: Cluster, name: string, at: number): void => {
  const deployment = cluster.deployments.get(name)
  if (!deployment) return
  const status = statusOf(deployment, cluster.pods.get(name) ?? [], at)
  const managedFields = managed(deployment.metadata.managedFields, 'kube-controller-manager', 'apps/v1', at, { status })
  cluster.deployments.put(
    name,
    db.stamp({ ...deployment, metadata: { ...deployment.metadata, managedFields }, status }),
  )
}

/**
 * One tick: everybody who waits for a node gets one, one container starts, one pod becomes ready, one goes, and the
 * Deployment adds or removes what its spec asks for. Answers whether anything moved.
 */
export const tick = (db: Db, cluster: Cluster, name: string, at: number): boolean => {
  const deployment = cluster.deployments.get(name)
  const before = cluster.pods.get(name) ?? []
  if (!deployment) return false
  const leaving = before.find((pod) => stageOf(pod) === 'terminating')
  if (leaving) cluster.buried = [...cluster.buried.slice(-199), db.stamp(leaving)]
  const after = balance(
    db,
    cluster,
    deployment,
    advance(
      db,
      cluster,
      before.filter((pod) => pod !== leaving),
      at,
    ),
    at,
  )
  const moved = after.length !== before.length || after.some((pod, index) => pod !== before[index])
  if (!moved) return false
  cluster.pods.put(
    name,
    after.map((pod) => (before.includes(pod) ? pod : db.stamp(pod))),
  )
  syncDeployment(db, cluster, name, at)
  return true
}

const advance = (db: Db, cluster: Cluster, pods: readonly PodRecord[], at: number): PodRecord[] => {
  const starting = pods.find((pod) => stageOf(pod) === 'creating')
  const readying = pods.find((pod) => stageOf(pod) === 'running')
  const nodes = cluster.nodes.values()
  return pods.map((pod, index) => {
    const node = nodes[index % nodes.length]
    if (stageOf(pod) === 'pending' && cluster.ailment === 'unschedulable') return unschedulable(pod, at)
    if (stageOf(pod) === 'pending' && node) {
      const message = `Successfully assigned ${pod.metadata.namespace ?? ''}/${pod.metadata.name} to ${node.metadata.name}`
      emit(db, cluster, pod, { reason: 'Scheduled', message, component: 'default-scheduler' }, at)
      return scheduled(pod, node, at)
    }
    if (pod === starting && cluster.ailment === 'image-pull') return imagePull(pod, at)
    if (pod === starting) {
      const image = pod.spec.containers[0]?.image ?? ''
      const pulled = `Container image "${image}" already present on machine`
      emit(db, cluster, pod, { reason: 'Pulled', message: pulled, component: 'kubelet' }, at)
      emit(db, cluster, pod, { reason: 'Created', message: 'Created container controller', component: 'kubelet' }, at)
      emit(db, cluster, pod, { reason: 'Started', message: 'Started container controller', component: 'kubelet' }, at)
      return started(pod, at)
    }
    if (pod !== readying || cluster.ailment === 'not-ready') return pod
    return cluster.ailment === 'crash-loop' ? crashing(pod, at, 1) : ready(pod, at)
  })
}

const scaled = (
  db: Db,
  cluster: Cluster,
  deployment: DeploymentRecord,
  direction: 'up' | 'down',
  hash: string,
  count: number,
  at: number,
) => {
  const message = `Scaled ${direction} replica set ${deployment.metadata.name}-${hash} to ${count}`
  emit(db, cluster, deployment, { reason: 'ScalingReplicaSet', message, component: 'deployment-controller' }, at)
}

/** Unready pods go first, then the youngest, as in Kubernetes. */
const leastMissed = (pods: readonly PodRecord[]) => pods.findLast((pod) => stageOf(pod) !== 'ready') ?? pods.at(-1)

const balance = (
  db: Db,
  cluster: Cluster,
  deployment: DeploymentRecord,
  pods: readonly PodRecord[],
  at: number,
): PodRecord[] => {
  const wanted = deployment.spec.replicas ?? 1
  const hash = templateHash(deployment)
  const fresh = alive(pods).filter((pod) => hashOf(pod) === hash)
  const old = alive(pods).filter((pod) => hashOf(pod) !== hash)
  const isSteady = fresh.every((pod) => stageOf(pod) === 'ready')

  const add = (count: number) => {
    scaled(db, cluster, deployment, 'up', hash, fresh.length + count, at)
    return Array.from({ length: count }, () => {
      const pod = newPod(deployment, db.unique('pod'), at)
      const message = `Created pod: ${pod.metadata.name}`
      const event = { reason: 'SuccessfulCreate', message, component: 'replicaset-controller' }
      emit(db, cluster, controllerOf(deployment, hash), event, at)
      return pod
    })
  }
  const drop = (from: readonly PodRecord[]) => {
    const gone = leastMissed(from)
    if (!gone) return [...pods]
    const itsHash = hashOf(gone)
    scaled(db, cluster, deployment, 'down', itsHash, from.filter((pod) => hashOf(pod) === itsHash).length - 1, at)
    emit(db, cluster, gone, { reason: 'Killing', message: 'Stopping container controller', component: 'kubelet' }, at)
    return pods.map((pod) => (pod === gone ? terminating(pod, at) : pod))
  }

  if (old.length === 0) {
    if (fresh.length > wanted) return drop(fresh)
    return fresh.length < wanted ? [...pods, ...add(wanted - fresh.length)] : [...pods]
  }
  const serving = fresh.filter((pod) => stageOf(pod) === 'ready').length + old.length
  if (serving > wanted) return drop(old)
  return isSteady && fresh.length < wanted ? [...pods, ...add(1)] : [...pods]
}
