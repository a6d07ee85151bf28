import * as v from 'valibot'
import { afterEach, beforeEach, vi } from 'vitest'

export const KEY = 'gateway-console.session'
export const NOW = Date.parse('2026-11-24T00:00:00Z')
export const TWO_HOURS = 7_200_000
export const Anything = v.unknown()

/** A store that lives in memory; what was written to it is remembered. */
export const memory = () => {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: vi.fn((key: string, value: string) => void items.set(key, value)),
    removeItem: (key: string) => void items.delete(key),
  }
}

export interface Call {
  readonly method: string
  /** As it was asked for, with its query. */
  readonly url: string
  readonly headers: Headers
  readonly body: string
}
export type Server = (call: Call) => Response | Promise<Response>

export let tab: ReturnType<typeof memory>
export let browser: ReturnType<typeof memory>
export let calls: Call[]

export const serve = (server: Server) =>
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const request = new Request(new URL(url, 'https://console.example'), init)
    const call = { method: request.method, url, headers: request.headers, body: await request.text() }
    calls.push(call)
    return server(call)
  })

export const ok = (body: unknown = {}) => Response.json(body)
export const unauthorized = () =>
  Response.json({ kind: 'Status', reason: 'Unauthorized', message: 'expired' }, { status: 401 })
export const forbidden = () =>
  Response.json({ kind: 'Status', reason: 'Forbidden', message: 'not yours' }, { status: 403 })
export const badGrant = () => Response.json({ error: 'invalid_grant', error_description: 'gone' }, { status: 400 })
export const token = (name: string) =>
  ok({ access_token: `${name}-access`, refresh_token: `${name}-refresh`, token_type: 'Bearer', expires_in: 7200 })

export const isToken = (call: Call) => call.url === '/oauth/token'
export const bearer = (call: Call) => call.headers.get('Authorization')
/** A server that renews to `new` and accepts that token only. */
export const renewing: Server = (call) =>
  isToken(call) ? token('new') : bearer(call) === 'Bearer new-access' ? ok() : unauthorized()
export const tokenCalls = () => calls.filter(isToken)
export const otherCalls = () => calls.filter((call) => !isToken(call))

export const session = (change: object = {}) => ({
  user: 'admin',
  accessToken: 'old-access',
  refreshToken: 'old-refresh',
  issuedAt: NOW,
  expiresAt: NOW + TWO_HOURS,
  ...change,
})

/** The modules keep the session in memory, so every test has its own; a stored session is there before they load. */
export const load = async (stored?: object | string) => {
  if (stored !== undefined) tab.items.set(KEY, typeof stored === 'string' ? stored : JSON.stringify(stored))
  vi.resetModules()
  const [http, { sessionStore }, { newSession }] = await Promise.all([
    import('@/api/http'),
    import('@/api/session-store'),
    import('@/api/token'),
  ])
  const get = (path = '/kapis/version') => http.request('GET', path, { schema: Anything })
  return { ...http, sessionStore, newSession, get }
}

beforeEach(() => {
  tab = memory()
  browser = memory()
  calls = []
  vi.stubGlobal('sessionStorage', tab)
  vi.stubGlobal('localStorage', browser)
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
