import {
  chartError,
  deploymentAnnotations,
  deploymentOf,
  nginxOf,
  nginxSpec,
  serviceOf,
  wantedReplicas,
  wantedServiceType,
} from './charts'
import type { Cluster } from './tables'
import { emit } from './events'
import { sameJson } from './json'
import { addressesOf } from './load-balancer'
import { chartNotes } from './manifests'
import { iso, managed, withCondition } from './metadata'
import { GATEWAY_API, nginxName } from './names'
import { podTemplate } from './pod-template'
import { uuid } from './random'
import type { GatewayRecord, NginxRecord, ServiceRecord } from './records'
import { syncDeployment } from './rollout'
import { ADDRESS, ADOPT, own, schedule } from './steps'
import type { World } from './world'

/** The two Helm steps and what they install. All times `at` are in ms since 1970. */

/** The first Helm step. It succeeds whatever the spec says: that is why failures hide in the Nginx object. */
export const install = ({ db }: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  const time = iso(at)
  const isFirst = gateway.status === undefined
  const deployed = isFirst
    ? { reason: 'InstallSuccessful', message: 'release was successfully installed' }
    : { reason: 'UpgradeSuccessful', message: 'release was successfully upgraded' }
  const conditions = [
    { lastTransitionTime: time, ...deployed, status: 'True', type: 'Deployed' },
    { lastTransitionTime: time, status: 'True', type: 'Initialized' },
    { lastTransitionTime: time, status: 'False', type: 'Irreconcilable' },
    { lastTransitionTime: time, status: 'False', type: 'ReleaseFailed' },
  ].reduce(withCondition, gateway.status?.conditions ?? [])
  const status = { conditions, deployedRelease: { name: gateway.metadata.name } }
  cluster.gateways.put(
    gateway.metadata.name,
    db.stamp({
      ...gateway,
      metadata: {
        ...gateway.metadata,
        finalizers: ['uninstall-helm-release'],
        managedFields: managed(gateway.metadata.managedFields, 'ks-controller-manager', GATEWAY_API, at, {
          metadata: { finalizers: '' },
          status: { conditions: '', deployedRelease: '' },
        }),
      },
      status,
    }),
  )
}

/** The second Helm step begins: the Nginx object, and from it everything else. */
export const deploy = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  putNginx(world, cluster, nginxOf(gateway, iso(at)), at)
  rollout(world, cluster, gateway, at)
  // A Service that an upgrade left behind is taken over later, with its address and ports.
  const taken = cluster.services.get(gateway.metadata.name)
  const isInherited = taken && !taken.metadata.ownerReferences
  if (isInherited) schedule(world, cluster, own(gateway), 'service', at, ADOPT)
  else service(world, cluster, gateway, at)
}

const putNginx = ({ db }: World, cluster: Cluster, nginx: NginxRecord, at: number): void => {
  const managedFields = managed(nginx.metadata.managedFields, 'ks-controller-manager', GATEWAY_API, at, {
    metadata: { annotations: '', finalizers: '', labels: '', ownerReferences: '' },
    spec: nginx.spec,
    status: { conditions: '', deployedRelease: '' },
  })
  const stored = db.stamp({ ...nginx, metadata: { ...nginx.metadata, managedFields } })
  cluster.nginxes.put(nginx.metadata.name, stored)
}

/** The Nginx object gets the values of the Gateway. */
export const release = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  const nginx = cluster.nginxes.get(nginxName(gateway.metadata.name))
  const spec = nginxSpec(gateway)
  if (!nginx || sameJson(nginx.spec, spec)) return
  const generation = (nginx.metadata.generation ?? 1) + 1
  putNginx(world, cluster, { ...nginx, metadata: { ...nginx.metadata, generation }, spec }, at)
}

const overridden = [
  'Chart value "controller.image.repository" overridden to "kubesphere/nginx-ingress-controller" by operator',
  'Chart value "controller.image.tag" overridden to "v1.1.0" by operator',
]

/** The Nginx object's own Helm run: its conditions say whether the chart could be applied (recordings e48 and e50). */
export const rollout = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  const { db } = world
  const { name, namespace = '' } = gateway.metadata
  const nginx = cluster.nginxes.get(nginxName(name))
  if (!nginx) return
  for (const message of overridden) {
    emit(db, cluster, nginx, { reason: 'ValueOverridden', message, type: 'Warning', component: 'nginx-controller' }, at)
  }
  const message = chartError(nginx)
  const isFirst = !nginx.status?.conditions.some(({ type }) => type === 'Deployed')
  const time = { lastTransitionTime: iso(at) }
  const deployed = {
    ...time,
    message: chartNotes(name, namespace, wantedServiceType(gateway)),
    reason: isFirst ? 'InstallSuccessful' : 'UpgradeSuccessful',
    status: 'True',
    type: 'Deployed',
  }
  const failed = (type: string, reason: string) =>
    message ? { ...time, message, reason, status: 'True', type } : { ...time, status: 'False', type }
  const conditions = [
    ...(message ? [] : [deployed]),
    { ...time, status: 'True', type: 'Initialized' },
    failed('Irreconcilable', 'ReconcileError'),
    failed('ReleaseFailed', isFirst ? 'InstallError' : 'UpgradeError'),
  ].reduce(withCondition, nginx.status?.conditions ?? [])
  putNginx(world, cluster, { ...nginx, status: { conditions, deployedRelease: { name: nginx.metadata.name } } }, at)
  if (!message) deployment(world, cluster, gateway, nginx, at)
}

