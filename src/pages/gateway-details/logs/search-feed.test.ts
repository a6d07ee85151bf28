import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NewLine } from '@/domain/logs/log-store'
import { SearchFeed } from './search-feed'

const NOW = Date.UTC(2026, 10, 24, 12)
const ref = { cluster: { name: 'default', prefixed: false }, project: null }
const record = (at: number, log: string) => ({ time: new Date(at).toISOString(), pod: 'p', log: `${log}\n` })
type Record = ReturnType<typeof record>
const records = (count: number, from: number, name: string): Record[] =>
  Array.from({ length: count }, (_, index) => record(from + index, `${name} ${index}`))

/** A server that has these lines, oldest first; it refuses the requests whose numbers are in `refused`. */
function serve(lines: Record[], refused = new Set<number>()) {
  const asked: { from: number; size: number; start: number; end: number }[] = []
  const none = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  vi.stubGlobal('sessionStorage', none)
  vi.stubGlobal('localStorage', none)
  vi.stubGlobal('fetch', (url: string) => {
    const query = new URL(url, 'http://x').searchParams
    const number = (name: string) => Number(query.get(name))
    const [from, size, start, end] = [number('from'), number('size'), number('start_time'), number('end_time')]
    asked.push({ from, size, start, end })
    if (refused.has(asked.length)) return Promise.resolve(Response.json({ message: 'down' }, { status: 500 }))
    const inRange = lines.filter(({ time }) => Date.parse(time) >= start * 1000 && Date.parse(time) < (end + 1) * 1000)
    const page = inRange.toReversed().slice(from, from + size)
    return Promise.resolve(
      Response.json({ query: { total: inRange.length, ...(page.length > 0 && { records: page }) } }),
    )
  })
  return asked
}

/** A search of the last hour, and the lines it gives out. */
function search(upTo: number | null = null) {
  const lines: NewLine[] = []
  const session = { sourceOf: () => 0, add: (more: readonly NewLine[]) => void lines.push(...more) }
  const feed = new SearchFeed({ session, ref, query: { keywords: '', pod: '' }, range: '1h', upTo })
  const texts = () => lines.toSorted((a, b) => a.time - b.time).map(({ text }) => text)
  return { feed, texts }
}
const textsOf = (lines: readonly Record[]) => lines.map(({ log }) => log.trim())

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a refresh', () => {
  test('reads on until it meets the lines that are known, so that none is left out', async () => {
    const lines = records(80, NOW - 60_000, 'old')
    serve(lines)
    const { feed, texts } = search()
    await feed.older()
    lines.push(...records(700, NOW + 1_000, 'new'))
    vi.setSystemTime(NOW + 5_000)
    await feed.refresh()
    expect(texts()).toEqual(textsOf(lines))
    expect(feed.state()).toMatchObject({ total: 780, gaps: [], error: null })
    await feed.older()
    expect(texts()).toEqual(textsOf(lines))
    expect(feed.state().hasOlder).toBe(false)
  })

  test('tells where more lines came than the search engine gives', async () => {
    const lines = records(60, NOW - 60_000, 'old')
    serve(lines)
    const { feed, texts } = search()
    await feed.older()
    lines.push(...records(10_040, NOW + 1_000, 'new'))
    vi.setSystemTime(NOW + 20_000)
    await feed.refresh()
    expect(texts()).toEqual(textsOf([...lines.slice(10, 60), ...lines.slice(100)]))
    expect(feed.state().gaps).toEqual([{ from: (NOW - 60_000 + 59) * 1000, to: (NOW + 1_040) * 1000 }])
  })

  test('that fails half way takes nothing, and its retry brings all of it', async () => {
    const lines = records(60, NOW - 60_000, 'old')
    serve(lines, new Set([3]))
    const { feed, texts } = search()
    await feed.older()
    lines.push(...records(90, NOW + 1_000, 'new'))
    vi.setSystemTime(NOW + 5_000)
    await feed.refresh()
    expect(feed.state()).toMatchObject({ kind: 'ready', missing: 'newer', isRefreshing: false })
    expect(feed.state().error?.message).toBe('down')
    expect(texts()).toEqual(textsOf(lines.slice(10, 60)))
    await feed.retry()
    expect(feed.state().error).toBeNull()
    expect(texts()).toEqual(textsOf(lines))
  })
})

test.each([5, 10, 20])('a refresh every %s s asks that often, and no more when it is over', async (seconds) => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] })
  const asked = serve(records(3, NOW - 60_000, 'old'))
  const { feed } = search()
  await feed.older()
  const stop = feed.refreshEvery(seconds)
  for (const count of [1, 2]) {
    vi.advanceTimersByTime(seconds * 1000 - 1)
    expect(asked).toHaveLength(count)
    vi.advanceTimersByTime(1)
    await vi.waitFor(() => expect(feed.state().isRefreshing).toBe(false))
    expect(asked).toHaveLength(count + 1)
  }
  expect(asked.map(({ end }) => end - NOW / 1000)).toEqual([0, seconds, seconds * 2])
  stop()
  vi.advanceTimersByTime(60_000)
  expect(asked).toHaveLength(3)
})

test('older lines that did not come are asked for again by a retry', async () => {
  const asked = serve(records(120, NOW - 60_000, 'old'), new Set([2]))
  const { feed } = search()
  await feed.older()
  await feed.older()
  expect(feed.state()).toMatchObject({ kind: 'ready', missing: 'older', isLoadingOlder: false })
  await feed.retry()
  expect(asked.map(({ from }) => from)).toEqual([0, 50, 50])
  expect(feed.state().error).toBeNull()
})

test('a first page that did not come is asked for again by a retry', async () => {
  serve(records(3, NOW - 60_000, 'old'), new Set([1]))
  const { feed, texts } = search()
  await feed.older()
  expect(feed.state().kind).toBe('failed')
  await feed.retry()
  expect([feed.state().kind, texts().length]).toEqual(['ready', 3])
})

test('a search for a linked line ends just behind it, and is ready when the line is there', async () => {
  // Two hours ago, with 300 younger lines in the same second.
  const at = NOW - 7_200_000
  const lines = [...records(400, at, 'line'), ...records(400, at + 60_000, 'later')]
  const asked = serve(lines)
  const { feed, texts } = search((at + 100) * 1000)
  await feed.older()
  expect(asked[0]).toEqual({ from: 0, size: 50, start: at / 1000 + 1 - 3600, end: at / 1000 + 1 })
  expect(texts()).toContain('line 100')
  expect(texts()).not.toContain('later 0')
  expect(feed.state().kind).toBe('ready')
  expect(feed.search()).toMatchObject({ to: at / 1000 + 1 })
})
