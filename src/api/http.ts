import type * as v from 'valibot'
import { errorOf, readAnswer } from './answer'
import { ApiError } from '@/lib/api-error'
import { sessionStore, type Session } from './session-store'
import { send } from './send'
import { noteServerTime } from './server-clock'
import { renewSession } from './token'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

interface RequestOptions<S extends v.GenericSchema> {
  /** What the answer must look like; it is checked here, once. */
  readonly schema: S
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Asks in the name of this session instead of the current one, and leaves the current one alone. */
  readonly session?: Session
}

/** The part of a token's life, at its end, in which it is renewed: a tenth, ten minutes at most. */
const renewalMargin = (session: Session) => Math.min((session.expiresAt - session.issuedAt) / 10, 600_000)

async function currentSession(): Promise<Session | null> {
  const state = sessionStore.get()
  if (state.kind !== 'signed-in') return null
  const { session } = state
  if (Date.now() < session.expiresAt - renewalMargin(session)) return session
  try {
    return (await renewSession(session)) ?? session
  } catch (error) {
    if (Date.now() < session.expiresAt) return session // still good: the next request tries to renew again
    throw error
  }
}

function urlOf(path: string, query: RequestOptions<v.GenericSchema>['query']) {
  const entries = Object.entries(query ?? {}).filter((entry) => entry[1] !== undefined)
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

const authorized = (init: RequestInit, session: Session | null): RequestInit => {
  const headers = new Headers(init.headers)
  headers.set('Accept', 'application/json')
  if (session) headers.set('Authorization', `Bearer ${session.accessToken}`)
  return { ...init, headers }
}

/**
 * The one way to the server. Adds the token, renews it in time, and once more when the server calls it bad (401: the
 * request was not carried out, so sending it again is safe). Without any token the server answers 403 (recording a20),
 * which counts as a lost session too; while it is lost nothing is sent. Throws ApiError, always.
 */
async function exchange(
  method: Method,
  path: string,
  options: Omit<RequestOptions<v.GenericSchema>, 'schema'>,
  what: 'answer' | 'stream',
): Promise<Response> {
  const url = urlOf(path, options.query)
  const init: RequestInit = {
    method,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.body === undefined
      ? {}
      : {
          body: JSON.stringify(options.body),
          headers: { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
        }),
  }
  // Without the tokens the server would answer for nobody; the page waits until somebody has signed in again.
  if (!options.session && sessionStore.get().kind === 'lost')
    throw new ApiError({ status: 401, reason: 'Unauthorized', message: 'the session has ended', path })
  const session = options.session ?? (await currentSession())
  let response = await send(url, authorized(init, session), what)
  if (response.status === 401 && session && !options.session) {
    const renewed = await renewSession(session)
    if (renewed) response = await send(url, authorized(init, renewed), what)
    if (response.status === 401) sessionStore.lost(renewed ?? session)
  }
  noteServerTime(response.headers.get('Date'))
  if (response.status === 403 && !session) sessionStore.missing()
  if (!response.ok) throw await errorOf(response, path)
  return response
}

/** Asks, and checks the answer against its schema. */
export async function request<const S extends v.GenericSchema>(
  method: Method,
  path: string,
  options: RequestOptions<S>,
): Promise<v.InferOutput<S>> {
  return readAnswer(await exchange(method, path, options, 'answer'), path, options.schema)
}

/**
 * An answer that is read while it arrives: a log or a watch. It ends with the server, or when `signal` says so; a
 * connection that breaks later makes the reader throw what `fetch` throws.
 */
export async function openStream(
  path: string,
  options: Pick<RequestOptions<v.GenericSchema>, 'query'> & { readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await exchange('GET', path, options, 'stream')
  return response.body ?? new ReadableStream({ start: (controller) => controller.close() })
}

/** The same, with `null` for an object that does not exist. */
export async function requestOrNull<const S extends v.GenericSchema>(
  path: string,
  options: RequestOptions<S>,
): Promise<v.InferOutput<S> | null> {
  try {
    return await request('GET', path, options)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}
