import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const KEY = 'gateway-console.session'
const NOW = Date.parse('2026-11-24T00:00:00Z')
const TWO_HOURS = 7_200_000
const Anything = v.unknown()

/** A store that lives in memory; what was written to it is remembered. */
const memory = () => {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: vi.fn((key: string, value: string) => void items.set(key, value)),
    removeItem: (key: string) => void items.delete(key),
  }
}

interface Call {
  readonly method: string
  /** As it was asked for, with its query. */
  readonly url: string
  readonly headers: Headers
  readonly body: string
}
type Server = (call: Call) => Response | Promise<Response>

let tab: ReturnType<typeof memory>
let browser: ReturnType<typeof memory>
let calls: Call[]

const serve = (server: Server) =>
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const request = new Request(new URL(url, 'https://console.example'), init)
    const call = { method: request.method, url, headers: request.headers, body: await request.text() }
    calls.push(call)
    return server(call)
  })

const ok = (body: unknown = {}) => Response.json(body)
const unauthorized = () =>
  Response.json({ kind: 'Status', reason: 'Unauthorized', message: 'expired' }, { status: 401 })
const forbidden = () => Response.json({ kind: 'Status', reason: 'Forbidden', message: 'not yours' }, { status: 403 })
const badGrant = () => Response.json({ error: 'invalid_grant', error_description: 'gone' }, { status: 400 })
const token = (name: string) =>
  ok({ access_token: `${name}-access`, refresh_token: `${name}-refresh`, token_type: 'Bearer', expires_in: 7200 })

const isToken = (call: Call) => call.url === '/oauth/token'
const bearer = (call: Call) => call.headers.get('Authorization')
/** A server that renews to `new` and accepts that token only. */
const renewing: Server = (call) =>
  isToken(call) ? token('new') : bearer(call) === 'Bearer new-access' ? ok() : unauthorized()
const tokenCalls = () => calls.filter(isToken)
const otherCalls = () => calls.filter((call) => !isToken(call))

const session = (change: object = {}) => ({
  user: 'admin',
  accessToken: 'old-access',
  refreshToken: 'old-refresh',
  issuedAt: NOW,
  expiresAt: NOW + TWO_HOURS,
  ...change,
})

