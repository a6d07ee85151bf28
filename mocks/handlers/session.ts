import { isClusterViewer, isPlatformAdmin, projectsOf } from '@mocks/access'
import { clusterViewerRole, globalRoleOf } from '@mocks/identities'
import { at, text } from '@mocks/json'
import { listed, paged } from '@mocks/paging'
import { configz, oauthConfig, version } from '@mocks/platform'
import type { NamespaceRecord, UserRecord } from '@mocks/records'
import { json, kapisError, notFound } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import { changePassword } from '@mocks/sessions'
import { parseBody } from '@mocks/validation'
import { typedObject } from '@mocks/views'
import { workspaceTemplates } from '@mocks/workspaces'

/** Who I am, what the platform can do, and which clusters and projects there are. */

const IAM = '/kapis/iam.kubesphere.io/v1alpha2'
const CONFIG = '/kapis/config.kubesphere.io/v1alpha2/configs'
const TENANT = '/kapis/tenant.kubesphere.io/v1alpha2'
const RESOURCES = '/kapis/resources.kubesphere.io/v1alpha3'

const WORKSPACE = 'kubesphere.io/workspace'

const readUser = (call: Call) => {
  const name = param(call, 'name')
  const found = call.world.db.users.get(name)
  if (!found) return kapisError(`user.iam.kubesphere.io "${name}" not found`, 500)
  const { kind: _kind, apiVersion: _apiVersion, password: _password, ...shown } = found
  return json(shown)
}

const listUsers = ({ world, query }: Call) =>
  json(
    paged(
      listed(world.db.users.values()),
      query,
      ({ kind: _kind, apiVersion: _apiVersion, password: _password, ...shown }) => shown,
    ),
  )

const rolesOfUser = (call: Call) => {
  const user = call.world.db.users.get(param(call, 'name'))
  const role = user && call.world.db.globalRoles.get(globalRoleOf(user))
  return json(role ? [role] : [])
}

const listRoles = ({ world, query }: Call) => json(paged(listed(world.db.globalRoles.values()), query, (role) => role))

const readRole = (call: Call) => {
  const name = param(call, 'name')
  const role = call.world.db.globalRoles.get(name)
  return role ? json(role) : kapisError(`globalrole.iam.kubesphere.io "${name}" not found`, 500)
}

/** No recording: the answer is `[]` for a user without a role in the cluster, and so it is for platform admins. */
const clusterRoles = (call: Call) =>
  json(isClusterViewer(param(call, 'name')) ? [clusterViewerRole(call.world.db.seededAt)] : [])

const setPassword = async (call: Call) => {
  const user = call.world.db.users.get(param(call, 'name'))
  const parsed = parseBody(await call.request.text())
  if ('error' in parsed || !user) return kapisError('error' in parsed ? parsed.error : 'user not found', 400)
  const isDone = changePassword(
    call.world,
    user,
    text(at(parsed.body, 'currentPassword')),
    text(at(parsed.body, 'password')),
  )
  return isDone ? json({ message: 'success' }) : kapisError('incorrect password', 400)
}

/** Empty on a single-cluster platform (recordings a40 and a41). */
const clusters = ({ world, query }: Call) => json(paged(listed(world.db.clusterObjects.values()), query, typedObject))

/** Namespaces that a user may know about. The real list of resources is the same for everybody (recording a44). */
const allNamespaces = ({ cluster, query }: Call) => json(paged(listed(cluster.namespaces.values()), query, typedObject))

const tenancyOf = (user: UserRecord | undefined, rows: readonly NamespaceRecord[]) => {
  const projects = user
    ? projectsOf(
        user,
        rows.map(({ metadata }) => metadata.name),
      )
    : []
  return rows.filter(({ metadata }) => projects.includes(metadata.name))
}

const tenantNamespaces = ({ cluster, query, user }: Call) =>
  json(paged(listed(tenancyOf(user, cluster.namespaces.values())), query, typedObject))

const workspaceNamespaces = (call: Call) => {
  const { cluster, query, user } = call
  const inside = cluster.namespaces
    .values()
    .filter(({ metadata }) => metadata.labels?.[WORKSPACE] === param(call, 'ws'))
  return json(paged(listed(tenancyOf(user, inside)), query, typedObject))
}

const workspaces = ({ world, query, user }: Call) => {
  const all = workspaceTemplates(world.db.seededAt)
  return json(paged(listed(user && isPlatformAdmin(user) ? all : []), query, (row) => row))
}

const readNamespace = (call: Call) => {
  const name = param(call, 'name')
  const found = call.cluster.namespaces.get(name)
  return found ? json(found) : notFound({ name, group: '', resource: 'namespaces' })
}

export const sessionRoutes: readonly Route[] = [
  { method: 'GET', path: '/kapis/version', answer: () => json(version) },
  { method: 'GET', path: `${CONFIG}/configz`, answer: ({ world }) => json(configz(world.db.platform)) },
  { method: 'GET', path: `${CONFIG}/oauth`, answer: () => json(oauthConfig) },
  { method: 'GET', path: `${IAM}/users`, answer: listUsers },
  { method: 'GET', path: `${IAM}/users/:name`, answer: readUser },
  { method: 'PUT', path: `${IAM}/users/:name/password`, answer: setPassword },
  { method: 'PUT', path: '/kapis/iam.kubesphere.io/v1alpha1/users/:name/password', answer: setPassword },
  { method: 'GET', path: `${IAM}/users/:name/globalroles`, answer: rolesOfUser },
  { method: 'GET', path: `${IAM}/globalroles`, answer: listRoles },
  { method: 'GET', path: `${IAM}/globalroles/:name`, answer: readRole },
  { method: 'GET', path: `${IAM}/clustermembers/:name/clusterroles`, answer: clusterRoles },
  { method: 'GET', path: `${TENANT}/clusters`, answer: clusters },
  { method: 'GET', path: `${RESOURCES}/clusters`, answer: clusters },
  { method: 'GET', path: `${RESOURCES}/namespaces`, answer: allNamespaces },
  { method: 'GET', path: `${TENANT}/namespaces`, answer: tenantNamespaces },
  { method: 'GET', path: `${TENANT}/workspaces`, answer: workspaces },
  { method: 'GET', path: `${TENANT}/workspaces/:ws/namespaces`, answer: workspaceNamespaces },
  { method: 'GET', path: '/api/v1/namespaces/:name', answer: readNamespace },
]
