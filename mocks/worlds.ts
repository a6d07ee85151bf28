import { fallIll } from './ailments'
import { settle } from './controller'
import { type Cluster, type Db } from './tables'
import { emit } from './events'
import type { GatewayParts } from './fixtures'
import { saveGateway, updated } from './gateway-store'
import { allUsers, globalRoles, platformCluster } from './identities'
import { legacyService, legacyUid } from './legacy'
import { addMany, MANY } from './many'
import { addMixedStates, MIXED_PROJECTS } from './mixed-states'
import { gatewayName, SYSTEM } from './names'
import { crashing, restarted } from './pods'
import { syncDeployment } from './rollout'
import type { GatewayRecord } from './records'
import { MINUTE, HOUR, DAY, emptyCluster, addRoutes, worldOf, install, nodePort, PROJECTS } from './new-cluster'

/** What each scenario begins with. Times are counted back from the moment the world begins. */

const aliyun: GatewayParts = {
  namespace: SYSTEM,
  type: 'LoadBalancer',
  replicas: 2,
  tracing: true,
  provider: 'Aliyun ACK',
  serviceAnnotations: {
    'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': 'internet',
    'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec': 'slb.s1.small',
  },
  config: { 'proxy-body-size': '50m', 'use-gzip': 'true' },
}

const openElb: GatewayParts = {
  namespace: SYSTEM,
  type: 'LoadBalancer',
  provider: 'OpenELB',
  serviceAnnotations: { 'lb.kubesphere.io/v1alpha1': 'openelb' },
}

const amazon: GatewayParts = {
  namespace: SYSTEM,
  type: 'LoadBalancer',
  provider: 'Amazon EKS',
  serviceAnnotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' },
}

const pendingSince = (db: Db, cluster: Cluster, age: number) => {
  const service = cluster.services.get(gatewayName(SYSTEM))
  const failed = cluster.events.values().find(({ reason }) => reason === 'SyncLoadBalancerFailed')
  if (!service || !failed) throw new Error('the load balancer did not fail')
  const again = { reason: failed.reason, message: failed.message, type: failed.type, component: 'service-controller' }
  emit(db, cluster, service, { ...again, times: 11 }, db.seededAt - age)
}

const failHelm = (db: Db, cluster: Cluster) => {
  const before = nodePort(db, cluster)
  const at = db.seededAt - 3 * HOUR
  const spec = { ...before.spec, deployment: { ...before.spec.deployment, replicas: -1 } }
  const world = worldOf(db)
  saveGateway(world, cluster, updated(before, { metadata: before.metadata, spec }, 'unknown', at), at)
  settle(world, at + MINUTE)
}

/** Somebody changed the replicas just now; the operator takes it up while one looks. */
const scale = (db: Db, cluster: Cluster, before: GatewayRecord, replicas: number) => {
  const spec = { ...before.spec, deployment: { ...before.spec.deployment, replicas } }
  const next = updated(before, { metadata: before.metadata, spec }, 'unknown', db.seededAt)
  saveGateway(worldOf(db), cluster, next, db.seededAt)
}

const degrade = (db: Db, cluster: Cluster) => {
  const { name } = install(db, cluster, { namespace: SYSTEM, type: 'NodePort', replicas: 3 }, 12 * DAY).metadata
  const pods = cluster.pods.get(name) ?? []
  const last = pods.at(-1)
  if (!last) throw new Error(`${name} has no pods`)
  const at = db.seededAt - 2 * MINUTE
  const since = db.seededAt - 50 * MINUTE
  const scheduling =
    "0/3 nodes are available: 1 node(s) had taint {node.kubernetes.io/memory-pressure: }, that the pod didn't tolerate, 2 node(s) didn't match pod anti-affinity rules."
  const warn = (reason: string, message: string, component: string, times: number) => {
    emit(db, cluster, last, { reason, message, type: 'Warning', component, times, since }, at)
  }
  cluster.pods.put(name, [...pods.slice(0, -1), db.stamp(crashing(last, at, 11))])
  warn('FailedScheduling', scheduling, 'default-scheduler', 2)
  warn(
    'Unhealthy',
    'Readiness probe failed: Get "http://10.244.2.17:10254/healthz": dial tcp: connect: connection refused',
    'kubelet',
    24,
  )
  warn('BackOff', 'Back-off restarting failed container', 'kubelet', 41)
  syncDeployment(db, cluster, name, at)
}

/** One pod of two came back ten minutes ago. */
const restart = (db: Db, cluster: Cluster) => {
  const { name } = install(db, cluster, { namespace: SYSTEM, type: 'NodePort', replicas: 2 }, 12 * DAY).metadata
  const [first, ...others] = cluster.pods.get(name) ?? []
  if (!first) throw new Error(`${name} has no pods`)
  cluster.pods.put(name, [db.stamp(restarted(first, db.seededAt - 10 * MINUTE, 3)), ...others])
  syncDeployment(db, cluster, name, db.seededAt - 10 * MINUTE)
}

/** A cluster gateway of so many pods, whose log is what the scenario is about. */
const withLogs = (db: Db, replicas: number, logging: Db['platform']['logging']) => {
  db.platform = { ...db.platform, logging }
  install(db, emptyCluster(db, 'default', 'ip'), { namespace: SYSTEM, type: 'NodePort', replicas }, 2 * DAY)
}

const addLegacy = (db: Db, cluster: Cluster, project: string, age: number, config?: Record<string, string>) => {
  const annotations = { 'servicemesh.kubesphere.io/enabled': 'false' }
  const service = legacyService(project, legacyUid(project), 'NodePort', annotations, db.seededAt - age)
  cluster.services.put(service.metadata.name, db.stamp(service))
  if (config) cluster.legacyConfigs.put(project, config)
}