/** The modules keep the session in memory, so every test has its own; a stored session is there before they load. */
const load = async (stored?: object | string) => {
  if (stored !== undefined) tab.items.set(KEY, typeof stored === 'string' ? stored : JSON.stringify(stored))
  vi.resetModules()
  const [http, { sessionStore }, { newSession }] = await Promise.all([
    import('./http'),
    import('./session-store'),
    import('./token'),
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

describe('what is sent', () => {
  test('the token goes along as Bearer, and JSON is asked for', async () => {
    serve(() => ok())
    const { get } = await load(session())
    await get()
    expect(calls.map(bearer)).toEqual(['Bearer old-access'])
    expect(calls[0]?.headers.get('Accept')).toBe('application/json')
  })

  test('signed out, no token goes along and none is asked for', async () => {
    serve(() => ok())
    const { get } = await load()
    await get()
    expect(calls.map((call) => [call.url, bearer(call)])).toEqual([['/kapis/version', null]])
  })

  test.each([
    ['POST', 'application/json'],
    ['PUT', 'application/json'],
    ['PATCH', 'application/merge-patch+json'],
  ] as const)('a body of %s is %s', async (method, type) => {
    serve(() => ok())
    const { request } = await load(session())
    await request(method, '/apis/x', { schema: Anything, body: { a: null, b: '"' } })
    expect(calls[0]).toMatchObject({ method, url: '/apis/x', body: '{"a":null,"b":"\\""}' })
    expect(calls[0]?.headers.get('Content-Type')).toBe(type)
  })

  test('without a body there is none, nor a type of it', async () => {
    serve(() => ok())
    const { request } = await load(session())
    await request('DELETE', '/apis/x', { schema: Anything })
    expect(calls[0]).toMatchObject({ method: 'DELETE', body: '' })
    expect(calls[0]?.headers.has('Content-Type')).toBe(false)
  })

  test.each([
    [{}, '/apis/x'],
    [{ name: undefined }, '/apis/x'],
    [{ page: 0, limit: -1, name: undefined }, '/apis/x?page=0&limit=-1'],
    [{ fieldSelector: 'involvedObject.name=a b&c' }, '/apis/x?fieldSelector=involvedObject.name%3Da+b%26c'],
    [{ name: '' }, '/apis/x?name='],
  ])('the query %j makes %s', async (query, url) => {
    serve(() => ok())
    const { request } = await load(session())
    await request('GET', '/apis/x', { schema: Anything, query })
    expect(calls[0]?.url).toBe(url)
  })
})

describe('renewal in time', () => {
  test.each([
    ['ten minutes before the end of two hours', TWO_HOURS, TWO_HOURS - 600_000, true],
    ['not a millisecond earlier', TWO_HOURS, TWO_HOURS - 600_001, false],
    ['in the last tenth of a short life', 100_000, 90_000, true],
    ['not a millisecond before that', 100_000, 89_999, false],
    ['after its end', TWO_HOURS, TWO_HOURS + 1, true],
  ])('%s', async (_case, life, age, renews) => {
    serve((call) => (isToken(call) ? token('new') : ok()))
    const { get } = await load(session({ expiresAt: NOW + life }))
    vi.setSystemTime(NOW + age)
    await get()
    expect(tokenCalls()).toHaveLength(renews ? 1 : 0)
    expect(otherCalls().map(bearer)).toEqual([renews ? 'Bearer new-access' : 'Bearer old-access'])
  })

  test('happens once for ten requests at the same time, and all use the new token', async () => {
    serve(renewing)
    const { get } = await load(session())
    vi.setSystemTime(NOW + TWO_HOURS - 1000)
    await Promise.all(Array.from({ length: 10 }, (_, index) => get(`/kapis/${index}`)))
    expect(tokenCalls()).toHaveLength(1)
    expect(otherCalls().map(bearer)).toEqual(Array.from({ length: 10 }, () => 'Bearer new-access'))
  })

  test('sends the refresh token form-encoded, without the old access token, and keeps what comes back', async () => {
    serve(renewing)
    const { get, sessionStore } = await load(session())
    vi.setSystemTime(NOW + TWO_HOURS)
    await get()
    const [call] = tokenCalls()
    expect(call?.method).toBe('POST')
    expect(call?.headers.get('Content-Type')).toContain('application/x-www-form-urlencoded')
    expect(call && bearer(call)).toBeNull()
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'old-refresh',
      client_id: 'kubesphere',
      client_secret: 'kubesphere',
    })
    const renewed = {
      user: 'admin',
      accessToken: 'new-access',
      refreshToken: 'new-refresh',
      issuedAt: NOW + TWO_HOURS,
      expiresAt: NOW + 2 * TWO_HOURS,
    }
    expect(sessionStore.get()).toEqual({ kind: 'signed-in', session: renewed })
    expect(JSON.parse(tab.items.get(KEY) ?? '')).toEqual(renewed)
  })

  test('happens again when the new token comes to its end', async () => {
    serve((call) => (isToken(call) ? token(`after-${tokenCalls().length}`) : ok()))
    const { get } = await load(session())
    for (const age of [TWO_HOURS - 1, 2 * TWO_HOURS - 2]) {
      vi.setSystemTime(NOW + age)
      await get()
    }
    expect(otherCalls().map(bearer)).toEqual(['Bearer after-1-access', 'Bearer after-2-access'])
  })

  test.each<[string, Server]>([
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is down', () => new Response('', { status: 503 })],
    ['is tired of being asked', () => Response.json({ error: 'invalid_grant' }, { status: 429 })],
    ['answers nonsense', () => new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } })],
  ])('a token endpoint that %s signs nobody out while the token is good', async (_case, endpoint) => {
    serve((call) => (isToken(call) ? endpoint(call) : ok({ fine: true })))
    const { get, sessionStore } = await load(session())
    vi.setSystemTime(NOW + TWO_HOURS - 1)
    expect(await get()).toEqual({ fine: true })
    expect(otherCalls().map(bearer)).toEqual(['Bearer old-access'])
    expect(sessionStore.get()).toEqual({ kind: 'signed-in', session: session() })
  })

  test('when the token is no good any more, the failure to renew is the failure, and a later request tries again', async () => {
    let up = false
    serve((call) => (up ? renewing(call) : Promise.reject(new TypeError('Failed to fetch'))))
    const { get, sessionStore } = await load(session())
    vi.setSystemTime(NOW + TWO_HOURS)
    await expect(get()).rejects.toMatchObject({ name: 'ApiError', reason: 'Unreachable', path: '/oauth/token' })
    expect(otherCalls()).toEqual([])
    expect(sessionStore.get().kind).toBe('signed-in')
    up = true
    expect(await get()).toEqual({})
  })
})

