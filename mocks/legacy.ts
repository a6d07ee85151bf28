import type { Cluster } from './tables'
import { iso, managed } from './metadata'
import { gatewayName, nginxName, WORKING } from './names'
import { between, uuid } from './random'
import { servicePlace } from './charts'
import type { GatewayRecord, ServiceRecord } from './records'

/** Gateways of the old router API: a Service and a Deployment, and no Gateway object. */

const COMPONENT = 'ks-router'

/** The Service of a legacy gateway (recording b01). `at` in ms. */
export const legacyService = (
  project: string,
  uid: string,
  type: string,
  annotations: Record<string, string>,
  at: number,
): ServiceRecord => {
  const labels = { app: 'kubesphere', component: COMPONENT, project, tier: 'backend' }
  const place = servicePlace(uid)
  const spec = {
    ports: [
      { name: 'http', protocol: 'TCP', port: 80, targetPort: 80, nodePort: place.http },
      { name: 'https', protocol: 'TCP', port: 443, targetPort: 443, nodePort: place.https },
    ],
    selector: labels,
    clusterIP: place.clusterIP,
    clusterIPs: [place.clusterIP],
    type,
    sessionAffinity: 'None',
    externalTrafficPolicy: 'Cluster',
  }
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: {
      name: gatewayName(project),
      namespace: WORKING,
      uid,
      resourceVersion: '',
      creationTimestamp: iso(at),
      labels,
      annotations,
      managedFields: managed(undefined, 'ks-apiserver', 'v1', at, { metadata: { annotations, labels }, spec }),
    },
    spec,
    status: {
      loadBalancer: type === 'LoadBalancer' ? { ingress: [{ ip: `203.0.113.${between(uid, 10, 250)}` }] } : {},
    },
  }
}

/** The legacy Service of a project, if it has one. */
export const legacyOf = (cluster: Cluster, project: string): ServiceRecord | undefined => {
  const service = cluster.services.get(gatewayName(project))
  return service?.metadata.labels?.['component'] === COMPONENT ? service : undefined
}

/** All legacy Services of a cluster. Read by name, so that thousands of other Services need not be made. */
export const legacyServices = (cluster: Cluster): ServiceRecord[] =>
  cluster.services.keys().flatMap((name) => {
    if (cluster.gateways.get(name)) return []
    const service = cluster.services.get(name)
    return service?.metadata.labels?.['component'] === COMPONENT ? [service] : []
  })

/** The spec that a legacy gateway is shown with, and that an upgrade gives to the new one (recordings b37 and h04). */
export const legacySpec = (service: ServiceRecord, config?: Record<string, string>): GatewayRecord['spec'] => ({
  controller: {
    ...(config && { config }),
    scope: { enabled: true, namespace: service.metadata.labels?.['project'] ?? '' },
  },
  deployment: { replicas: 1, resources: {} },
  service: {
    ...(Object.keys(service.metadata.annotations ?? {}).length > 0 && { annotations: service.metadata.annotations }),
    type: service.spec.type ?? '',
  },
})

/** The Service right after an upgrade: relabelled for Helm, still with the old ports (recording h08). */
export const handedOver = (service: ServiceRecord): ServiceRecord => {
  const { selector: _selector, ...spec } = service.spec
  const project = service.metadata.labels?.['project'] ?? ''
  return {
    ...service,
    metadata: {
      ...service.metadata,
      labels: { 'app.kubernetes.io/managed-by': 'Helm', 'helm.sh/chart': 'ingress-nginx-3.35.0', project },
      annotations: {
        ...service.metadata.annotations,
        'meta.helm.sh/release-name': nginxName(service.metadata.name),
        'meta.helm.sh/release-namespace': WORKING,
      },
    },
    spec,
    status: { loadBalancer: {} },
  }
}

/** The uid of a legacy Service that exists from the beginning. */
export const legacyUid = (project: string): string => uuid(`legacy/${project}`)
