import { describe, expect, test } from 'vitest'
import { clientOf, CLUSTER, dig, listAt, START, type Client } from '@mocks/test-client'

const NOW = START / 1000
const path = (query: Record<string, string | number>, namespace = 'kubesphere-system') =>
  `/kapis/monitoring.kubesphere.io/v1alpha3/namespaces/${namespace}/ingresses?${new URLSearchParams(
    Object.entries({ job: `${CLUSTER}-metrics`, ...query }).map(([key, value]) => [key, String(value)]),
  ).toString()}`

const resultOf = (body: unknown, name: string) =>
  listAt(body, 'results').find((each) => dig(each, 'metric_name') === name)

const valuesOf = async (client: Client, query: Record<string, string | number>, name = 'ingress_request_count') => {
  const body = await client.get(path({ metrics_filter: `${name}$`, ...query }))
  return dig(resultOf(body, name), 'data', 'result', 0, 'values')
}

const HOUR = { start: NOW - 3600, end: NOW, step: '60s' }

describe('the same question has the same answer', () => {
  test('later, and on another server of the same scenario', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const first = await valuesOf(client, HOUR)
    client.wait(30)
    expect(await valuesOf(client, HOUR)).toEqual(first)
    expect(await valuesOf(await clientOf({ scenario: 'nodeport' }), HOUR)).toEqual(first)
  })

  test('a zoom shows the points of the wide view', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const wide = await valuesOf(client, HOUR)
    const narrow = await valuesOf(client, { start: NOW - 1800, end: NOW - 600, step: '60s' })
    expect(Array.isArray(narrow) && narrow.length).toBe(21)
    expect(wide).toEqual(expect.arrayContaining(Array.isArray(narrow) ? narrow : []))
  })
})

describe('oddities of the real server', () => {
  test('the order of the metrics changes', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const orders = new Set<string>()
    for (let index = 0; index < 8; index += 1)
      orders.add(
        JSON.stringify(
          listAt(await client.get(path({ time: NOW })), 'results').map((each) => dig(each, 'metric_name')),
        ),
      )
    expect(orders.size).toBeGreaterThan(1)
  })

  test('a duration that Go does not know is five minutes', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const count = async (duration: string) =>
      Number(
        dig(
          resultOf(
            await client.get(path({ metrics_filter: 'ingress_request_count$', time: NOW, duration })),
            'ingress_request_count',
          ),
          'data',
          'result',
          0,
          'value',
          1,
        ),
      )
    expect(await count('1d')).toBe(await count('5m'))
    expect(await count('24h')).toBeGreaterThan(100 * (await count('5m')))
  })

  test('the average is not aggregated: a series for every pod, route and status', async () => {
    const client = await clientOf({ scenario: 'loadbalancer' })
    const body = await client.get(path({ metrics_filter: 'ingress_request_duration_average$', time: NOW }))
    const series = listAt(body, 'results', 0, 'data', 'result')
    expect(series).toHaveLength(2 * 9 * 7)
    expect(new Set(series.map((each) => dig(each, 'metric', 'pod'))).size).toBe(2)
  })

  test('routes of one name in two projects are one series', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const by = async (namespace: string) =>
      listAt(
        await client.get(path({ metrics_filter: 'ingress_request_volume_by_ingress$', time: NOW }, namespace)),
        'results',
        0,
        'data',
        'result',
      ).map((each) => dig(each, 'metric'))
    expect(await by('kubesphere-system')).toHaveLength(7)
    expect(await by('dev')).toEqual([{ ingress: 'preview' }])
  })

  test('there is nothing before the gateway was created', async () => {
    const client = await clientOf({ scenario: 'lb-pending' })
    const values = await valuesOf(client, { start: NOW - 7200, end: NOW, step: '60s' }, 'ingress_active_connections')
    expect(dig(values, 0, 0)).toBeGreaterThanOrEqual(NOW - 3600)
  })

  test('too many points fail alone', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const body = await client.get(
      path({ metrics_filter: 'ingress_request_count$', start: NOW - 86_400, end: NOW, step: '5s' }),
    )
    expect(dig(resultOf(body, 'ingress_request_count'), 'error')).toMatch(/maximum resolution/)
  })
})

describe('moods', () => {
  const failuresIn = async (scenario: 'nodeport' | 'spike-5xx', from: number, to: number) => {
    const client = await clientOf({ scenario })
    const range = { start: NOW - from, end: NOW - to, step: '60s' }
    const [failed, all] = await Promise.all([
      valuesOf(client, range, 'ingress_request_5xx_count'),
      valuesOf(client, range),
    ])
    const sum = (values: unknown) =>
      Array.isArray(values) ? values.reduce<number>((total, each) => total + Number(dig(each, 1)), 0) : 0
    return sum(failed) / sum(all)
  }

  test('a spike of 5XX is half an hour old, and only there', async () => {
    expect(await failuresIn('spike-5xx', 1500, 660)).toBeGreaterThan(0.1)
    expect(await failuresIn('spike-5xx', 7200, 2400)).toBeLessThan(0.02)
    expect(await failuresIn('nodeport', 1500, 660)).toBeLessThan(0.02)
  })

  test('without traffic there are connections and nothing else', async () => {
    const client = await clientOf({ scenario: 'no-traffic' })
    const body = await client.get(
      path({ metrics_filter: 'ingress_request_count|ingress_active_connections$', time: NOW }),
    )
    expect(resultOf(body, 'ingress_request_count')).toEqual({
      metric_name: 'ingress_request_count',
      data: { resultType: 'vector' },
    })
    expect(listAt(resultOf(body, 'ingress_active_connections'), 'data', 'result')).toHaveLength(1)
  })

  test('with Prometheus down every metric says so, in a good answer', async () => {
    const client = await clientOf({ scenario: 'prometheus-down' })
    const { status, body } = await client.send('GET', path({ time: NOW }))
    expect(status).toBe(200)
    expect(listAt(body, 'results').every((each) => String(dig(each, 'error')).includes('connection refused'))).toBe(
      true,
    )
  })

  test('one metric may fail alone', async () => {
    const client = await clientOf({ scenario: 'one-metric-failing' })
    const failed = listAt(await client.get(path({ time: NOW })), 'results').filter((each) => dig(each, 'error'))
    expect(failed.map((each) => dig(each, 'metric_name'))).toEqual(['ingress_request_duration_99percentage'])
  })

  test('a pause is NaN', async () => {
    const client = await clientOf({ scenario: 'metric-nan' })
    const values = await valuesOf(client, HOUR, 'ingress_success_rate')
    expect(JSON.stringify(values)).toContain('"NaN"')
  })

  test('a server whose clock is behind knows nothing of what it calls the future', async () => {
    const client = await clientOf({ scenario: 'clock-skew' })
    const values = await valuesOf(client, HOUR)
    expect(dig(Array.isArray(values) ? values.at(-1) : undefined, 0)).toBeLessThanOrEqual(NOW - 420)
  })
})
