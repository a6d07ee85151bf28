import { settle } from './controller'
import { emit } from './events'
import { saveGateway, updated } from './gateway-store'
import { crashing, imagePull, noNode, stageOf } from './pods'
import type { GatewayRecord, PodRecord } from './records'
import { syncDeployment } from './rollout'
import type { Ailment, Cluster, Db } from './tables'
import type { World } from './world'

/** What keeps the pods of a cluster from getting ready, and what the cluster tells of it. Times in ms since 1970. */

const warn = (
  db: Db,
  cluster: Cluster,
  pod: PodRecord,
  what: { reason: string; message: string; component: string; times: number },
  since: number,
  at: number,
) => emit(db, cluster, pod, { ...what, type: 'Warning', since }, at)

/** The symptoms of one pod that has been ill from `since` to `at`. */
const symptoms = (db: Db, cluster: Cluster, pod: PodRecord, ailment: Ailment, since: number, at: number): void => {
  const tell = (reason: string, message: string, component: string, times: number) =>
    warn(db, cluster, pod, { reason, message, component, times }, since, at)
  switch (ailment) {
    case 'crash-loop':
      return tell('BackOff', 'Back-off restarting failed container', 'kubelet', 41)
    case 'image-pull': {
      const image = pod.spec.containers[0]?.image ?? ''
      tell('Failed', `Failed to pull image "${image}": rpc error: code = NotFound desc = not found`, 'kubelet', 4)
      return tell('Failed', 'Error: ImagePullBackOff', 'kubelet', 38)
    }
    case 'unschedulable':
      return tell('FailedScheduling', noNode, 'default-scheduler', 22)
    case 'not-ready': {
      const healthz = `http://${pod.status.podIP ?? '10.244.2.17'}:10254/healthz`
      const message = `Readiness probe failed: Get "${healthz}": context deadline exceeded`
      return tell('Unhealthy', message, 'kubelet', 87)
    }
  }
}

/** How long the pods of a scenario have been ill when it begins. */
const SINCE = 26 * 60_000

/**
 * From here on new pods fall ill. Three replicas are asked for, so the one that was there goes on serving and the
 * others show what is wrong.
 */
export const fallIll = (world: World, cluster: Cluster, gateway: GatewayRecord, ailment: Ailment): void => {
  const { db } = world
  const now = db.seededAt
  const since = now - SINCE
  const { name } = gateway.metadata
  cluster.ailment = ailment
  const spec = { ...gateway.spec, deployment: { ...gateway.spec.deployment, replicas: 3 } }
  saveGateway(world, cluster, updated(gateway, { metadata: gateway.metadata, spec }, 'unknown', since), since)
  settle(world, since + SINCE / 2)
  const pods = cluster.pods.get(name) ?? []
  const later = pods.map((pod) => {
    if (stageOf(pod) === 'ready') return pod
    symptoms(db, cluster, pod, ailment, since, now - 40_000)
    return db.stamp(
      ailment === 'crash-loop' ? crashing(pod, now, 9) : ailment === 'image-pull' ? imagePull(pod, now) : pod,
    )
  })
  cluster.pods.put(name, later)
  syncDeployment(db, cluster, name, now)
}
