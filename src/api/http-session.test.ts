import { describe, expect, test, vi } from 'vitest'
import {
  KEY,
  NOW,
  TWO_HOURS,
  Anything,
  tab,
  browser,
  calls,
  serve,
  ok,
  unauthorized,
  badGrant,
  token,
  isToken,
  bearer,
  renewing,
  tokenCalls,
  otherCalls,
  session,
  load,
  type Server,
} from '@/test/http-server'

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