describe('a 401', () => {
  test('renews once and sends the same again', async () => {
    serve(renewing)
    const { request } = await load(session())
    await request('PUT', '/apis/x', { schema: Anything, body: { a: 1 }, query: { dryRun: 'All' } })
    expect(calls.map((call) => [call.method, call.url, bearer(call)])).toEqual([
      ['PUT', '/apis/x?dryRun=All', 'Bearer old-access'],
      ['POST', '/oauth/token', null],
      ['PUT', '/apis/x?dryRun=All', 'Bearer new-access'],
    ])
    expect(otherCalls().map((call) => call.body)).toEqual(['{"a":1}', '{"a":1}'])
  })

  test('of ten requests at once renews once', async () => {
    serve(renewing)
    const { get } = await load(session())
    await Promise.all(Array.from({ length: 10 }, () => get()))
    expect(tokenCalls()).toHaveLength(1)
    expect(otherCalls().filter((call) => bearer(call) === 'Bearer new-access')).toHaveLength(10)
  })

  test('that comes after somebody else renewed uses that token', async () => {
    serve(renewing)
    const { get, sessionStore } = await load(session())
    const late = get()
    sessionStore.signedIn(session({ accessToken: 'new-access' }))
    await late
    expect(calls.map(bearer)).toEqual(['Bearer old-access', 'Bearer new-access'])
  })

  test.each<[string, object, Server]>([
    ['renewal is refused', {}, (call) => (isToken(call) ? badGrant() : unauthorized())],
    ['the new token is refused too', {}, (call) => (isToken(call) ? token('new') : unauthorized())],
    ['there is nothing to renew with', { refreshToken: null }, unauthorized],
  ])('marks the session lost when %s, and fails with what the server said', async (_case, change, server) => {
    serve(server)
    const { get, sessionStore } = await load(session(change))
    await expect(get()).rejects.toMatchObject({
      name: 'ApiError',
      status: 401,
      message: 'expired',
      path: '/kapis/version',
    })
    expect(sessionStore.get()).toEqual({ kind: 'lost', user: 'admin' })
    expect(tab.items.has(KEY)).toBe(false)
  })

  test('is asked for twice at most', async () => {
    serve((call) => (isToken(call) ? token('new') : unauthorized()))
    const { get } = await load(session())
    await expect(get()).rejects.toMatchObject({ status: 401 })
    expect(otherCalls()).toHaveLength(2)
  })

  test('leaves the session when it could not be renewed for an outage', async () => {
    serve((call) => (isToken(call) ? new Response('', { status: 502 }) : unauthorized()))
    const { get, sessionStore } = await load(session())
    await expect(get()).rejects.toMatchObject({ name: 'ApiError', status: 502, path: '/oauth/token' })
    expect(sessionStore.get().kind).toBe('signed-in')
  })

  test('without a token is an error like any other', async () => {
    serve(unauthorized)
    const { get, sessionStore } = await load()
    await expect(get()).rejects.toMatchObject({ status: 401 })
    expect(sessionStore.get()).toEqual({ kind: 'signed-out' })
    expect(tokenCalls()).toEqual([])
  })
})

