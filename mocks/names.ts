import type { GatewayRecord } from './records'

/** The namespace all gateways live in, whatever they serve. */
export const WORKING = 'kubesphere-controls-system'
/** The namespace by which kapis routes address the cluster gateway. */
export const SYSTEM = 'kubesphere-system'
const PREFIX = 'kubesphere-router-'
export const CLUSTER_GATEWAY = `${PREFIX}${SYSTEM}`
export const GATEWAY_API = 'gateway.kubesphere.io/v1alpha1'

/** The name of the gateway that a kapis namespace addresses; also the name of its Service and its Deployment. */
export const gatewayName = (namespace: string): string => `${PREFIX}${namespace}`

/** The name of a gateway's Nginx object, which is also the Helm release and the `instance` label of its pods. */
export const nginxName = (gateway: string): string => `${gateway}-ingress`

/** The gateway an `instance` label belongs to. */
export const gatewayOfInstance = (instance: string): string => instance.replace(/-ingress$/, '')

/** The project a gateway serves; `''` for the cluster gateway, as the namespace filter sees it (recording d12). */
export const projectOf = (gateway: Pick<GatewayRecord, 'spec'>): string =>
  gateway.spec.controller?.scope?.namespace ?? ''
