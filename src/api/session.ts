import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { Configz, Role, Roles, User, Version, type PolicyRule } from '@/wire/session'
import { ApiError, isForbidden, isNotFound } from '@/lib/api-error'
import type { ClusterScope } from '@/domain/cluster'
import { request } from './http'
import { paths } from './paths'
import { sessionStore } from './session-store'
import { newSession } from './token'

const UNINITIALIZED = 'iam.kubesphere.io/uninitialized'
const GLOBAL_ROLE = 'iam.kubesphere.io/globalrole'

const getConfigz = () => request('GET', paths.configz, { schema: Configz })
const getVersion = () => request('GET', paths.version, { schema: Version })
const getUser = (name: string) => request('GET', paths.user(name), { schema: User })
const getGlobalRole = (name: string) => request('GET', paths.globalRole(name), { schema: Role })
const getClusterRoles = (cluster: ClusterScope, user: string) =>
  request('GET', paths.clusterRolesOf(cluster, user), { schema: Roles })

async function globalRules(user: string): Promise<readonly PolicyRule[]> {
  const role = (await getUser(user)).metadata.annotations?.[GLOBAL_ROLE]
  return role === undefined ? [] : ((await getGlobalRole(role)).rules ?? [])
}

/** Rules that may not be read count as unknown (null): then the server decides when the action is tried. */
const orUnknown = async (rules: Promise<readonly PolicyRule[]>) => {
  try {
    return await rules
  } catch (error) {
    if (error instanceof ApiError && (isForbidden(error) || isNotFound(error))) return null
    throw error
  }
}

export const sessionQueries = {
  /** Which modules the platform has. They change with a restart of the server only. */
  configz: () => queryOptions({ queryKey: ['configz'], queryFn: getConfigz, staleTime: 300_000 }),
  version: () => queryOptions({ queryKey: ['version'], queryFn: getVersion, staleTime: 300_000 }),
  /** The rules that hold for a user in a cluster; null when they may not be read. */
  rules: (cluster: ClusterScope, user: string) =>
    queryOptions({
      queryKey: ['rules', cluster.name, user],
      queryFn: async () => {
        const ofCluster = getClusterRoles(cluster, user).then((roles) =>
          (roles ?? []).flatMap((role) => role.rules ?? []),
        )
        const [global, local] = await Promise.all([orUnknown(globalRules(user)), orUnknown(ofCluster)])
        return global === null || local === null ? null : [...global, ...local]
      },
      staleTime: 60_000,
    }),
}

/** Why a sign-in was refused, in the console's terms. */
export type SignInRefusal = 'wrong-password' | 'disabled' | 'locked' | 'must-change-password'

/** The refusal an error stands for, null when it is another failure. */
export function signInRefusal(error: ApiError): SignInRefusal | null {
  if (error.reason === 'MustChangePassword') return 'must-change-password'
  if (error.status === 429) return 'locked'
  if (error.status !== 400) return null
  return error.message.includes('not active') ? 'disabled' : 'wrong-password'
}

/**
 * Signs in. A user that has to change the initial password first (recording a10) gets a token that is good for
 * nothing else, so that counts as refused.
 */
export const signIn = () =>
  mutationOptions({
    mutationKey: ['sign-in'],
    meta: { errorShownBy: 'form' },
    mutationFn: async ({ username, password }: { username: string; password: string }) => {
      const session = await newSession(username, password)
      const user = await request('GET', paths.user(username), { schema: User, session })
      if (user.metadata.annotations?.[UNINITIALIZED] === 'true')
        throw new ApiError({
          status: 403,
          reason: 'MustChangePassword',
          message: 'the initial password has to be changed first',
          path: paths.user(username),
        })
      sessionStore.signedIn(session)
    },
  })
