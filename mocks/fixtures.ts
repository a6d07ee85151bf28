import { iso, managed } from './metadata'
import { GATEWAY_API, gatewayName, WORKING } from './names'
import { uuid } from './random'
import type { GatewayRecord, IngressRecord, NamespaceRecord, NodeRecord } from './records'

/** Templates of the objects a cluster begins with. All are functions: nobody shares an object with anybody. */

const WORKSPACE_UID = uuid('workspace/demo-ws')

/** A project, or a system namespace when `workspace` is left out (recordings a42 and a48). `createdAt` in ms. */
export const namespace = (name: string, createdAt: number, workspace?: string): NamespaceRecord => ({
  kind: 'Namespace',
  apiVersion: 'v1',
  metadata: {
    name,
    uid: uuid(`namespace/${name}`),
    resourceVersion: '',
    creationTimestamp: iso(createdAt),
    labels: {
      'kubesphere.io/namespace': name,
      'kubesphere.io/workspace': workspace ?? 'system-workspace',
    },
    annotations: {
      ...(workspace && { 'kubesphere.io/alias-name': `Project ${name}` }),
      'kubesphere.io/creator': 'admin',
    },
    ownerReferences: [
      {
        apiVersion: 'tenant.kubesphere.io/v1alpha1',
        kind: 'Workspace',
        name: workspace ?? 'system-workspace',
        uid: workspace ? WORKSPACE_UID : uuid('workspace/system-workspace'),
        controller: true,
        blockOwnerDeletion: true,
      },
    ],
    finalizers: ['finalizers.kubesphere.io/namespaces'],
    managedFields: managed(undefined, 'ks-controller-manager', 'v1', createdAt, { metadata: { labels: '' } }),
  },
  spec: { finalizers: ['kubernetes'] },
  status: { phase: 'Active' },
})

/** A node (recording e51). `address` is its internal IP; masters are the ones NodePort gateways show. */
export const node = (name: string, isMaster: boolean, address: string, createdAt: number): NodeRecord => ({
  kind: 'Node',
  apiVersion: 'v1',
  metadata: {
    name,
    uid: uuid(`node/${name}`),
    resourceVersion: '',
    creationTimestamp: iso(createdAt),
    labels: {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      ...(isMaster
        ? { 'node-role.kubernetes.io/control-plane': '', 'node-role.kubernetes.io/master': '' }
        : { 'node-role.kubernetes.io/worker': '' }),
    },
    annotations: {
      'node.kubesphere.io/cpu-limits': '1',
      'node.kubesphere.io/cpu-limits-fraction': '12%',
      'node.kubesphere.io/cpu-requests': '500m',
      'node.kubesphere.io/cpu-requests-fraction': '6%',
      'node.kubesphere.io/memory-limits': '512Mi',
      'node.kubesphere.io/memory-limits-fraction': '3%',
      'node.kubesphere.io/memory-requests': '488Mi',
      'node.kubesphere.io/memory-requests-fraction': '2%',
    },
    managedFields: managed(undefined, 'kubelet', 'v1', createdAt, { status: { conditions: '' } }),
  },
  spec: {
    podCIDR: '10.244.4.0/24',
    podCIDRs: ['10.244.4.0/24'],
    taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }],
  },
  status: {
    capacity: { cpu: '8', memory: '16Gi', pods: '110' },
    allocatable: { cpu: '8', memory: '16Gi', pods: '110' },
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastHeartbeatTime: iso(createdAt),
        lastTransitionTime: iso(createdAt),
        reason: 'KubeletReady',
        message: 'kubelet is posting ready status',
      },
    ],
    addresses: [
      { type: 'InternalIP', address },
      { type: 'Hostname', address: name },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    nodeInfo: {
      machineID: '',
      systemUUID: '',
      bootID: '',
      kernelVersion: '6.1.0',
      osImage: 'Debian GNU/Linux 12',
      containerRuntimeVersion: 'containerd://1.4.3',
      kubeletVersion: 'v1.20.2',
      kubeProxyVersion: 'v1.20.2',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
  },
})

/** What a route consists of, for `route`. */
export interface RouteParts {
  project: string
  name: string
  host: string
  /** Name of the Service behind it. */
  service: string
  paths?: readonly string[]
  tls?: boolean
  annotations?: Record<string, string>
}

/** A route (recording e53). */
export const route = (parts: RouteParts, createdAt: number): IngressRecord => {
  const annotations = parts.annotations ?? {}
  const backend = { service: { name: parts.service, port: { number: 80 } } }
  const spec = {
    ...(parts.tls && { tls: [{ hosts: [parts.host], secretName: `${parts.name}-tls` }] }),
    rules: [
      {
        host: parts.host,
        http: {
          paths: (parts.paths ?? ['/']).map((path) => ({ path, pathType: 'ImplementationSpecific', backend })),
        },
      },
    ],
  }
  return {
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    metadata: {
      name: parts.name,
      namespace: parts.project,
      uid: uuid(`ingress/${parts.project}/${parts.name}`),
      resourceVersion: '',
      generation: 1,
      creationTimestamp: iso(createdAt),
      annotations,
      managedFields: managed(undefined, 'kubectl-client-side-apply', 'networking.k8s.io/v1', createdAt, {
        metadata: { annotations },
        spec,
      }),
    },
    spec,
    status: { loadBalancer: {} },
  }
}

/** What a gateway that exists from the beginning looks like, for `gateway`. */
export interface GatewayParts {
  /** A project, or `kubesphere-system` for the cluster gateway. */
  namespace: string
  type: 'NodePort' | 'LoadBalancer'
  replicas?: number
  tracing?: boolean
  provider?: string
  serviceAnnotations?: Record<string, string>
  config?: Record<string, string>
  creator?: string
}

/** A Gateway as the console creates it: without status and finalizer (recording b14). `createdAt` in ms. */
export const gateway = (parts: GatewayParts, createdAt: number): GatewayRecord => {
  const isProject = parts.namespace !== 'kubesphere-system'
  const name = gatewayName(parts.namespace)
  const annotations = {
    'kubesphere.io/annotations': parts.provider ?? '',
    'kubesphere.io/creator': parts.creator ?? 'admin',
  }
  const spec = {
    controller: {
      replicas: 1,
      ...(parts.config && { config: parts.config }),
      scope: isProject ? { enabled: true, namespace: parts.namespace } : { enabled: false, namespace: '' },
    },
    deployment: {
      replicas: parts.replicas ?? 1,
      annotations: { 'servicemesh.kubesphere.io/enabled': String(parts.tracing ?? false) },
      ...(isProject && { resources: {} }),
    },
    service: {
      type: parts.type,
      ...(parts.serviceAnnotations && { annotations: parts.serviceAnnotations }),
    },
  }
  return {
    kind: 'Gateway',
    apiVersion: GATEWAY_API,
    metadata: {
      name,
      namespace: WORKING,
      uid: uuid(`gateway/${name}/${createdAt}`),
      resourceVersion: '',
      generation: 1,
      creationTimestamp: iso(createdAt),
      annotations,
      managedFields: managed(undefined, isProject ? 'ks-apiserver' : 'unknown', GATEWAY_API, createdAt, {
        metadata: { annotations },
        spec,
      }),
    },
    spec,
  }
}
