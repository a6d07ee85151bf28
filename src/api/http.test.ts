import { describe, expect, test, vi } from 'vitest'
import {
  Anything,
  calls,
  serve,
  ok,
  unauthorized,
  forbidden,
  badGrant,
  isToken,
  bearer,
  tokenCalls,
  session,
  load,
} from '@/test/http-server'

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
