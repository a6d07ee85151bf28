import { afterEach, expect, test, vi } from 'vitest'
import { LiveFeeds } from './live-feeds'
import { LogSession } from './log-session'

const ref = { cluster: { name: 'default', prefixed: false }, project: null }
const MOST = 5

afterEach(() => vi.unstubAllGlobals())

/** A log that stays open after these lines, whose ages are in milliseconds. */
function serve(ages: readonly number[]) {
  const none = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  vi.stubGlobal('sessionStorage', none)
  vi.stubGlobal('localStorage', none)
  const text = ages.map((age) => `${new Date(Date.now() - age).toISOString()} line\n`).join('')
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) })),
    ),
  )
}

test.each([
  ['as many past lines as one asks for at most: older ones are missing', [9, 8, 7, 6, 5], ['p']],
  ['fewer past lines: all of them are there', [9, 8, 7, 6], []],
  ['lines that came since then are not past ones', [9, 8, 7, -60_000, -60_001, -60_002], []],
])('%s', async (_case, ages, cut) => {
  serve(ages)
  const session = new LogSession(null)
  const read = vi.spyOn(session, 'push')
  const feeds = new LiveFeeds(session, ref, 'all', false, MOST)
  feeds.setPods(['p'])
  await vi.waitFor(() => expect(read).toHaveBeenCalled())
  expect(feeds.cutPods()).toEqual(cut)
  feeds.stop()
})
