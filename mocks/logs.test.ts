import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { at, text } from './json'
import { clientOf, dig, GW, listAt, START, type Client } from './test-client'

const GATEWAY = `${GW}/namespaces/kubesphere-system/gateways/kubesphere-router-kubesphere-system`

const podNames = async (client: Client) =>
  listAt(await client.get(`${GATEWAY}/pods?limit=-1`), 'items').map((pod) => text(dig(pod, 'metadata', 'name')))

const podWhere = async (client: Client, is: (status: unknown) => boolean) => {
  const pods = listAt(await client.get(`${GATEWAY}/pods?limit=-1`), 'items')
  return text(
    dig(
      pods.find((pod) => is(dig(pod, 'status'))),
      'metadata',
      'name',
    ),
  )
}

const logOf = async (client: Client, query: string, name?: string) => {
  const pod = name ?? (await podNames(client))[0] ?? ''
  const { body, status } = await client.send('GET', `${GATEWAY}/pods/${pod}/log?${query}`)
  return { status, lines: text(body).split('\n').slice(0, -1) }
}

const search = async (client: Client, query: string) => {
  const body = await client.get(`${GATEWAY}/logs?${query}`)
  return { total: Number(dig(body, 'query', 'total')), records: listAt(body, 'query', 'records') }
}

const MINUTE = 60
const seconds = START / 1000

describe('the log of a pod', () => {
  test('is the same for the same moment, and has what comes later at its end', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    const { lines } = await logOf(client, 'tailLines=20&timestamps=true')
    const other = await clientOf({ scenario: 'logging-off' })
    expect((await logOf(other, 'tailLines=20&timestamps=true')).lines).toEqual(lines)
    client.wait(10)
    const later = (await logOf(client, 'tailLines=25&timestamps=true')).lines
    expect(later.slice(0, 20)).toEqual(lines)
  })

  test('goes back as far as it is asked to', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    expect((await logOf(client, 'sinceSeconds=60')).lines).toHaveLength(30)
    expect((await logOf(client, 'sinceSeconds=60&tailLines=3')).lines).toHaveLength(3)
    expect((await logOf(client, 'tailLines=0')).lines).toEqual([])
  })

  test('sinceTime counts whole seconds, as the kubelet does', async () => {
    const client = await clientOf({ scenario: 'busy-logs' })
    const whole = new Date(START - 4000).toISOString()
    const { lines } = await logOf(client, `timestamps=true&sinceTime=${whole}`)
    const inside = new Date(START - 4000 + 700).toISOString()
    expect((await logOf(client, `timestamps=true&sinceTime=${inside}`)).lines).toEqual(lines)
    expect(lines.every((line) => line >= whole.slice(0, 19))).toBe(true)
  })

  test('follows the format of the gateway’s own options', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    const gateway = client.kubesphere.db().clusters.get('default')?.gateways.get('kubesphere-router-kubesphere-system')
    if (gateway) gateway.spec.controller = { config: { 'log-format-upstream': '$host $status ${request_method}' } }
    const { lines } = await logOf(client, 'tailLines=50')
    expect(lines.some((line) => /^[a-z.]+ \d{3} (GET|POST)$/.test(line))).toBe(true)
  })

  test('of a pod that has not started is empty', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    const put = await client.get(
      '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways/kubesphere-router-kubesphere-system',
    )
    await client.send(
      'PUT',
      '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways/kubesphere-router-kubesphere-system',
      { ...Object(put), spec: { ...Object(dig(put, 'spec')), deployment: { replicas: 3 } } },
    )
    client.wait(2)
    const pending = await podWhere(client, (status) => at(status, 'phase') === 'Pending')
    expect(await logOf(client, '', pending)).toEqual({ status: 200, lines: [] })
  })

  test('before a restart is another one', async () => {
    const client = await clientOf({ scenario: 'restarted-pod' })
    const name = await podWhere(client, (status) => Number(dig(status, 'containerStatuses', 0, 'restartCount')) > 0)
    const before = await logOf(client, 'previous=true&timestamps=true', name)
    const now = await logOf(client, 'timestamps=true', name)
    expect(name).not.toBe('')
    expect(before.lines.at(-1)?.localeCompare(now.lines[0] ?? '')).toBe(-1)
  })

  test('holds what an attacker would write', async () => {
    const client = await clientOf({ scenario: 'hostile-logs' })
    const { lines } = await logOf(client, '')
    expect(lines.some((line) => line.includes('<script>'))).toBe(true)
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(100_000)
  })
})

