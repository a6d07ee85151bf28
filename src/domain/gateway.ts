import type { Gateway } from '@/wire/gateway'
import type { ServicePort } from '@/wire/k8s'
import type { ClusterScope } from './cluster'

export const GATEWAY_API = 'gateway.kubesphere.io/v1alpha1'
/** Where every Gateway object lives, whatever project it serves. */
export const GATEWAY_NAMESPACE = 'kubesphere-controls-system'
/** The namespace by which kapis routes address the cluster gateway. */
export const CLUSTER_GATEWAY_PROJECT = 'kubesphere-system'
const NAME_PREFIX = 'kubesphere-router-'

export const CREATOR_ANNOTATION = 'kubesphere.io/creator'
export const PROVIDER_ANNOTATION = 'kubesphere.io/annotations'
export const TRACING_ANNOTATION = 'servicemesh.kubesphere.io/enabled'

/** Which gateway of which cluster: `project` is null for the cluster gateway. */
export interface GatewayRef {
  readonly cluster: ClusterScope
  readonly project: string | null
}

/** The name of the Gateway object, its Service and its Deployment. */
export const gatewayName = (ref: Pick<GatewayRef, 'project'>): string =>
  `${NAME_PREFIX}${ref.project ?? CLUSTER_GATEWAY_PROJECT}`

/** The name of the cluster gateway, the same in every cluster. */
export const CLUSTER_GATEWAY_NAME = `${NAME_PREFIX}${CLUSTER_GATEWAY_PROJECT}`

/** Which gateway a name in a link stands for; null when no gateway of that kind can have it. */
export function refOfName(cluster: ClusterScope, kind: 'cluster' | 'project', name: string): GatewayRef | null {
  const project = name.startsWith(NAME_PREFIX) ? name.slice(NAME_PREFIX.length) : ''
  if (project === '' || (project === CLUSTER_GATEWAY_PROJECT) !== (kind === 'cluster')) return null
  return { cluster, project: kind === 'cluster' ? null : project }
}

/** The name of the second Helm step's object, see recording e48. */
export const nginxName = (ref: Pick<GatewayRef, 'project'>): string => `${gatewayName(ref)}-ingress`

/** The namespace that kapis routes want for this gateway. */
export const gatewayProject = (ref: Pick<GatewayRef, 'project'>): string => ref.project ?? CLUSTER_GATEWAY_PROJECT

/** Names are compared whole: `dev` is not `dev-2`. */
export const isClusterGateway = (gateway: Gateway): boolean =>
  gateway.metadata.name === `${NAME_PREFIX}${CLUSTER_GATEWAY_PROJECT}`

/** The project a gateway serves, null for the cluster gateway. */
export function projectOf(gateway: Gateway): string | null {
  if (isClusterGateway(gateway)) return null
  return gateway.spec.controller?.scope?.namespace || gateway.metadata.name.replace(NAME_PREFIX, '')
}

/** Made by the router API of KubeSphere before 3.2: it has no identity and cannot be edited (recording b37). */
export const isLegacy = (gateway: Gateway): boolean => !gateway.metadata.uid && !gateway.metadata.resourceVersion

export const isBeingRemoved = (gateway: Gateway): boolean => Boolean(gateway.metadata.deletionTimestamp)

/** Who enabled it: written by the client that did, so it may be missing. */
export const creatorOf = (gateway: Gateway): string | null => gateway.metadata.annotations?.[CREATOR_ANNOTATION] || null

/** The stored load balancer provider, null for none. */
export const providerOf = (gateway: Gateway): string | null =>
  gateway.metadata.annotations?.[PROVIDER_ANNOTATION] || null

export const hasTracing = (gateway: Gateway): boolean =>
  gateway.spec.deployment?.annotations?.[TRACING_ANNOTATION] === 'true'

/** Replicas asked for. `spec.controller.replicas` is ignored by the chart, whose default is 1. */
export const wantedReplicas = (gateway: Gateway): number => gateway.spec.deployment?.replicas ?? 1

/** The Service type asked for; the chart makes a LoadBalancer of an empty spec. */
export const serviceType = (gateway: Gateway): string => gateway.spec.service?.type || 'LoadBalancer'

/** The ports of the gateway's Service, lowest first; empty until the Service exists. */
export const gatewayPorts = (gateway: Gateway): readonly ServicePort[] =>
  (gateway.status?.service ?? []).toSorted((a, b) => a.port - b.port)
