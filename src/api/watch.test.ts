import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ObjectMeta } from '@/wire/k8s'
import * as v from 'valibot'
import { sessionStore } from './session-store'
import { watchObjects, type WatchEvent, type WatchState } from './watch'

const Thing = v.looseObject({ metadata: ObjectMeta })

interface Connection {
  /** The resourceVersion it goes on from, null for the beginning. */
  readonly from: string | null
  readonly at: number
}

const line = (type: string, name: string, resourceVersion: string) =>
  `${JSON.stringify({ type, object: { metadata: { name, resourceVersion } } })}\n`

/** Each answer is what one connection sends before it ends (text) or breaks (null at the end), or a refusal. */
const serve = (answers: readonly (Response | readonly (string | null)[])[]) => {
  const connections: Connection[] = []
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
    const query = new URL(url, 'https://console.example').searchParams
    connections.push({ from: query.get('resourceVersion'), at: Date.now() })
    const answer = answers[connections.length - 1]
    if (answer instanceof Response) return Promise.resolve(answer)
    // Without an answer left the connection stays open.
    const parts = [...(answer ?? [])]
    const body = new ReadableStream({
      start: (controller) => {
        signal?.addEventListener('abort', () => controller.error(new DOMException('gone', 'AbortError')))
      },
      pull: (controller) => {
        const part = parts.shift()
        if (part === null) controller.error(new TypeError('network'))
        else if (part !== undefined) controller.enqueue(new TextEncoder().encode(part))
        else if (answer !== undefined) controller.close()
      },
    })
    return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }))
  })
  return connections
}

const follow = () => {
  const events: string[] = []
  const states: WatchState[] = []
  let gaps = 0
  let gapAt: WatchState | undefined
  const leave = new AbortController()
  const done = watchObjects({
    path: '/api/v1/things',
    query: { labelSelector: 'a=b' },
    schema: Thing,
    signal: leave.signal,
    onEvent: ({ type, object }: WatchEvent<v.InferOutput<typeof Thing>>) =>
      events.push(`${type} ${object.metadata.name}`),
    onState: (state) => states.push(state),
    onGap: () => {
      gaps += 1
      gapAt = states.at(-1)
    },
  })
  return { events, states, leave, done, gaps: () => gaps, gapAt: () => gapAt }
}

const status = (code: number) => Response.json({ kind: 'Status', code, message: 'no' }, { status: code })

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  sessionStore.signedOut()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a watch', () => {
  test('that breaks goes on from the last version it saw, and nothing is handed on twice', async () => {
    const connections = serve([
      [line('ADDED', 'a', '5'), line('ADDED', 'b', '7'), null],
      [line('MODIFIED', 'b', '9'), line('DELETED', 'a', '11')],
    ])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(watch.events).toEqual(['ADDED a', 'ADDED b', 'MODIFIED b', 'DELETED a'])
    expect(connections.map((each) => each.from)).toEqual([null, '7', '11'])
    expect(watch.states.slice(0, 4)).toEqual(['connecting', 'live', 'broken', 'live'])
    watch.leave.abort()
    await watch.done
  })

  test('that keeps failing waits longer and longer, half a minute at most', async () => {
    const connections = serve(Array.from({ length: 9 }, () => status(503)))
    const watch = follow()
    await vi.advanceTimersByTimeAsync(200_000)
    watch.leave.abort()
    await watch.done
    const waits = connections.slice(1).map((each, index) => each.at - (connections[index]?.at ?? 0))
    for (const [index, wanted] of [1, 2, 4, 8, 16, 30, 30, 30].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(wanted * 750)
      expect(waits[index]).toBeLessThanOrEqual(wanted * 1_250)
    }
  })

  test('whose history the server forgot begins anew, and says so once it is open', async () => {
    const gone = `${JSON.stringify({ type: 'ERROR', object: { kind: 'Status', code: 410 } })}\n`
    const connections = serve([[line('ADDED', 'a', '5')], [gone], [line('ADDED', 'c', '50')]])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(connections.map((each) => each.from).slice(0, 3)).toEqual([null, '5', null])
    expect(watch.gaps()).toBe(1)
    expect(watch.gapAt()).toBe('live') // a read before would miss what changes until then
    expect(watch.events).toEqual(['ADDED a', 'ADDED c'])
    watch.leave.abort()
    await watch.done
  })

  test.each([403, 404, 405])('that is refused with %i ends and says so', async (code) => {
    const connections = serve([status(code)])
    const watch = follow()
    await watch.done
    expect(watch.states).toEqual(['connecting', 'refused'])
    expect(connections).toHaveLength(1)
  })

  test('that the server ends is not called live until it is open again', async () => {
    const connections = serve([[line('ADDED', 'a', '5')], [], []])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(0)
    expect(watch.states).toEqual(['connecting', 'live', 'broken'])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(connections.length).toBeGreaterThan(3)
    expect(watch.states.at(-1)).toBe('live') // the last connection stays open
    watch.leave.abort()
    await watch.done
  })

  test('waits while the session is lost, and is opened again at once when somebody has signed in', async () => {
    const session = {
      user: 'admin',
      accessToken: 'old',
      refreshToken: null,
      issuedAt: Date.now(),
      expiresAt: Date.now() + 7_200_000,
    }
    sessionStore.signedIn(session)
    const connections = serve([status(401)])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(sessionStore.get().kind).toBe('lost')
    expect(connections).toHaveLength(1)
    expect(watch.states).not.toContain('refused')
    sessionStore.signedIn({ ...session, accessToken: 'new' })
    await vi.advanceTimersByTimeAsync(0)
    expect(connections).toHaveLength(2)
    expect(watch.states.at(-1)).toBe('live')
    watch.leave.abort()
    await watch.done
  })

  test('takes a bookmark for the version it has come to', async () => {
    const connections = serve([[line('ADDED', 'a', '5'), line('BOOKMARK', '', '90')]])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(watch.events).toEqual(['ADDED a'])
    expect(connections.at(-1)?.from).toBe('90')
    watch.leave.abort()
    await watch.done
  })

  test('that sends what it should not is broken, not believed', async () => {
    serve([['{"type":"ADDED","object":{"metadata":{}}}\n']])
    const watch = follow()
    await vi.advanceTimersByTimeAsync(100)
    expect(watch.events).toEqual([])
    expect(watch.states).toEqual(['connecting', 'live', 'broken'])
    watch.leave.abort()
    await watch.done
  })
})
