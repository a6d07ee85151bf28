import { nginxName } from './names'
import type { DeploymentRecord, GatewayRecord } from './records'

/** The pod template that the chart makes of a Gateway (recording c53). */

/** Where the controller's image comes from. */
export const IMAGE = { repository: 'kubesphere/nginx-ingress-controller', tag: 'v1.1.0' }
/** The same as a container names it. */
export const CONTROLLER_IMAGE = `${IMAGE.repository}:${IMAGE.tag}`

/** The labels that select a gateway's pods. */
export const selectorOf = (gateway: string): Record<string, string> => ({
  'app.kubernetes.io/component': 'controller',
  'app.kubernetes.io/instance': nginxName(gateway),
  'app.kubernetes.io/name': 'ingress-nginx',
})

/** Pods that should not share a node, if possible. */
export const antiAffinity = (gateway: string) => ({
  podAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: {
            matchExpressions: Object.entries(selectorOf(gateway))
              .toSorted(([left], [right]) => (left < right ? 1 : -1))
              .map(([key, value]) => ({ key, operator: 'In', values: [value] })),
          },
          topologyKey: 'kubernetes.io/hostname',
        },
      },
    ],
  },
})

/** Whether a gateway's pods get a service mesh sidecar. */
export const isTraced = (gateway: GatewayRecord): boolean =>
  gateway.spec.deployment?.annotations?.['servicemesh.kubesphere.io/enabled'] === 'true'

/** Resources of the controller: those of the Gateway, or the chart's. */
export const requestedResources = (gateway: GatewayRecord): unknown => {
  const asked = gateway.spec.deployment?.resources
  return asked && Object.keys(asked).length > 0 ? asked : { requests: { cpu: '100m', memory: '90Mi' } }
}

const probe = (failureThreshold: number) => ({
  httpGet: { path: '/healthz', port: 10254, scheme: 'HTTP' },
  initialDelaySeconds: 10,
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold,
})

const fieldRef = (fieldPath: string) => ({ fieldRef: { apiVersion: 'v1', fieldPath } })

const container = (gateway: GatewayRecord): DeploymentRecord['spec']['template']['spec'] & object => {
  const { name } = gateway.metadata
  const project = gateway.spec.controller?.scope?.namespace
  const resources = requestedResources(gateway)
  return {
    containers: [
      {
        name: 'controller',
        image: CONTROLLER_IMAGE,
        args: [
          '/nginx-ingress-controller',
          `--election-id=ingress-controller-leader-${name}`,
          '--controller-class=k8s.io/ingress-nginx',
          `--configmap=$(POD_NAMESPACE)/${name}`,
          ...(project ? [`--watch-namespace=${project}`] : []),
          '--watch-ingress-without-class=true',
        ],
        ports: [
          { name: 'http', containerPort: 80, protocol: 'TCP' },
          { name: 'https', containerPort: 443, protocol: 'TCP' },
          { name: 'metrics', containerPort: 10254, protocol: 'TCP' },
        ],
        env: [
          { name: 'POD_NAME', valueFrom: fieldRef('metadata.name') },
          { name: 'POD_NAMESPACE', valueFrom: fieldRef('metadata.namespace') },
          { name: 'LD_PRELOAD', value: '/usr/local/lib/libmimalloc.so' },
        ],
        resources,
        livenessProbe: probe(5),
        readinessProbe: probe(3),
        lifecycle: { preStop: { exec: { command: ['/wait-shutdown'] } } },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        imagePullPolicy: 'IfNotPresent',
        securityContext: {
          capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
          runAsUser: 101,
          allowPrivilegeEscalation: true,
        },
      },
    ],
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 300,
    dnsPolicy: 'ClusterFirst',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    serviceAccountName: name,
    serviceAccount: name,
    securityContext: {},
    affinity: antiAffinity(name),
    schedulerName: 'default-scheduler',
  }
}

/** The pod template: while it stays the same, pods stay too. Configuration options are not part of it (recording e31). */
export const podTemplate = (gateway: GatewayRecord): DeploymentRecord['spec']['template'] => ({
  metadata: {
    creationTimestamp: null,
    labels: selectorOf(gateway.metadata.name),
    annotations: { 'sidecar.istio.io/inject': String(isTraced(gateway)) },
  },
  spec: container(gateway),
})
