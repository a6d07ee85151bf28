import { iso, managed } from './metadata'
import { uuid } from './random'
import type { ClusterRecord, RoleRecord, UserRecord } from './records'
import { password, users } from './scenarios'

/** Users, roles and clusters of the platform. */

const IAM = 'iam.kubesphere.io/v1alpha2'
const GLOBAL_ROLE = 'iam.kubesphere.io/globalrole'
const UNINITIALIZED = 'iam.kubesphere.io/uninitialized'
const PLATFORM_ADMINS: readonly string[] = ['admin', 'fresh']

/** Everything, as RBAC says it. */
const everything: RoleRecord['rules'] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
]
const seeEverything: RoleRecord['rules'] = [
  { verbs: ['get', 'list', 'watch'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['GET'], nonResourceURLs: ['*'] },
]

const role = (kind: string, name: string, rules: RoleRecord['rules'], at: number): RoleRecord => ({
  kind,
  apiVersion: IAM,
  metadata: {
    name,
    uid: uuid(`${kind}/${name}`),
    resourceVersion: '413',
    generation: 1,
    creationTimestamp: iso(at),
    annotations: {
      'iam.kubesphere.io/aggregation-roles': JSON.stringify(rules.length > 0 ? ['role-template-view-basic'] : []),
      'kubesphere.io/creator': 'admin',
    },
    managedFields: managed(undefined, 'kubectl-client-side-apply', IAM, at, {
      metadata: { annotations: '' },
      rules: '',
    }),
  },
  rules,
})

/** The platform's roles (recordings a36 and a39). `at` in ms. */
export const globalRoles = (at: number): RoleRecord[] => [
  role('GlobalRole', 'platform-admin', everything, at),
  role('GlobalRole', 'platform-regular', [], at),
  role(
    'GlobalRole',
    'platform-self-provisioner',
    [
      {
        verbs: ['create', 'watch'],
        apiGroups: ['tenant.kubesphere.io'],
        resources: ['workspaces', 'workspacetemplates'],
      },
    ],
    at,
  ),
]

/** The cluster role of clusterviewer. `at` in ms. */
export const clusterViewerRole = (at: number): RoleRecord => role('ClusterRole', 'cluster-viewer', seeEverything, at)

/** All users (recordings a35 and a38). `at` in ms. */
export const allUsers = (at: number): UserRecord[] =>
  Object.keys(users).map((name) => {
    const annotations = {
      [GLOBAL_ROLE]: PLATFORM_ADMINS.includes(name) ? 'platform-admin' : 'platform-regular',
      ...(name === 'fresh' ? { [UNINITIALIZED]: 'true' } : { 'iam.kubesphere.io/last-password-change-time': iso(at) }),
    }
    return {
      kind: 'User',
      apiVersion: IAM,
      metadata: {
        name,
        uid: uuid(`user/${name}`),
        resourceVersion: '1397',
        generation: 4,
        creationTimestamp: iso(at),
        annotations,
        finalizers: ['finalizers.kubesphere.io/users'],
        managedFields: managed(undefined, 'ks-controller-manager', IAM, at, { metadata: { annotations }, spec: '' }),
      },
      spec: { email: `${name}@kubesphere.io` },
      status: { state: name === 'disabled' ? 'Disabled' : 'Active', lastLoginTime: iso(at) },
      password,
    }
  })

/** Name of a user's platform role. */
export const globalRoleOf = (user: UserRecord): string => user.metadata.annotations?.[GLOBAL_ROLE] ?? ''

/** The user after a change of password: no longer asked to change it. `at` in ms. */
export const withPassword = (user: UserRecord, next: string, at: number): UserRecord => {
  const { [UNINITIALIZED]: _asked, ...annotations } = user.metadata.annotations ?? {}
  return {
    ...user,
    metadata: {
      ...user.metadata,
      annotations: { ...annotations, 'iam.kubesphere.io/last-password-change-time': iso(at) },
    },
    password: next,
  }
}

/** A cluster of a multi-cluster platform. There is no recording: the fields are those of the Cluster resource. */
export const platformCluster = (
  name: string,
  isHost: boolean,
  region: string,
  at: number,
  modules: Record<string, boolean> = {},
): ClusterRecord => ({
  kind: 'Cluster',
  apiVersion: 'cluster.kubesphere.io/v1alpha1',
  metadata: {
    name,
    uid: uuid(`cluster/${name}`),
    resourceVersion: '702',
    generation: 1,
    creationTimestamp: iso(at),
    ...(isHost && { labels: { 'cluster-role.kubesphere.io/host': '' } }),
    annotations: { 'kubesphere.io/creator': 'admin' },
    finalizers: ['finalizer.cluster.kubesphere.io'],
  },
  spec: {
    joinFederation: true,
    enable: true,
    provider: 'kubesphere',
    connection: { type: 'direct', kubernetesAPIEndpoint: `https://${name}.example.internal:6443` },
  },
  status: {
    conditions: ['Federated', 'Initialized', 'Ready'].map((type) => ({
      type,
      status: 'True',
      lastUpdateTime: iso(at),
      lastTransitionTime: iso(at),
      reason: type,
      message: `Cluster is ${type.toLowerCase()}`,
    })),
    kubernetesVersion: 'v1.20.2',
    kubeSphereVersion: 'v3.3.2',
    nodeCount: 3,
    region,
    configz: { monitoring: true, logging: false, gateway: true, ...modules },
  },
})