describe('a log that is followed', () => {
  const follow = async (client: Client, query: string) => {
    const pod = (await podNames(client))[0] ?? ''
    const token = client.kubesphere.db().tokens.keys()[0] ?? ''
    const left = new AbortController()
    const request = new Request(`http://mock${GATEWAY}/pods/${pod}/log?follow=true&${query}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: left.signal,
    })
    const response = await getResponse(client.kubesphere.handlers, request)
    const reader = response?.body?.getReader()
    if (!reader) throw new Error('no stream')
    return reader
  }
  const read = async (reader: ReadableStreamDefaultReader<Uint8Array>) =>
    new TextDecoder().decode((await reader.read()).value)

  test('brings new lines', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    const reader = await follow(client, 'tailLines=1')
    expect((await read(reader)).split('\n')).toHaveLength(2)
    client.wait(20)
    expect((await read(reader)).split('\n')).toHaveLength(11)
    await reader.cancel()
  })

  test('ends with its pod', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    const reader = await follow(client, 'tailLines=1')
    await read(reader)
    client.kubesphere.db().clusters.get('default')?.pods.put('kubesphere-router-kubesphere-system', [])
    expect((await reader.read()).done).toBe(true)
  })

  test('breaks in the middle of a line where it is meant to', { timeout: 10_000 }, async () => {
    const client = await clientOf({ scenario: 'log-stream-drops', now: Date.now })
    const reader = await follow(client, 'tailLines=1')
    let last = ''
    const drain = async () => {
      for (;;) last = (await read(reader)) || last
    }
    await expect(drain()).rejects.toThrow('the connection broke')
    expect(last.endsWith('\n')).toBe(false)
  })
})

describe('a search', () => {
  test('gives the newest first, a page at a time, and the total', async () => {
    const client = await clientOf({ scenario: 'logging-on' })
    const range = `start_time=${seconds - 10 * MINUTE}&end_time=${seconds}`
    const first = await search(client, `${range}&from=0&size=50`)
    const next = await search(client, `${range}&from=50&size=50`)
    expect(first.total).toBe(600)
    const times = [...first.records, ...next.records].map((record) => text(at(record, 'time')))
    expect(times).toHaveLength(100)
    expect(times.toSorted().toReversed()).toEqual(times)
    expect(new Set(times).size).toBe(100)
  })

  test('looks for any of several words, whatever their case', async () => {
    const client = await clientOf({ scenario: 'logging-on' })
    const count = async (words: string) => (await search(client, `log_query=${words}`)).total
    expect(await count('/LOGIN,/healthz')).toBe((await count('/login')) + (await count('/healthz')))
    expect(await search(client, 'log_query=zzzzz')).toEqual({ total: 0, records: [] })
  })

  test('of one pod', async () => {
    const client = await clientOf({ scenario: 'logging-on' })
    const [pod = ''] = await podNames(client)
    const { records } = await search(client, `pod_query=${pod}&size=30`)
    expect(new Set(records.map((record) => at(record, 'pod')))).toEqual(new Set([pod]))
  })

  test('as an export is all of it, newest first', async () => {
    const client = await clientOf({ scenario: 'logging-on' })
    const range = `start_time=${seconds - 10 * MINUTE}&end_time=${seconds}`
    const { body } = await client.send('GET', `${GATEWAY}/logs?${range}&operation=export&sort=asc`)
    const lines = text(body).split('\n').slice(0, -1)
    const { records } = await search(client, `${range}&size=1000`)
    expect(lines).toEqual(records.map((record) => text(at(record, 'log')).trimEnd()))
  })

  test('is refused without the module', async () => {
    const client = await clientOf({ scenario: 'logging-off' })
    expect(await client.send('GET', `${GATEWAY}/logs`)).toEqual({ status: 500, body: "logging isn't enabled\n" })
  })
})
