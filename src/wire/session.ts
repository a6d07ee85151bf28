import * as v from 'valibot'
import { ObjectMeta, paged } from './k8s'

/** `POST /oauth/token`, recordings a01 and a08; `expires_in` in seconds. */
export const TokenResponse = v.looseObject({
  access_token: v.string(),
  token_type: v.optional(v.string()),
  refresh_token: v.optional(v.string()),
  expires_in: v.number(),
})
export type TokenResponse = v.InferOutput<typeof TokenResponse>

/** What `/oauth/token` answers when it refuses, recordings a02–a09 and i42–i43. */
export const OAuthError = v.looseObject({
  error: v.string(),
  error_description: v.optional(v.string()),
})
export type OAuthError = v.InferOutput<typeof OAuthError>

/** `GET …/iam…/users/{name}`; the annotation `iam.kubesphere.io/globalrole` names the role (a35, a38). */
export const User = v.looseObject({
  metadata: ObjectMeta,
  spec: v.looseObject({ email: v.optional(v.string()) }),
  status: v.nullish(v.looseObject({ state: v.nullish(v.string()), lastLoginTime: v.nullish(v.string()) })),
})
export type User = v.InferOutput<typeof User>

export const PolicyRule = v.looseObject({
  verbs: v.nullish(v.array(v.string())),
  apiGroups: v.nullish(v.array(v.string())),
  resources: v.nullish(v.array(v.string())),
  resourceNames: v.nullish(v.array(v.string())),
  nonResourceURLs: v.nullish(v.array(v.string())),
})
export type PolicyRule = v.InferOutput<typeof PolicyRule>

/** A global, cluster or project role, or a role template: all carry RBAC rules (a39). */
export const Role = v.looseObject({ metadata: ObjectMeta, rules: v.nullish(v.array(PolicyRule)) })
export type Role = v.InferOutput<typeof Role>
export const Roles = v.nullable(v.array(Role))

/** `GET …/configs/configz`: which modules are on (a32). */
export const Configz = v.looseObject({
  multicluster: v.nullish(v.boolean()),
  servicemesh: v.nullish(v.boolean()),
  logging: v.nullish(v.boolean()),
  monitoring: v.nullish(v.boolean()),
  gateway: v.nullish(v.boolean()),
})
export type Configz = v.InferOutput<typeof Configz>

/** `GET /kapis/version` (a30). */
export const Version = v.looseObject({
  gitVersion: v.string(),
  kubernetes: v.nullish(v.looseObject({ gitVersion: v.optional(v.string()) })),
})
export type Version = v.InferOutput<typeof Version>

/** A member of a multi-cluster platform. On a single-cluster install the list is empty (a40). */
export const Cluster = v.looseObject({
  metadata: ObjectMeta,
  spec: v.nullish(v.looseObject({ provider: v.nullish(v.string()) })),
  status: v.nullish(
    v.looseObject({
      kubernetesVersion: v.nullish(v.string()),
      kubeSphereVersion: v.nullish(v.string()),
      nodeCount: v.nullish(v.number()),
      conditions: v.nullish(
        v.array(v.looseObject({ type: v.string(), status: v.string(), message: v.optional(v.string()) })),
      ),
      configz: v.nullish(v.record(v.string(), v.boolean())),
    }),
  ),
})
export type Cluster = v.InferOutput<typeof Cluster>

export const ClusterPage = paged(Cluster)
export type ClusterPage = v.InferOutput<typeof ClusterPage>

export const Namespace = v.looseObject({ metadata: ObjectMeta })
export const NamespacePage = paged(Namespace)
export type NamespacePage = v.InferOutput<typeof NamespacePage>
