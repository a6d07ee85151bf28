import type { Gateway, Nginx } from '@/wire/gateway'
import type { Condition, Event, Ingress, Service } from '@/wire/k8s'
import type { Role, User } from '@/wire/session'
import type { Deployment, Pod } from '@/wire/workload'

/**
 * What the tables hold: Kubernetes objects whose metadata is complete. `spec` and `status` are the wire's own types, so
 * the compiler says when the mock and the wire disagree.
 */

export interface ManagedField {
  manager: string
  operation: 'Update'
  apiVersion: string
  /** ISO 8601, whole seconds. */
  time: string
  fieldsType: 'FieldsV1'
  fieldsV1: Record<string, unknown>
}

export interface OwnerReference {
  apiVersion: string
  kind: string
  name: string
  uid: string
  controller: boolean
  blockOwnerDeletion: boolean
}

export interface Meta {
  name: string
  generateName?: string
  namespace?: string
  uid: string
  resourceVersion: string
  generation?: number
  /** ISO 8601, whole seconds, as all times below. */
  creationTimestamp: string
  deletionTimestamp?: string
  deletionGracePeriodSeconds?: number
  labels?: Record<string, string>
  annotations?: Record<string, string>
  ownerReferences?: OwnerReference[]
  finalizers?: string[]
  managedFields?: ManagedField[]
}

export interface KubeObject {
  kind: string
  apiVersion: string
  metadata: Meta
}

export interface GatewayStatus {
  conditions: Condition[]
  /** The manifest text is made when it is read: see views.ts. */
  deployedRelease: { name: string }
}
export interface GatewayRecord extends KubeObject {
  spec: Gateway['spec']
  status?: GatewayStatus
}
export interface NginxRecord extends KubeObject {
  spec: NonNullable<Nginx['spec']>
  status?: { conditions: Condition[]; deployedRelease: { name: string } }
}
export interface ServiceRecord extends KubeObject {
  spec: Service['spec']
  status: { loadBalancer: { ingress?: { ip?: string; hostname?: string }[] } }
}
export interface DeploymentRecord extends KubeObject {
  spec: Deployment['spec']
  status: NonNullable<Deployment['status']>
}
export interface PodRecord extends KubeObject {
  spec: Pod['spec']
  status: NonNullable<Pod['status']>
}
export interface IngressRecord extends KubeObject {
  spec: Ingress['spec']
  /** Whatever the controllers wrote into it is made when it is read: see route-status.ts. */
  status: { loadBalancer: { ingress?: { ip?: string; hostname?: string }[] } }
}
export interface NamespaceRecord extends KubeObject {
  spec: { finalizers: string[] }
  status: { phase: string }
}
export interface NodeRecord extends KubeObject {
  spec: Record<string, unknown>
  status: { addresses: { type: string; address: string }[] } & Record<string, unknown>
}
export interface EventRecord extends Omit<KubeObject, 'kind' | 'apiVersion'> {
  involvedObject: { kind: string; name: string; namespace: string } & Event['involvedObject']
  reason: string
  message: string
  source: { component: string }
  firstTimestamp: string
  lastTimestamp: string
  count: number
  type: 'Normal' | 'Warning'
  eventTime: null
  reportingComponent: string
  reportingInstance: string
}
export interface UserRecord extends KubeObject {
  spec: User['spec']
  status: { state: string; lastLoginTime?: string }
  /** Never leaves the mock. */
  password: string
}
export interface RoleRecord extends KubeObject {
  rules: NonNullable<Role['rules']>
}
export interface ClusterRecord extends KubeObject {
  spec: Record<string, unknown>
  status: Record<string, unknown>
}

/** A session token. Opaque to the client, and forgotten when the server restarts. */
export interface TokenRecord {
  user: string
  use: 'access' | 'refresh'
  /** Milliseconds since 1970. */
  expiresAt: number
}
