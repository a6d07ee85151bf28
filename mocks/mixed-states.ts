import type { GatewayParts } from './fixtures'
import { iso } from './metadata'
import { crashing, started } from './pods'
import { syncDeployment } from './rollout'
import type { GatewayRecord, PodRecord } from './records'
import type { Cluster, Db } from './tables'

/** Project gateways in every state that a table of them can show. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Projects beside the usual ones. */
export const MIXED_PROJECTS = ['payments', 'reports', 'media']

interface Tools {
  install: (db: Db, cluster: Cluster, parts: GatewayParts, age: number) => GatewayRecord
  addLegacy: (db: Db, cluster: Cluster, project: string, age: number) => void
}

const withLastPod = (db: Db, cluster: Cluster, name: string, at: number, change: (pod: PodRecord) => PodRecord) => {
  const pods = cluster.pods.get(name) ?? []
  const last = pods.at(-1)
  if (!last) throw new Error(`${name} has no pods`)
  cluster.pods.put(name, [...pods.slice(0, -1), db.stamp(change(last))])
  syncDeployment(db, cluster, name, at)
}

/** One pod crashes again and again, long after the last rollout ended well. */
const degrade = (db: Db, cluster: Cluster, { metadata }: GatewayRecord) => {
  const at = db.seededAt - 2 * MINUTE
  const before = cluster.deployments.get(metadata.name)?.status.conditions ?? []
  withLastPod(db, cluster, metadata.name, at, (pod) => crashing(pod, at, 7))
  const now = cluster.deployments.get(metadata.name)
  if (!now) throw new Error(`${metadata.name} has no Deployment`)
  const kept = before.filter(({ type }) => type === 'Progressing')
  const conditions = [...(now.status.conditions ?? []).filter(({ type }) => type !== 'Progressing'), ...kept]
  cluster.deployments.put(metadata.name, db.stamp({ ...now, status: { ...now.status, conditions } }))
}

/** Its last pod runs, and is not ready yet. */
const start = (db: Db, cluster: Cluster, { metadata }: GatewayRecord) => {
  const at = db.seededAt - 5_000
  withLastPod(db, cluster, metadata.name, at, (pod) => started(pod, at))
}

/** Its first Helm step failed, which the Gateway itself tells. */
const fail = (db: Db, cluster: Cluster, record: GatewayRecord) => {
  const time = { lastTransitionTime: iso(db.seededAt - 5 * MINUTE) }
  const message = 'failed to download chart: Get "https://charts.example.com/gateway-0.1.0.tgz": dial tcp: i/o timeout'
  const conditions = [
    { ...time, status: 'True', type: 'Initialized' },
    { ...time, message, reason: 'ReconcileError', status: 'True', type: 'Irreconcilable' },
    { ...time, message, reason: 'UpgradeError', status: 'True', type: 'ReleaseFailed' },
  ]
  const status = { conditions, deployedRelease: { name: record.metadata.name } }
  cluster.gateways.put(record.metadata.name, db.stamp({ ...record, status }))
}

/** Deleted, but the operator does not let go of it. */
const remove = (db: Db, cluster: Cluster, record: GatewayRecord) => {
  const deletionTimestamp = iso(db.seededAt - 3 * MINUTE)
  const metadata = { ...record.metadata, deletionTimestamp, deletionGracePeriodSeconds: 0 }
  cluster.gateways.put(record.metadata.name, db.stamp({ ...record, metadata }))
}

/** Made by hand: its name says `media`, its scope `dev`. Kapis would take it for the gateway of `dev`. */
const misname = (db: Db, cluster: Cluster, record: GatewayRecord) => {
  const controller = { ...record.spec.controller, scope: { enabled: true, namespace: 'dev' } }
  cluster.gateways.put(record.metadata.name, db.stamp({ ...record, spec: { ...record.spec, controller } }))
}

/** Fills a cluster. */
export const addMixedStates = (db: Db, cluster: Cluster, { install, addLegacy }: Tools): void => {
  const nodePort = (namespace: string, replicas: number, days: number) =>
    install(db, cluster, { namespace, type: 'NodePort', replicas }, days * DAY)
  nodePort('shop', 2, 60)
  degrade(db, cluster, nodePort('dev', 3, 50))
  fail(db, cluster, nodePort('shop-staging', 1, 40))
  remove(db, cluster, nodePort('dev-2', 1, 30))
  nodePort('empty-proj', 0, 20)
  cluster.cloud = 'never'
  install(db, cluster, { namespace: 'billing', type: 'LoadBalancer', provider: 'OpenELB' }, 10 * DAY)
  cluster.cloud = 'ip'
  install(db, cluster, { namespace: 'payments', type: 'LoadBalancer', provider: 'Aliyun ACK', tracing: true }, 8 * DAY)
  misname(db, cluster, nodePort('media', 1, 6))
  addLegacy(db, cluster, 'legacy-app', 400 * DAY)
  start(db, cluster, install(db, cluster, { namespace: 'reports', type: 'NodePort', replicas: 2 }, MINUTE))
}