describe('a 403', () => {
  test('without a token marks the session lost', async () => {
    serve(forbidden)
    const { get, sessionStore } = await load()
    await expect(get()).rejects.toMatchObject({ status: 403, message: 'not yours' })
    expect(sessionStore.get()).toEqual({ kind: 'lost', user: '' })
  })

  test('with a token is a missing right, and nobody is signed out', async () => {
    serve(forbidden)
    const { get, sessionStore } = await load(session())
    await expect(get()).rejects.toMatchObject({ status: 403 })
    expect(sessionStore.get().kind).toBe('signed-in')
    expect(tokenCalls()).toEqual([])
  })

  test('is not asked for after the session was lost: nothing is sent, and who it was is kept', async () => {
    serve((call) => (isToken(call) ? badGrant() : bearer(call) ? unauthorized() : forbidden()))
    const { get, sessionStore } = await load(session())
    await expect(get()).rejects.toMatchObject({ status: 401 })
    const sent = calls.length
    await expect(get()).rejects.toMatchObject({ status: 401, message: 'the session has ended' })
    expect(sessionStore.get()).toEqual({ kind: 'lost', user: 'admin' })
    expect(calls).toHaveLength(sent)
  })
})

describe('no answer', () => {
  test('a dropped connection is Unreachable', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    const { request } = await load(session())
    const asked = request('GET', '/kapis/x', { schema: Anything, query: { page: 1 } })
    const failure = { name: 'ApiError', status: 0, reason: 'Unreachable', message: 'Failed to fetch', path: '/kapis/x' }
    await expect(asked).rejects.toMatchObject(failure)
  })

  /** A server that never answers; it notices only that the client gives up. */
  const silent = () =>
    vi.stubGlobal(
      'fetch',
      (_url: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          const leave = () => reject(signal?.reason)
          if (signal?.aborted) leave()
          else signal?.addEventListener('abort', leave)
        }),
    )
  /** AbortSignal.timeout on the clock of the test, which does not reach the real one. */
  const fakeTimeout = () =>
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(new DOMException('timed out', 'TimeoutError')), milliseconds)
      return controller.signal
    })

  test('a server that is silent for 30 seconds is a Timeout, and not before', async () => {
    silent()
    fakeTimeout()
    const { get } = await load(session())
    const outcome = vi.fn()
    const asked = get('/kapis/x').catch(outcome)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(outcome).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await asked
    expect(outcome).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ name: 'ApiError', status: 0, reason: 'Timeout', path: '/kapis/x' }),
    )
  })

  test.each([
    ['before it was sent', false],
    ['while it was under way', true],
  ])('a request that its caller gave up %s ends as given up, not as a failure of the server', async (_case, sent) => {
    silent()
    const { request } = await load(session())
    const caller = new AbortController()
    const asked = request('GET', '/kapis/x', { schema: Anything, signal: caller.signal })
    if (sent) await vi.advanceTimersByTimeAsync(0)
    caller.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('where tokens are', () => {
  test('in the header, the form and the tab; never in a URL nor in localStorage', async () => {
    serve((call) =>
      isToken(call) ? token(call.body.includes('grant_type=password') ? 'first' : 'new') : renewing(call),
    )
    const { get, newSession, sessionStore } = await load()
    sessionStore.signedIn(await newSession('admin', 'P@ss word'))
    await get('/kapis/a') // answered with 401 once, so it renews too
    vi.setSystemTime(NOW + TWO_HOURS)
    await get('/kapis/b')
    expect(tokenCalls()).toHaveLength(3)
    expect(calls.map((call) => call.url).filter((url) => /access|refresh|token=|P@ss|P%40ss/.test(url))).toEqual([])
    expect(browser.setItem).not.toHaveBeenCalled()
    expect([...tab.items.keys()]).toEqual([KEY])
  })

  test('a password is sent to the token endpoint only, and kept nowhere', async () => {
    serve(() => token('first'))
    const { newSession, sessionStore } = await load()
    const signedIn = await newSession('admin', 'P@ss word')
    sessionStore.signedIn(signedIn)
    expect(calls.map((call) => call.url)).toEqual(['/oauth/token'])
    expect(new URLSearchParams(calls[0]?.body).get('password')).toBe('P@ss word')
    expect(JSON.stringify([signedIn, ...tab.items])).not.toContain('P@ss')
  })

  test('signing out forgets them', async () => {
    serve(() => ok())
    const { get, sessionStore } = await load(session())
    expect(sessionStore.get().kind).toBe('signed-in')
    sessionStore.signedOut()
    await get()
    expect(tab.items.size).toBe(0)
    expect(calls.map(bearer)).toEqual([null])
  })
})

describe('the stored session', () => {
  test('is there again after a reload', async () => {
    const { sessionStore } = await load(session())
    expect(sessionStore.get()).toEqual({ kind: 'signed-in', session: session() })
  })

  test('may have no refresh token', async () => {
    const { sessionStore } = await load(session({ refreshToken: null }))
    expect(sessionStore.get().kind).toBe('signed-in')
  })

  test.each([
    ['no JSON', 'not JSON'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['another object', '{"token":"x"}'],
    ['a session without a token', JSON.stringify(session({ accessToken: undefined }))],
    ['a session with a wrong time', JSON.stringify(session({ expiresAt: '2026-11-24' }))],
  ])('is dropped when it is garbage: %s', async (_case, garbage) => {
    serve(() => ok())
    const { get, sessionStore } = await load(garbage)
    expect(sessionStore.get()).toEqual({ kind: 'signed-out' })
    expect(tab.items.has(KEY)).toBe(false)
    await get()
    expect(calls.map(bearer)).toEqual([null])
  })

  test('tells its listeners of every change, until they leave', async () => {
    const { sessionStore } = await load()
    const seen: string[] = []
    const leave = sessionStore.subscribe(() => seen.push(sessionStore.get().kind))
    sessionStore.signedIn(session())
    sessionStore.lost(session())
    sessionStore.signedOut()
    leave()
    sessionStore.signedIn(session())
    expect(seen).toEqual(['signed-in', 'lost', 'signed-out'])
  })

  test('that was replaced meanwhile is not lost with the old one', async () => {
    const { sessionStore } = await load(session({ accessToken: 'new-access' }))
    sessionStore.lost(session())
    expect(sessionStore.get()).toEqual({ kind: 'signed-in', session: session({ accessToken: 'new-access' }) })
  })
})

describe('a request in the name of another session', () => {
  test('uses that one and leaves the current one alone', async () => {
    serve(unauthorized)
    const { request, sessionStore } = await load(session())
    const other = session({ user: 'other', accessToken: 'other-access', refreshToken: 'other-refresh' })
    await expect(request('GET', '/x', { schema: Anything, session: other })).rejects.toMatchObject({ status: 401 })
    expect(calls.map(bearer)).toEqual(['Bearer other-access'])
    expect(sessionStore.get()).toEqual({ kind: 'signed-in', session: session() })
  })
})

describe('requestOrNull', () => {
  test('what does not exist is null', async () => {
    serve(() => Response.json({ kind: 'Status', reason: 'NotFound' }, { status: 404 }))
    const { requestOrNull } = await load(session())
    expect(await requestOrNull('/apis/x', { schema: Anything })).toBeNull()
  })

  test.each([
    ['a missing right', forbidden],
    ['a failure', () => new Response('boom', { status: 500 })],
  ])('%s is not taken for absence', async (_case, server) => {
    serve(server)
    const { requestOrNull } = await load(session())
    await expect(requestOrNull('/apis/x', { schema: Anything })).rejects.toMatchObject({ name: 'ApiError' })
  })

  test('what exists comes back', async () => {
    serve(() => ok({ a: 1 }))
    const { requestOrNull } = await load(session())
    expect(await requestOrNull('/apis/x', { schema: Anything })).toEqual({ a: 1 })
  })
})
