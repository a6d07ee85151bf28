import { at } from './json'
import { ownedBy } from './metadata'
import { GATEWAY_API, nginxName } from './names'
import { antiAffinity, IMAGE, isTraced, podTemplate, requestedResources, selectorOf } from './pod-template'
import { between, uuid } from './random'
import type { DeploymentRecord, GatewayRecord, NginxRecord, ServiceRecord } from './records'

/**
 * What the two Helm steps make of a Gateway: the Nginx object, and from it Service and Deployment. The values are those
 * of recordings e48, e44 and c53.
 */

const chartLabels = (gateway: string): Record<string, string> => ({
  ...selectorOf(gateway),
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/version': '1.1.0',
  'helm.sh/chart': 'ingress-nginx-4.0.13',
})

/** Replicas the chart is asked for. `spec.controller.replicas` is ignored, one is the default. */
export const wantedReplicas = (gateway: GatewayRecord): number => gateway.spec.deployment?.replicas ?? 1

/** The Service type the chart is asked for: an empty spec gives a LoadBalancer (recording b33). */
export const wantedServiceType = (gateway: GatewayRecord): string => gateway.spec.service?.type || 'LoadBalancer'

/** The spec of the Nginx object for a Gateway (recording e48). */
export const nginxSpec = (gateway: GatewayRecord): NginxRecord['spec'] => {
  const { name } = gateway.metadata
  const { controller, deployment, service } = gateway.spec
  const hasConfig = Object.keys(controller?.config ?? {}).length > 0
  const hasServiceAnnotations = Object.keys(service?.annotations ?? {}).length > 0
  return {
    controller: {
      addHeaders: {},
      admissionWebhooks: { enabled: false },
      affinity: antiAffinity(name),
      annotations: deployment?.annotations ?? {},
      autoscaling: {
        enabled: false,
        maxReplicas: 11,
        minReplicas: 1,
        targetCPUUtilizationPercentage: 50,
        targetMemoryUtilizationPercentage: 50,
      },
      ...(hasConfig && { config: controller?.config }),
      configAnnotations: {},
      configMapNamespace: '',
      customTemplate: { configMapKey: '', configMapName: '' },
      dnsConfig: {},
      electionID: `ingress-controller-leader-${name}`,
      extraArgs: {},
      extraEnvs: [],
      image: { digest: '', pullPolicy: 'IfNotPresent', ...IMAGE },
      ingressClass: 'nginx',
      ingressClassResource: { default: false, enabled: false, parameters: {} },
      kind: 'Deployment',
      labels: {},
      metrics: {
        enabled: true,
        port: 10254,
        prometheusRule: { enabled: false },
        serviceMonitor: { enabled: true },
      },
      minAvailable: 1,
      name: '',
      podAnnotations: { 'sidecar.istio.io/inject': isTraced(gateway) },
      podLabels: {},
      proxySetHeaders: {},
      publishService: { enabled: false },
      replicaCount: wantedReplicas(gateway),
      reportNodeInternalIp: false,
      resources: requestedResources(gateway),
      scope: { enabled: controller?.scope?.enabled ?? false, namespace: controller?.scope?.namespace ?? '' },
      service: {
        enabled: true,
        ...(hasServiceAnnotations && { annotations: service?.annotations }),
        externalIPs: [],
        labels: {},
        loadBalancerSourceRanges: [],
        nodePorts: { http: '', https: '', tcp: {}, udp: {} },
        type: wantedServiceType(gateway),
      },
      tcp: { annotations: {}, configMapNamespace: '' },
      tolerations: [],
      topologySpreadConstraints: [],
      udp: { annotations: {}, configMapNamespace: '' },
      watchIngressWithoutClass: true,
    },
    fullnameOverride: name,
    imagePullSecrets: [],
  }
}

/** Node ports and cluster IP of a Service, always the same for the same uid. */
export const servicePlace = (uid: string) => ({
  http: between(`${uid}/http`, 30000, 31400),
  https: between(`${uid}/https`, 31400, 32768),
  clusterIP: `10.96.${between(`${uid}/c`, 0, 256)}.${between(`${uid}/d`, 1, 255)}`,
})

