import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clientOf, type Client } from '@mocks/test-client'
import { metricOf } from '@/domain/metrics'
import { isFailing, monitoringQueries, refreshAfter } from './monitoring'

const MINUTE = 60_000
const ref = { cluster: { name: 'default', prefixed: false }, project: null }
const NOW = Date.parse('2026-11-24T08:00:00Z')

/** What was asked for, in order. */
let asked: URL[] = []

const serve = (server: Client, hold: (url: URL, init?: RequestInit) => Promise<void> = () => Promise.resolve()) =>
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const url = new URL(path, 'http://mock')
    asked.push(url)
    await hold(url, init)
    const { status, body } = await server.send('GET', path)
    return Response.json(body, { status })
  })

beforeEach(() => {
  asked = []
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const metricsAsked = () => asked.filter(({ pathname }) => pathname.endsWith('/kubesphere-system/ingresses'))
const range = { range: { kind: 'last', length: 600 }, step: 5, period: 'current' } as const

describe('a range', () => {
  test('asks for everything once, then for new points only, and has what one question would have', async () => {
    const server = await clientOf({ scenario: 'nodeport' })
    serve(server)
    const client = new QueryClient()
    const first = await client.query(monitoringQueries.range(ref, range))
    expect(Number(metricsAsked()[0]?.searchParams.get('start'))).toBe(NOW / 1000 - 600)
    asked = []
    vi.setSystemTime(NOW + 12_000)
    server.wait(12)
    const second = await client.query({ ...monitoringQueries.range(ref, range), staleTime: 0 })
    const [again] = metricsAsked()
    expect(again?.searchParams.get('start')).toBe(String(first.grid.end))
    expect(again?.searchParams.get('end')).toBe(String(NOW / 1000 + 10))
    expect(asked.every((url) => Number(url.searchParams.get('start')) >= first.grid.end)).toBe(true)
    expect(second.grid).toEqual({ start: NOW / 1000 - 585, end: NOW / 1000 + 10, step: 5 })

    const whole = await new QueryClient().query(monitoringQueries.range(ref, range))
    const sorted = (results: typeof whole.answer.results) =>
      (results ?? []).toSorted((a, b) => a.metric_name.localeCompare(b.metric_name)).map(({ data }) => data.result)
    expect(sorted(second.answer.results)).toEqual(sorted(whole.answer.results))
  })

  test('nothing is asked while there is no new moment', async () => {
    serve(await clientOf({ scenario: 'nodeport' }))
    const client = new QueryClient()
    await client.query(monitoringQueries.range(ref, range))
    asked = []
    vi.setSystemTime(NOW + 3000)
    await client.query({ ...monitoringQueries.range(ref, range), staleTime: 0 })
    expect(asked).toEqual([])
  })

  test('a metric that failed is asked for again, whole, and only that', async () => {
    const server = await clientOf({ scenario: 'one-metric-failing' })
    serve(server)
    const client = new QueryClient()
    await client.query(monitoringQueries.range(ref, range))
    asked = []
    vi.setSystemTime(NOW + 12_000)
    await client.query({ ...monitoringQueries.range(ref, range), staleTime: 0 })
    const whole = metricsAsked().filter(
      ({ searchParams }) => searchParams.get('metrics_filter') === 'ingress_request_duration_99percentage$',
    )
    expect(whole.map(({ searchParams }) => searchParams.get('start'))).toEqual([String(NOW / 1000 - 585)])
    expect(metricsAsked()).toHaveLength(2)
  })

  test('projects that share the name of a route are asked one by one', async () => {
    serve(await clientOf({ scenario: 'nodeport' }))
    const history = await new QueryClient().query(monitoringQueries.range(ref, range))
    expect([...history.split.keys()]).toEqual(['dev', 'dev-2', 'shop', 'shop-staging'])
  })

  test('never says `1d`, which the server takes for five minutes', async () => {
    serve(await clientOf({ scenario: 'nodeport' }))
    await new QueryClient().query(monitoringQueries.now(ref, 86_400))
    expect(asked[0]?.searchParams.get('duration')).toBe('24h')
  })

  test('the previous period ends where this one begins', async () => {
    serve(await clientOf({ scenario: 'nodeport' }))
    const { grid } = await new QueryClient().query(monitoringQueries.range(ref, { ...range, period: 'previous' }))
    expect(grid.end).toBe(NOW / 1000 - 605)
  })
})

test('a slow answer of an earlier range never takes the place of the newer one', async () => {
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  serve(await clientOf({ scenario: 'nodeport' }), (url) =>
    url.searchParams.get('step') === '10s' ? late : Promise.resolve(),
  )
  const client = new QueryClient()
  const slow = client.query(monitoringQueries.range(ref, { ...range, step: 10 }))
  const newer = monitoringQueries.range(ref, range)
  await client.query(newer)
  release()
  await slow
  expect(client.getQueryData(newer.queryKey)?.grid.step).toBe(5)
})

test('within one range a slow answer is given up, and never takes the place of a newer one', async () => {
  const server = await clientOf({ scenario: 'nodeport' })
  let release = () => {}
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  const held: AbortSignal[] = []
  serve(server, (_, init) => {
    if (!isSlow || !init?.signal) return Promise.resolve()
    held.push(init.signal)
    return late
  })
  let isSlow = false
  const client = new QueryClient()
  const observer = new QueryObserver(client, { ...monitoringQueries.range(ref, range), retry: false })
  const stop = observer.subscribe(() => {})
  await observer.refetch()
  isSlow = true
  vi.setSystemTime(NOW + 10_000)
  server.wait(10)
  const slow = observer.refetch()
  await vi.waitFor(() => expect(held).not.toEqual([]))
  isSlow = false
  vi.setSystemTime(NOW + 20_000)
  server.wait(10)
  await observer.refetch()
  expect(held.every(({ aborted }) => aborted)).toBe(true)
  release()
  await slow
  expect(client.getQueryData(monitoringQueries.range(ref, range).queryKey)?.grid.end).toBe(NOW / 1000 + 20)
  stop()
})

describe('when every metric fails', () => {
  /** A server on which every metric fails from a moment on. */
  const serveUntil = async (down: () => boolean) => {
    const server = await clientOf({ scenario: 'nodeport' })
    vi.stubGlobal('fetch', async (path: string) => {
      const url = new URL(path, 'http://mock')
      asked.push(url)
      if (!down()) return Response.json((await server.send('GET', path)).body)
      const names = (url.searchParams.get('metrics_filter') ?? '').replace('$', '').split('|')
      return Response.json({ results: names.map((metric_name) => ({ metric_name, data: {}, error: 'refused' })) })
    })
    return server
  }
  const pass = (server: Client, seconds: number) => {
    vi.setSystemTime(Date.now() + seconds * 1000)
    server.wait(seconds)
  }

  test('what is known stays, refresh after refresh, until it is back', async () => {
    let isDown = false
    const server = await serveUntil(() => isDown)
    const client = new QueryClient()
    const ask = () => client.query({ ...monitoringQueries.range(ref, range), staleTime: 0 })
    await ask()
    isDown = true
    for (const count of [1, 2, 3]) {
      pass(server, 10)
      const { answer } = await ask()
      const metric = metricOf(answer, 'requests')
      expect(metric.kind).toBe('failed')
      expect(metric.kind === 'failed' && metric.series[0]?.values?.length).toBe(121 - 2 * count)
    }
    isDown = false
    pass(server, 10)
    asked = []
    const back = metricOf((await ask()).answer, 'requests')
    expect(back.kind === 'series' && back.series[0]?.values?.length).toBe(121)
    expect(metricsAsked().map(({ searchParams }) => searchParams.get('start'))).toEqual([String(NOW / 1000 - 560)])
  })

  test.each(['range', 'now'] as const)('the server is left alone longer and longer (%s)', async (what) => {
    let isDown = false
    const server = await serveUntil(() => isDown)
    const client = new QueryClient()
    const observer =
      what === 'range'
        ? new QueryObserver(client, { ...monitoringQueries.range(ref, range), enabled: false })
        : new QueryObserver(client, { ...monitoringQueries.now(ref, 600), enabled: false })
    const next = async () => {
      const result = await observer.refetch()
      return { isBad: isFailing(result), wait: refreshAfter(5000, result) }
    }
    expect(await next()).toEqual({ isBad: false, wait: 5000 })
    isDown = true
    const waits: (number | false)[] = []
    for (const seconds of [5, 5, 5, 10, 20, 1000]) {
      pass(server, seconds)
      const { isBad, wait } = await next()
      expect(isBad).toBe(true)
      waits.push(wait)
    }
    expect(waits).toEqual([5000, 5000, 10_000, 20_000, 40_000, 5 * MINUTE])
    isDown = false
    expect(await next()).toEqual({ isBad: false, wait: 5000 })
  })
})

describe('refreshAfter', () => {
  const good = { status: 'success', dataUpdatedAt: NOW, errorUpdatedAt: 0, errorUpdateCount: 0 } as const
  test('as chosen while all is well', () => {
    expect(refreshAfter(5000, good)).toBe(5000)
    expect(refreshAfter(false, good)).toBe(false)
  })
  test.each([
    [1000, 5000],
    [8000, 8000],
    [20_000, 20_000],
    [10 * MINUTE, 5 * MINUTE],
  ])('failing for %i ms: waits %i ms', (since, wait) => {
    expect(refreshAfter(5000, { ...good, status: 'error', errorUpdatedAt: NOW + since })).toBe(wait)
  })
  test('a server that never answered is left alone longer and longer', () => {
    const waits = [1, 2, 3, 20].map((errorUpdateCount) =>
      refreshAfter(5000, { status: 'error', dataUpdatedAt: 0, errorUpdatedAt: NOW, errorUpdateCount }),
    )
    expect(waits).toEqual([10_000, 20_000, 40_000, 300_000])
  })
})
