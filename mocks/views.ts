import { legacySpec } from './legacy'
import { gatewayManifest } from './manifests'
import type { GatewayRecord, KubeObject, NginxRecord, ServiceRecord } from './records'
import type { Cluster } from './tables'
import type { World } from './world'

/**
 * The same Gateway looks different on every route. RAW routes show what is stored; kapis routes push it through Go
 * structs, which lose unknown fields, empty maps, `false` and `''`, and add `scope: {}`, `resources: {}` and addresses.
 */

type Json = Record<string, unknown>

const filled = <Value extends object>(key: string, value: Value | null | undefined): Json =>
  value && Object.keys(value).length > 0 ? { [key]: value } : {}

const releaseOf = (gateway: GatewayRecord) => {
  const status = gateway.status
  if (!status) return undefined
  return { ...status, deployedRelease: { ...status.deployedRelease, manifest: gatewayManifest(gateway) } }
}

/** What RAW routes show: everything that is stored, empty maps included (recordings c65 and d04). */
export const rawGateway = (gateway: GatewayRecord): Json => {
  const status = releaseOf(gateway)
  return { ...gateway, ...(status && { status }) }
}

/** What RAW routes show of an Nginx object (recording e48). */
export const rawNginx = (nginx: NginxRecord): Json => ({
  ...nginx,
  ...(nginx.status && {
    status: {
      ...nginx.status,
      deployedRelease: {
        ...nginx.status.deployedRelease,
        manifest: `---\napiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata:\n  name: ${nginx.metadata.name}\n`,
      },
    },
  }),
})

const typedSpec = (spec: GatewayRecord['spec']): Json => {
  const { controller, deployment, service } = spec
  const replicas = (value: number | null | undefined) => (typeof value === 'number' ? { replicas: value } : {})
  const { scope } = controller ?? {}
  return {
    controller: {
      ...replicas(controller?.replicas),
      ...filled('annotations', controller?.annotations),
      ...filled('config', controller?.config),
      scope: { ...(scope?.enabled && { enabled: true }), ...(scope?.namespace && { namespace: scope.namespace }) },
    },
    service: { ...filled('annotations', service?.annotations), ...(service?.type && { type: service.type }) },
    deployment: {
      ...replicas(deployment?.replicas),
      ...filled('annotations', deployment?.annotations),
      resources: {
        ...filled('limits', resourcesOf(deployment?.resources, 'limits')),
        ...filled('requests', resourcesOf(deployment?.resources, 'requests')),
      },
    },
  }
}

const resourcesOf = (resources: Json | null | undefined, key: 'limits' | 'requests') => {
  const found = resources?.[key]
  return typeof found === 'object' && found !== null ? found : undefined
}

/** The spec as it is stored after it went through kapis, which writes its Go structs (recording c61). */
export const throughKapis = (spec: GatewayRecord['spec']): GatewayRecord['spec'] => typedSpec(spec)

/** What kapis answers to a create: no `kind`, and a `status` that is null (recording b14). */
export const typedGateway = (gateway: GatewayRecord): Json => ({
  metadata: gateway.metadata,
  spec: typedSpec(gateway.spec),
  status: releaseOf(gateway) ?? null,
})

/** What kapis answers to an update (recording c44): with `kind`, without addresses. */
export const savedGateway = (gateway: GatewayRecord): Json => ({
  kind: gateway.kind,
  apiVersion: gateway.apiVersion,
  ...typedGateway(gateway),
})

/** Internal addresses of the master nodes, in another order every time, as in recordings b30 and b31. */
const nodeAddresses = (world: World, cluster: Cluster) => {
  const addresses = cluster.nodes
    .values()
    .filter(({ metadata }) => metadata.labels?.['node-role.kubernetes.io/master'] !== undefined)
    .flatMap(({ status }) =>
      status.addresses.filter(({ type }) => type === 'InternalIP').map(({ address }) => ({ ip: address })),
    )
  world.shuffles += 1
  return world.shuffles % 2 === 0 ? addresses.toReversed() : addresses
}

const places = (world: World, cluster: Cluster, service: ServiceRecord): Json => ({
  loadBalancer:
    service.spec.type === 'LoadBalancer' ? service.status.loadBalancer : { ingress: nodeAddresses(world, cluster) },
  service: service.spec.ports ?? [],
})

/** What the two kapis reads show: addresses and ports come from the Service, as soon as there is one (recording b30). */
export const readGateway = (world: World, cluster: Cluster, gateway: GatewayRecord): Json => {
  const service = cluster.services.get(gateway.metadata.name)
  const typed = typedGateway(gateway)
  return service ? { ...typed, status: { ...releaseOf(gateway), ...places(world, cluster, service) } } : typed
}

/** A legacy gateway: no uid, no resourceVersion, `creationTimestamp: null` (recording b37). */
export const legacyGateway = (world: World, cluster: Cluster, service: ServiceRecord): Json => ({
  metadata: { name: service.metadata.name, namespace: service.metadata.namespace, creationTimestamp: null },
  spec: legacySpec(service),
  status: places(world, cluster, service),
})

/** What the old router API shows: the Service with one address of a master (recordings b01 and b02). */
export const routerService = (world: World, cluster: Cluster, service: ServiceRecord): Json => {
  const one = nodeAddresses(world, cluster).slice(0, 1)
  const status = service.spec.type === 'LoadBalancer' ? service.status : { loadBalancer: { ingress: one } }
  return { ...typedObject(service), status }
}

/** The object without `kind` and `apiVersion`, as lists and kapis reads show it. */
export const typedObject = ({ kind: _kind, apiVersion: _apiVersion, ...rest }: KubeObject): Json => ({ ...rest })