const deployment = (world: World, cluster: Cluster, gateway: GatewayRecord, nginx: NginxRecord, at: number): void => {
  const { db } = world
  const { name } = gateway.metadata
  const present = cluster.deployments.get(name)
  const isOurs = present?.metadata.ownerReferences?.[0]?.uid === nginx.metadata.uid
  const base = present && isOurs ? present : deploymentOf(gateway, nginx, iso(at))
  const template = podTemplate(gateway)
  const isSame = sameJson(base.spec.template, template)
  const revision = Number(base.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 1) + (isSame ? 0 : 1)
  const spec = { ...base.spec, replicas: wantedReplicas(gateway), template }
  const isChange = !sameJson(base.spec, spec)
  const next = {
    ...base,
    metadata: {
      ...base.metadata,
      annotations: deploymentAnnotations(gateway, revision),
      generation: (base.metadata.generation ?? 1) + (isChange ? 1 : 0),
      managedFields: managed(base.metadata.managedFields, 'ks-controller-manager', 'apps/v1', at, {
        metadata: { annotations: '', labels: '' },
        spec: '',
      }),
    },
    spec,
  }
  if (!isOurs) cluster.pods.put(name, [])
  cluster.deployments.put(name, db.stamp(next))
  syncDeployment(db, cluster, name, at)
  schedule(world, cluster, own(gateway), 'pods', at, 0)
}

/** Installs the Service or brings it up to date, and asks the cloud for an address when it needs one. */
export const service = (world: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  const { db } = world
  const { name } = gateway.metadata
  const nginx = cluster.nginxes.get(nginxName(name))
  if (!nginx || chartError(nginx)) return
  const present = cluster.services.get(name)
  const owner = present?.metadata.ownerReferences?.[0]?.uid
  const kept = present && (owner === nginx.metadata.uid || !owner) ? present : undefined
  const made = serviceOf(
    gateway,
    nginx,
    kept?.metadata.creationTimestamp ?? iso(at),
    kept?.metadata.uid ?? uuid(`service/${nginx.metadata.uid}`),
  )
  const type = made.spec.type ?? ''
  const next: ServiceRecord = {
    ...made,
    metadata: {
      ...made.metadata,
      managedFields: managed(kept?.metadata.managedFields, 'ks-controller-manager', 'v1', at, {
        metadata: { labels: '', ownerReferences: '' },
        spec: made.spec,
      }),
    },
    status: kept && kept.spec.type === type ? kept.status : { loadBalancer: {} },
  }
  const isSame =
    kept && sameJson(kept.spec, next.spec) && sameJson(kept.metadata.annotations, next.metadata.annotations)
  if (!isSame) cluster.services.put(name, db.stamp(next))
  if (type !== 'LoadBalancer' || next.status.loadBalancer.ingress) return
  const happening = {
    reason: 'EnsuringLoadBalancer',
    message: 'Ensuring load balancer',
    component: 'service-controller',
  }
  emit(db, cluster, next, happening, at)
  schedule(world, cluster, own(gateway), 'address', at, ADDRESS)
}

/** The cloud answers: with addresses, or with a reason why there are none. */
export const address = ({ db }: World, cluster: Cluster, gateway: GatewayRecord, at: number): void => {
  const found = cluster.services.get(gateway.metadata.name)
  if (found?.spec.type !== 'LoadBalancer') return
  const ingress = addressesOf(cluster.name, found, cluster.cloud)
  const component = 'service-controller'
  if (ingress.length === 0) {
    const message =
      'Error syncing load balancer: failed to ensure load balancer: no free address left in pool "public-eip" (16 of 16 in use)'
    emit(db, cluster, found, { reason: 'SyncLoadBalancerFailed', message, type: 'Warning', component }, at)
    return
  }
  cluster.services.put(gateway.metadata.name, db.stamp({ ...found, status: { loadBalancer: { ingress } } }))
  emit(db, cluster, found, { reason: 'EnsuredLoadBalancer', message: 'Ensured load balancer', component }, at)
}
