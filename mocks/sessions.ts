import { withPassword } from './identities'
import { iso } from './metadata'
import type { UserRecord } from './records'
import { json, plain } from './replies'
import type { World } from './world'

/** Signing in and out: `POST /oauth/token` (recordings a01–a10, i27, i40–i43). */

/** Seconds an access token lives. */
const ACCESS_LIFE = 7200
/** A refresh token lives as long again, so that it can renew an access token that just ran out. */
const REFRESH_LIFE = 2 * ACCESS_LIFE

const refuse = (code: number, error: string, description?: string) =>
  json({ error, ...(description && { error_description: description }) }, code)

const newToken = (world: World, user: string, use: 'access' | 'refresh', life: number): string => {
  const token = `mock-${use}-${user}-${world.db.unique(use)}`
  world.db.tokens.put(token, { user, use, expiresAt: world.now() + life * 1000 })
  return token
}

const grant = (world: World, user: UserRecord) => {
  const { name } = user.metadata
  const access = newToken(world, name, 'access', ACCESS_LIFE)
  const refresh = newToken(world, name, 'refresh', REFRESH_LIFE)
  world.db.users.put(name, { ...user, status: { ...user.status, lastLoginTime: iso(world.now()) } })
  world.db.commit()
  return json({ access_token: access, token_type: 'Bearer', refresh_token: refresh, expires_in: ACCESS_LIFE })
}

const byPassword = (world: World, name: string, password: string) => {
  if (name === 'locked') return refuse(429, 'invalid_grant', 'auth rate limit exceeded')
  const user = world.db.users.get(name)
  if (!user || user.password !== password) return refuse(400, 'invalid_grant', 'incorrect password')
  if (user.status.state !== 'Active') return refuse(400, 'invalid_grant', 'account is not active')
  return grant(world, user)
}

const byRefresh = (world: World, credentials: string) => {
  const token = world.db.tokens.get(credentials)
  const isOurs = credentials.startsWith('mock-')
  if (token?.use !== 'refresh') {
    const why = isOurs ? 'token not found in cache' : 'token contains an invalid number of segments'
    return refuse(400, 'invalid_grant', why)
  }
  const user = world.db.users.get(token.user)
  if (token.expiresAt <= world.now() || !user) return refuse(400, 'invalid_grant', 'token is expired')
  return grant(world, user)
}

/** The answer to a sign-in or a renewal. */
export const token = async (world: World, request: Request): Promise<Response> => {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return plain('415: Unsupported Media Type', 415)
  const form = new URLSearchParams(await request.text())
  const field = (name: string) => form.get(name) ?? ''
  if (field('client_id') !== 'kubesphere') return refuse(401, 'invalid_client', 'the OAuth client was not found')
  if (field('client_secret') !== 'kubesphere') return refuse(401, 'invalid_client', 'invalid client credential')
  switch (field('grant_type')) {
    case 'password':
      return byPassword(world, field('username'), field('password'))
    case 'refresh_token':
      return byRefresh(world, field('refresh_token'))
    default:
      return refuse(400, 'unsupported_grant_type')
  }
}

/** Gives a user another password. `false` when the present one is wrong. */
export const changePassword = (world: World, user: UserRecord, present: string, next: string): boolean => {
  if (user.password !== present) return false
  world.db.users.put(user.metadata.name, withPassword(user, next, world.now()))
  world.db.commit()
  return true
}

/** What a restart of the server does: nobody is signed in any more. */
export const forgetSessions = (world: World): void => {
  for (const name of world.db.tokens.keys()) world.db.tokens.remove(name)
  world.db.commit()
}
