import { describe, expect, test } from 'vitest'
import { mergePatch } from './json'
import { isFault, type Fault } from './scenarios'
import { CLUSTER, clientOf, dig, GW, RAW, type Client } from './test-client'

const OBJECT = `${RAW}/gateways/${CLUSTER}`
const LIST = `${GW}/gateways`

const withFaults = (...faults: Fault[]) => clientOf({ scenario: 'nodeport' }).then((client) => arm(client, faults))
const arm = (client: Client, faults: readonly Fault[]) => {
  client.kubesphere.setFaults(faults)
  return client
}

describe('faults', () => {
  test('error-500 hits everything, or one half', async () => {
    const client = await withFaults('error-500')
    expect(await client.send('GET', LIST)).toMatchObject({ status: 500 })
    arm(client, ['error-500@writes'])
    expect((await client.send('GET', LIST)).status).toBe(200)
    expect((await client.send('DELETE', OBJECT)).status).toBe(500)
    arm(client, ['error-500@reads'])
    expect((await client.send('GET', LIST)).status).toBe(500)
    expect((await client.send('DELETE', OBJECT)).status).toBe(200)
  })

  test('dropped is a network error', async () => {
    const client = await withFaults('dropped')
    await expect(client.send('GET', LIST)).rejects.toThrow('Failed to fetch')
  })

  test('malformed looks fine and cannot be read', async () => {
    const client = await withFaults('malformed@reads')
    const { status, body } = await client.send('GET', LIST)
    expect(status).toBe(200)
    expect(typeof body).toBe('string')
    expect(
      (await client.send('PATCH', OBJECT, {}, { 'Content-Type': 'application/merge-patch+json' })).body,
    ).toMatchObject({
      kind: 'Gateway',
    })
  })

  test.each([
    ['kapis', `${GW}/namespaces/kubesphere-system/gateways`],
    ['RAW', OBJECT],
  ])('conflict is a real one, once (%s)', async (_name, path) => {
    const client = await withFaults('conflict')
    const before = await client.get(OBJECT)
    const mine = mergePatch(before, { spec: { deployment: { replicas: 2 } } })
    expect((await client.send('PUT', path, mine)).status).toBe(409)
    const theirs = await client.get(OBJECT)
    expect(dig(theirs, 'spec', 'controller', 'config')).toEqual({ 'proxy-body-size': '20m', 'keep-alive': '90' })
    expect(client.kubesphere.faults()).toEqual([])
    const merged = mergePatch(theirs, { spec: { deployment: { replicas: 2 } } })
    expect((await client.send('PUT', path, merged)).status).toBe(200)
  })

  test('session-lost comes with the next write, once', async () => {
    const client = await withFaults('session-lost')
    expect((await client.send('GET', LIST)).status).toBe(200)
    expect((await client.send('DELETE', OBJECT)).status).toBe(401)
    expect((await client.send('GET', LIST)).status).toBe(401)
    await client.signIn('admin')
    expect((await client.send('DELETE', OBJECT)).status).toBe(200)
  })

  test('conflict and session-lost wait for a write that stores something', async () => {
    const client = await withFaults('conflict', 'session-lost')
    const before = await client.get(OBJECT)
    expect((await client.send('PUT', `${OBJECT}?dryRun=All`, before)).status).toBe(200)
    expect(client.kubesphere.faults()).toEqual(['conflict', 'session-lost'])
    expect(await client.get(OBJECT)).toEqual(before)
  })

  test('policy refuses by field, in a dry run and in earnest', async () => {
    const client = await withFaults('policy')
    const before = await client.get(OBJECT)
    const many = mergePatch(before, { spec: { deployment: { replicas: 6 } } })
    for (const path of [`${OBJECT}?dryRun=All`, OBJECT]) {
      const { status, body } = await client.send('PUT', path, many)
      expect(status).toBe(422)
      expect(dig(body, 'details', 'causes')).toMatchObject([{ field: 'spec.deployment.replicas' }])
    }
    const snippet = mergePatch(before, { spec: { controller: { config: { 'http-snippet': 'x' } } } })
    const kapis = `${GW}/namespaces/kubesphere-system/gateways`
    const refused = await client.send('PUT', kapis, snippet)
    expect([refused.status, String(refused.body)]).toEqual([
      422,
      expect.stringContaining('is invalid: spec.controller.config.http-snippet'),
    ])
    const five = mergePatch(before, { spec: { deployment: { replicas: 5 } } })
    expect((await client.send('PUT', OBJECT, five)).status).toBe(200)
  })

  test('leave signing in alone, unless everything is down', async () => {
    const client = await withFaults('malformed', 'session-lost', 'error-500@writes', 'slow')
    await client.signIn('admin')
    arm(client, [])
    expect((await client.send('GET', LIST)).status).toBe(200)
    arm(client, ['error-500'])
    await client.signIn('admin')
    arm(client, [])
    expect((await client.send('GET', LIST)).status).toBe(401)
  })

  test('have names that are checked', () => {
    expect(['slow', 'slow@reads', 'dropped@writes'].map(isFault)).toEqual([true, true, true])
    expect(['', 'sloth', 'slow@', 'slow@x', 'slow@reads@writes', 'toString'].map(isFault)).toEqual(Array(6).fill(false))
  })
})
