import { TokenResponse } from '@/wire/session'
import { errorOf, readAnswer } from './answer'
import { ApiError } from '@/lib/api-error'
import { send } from './send'
import { sessionStore, type Session } from './session-store'

const PATH = '/oauth/token'
// The public client that every KubeSphere install has; it identifies the console, it is not a secret (recording a01).
const client = { client_id: 'kubesphere', client_secret: 'kubesphere' }

async function askForToken(user: string, grant: Record<string, string>): Promise<Session> {
  const issuedAt = Date.now()
  const response = await send(PATH, { method: 'POST', body: new URLSearchParams({ ...grant, ...client }) })
  if (!response.ok) throw await errorOf(response, PATH)
  const token = await readAnswer(response, PATH, TokenResponse)
  return {
    user,
    accessToken: token.access_token,
    refreshToken: token.refresh_token ?? null,
    issuedAt,
    expiresAt: issuedAt + token.expires_in * 1000,
  }
}

/** A session for a name and password; throws ApiError with the server's refusal. Form-encoded: JSON is 415 (i27). */
export const newSession = (username: string, password: string): Promise<Session> =>
  askForToken(username, { grant_type: 'password', username, password })

let renewal: { readonly of: string; readonly done: Promise<Session | null> } | undefined

/**
 * A renewed session, shared by all requests that ask at once. Null when the server no longer knows the refresh token;
 * throws when it cannot be asked, so that an outage does not sign anybody out.
 */
export function renewSession(session: Session): Promise<Session | null> {
  const current = sessionStore.get()
  if (current.kind === 'signed-in' && current.session.accessToken !== session.accessToken)
    return Promise.resolve(current.session) // somebody renewed it while this request was on its way
  if (session.refreshToken === null) return Promise.resolve(null)
  if (renewal?.of === session.accessToken) return renewal.done
  const done = renew(session, session.refreshToken).finally(() => {
    if (renewal?.done === done) renewal = undefined
  })
  renewal = { of: session.accessToken, done }
  return done
}

async function renew(session: Session, refreshToken: string): Promise<Session | null> {
  try {
    const renewed = await askForToken(session.user, { grant_type: 'refresh_token', refresh_token: refreshToken })
    sessionStore.signedIn(renewed)
    return renewed
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) return null
    throw error
  }
}
