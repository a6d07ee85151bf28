import { afterEach, describe, expect, test, vi } from 'vitest'
import { createPodLogReader, feedPodLog, type FeedState } from './pod-log-feed'

const ref = { cluster: { name: 'default', prefixed: false }, project: null }
const bytes = (text: string) => new TextEncoder().encode(text)
const line = (second: number, text: string) =>
  `2026-11-24T12:00:${String(second).padStart(2, '0')}.500000000Z ${text}\n`

/** A server that answers one request after the other; the last answer is given again and again. */
function serve(...answers: (() => Response)[]) {
  const asked: URLSearchParams[] = []
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url, 'http://x').searchParams)
    return Promise.resolve((answers[asked.length - 1] ?? answers.at(-1))?.())
  })
  return asked
}

/** A stream of these parts that then ends, breaks, or stays open. */
const stream = (parts: readonly Uint8Array[], end: 'close' | 'break' | 'stay') => () =>
  new Response(
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const [next] = parts.slice(sent, sent + 1)
        sent += 1
        if (next) controller.enqueue(next)
        else if (end === 'close') controller.close()
        else if (end === 'break') controller.error(new TypeError('broken'))
      },
    }),
  )
let sent = 0
const fresh = (make: () => Response) => () => {
  sent = 0
  return make()
}

async function read(options: { follow?: boolean; previous?: boolean; until: number }) {
  const stop = new AbortController()
  const texts: string[] = []
  const states: FeedState['kind'][] = []
  await feedPodLog({
    ref,
    pod: 'p',
    reader: createPodLogReader(),
    follow: options.follow ?? true,
    previous: options.previous ?? false,
    begin: { tailLines: 10, sinceSeconds: 300 },
    signal: stop.signal,
    onState: (state) => states.push(state.kind),
    onLines: (lines) => {
      texts.push(...lines.map((each) => each.text))
      if (texts.length >= options.until) stop.abort()
    },
  })
  return { texts, states }
}

afterEach(() => vi.unstubAllGlobals())

describe('a stream that is cut off', () => {
  test.each([
    ['a break', 'break', 33, 'retrying'],
    ['an end in good order', 'close', 33, 'connecting'],
    ['an end within the stamp', 'close', 21, 'connecting'],
  ] as const)(
    'by %s goes on from the second of its last line; half a line is read again',
    async (_, end, cut, state) => {
      const asked = serve(
        fresh(stream([bytes(line(1, 'a') + line(2, 'b') + line(3, 'half').slice(0, cut))], end)),
        fresh(stream([bytes(line(2, 'b') + line(3, 'half') + line(4, 'd'))], 'stay')),
      )
      const { texts, states } = await read({ until: 4 })
      expect(texts).toEqual(['a', 'b', 'half', 'd'])
      expect(states.slice(-2)).toEqual([state, 'streaming'])
      expect(Object.fromEntries(asked[0] ?? [])).toEqual({
        container: 'controller',
        timestamps: 'true',
        follow: 'true',
        tailLines: '10',
        sinceSeconds: '300',
      })
      expect(asked[1]?.get('sinceTime')).toBe('2026-11-24T12:00:02Z')
      expect(asked[1]?.has('tailLines')).toBe(false)
    },
  )

  test('keeps a character that was cut in two', async () => {
    const whole = bytes(line(1, '网关'))
    serve(fresh(stream([whole.slice(0, 32), whole.slice(32)], 'stay')))
    expect((await read({ until: 1 })).texts).toEqual(['网关'])
  })
})

test('a line is given out while the stream goes on', async () => {
  serve(fresh(stream([bytes(line(1, 'first'))], 'stay')))
  expect((await read({ until: 1 })).states).toEqual(['connecting', 'streaming'])
})

test('a pod that has not started is asked again', async () => {
  serve(fresh(stream([], 'close')), fresh(stream([bytes(line(1, 'up'))], 'stay')))
  expect((await read({ until: 1 })).texts).toEqual(['up'])
})

test('the log of the container before is read once', async () => {
  const asked = serve(fresh(stream([bytes(line(1, 'old')), bytes('2026-11-24T12:00:02Z last')], 'close')))
  const { texts, states } = await read({ previous: true, until: 99 })
  expect(texts).toEqual(['old', 'last'])
  expect(states.at(-1)).toBe('ended')
  expect([asked.length, asked[0]?.get('previous'), asked[0]?.has('follow')]).toEqual([1, 'true', false])
})

test('a message of the kubelet without a stamp is a line too, once', async () => {
  const message = 'unable to retrieve container logs for containerd://abc'
  serve(fresh(stream([bytes(message)], 'close')), fresh(stream([bytes(`${message}\n${line(1, 'a')}`)], 'stay')))
  expect((await read({ until: 2 })).texts).toEqual([message, 'a'])
})

test('a refusal is told and tried again', async () => {
  serve(
    () => new Response('pod does not exist\n', { status: 500, headers: { 'Content-Type': 'text/plain' } }),
    fresh(stream([bytes(line(1, 'a'))], 'stay')),
  )
  const { states } = await read({ until: 1 })
  expect(states).toEqual(['connecting', 'retrying', 'retrying', 'streaming'])
})