/** Fills an empty database with what its scenario begins with. */
export const build = (db: Db): void => {
  const began = db.seededAt - 90 * DAY
  for (const user of allUsers(began)) db.users.put(user.metadata.name, user)
  for (const role of globalRoles(began)) db.globalRoles.put(role.metadata.name, role)
  buildClusters(db)
}

const buildClusters = (db: Db): void => {
  switch (db.scenario) {
    case 'empty':
      emptyCluster(db, 'default', 'ip')
      return
    case 'nodeport':
    case 'spike-5xx':
    case 'no-traffic':
    case 'prometheus-down':
    case 'one-metric-failing':
    case 'clock-skew':
    case 'metric-nan':
      nodePort(db, emptyCluster(db, 'default', 'ip'))
      return
    case 'no-servicemesh':
      db.platform = { ...db.platform, servicemesh: false }
      nodePort(db, emptyCluster(db, 'default', 'ip'))
      return
    case 'loadbalancer':
      install(db, emptyCluster(db, 'default', 'dual'), aliyun, 21 * DAY)
      return
    case 'lb-pending': {
      const cluster = emptyCluster(db, 'default', 'never')
      install(db, cluster, openElb, HOUR)
      pendingSince(db, cluster, 4 * MINUTE)
      return
    }
    case 'lb-hostname':
      install(db, emptyCluster(db, 'default', 'hostname'), amazon, 9 * DAY)
      return
    case 'helm-failed':
      failHelm(db, emptyCluster(db, 'default', 'ip'))
      return
    case 'both-kinds':
    case 'many-routes': {
      const cluster = emptyCluster(db, 'default', 'ip')
      // Project gateways must be older: the server refuses them once there is a cluster gateway.
      install(db, cluster, { namespace: 'shop', type: 'NodePort', replicas: 2, tracing: true }, 60 * DAY)
      install(
        db,
        cluster,
        { namespace: 'dev', type: 'LoadBalancer', provider: 'Aliyun ACK', creator: 'projectadmin' },
        50 * DAY,
      )
      nodePort(db, cluster)
      if (db.scenario === 'many-routes') addRoutes(db, cluster, 150)
      return
    }
    case 'legacy': {
      const cluster = emptyCluster(db, 'default', 'ip', [...PROJECTS, 'legacy-two'])
      addLegacy(db, cluster, 'legacy-app', 400 * DAY)
      addLegacy(db, cluster, 'legacy-two', 380 * DAY, { 'proxy-body-size': '50m' })
      return
    }
    case 'mixed-states':
      addMixedStates(db, emptyCluster(db, 'default', 'ip', [...PROJECTS, ...MIXED_PROJECTS]), { install, addLegacy })
      return
    case 'degraded':
      degrade(db, emptyCluster(db, 'default', 'ip'))
      return
    case 'rolling-out': {
      const cluster = emptyCluster(db, 'default', 'ip')
      const before = install(db, cluster, { namespace: SYSTEM, type: 'NodePort', replicas: 2 }, 12 * DAY)
      scale(db, cluster, before, 8)
      return
    }
    case 'crash-loop':
    case 'image-pull':
    case 'unschedulable':
    case 'not-ready': {
      const cluster = emptyCluster(db, 'default', 'ip')
      fallIll(worldOf(db), cluster, nodePort(db, cluster), db.scenario)
      return
    }
    case 'scaled-to-zero':
      install(db, emptyCluster(db, 'default', 'ip'), { namespace: SYSTEM, type: 'NodePort', replicas: 0 }, 12 * DAY)
      return
    case 'many-pods':
      install(db, emptyCluster(db, 'default', 'ip'), { namespace: SYSTEM, type: 'NodePort', replicas: 100 }, 12 * DAY)
      return
    case 'many-projects': {
      const cluster = emptyCluster(db, 'default', 'ip')
      for (let index = 0; index < MANY; index += 1) addMany(db, cluster, index)
      return
    }
    case 'busy-logs':
      withLogs(db, 8, 'on')
      return
    case 'logging-on':
      withLogs(db, 2, 'on')
      return
    case 'quiet-logs':
    case 'hostile-logs':
      withLogs(db, 1, 'on')
      return
    case 'logging-off':
    case 'log-stream-drops':
      withLogs(db, 2, 'off')
      return
    case 'restarted-pod':
      restart(db, emptyCluster(db, 'default', 'ip'))
      return
    case 'multicluster': {
      db.platform = { ...db.platform, multicluster: true }
      nodePort(db, emptyCluster(db, 'host', 'ip'))
      const east = emptyCluster(db, 'member-east', 'dual', ['shop', 'billing', 'dev'])
      install(db, east, aliyun, 18 * DAY)
      const west = emptyCluster(db, 'member-west', 'ip', ['dev', 'dev-2'])
      install(db, west, { namespace: 'dev', type: 'NodePort' }, 5 * DAY)
      const began = db.seededAt - 90 * DAY
      const regions = { host: 'eu-central', 'member-east': 'ap-east', 'member-west': 'us-west' }
      for (const [index, [name, region]] of Object.entries(regions).entries()) {
        // Modules are each cluster's own: the one in the west runs without service mesh.
        const modules = { servicemesh: name !== 'member-west' }
        const cluster = platformCluster(name, name === 'host', region, began + index * DAY, modules)
        db.clusterObjects.put(name, cluster)
      }
    }
  }
}
