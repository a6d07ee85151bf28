import type { ClusterScope } from '@/domain/cluster'
import { GATEWAY_NAMESPACE, gatewayName, gatewayProject, nginxName, type GatewayRef } from '@/domain/gateway'

/** A member cluster's prefix goes right after the first segment. */
const member = (cluster: ClusterScope) => (cluster.prefixed ? `/clusters/${encodeURIComponent(cluster.name)}` : '')
const kapis = (cluster: ClusterScope, path: string) => `/kapis${member(cluster)}${path}`
const apis = (cluster: ClusterScope, path: string) => `/apis${member(cluster)}${path}`
const core = (cluster: ClusterScope, path: string) => `/api${member(cluster)}${path}`

const GW = '/gateway.kubesphere.io/v1alpha1'
const RAW = `${GW}/namespaces/${GATEWAY_NAMESPACE}`
const RESOURCES = '/resources.kubesphere.io/v1alpha3'
const IAM = '/iam.kubesphere.io/v1alpha2'
const segment = encodeURIComponent

/**
 * Every path of the server, with its odd rules. Two families reach Gateways: kapis adds addresses and ports to what it
 * reads and knows project gateways; RAW is the object as stored, and the only good way to write the cluster gateway.
 */
export const paths = {
  version: '/kapis/version',
  configz: '/kapis/config.kubesphere.io/v1alpha2/configs/configz',
  clusters: '/kapis/resources.kubesphere.io/v1alpha3/clusters',
  user: (name: string) => `/kapis${IAM}/users/${segment(name)}`,
  globalRole: (name: string) => `/kapis${IAM}/globalroles/${segment(name)}`,
  clusterRolesOf: (cluster: ClusterScope, user: string) =>
    kapis(cluster, `${IAM}/clustermembers/${segment(user)}/clusterroles`),

  /** All gateways of the cluster, paged. Any query key but page, limit, sortBy, ascending, name, names and namespace matches nothing. */
  gateways: (cluster: ClusterScope) => kapis(cluster, `${GW}/gateways`),
  /** The gateways that serve a project, with addresses and ports. */
  gatewaysOf: (ref: GatewayRef) => kapis(ref.cluster, `${GW}/namespaces/${segment(gatewayProject(ref))}/gateways`),
  pods: (ref: GatewayRef) =>
    kapis(ref.cluster, `${GW}/namespaces/${segment(gatewayProject(ref))}/gateways/${segment(gatewayName(ref))}/pods`),
  /** The log of one pod; needs no logging module. */
  podLog: (ref: GatewayRef, pod: string) =>
    kapis(
      ref.cluster,
      `${GW}/namespaces/${segment(gatewayProject(ref))}/gateways/${segment(gatewayName(ref))}/pods/${segment(pod)}/log`,
    ),
  /** The log search of the logging module. */
  logs: (ref: GatewayRef) =>
    kapis(ref.cluster, `${GW}/namespaces/${segment(gatewayProject(ref))}/gateways/${segment(gatewayName(ref))}/logs`),
  upgrade: (ref: GatewayRef) =>
    kapis(
      ref.cluster,
      `${GW}/namespaces/${segment(gatewayProject(ref))}/gateways/${segment(gatewayName(ref))}/upgrade`,
    ),
  /** The router API of KubeSphere before 3.2, the only one that removes a legacy gateway. */
  legacyRouter: (ref: GatewayRef) =>
    kapis(ref.cluster, `/resources.kubesphere.io/v1alpha2/namespaces/${segment(gatewayProject(ref))}/router`),
  /** The Gateway object itself. */
  rawGateway: (ref: GatewayRef) => apis(ref.cluster, `${RAW}/gateways/${segment(gatewayName(ref))}`),
  nginx: (ref: GatewayRef) => apis(ref.cluster, `${RAW}/nginxes/${segment(nginxName(ref))}`),
  deployment: (ref: GatewayRef) =>
    apis(ref.cluster, `/apps/v1/namespaces/${GATEWAY_NAMESPACE}/deployments/${segment(gatewayName(ref))}`),
  service: (ref: GatewayRef) =>
    core(ref.cluster, `/v1/namespaces/${GATEWAY_NAMESPACE}/services/${segment(gatewayName(ref))}`),
  /** Objects of the gateways' namespace, in paged lists; the query key `names` picks some by their exact names. */
  deployments: (cluster: ClusterScope) => kapis(cluster, `${RESOURCES}/namespaces/${GATEWAY_NAMESPACE}/deployments`),
  services: (cluster: ClusterScope) => kapis(cluster, `${RESOURCES}/namespaces/${GATEWAY_NAMESPACE}/services`),
  /** The projects that the user belongs to (recordings a45, i08). */
  ownProjects: (cluster: ClusterScope) => kapis(cluster, '/tenant.kubesphere.io/v1alpha2/namespaces'),
  events: (cluster: ClusterScope) => core(cluster, `/v1/namespaces/${GATEWAY_NAMESPACE}/events`),
  nodes: (cluster: ClusterScope) => kapis(cluster, `${RESOURCES}/nodes`),
  /** All Deployments of gateways: for a watch, with a selector. */
  watchedDeployments: (cluster: ClusterScope) => apis(cluster, `/apps/v1/namespaces/${GATEWAY_NAMESPACE}/deployments`),
  /** All pods of gateways: for a watch, with a selector. */
  watchedPods: (cluster: ClusterScope) => core(cluster, `/v1/namespaces/${GATEWAY_NAMESPACE}/pods`),
  /** Metrics of a gateway; `namespace` is a project, or that of the cluster gateway for the routes of all projects. */
  metrics: (cluster: ClusterScope, namespace: string) =>
    kapis(cluster, `/monitoring.kubesphere.io/v1alpha3/namespaces/${segment(namespace)}/ingresses`),
  /** A route itself, which can be patched. */
  ingress: (cluster: ClusterScope, project: string, name: string) =>
    apis(cluster, `/networking.k8s.io/v1/namespaces/${segment(project)}/ingresses/${segment(name)}`),
  ingresses: (cluster: ClusterScope, project: string | null) =>
    kapis(cluster, `${RESOURCES}${project === null ? '' : `/namespaces/${segment(project)}`}/ingresses`),
}