/** The Service that the chart installs (recording e44). `uid` may be that of a Service it takes over. */
export const serviceOf = (
  gateway: GatewayRecord,
  nginx: NginxRecord,
  createdAt: string,
  uid: string,
): ServiceRecord => {
  const { name, namespace } = nginx.metadata
  const place = servicePlace(uid)
  const annotations = gateway.spec.service?.annotations
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: {
      name: gateway.metadata.name,
      ...(namespace && { namespace }),
      uid,
      resourceVersion: '',
      creationTimestamp: createdAt,
      labels: chartLabels(gateway.metadata.name),
      ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
      ownerReferences: [{ ...ownedBy(nginx), name }],
    },
    spec: {
      ports: [
        { name: 'http', protocol: 'TCP', appProtocol: 'http', port: 80, targetPort: 'http', nodePort: place.http },
        { name: 'https', protocol: 'TCP', appProtocol: 'https', port: 443, targetPort: 'https', nodePort: place.https },
      ],
      selector: selectorOf(gateway.metadata.name),
      clusterIP: place.clusterIP,
      clusterIPs: [place.clusterIP],
      type: wantedServiceType(gateway),
      sessionAffinity: 'None',
      externalTrafficPolicy: 'Cluster',
    },
    status: { loadBalancer: {} },
  }
}

/** The Deployment that the chart installs (recording c53), without status. */
export const deploymentOf = (gateway: GatewayRecord, nginx: NginxRecord, createdAt: string): DeploymentRecord => ({
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  metadata: {
    name: gateway.metadata.name,
    ...(nginx.metadata.namespace && { namespace: nginx.metadata.namespace }),
    uid: uuid(`deployment/${nginx.metadata.uid}`),
    resourceVersion: '',
    generation: 1,
    creationTimestamp: createdAt,
    labels: chartLabels(gateway.metadata.name),
    annotations: deploymentAnnotations(gateway, 1),
    ownerReferences: [ownedBy(nginx)],
  },
  spec: {
    replicas: wantedReplicas(gateway),
    selector: { matchLabels: selectorOf(gateway.metadata.name) },
    template: podTemplate(gateway),
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  },
  status: {},
})

/** Annotations of the Deployment: Helm's own and those of `spec.deployment.annotations`. */
export const deploymentAnnotations = (gateway: GatewayRecord, revision: number): Record<string, string> => ({
  'deployment.kubernetes.io/revision': String(revision),
  'meta.helm.sh/release-name': nginxName(gateway.metadata.name),
  'meta.helm.sh/release-namespace': gateway.metadata.namespace ?? '',
  ...gateway.spec.deployment?.annotations,
})

/** The Nginx object that the first Helm step installs (recording e48), without status. */
export const nginxOf = (gateway: GatewayRecord, createdAt: string): NginxRecord => ({
  kind: 'Nginx',
  apiVersion: GATEWAY_API,
  metadata: {
    name: nginxName(gateway.metadata.name),
    ...(gateway.metadata.namespace && { namespace: gateway.metadata.namespace }),
    uid: uuid(`nginx/${gateway.metadata.uid}`),
    resourceVersion: '',
    generation: 1,
    creationTimestamp: createdAt,
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: {
      'meta.helm.sh/release-name': gateway.metadata.name,
      'meta.helm.sh/release-namespace': gateway.metadata.namespace ?? '',
    },
    finalizers: ['uninstall-helm-release'],
    ownerReferences: [ownedBy(gateway)],
  },
  spec: nginxSpec(gateway),
})

/** Why the chart cannot be applied, in the words of the API server (recording e50), or `undefined` when it can. */
export const chartError = (nginx: NginxRecord): string | undefined => {
  const name = String(at(nginx.spec, 'fullnameOverride'))
  const replicas = nginx.spec.controller?.replicaCount ?? 1
  const type = nginx.spec.controller?.service?.type ?? ''
  if (!['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'].includes(type)) {
    const reason = `spec.type: Unsupported value: "${type}": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"`
    return failedUpgrade(name, `cannot patch "${name}" with kind Service: Service "${name}" is invalid: ${reason}`)
  }
  if (replicas >= 0) return undefined
  const reason = `spec.replicas: Invalid value: ${replicas}: must be greater than or equal to 0`
  return failedUpgrade(
    name,
    `cannot patch "${name}" with kind Deployment: Deployment.apps "${name}" is invalid: ${reason}`,
  )
}

const failedUpgrade = (name: string, original: string) => {
  const unset = (service: string) =>
    `failed to replace object: Service "${service}" is invalid: spec.clusterIPs[0]: Invalid value: []string(nil): primary clusterIP can not be unset`
  return `rollback failed: ${unset(`${name}-metrics`)} && ${unset(name)}: original upgrade error: ${original}`
}
