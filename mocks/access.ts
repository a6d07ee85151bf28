import { globalRoleOf } from './identities'
import type { RequestInfo } from './request-info'
import { forbidden, unauthorized } from './replies'
import type { UserRecord } from './records'
import type { World } from './world'

/** Who is asking, and what they may do. */

const ANONYMOUS = 'system:anonymous'
/** The only project that projectadmin and projectviewer belong to. */
export const MEMBER_PROJECT = 'shop'
const READS = ['get', 'list', 'watch']

/** Roles in the project `shop`, by user. */
const PROJECT_ROLES: Readonly<Record<string, 'admin' | 'viewer'>> = { projectadmin: 'admin', projectviewer: 'viewer' }

/** Whether a user sees everything in a cluster. */
export const isClusterViewer = (user: string): boolean => user === 'clusterviewer'

/** Whether a user may do everything. */
export const isPlatformAdmin = (user: UserRecord): boolean => globalRoleOf(user) === 'platform-admin'

/** The projects a user belongs to; all of them for those who see everything (recordings a45 and i08). */
export const projectsOf = (user: UserRecord, all: readonly string[]): readonly string[] => {
  const { name } = user.metadata
  if (isPlatformAdmin(user) || isClusterViewer(name)) return all
  return all.filter((project) => project === MEMBER_PROJECT && Object.hasOwn(PROJECT_ROLES, name))
}

/**
 * The user behind an `Authorization` header: `undefined` without one (that is `system:anonymous`, not 401), a 401
 * answer when it does not hold (recordings a20, a21, i25 and i26).
 */
export const authenticate = (world: World, authorization: string | null): UserRecord | Response | undefined => {
  const [scheme = '', credentials = ''] = (authorization ?? '').split(' ')
  if (scheme.toLowerCase() === 'basic') return basic(world, credentials)
  if (scheme.toLowerCase() !== 'bearer') return undefined
  const token = world.db.tokens.get(credentials)
  if (token?.use !== 'access') return unauthorized(whyUnknown(credentials))
  if (token.expiresAt <= world.now()) return unauthorized('token is expired')
  return world.db.users.get(token.user) ?? unauthorized('token not found in cache')
}

/** Our own tokens look different from garbage, and so does the answer once they are forgotten. */
const whyUnknown = (credentials: string) => {
  if (credentials.startsWith('mock-')) return 'token not found in cache'
  const segments = credentials.split('.')
  if (segments.length !== 3) return 'token contains an invalid number of segments'
  return `invalid character '${safeAtob(segments[0] ?? '')[0] ?? ''}' looking for beginning of value`
}

const basic = (world: World, credentials: string): UserRecord | Response => {
  const [name = '', ...rest] = safeAtob(credentials).split(':')
  const user = world.db.users.get(name)
  return user && rest.join(':') === user.password ? user : unauthorized('incorrect password')
}

const safeAtob = (text: string) => {
  try {
    return atob(text)
  } catch {
    return ''
  }
}

/** Paths that need no token (recordings a30 and a33). */
const isPublic = ({ root, path }: RequestInfo) =>
  root === 'oauth' || path === '/kapis/version' || path === '/kapis/config.kubesphere.io/v1alpha2/configs/configz'

/** What everybody with an account may read: themselves, their tenancy, and the names of namespaces (recording a44). */
const isForEverybody = (info: RequestInfo, name: string) => {
  if (!READS.includes(info.verb) && info.subresource !== 'password') return false
  switch (info.group) {
    case 'iam.kubesphere.io':
      return (
        info.resource === 'globalroles' || (['users', 'clustermembers'].includes(info.resource) && info.name === name)
      )
    case 'resources.kubesphere.io':
      return !info.namespace && (info.resource === 'namespaces' || info.resource === 'clusters')
    default:
      return ['tenant.kubesphere.io', 'config.kubesphere.io', 'version'].includes(info.group)
  }
}

const mayProject = (info: RequestInfo, role: 'admin' | 'viewer' | undefined) => {
  const isInside = info.namespace === MEMBER_PROJECT || (info.resource === 'namespaces' && info.name === MEMBER_PROJECT)
  return isInside && (role === 'admin' || (role === 'viewer' && READS.includes(info.verb)))
}

/** Whether a user may do what a request asks for. */
export const may = (info: RequestInfo, user: UserRecord | undefined): boolean => {
  if (isPublic(info)) return true
  if (!user) return false
  const { name } = user.metadata
  if (isPlatformAdmin(user) || isForEverybody(info, name)) return true
  if (isClusterViewer(name)) return READS.includes(info.verb) && info.group !== 'iam.kubesphere.io'
  return mayProject(info, PROJECT_ROLES[name])
}

/** The 403 for a request (recordings a22–a29, d46, e08, h03, h20, i05). */
export const refuse = (info: RequestInfo, user: UserRecord | undefined): Response =>
  forbidden(
    { name: info.name, group: info.group, resource: info.resource },
    user?.metadata.name ?? ANONYMOUS,
    info.verb,
    info.subresource ? `${info.resource}/${info.subresource}` : info.resource,
    info.namespace ? `in the namespace "${info.namespace}"` : 'at the cluster scope',
  )
