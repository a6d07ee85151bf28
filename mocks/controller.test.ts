import { describe, expect, test } from 'vitest'
import { mergePatch } from './json'
import { CLUSTER, clientOf, dig, gatewayBody, GW, listAt, RAW, type Client } from './test-client'

const cluster = (client: Client) => client.get(`${GW}/namespaces/kubesphere-system/gateways`)
const pods = async (client: Client) =>
  listAt(await client.get(`${GW}/namespaces/kubesphere-system/gateways/${CLUSTER}/pods`), 'items')
const readyOf = (list: readonly unknown[]) =>
  list.filter((pod) => dig(pod, 'status', 'containerStatuses', 0, 'ready') === true).length
const nginx = (client: Client) => client.get(`${RAW}/nginxes/${CLUSTER}-ingress`)
const condition = (object: unknown, type: string) =>
  listAt(object, 'status', 'conditions').find((each) => dig(each, 'type') === type)
const deployment = (client: Client) =>
  client.get(`/apis/apps/v1/namespaces/kubesphere-controls-system/deployments/${CLUSTER}`)
const events = async (client: Client, selector: string) => {
  const path = `/api/v1/namespaces/kubesphere-controls-system/events?fieldSelector=${selector}`
  return listAt(await client.get(path), 'items')
}

const create = (client: Client, spec: Record<string, unknown> = {}) =>
  client.send('POST', `${RAW}/gateways/${CLUSTER}`, gatewayBody(spec))
const change = async (client: Client, patch: Record<string, unknown>) => {
  const current = await client.get(`${RAW}/gateways/${CLUSTER}`)
  return client.send('PUT', `${RAW}/gateways/${CLUSTER}`, mergePatch(current, { spec: patch }))
}
const loadBalancer = { service: { type: 'LoadBalancer' } }

describe('a new gateway', () => {
  test('comes up step by step', async () => {
    const client = await clientOf()
    expect((await create(client, { deployment: { replicas: 3 } })).status).toBe(201)
    expect(dig(await cluster(client), 0, 'status')).toBeNull()
    expect(dig(await cluster(client), 0, 'metadata', 'finalizers')).toBeUndefined()

    client.wait(0.6)
    expect(condition(dig(await cluster(client), 0), 'Deployed')).toMatchObject({ reason: 'InstallSuccessful' })
    expect(dig(await cluster(client), 0, 'metadata', 'finalizers')).toEqual(['uninstall-helm-release'])
    expect(dig(await cluster(client), 0, 'status', 'service')).toBeUndefined()

    client.wait(0.5)
    expect(listAt(await cluster(client), 0, 'status', 'service')).toHaveLength(2)
    expect(dig(await deployment(client), 'status', 'readyReplicas')).toBeUndefined()
    expect((await pods(client)).map((pod) => dig(pod, 'status', 'phase'))).toEqual(['Pending', 'Pending', 'Pending'])

    const seen = new Set<number>()
    for (let tenth = 0; tenth < 30; tenth += 1) {
      client.wait(0.1)
      seen.add(readyOf(await pods(client)))
    }
    expect([...seen]).toEqual([0, 1, 2, 3])
    expect(dig(await deployment(client), 'status', 'readyReplicas')).toBe(3)
  })

  test('has everything at once at pace 0', async () => {
    const client = await clientOf({ pace: 0 })
    await create(client, { deployment: { replicas: 5 }, ...loadBalancer })
    expect(readyOf(await pods(client))).toBe(5)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer', 'ingress', 0, 'ip')).toMatch(/^203\.0\.113\./)
  })

  test('gets the same address every time', async () => {
    const client = await clientOf({ pace: 0 })
    const address = async () => dig(await cluster(client), 0, 'status', 'loadBalancer', 'ingress')
    await create(client, loadBalancer)
    const first = await address()
    await client.get(`${GW}/gateways`)
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    await client.get(`${GW}/gateways`)
    await create(client, loadBalancer)
    expect(await address()).toEqual(first)
  })

  test('waits for its address', async () => {
    const client = await clientOf()
    await create(client, loadBalancer)
    client.wait(1.5)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer')).toEqual({})
    client.wait(2)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer', 'ingress')).toHaveLength(1)
  })

  test('without a cloud never gets one, and an event says why', async () => {
    const client = await clientOf({ scenario: 'lb-pending' })
    client.wait(3600)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer')).toEqual({})
    const [event] = await events(client, 'involvedObject.kind=Service,type=Warning')
    expect(event).toMatchObject({ reason: 'SyncLoadBalancerFailed', count: 12 })
  })

  test('with nonsense in it fails in the Nginx object and has no Service', async () => {
    const client = await clientOf({ pace: 0 })
    await create(client, { service: { type: 'Foo' } })
    expect(condition(dig(await cluster(client), 0), 'Deployed')).toMatchObject({ reason: 'InstallSuccessful' })
    expect(condition(await nginx(client), 'ReleaseFailed')).toMatchObject({ status: 'True', reason: 'InstallError' })
    expect(dig(await cluster(client), 0, 'status', 'service')).toBeUndefined()
    await change(client, { service: { type: 'NodePort' } })
    expect(listAt(await cluster(client), 0, 'status', 'service')).toHaveLength(2)
    expect(condition(await nginx(client), 'ReleaseFailed')).toMatchObject({ status: 'False' })
  })
})

describe('a change', () => {
  test('of the type shows the old addresses for a while', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    await change(client, loadBalancer)
    client.wait(1.5)
    const early = dig(await cluster(client), 0)
    expect(condition(early, 'Deployed')).toMatchObject({ reason: 'UpgradeSuccessful' })
    expect(dig(early, 'status', 'loadBalancer', 'ingress')).toHaveLength(2)
    client.wait(1)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer')).toEqual({})
    client.wait(2)
    expect(dig(await cluster(client), 0, 'status', 'loadBalancer', 'ingress', 0, 'ip')).toMatch(/^203/)
  })

  test('reaches the Nginx object before it reaches the pods', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    await change(client, { deployment: { replicas: 2 } })
    client.wait(0.8)
    expect(dig(await nginx(client), 'spec', 'controller', 'replicaCount')).toBe(2)
    expect(dig(await deployment(client), 'spec', 'replicas')).toBe(1)
  })

  test('of the replicas moves one pod at a time, to zero too', async () => {
    const client = await clientOf({ scenario: 'nodeport', pace: 0 })
    const [kept] = await pods(client)
    await change(client, { deployment: { replicas: 3 } })
    expect(readyOf(await pods(client))).toBe(3)
    expect((await pods(client)).map((pod) => dig(pod, 'metadata', 'name'))).toContain(dig(kept, 'metadata', 'name'))
    await change(client, { deployment: { replicas: 0 } })
    expect(await pods(client)).toEqual([])
    expect(dig(await deployment(client), 'spec', 'replicas')).toBe(0)
  })

  test('shows pods on their way out', async () => {
    const client = await clientOf({ scenario: 'loadbalancer' })
    await change(client, { deployment: { replicas: 1 } })
    client.wait(1.1)
    const leaving = (await pods(client)).filter((pod) => dig(pod, 'metadata', 'deletionTimestamp'))
    expect(leaving).toHaveLength(1)
    client.wait(3)
    expect(await pods(client)).toHaveLength(1)
  })

  test('of resources rolls the pods without ever having too few', async () => {
    const client = await clientOf({ scenario: 'loadbalancer' })
    const before = (await pods(client)).map((pod) => dig(pod, 'metadata', 'name'))
    await change(client, { deployment: { resources: { limits: { cpu: '2' } } } })
    for (let tenth = 0; tenth < 120; tenth += 1) {
      client.wait(0.1)
      expect(readyOf(await pods(client))).toBeGreaterThanOrEqual(2)
    }
    const after = (await pods(client)).map((pod) => dig(pod, 'metadata', 'name'))
    expect(after).toHaveLength(2)
    expect(after.filter((name) => before.includes(name))).toEqual([])
    expect(dig(await deployment(client), 'metadata', 'annotations', 'deployment.kubernetes.io/revision')).toBe('2')
  })

  test('of options leaves the pods alone, as in recording e31', async () => {
    const client = await clientOf({ scenario: 'nodeport', pace: 0 })
    const before = (await pods(client)).map((pod) => dig(pod, 'metadata', 'name'))
    await change(client, { controller: { config: { 'keep-alive': '60' } } })
    expect((await pods(client)).map((pod) => dig(pod, 'metadata', 'name'))).toEqual(before)
    expect(dig(await nginx(client), 'spec', 'controller', 'config', 'keep-alive')).toBe('60')
  })

  test.each([{ deployment: { replicas: -1 } }, { service: { type: 'Foo' } }])(
    'to %o is accepted and fails',
    async (patch) => {
      const client = await clientOf({ scenario: 'nodeport', pace: 0 })
      expect((await change(client, patch)).status).toBe(200)
      expect(condition(dig(await cluster(client), 0), 'Deployed')).toMatchObject({ reason: 'UpgradeSuccessful' })
      const failed = await nginx(client)
      expect(condition(failed, 'ReleaseFailed')).toMatchObject({ status: 'True', reason: 'UpgradeError' })
      expect(condition(failed, 'Irreconcilable')).toMatchObject({ status: 'True', reason: 'ReconcileError' })
      expect(condition(failed, 'Deployed')).toMatchObject({ status: 'True' })
      expect(readyOf(await pods(client))).toBe(1)
    },
  )

  test('right after another one wins', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    await change(client, { deployment: { replicas: 4 } })
    client.wait(1.2)
    await change(client, { deployment: { replicas: 2 } })
    client.wait(10)
    expect(readyOf(await pods(client))).toBe(2)
  })

  test('that changes nothing uses up no version', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const before = await client.get(`${RAW}/gateways/${CLUSTER}`)
    expect((await change(client, {})).body).toEqual(before)
  })

  test('of the status is ignored', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const before = await client.get(`${RAW}/gateways/${CLUSTER}`)
    const body = mergePatch(before, { status: { hacked: true, conditions: [] } })
    expect(dig((await client.send('PUT', `${RAW}/gateways/${CLUSTER}`, body)).body, 'status')).toEqual(
      dig(before, 'status'),
    )
  })
})

describe('a deleted gateway', () => {
  test('stays a while, then goes with everything it had', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const deleted = await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    expect(dig(deleted.body, 'metadata', 'deletionTimestamp')).toBe('2026-11-24T08:00:00Z')
    expect((await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)).status).toBe(200)
    expect((await create(client)).status).toBe(409)
    expect(await client.send('POST', `${GW}/namespaces/dev/gateways`, gatewayBody())).toMatchObject({ status: 500 })
    client.wait(2.1)
    expect(await cluster(client)).toBeNull()
    expect((await client.send('GET', `${RAW}/nginxes/${CLUSTER}-ingress`)).status).toBe(404)
    client.wait(0.5)
    expect((await client.send('GET', `/api/v1/namespaces/kubesphere-controls-system/services/${CLUSTER}`)).status).toBe(
      404,
    )
    expect(await pods(client)).toEqual([])
  })

  test('makes room for a new one', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    client.wait(2.1)
    expect((await create(client)).status).toBe(201)
    client.wait(5)
    expect(readyOf(await pods(client))).toBe(1)
    expect(listAt(await cluster(client), 0, 'status', 'service')).toHaveLength(2)
  })

  test('is gone at once before the operator has seen it', async () => {
    const client = await clientOf()
    await create(client)
    expect((await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)).body).toMatchObject({ status: 'Success' })
    expect(await cluster(client)).toBeNull()
    client.wait(10)
    expect((await client.send('GET', `${RAW}/nginxes/${CLUSTER}-ingress`)).status).toBe(404)
  })
})

describe('a legacy gateway', () => {
  const LEGACY = `${GW}/namespaces/legacy-two/gateways`

  test('becomes a new one, with its options and ports, and stops serving in between', async () => {
    const client = await clientOf({ scenario: 'legacy' })
    const ports = async () =>
      listAt(await client.get(LEGACY), -1, 'status', 'service').map((port) => dig(port, 'nodePort'))
    const before = await ports()
    const upgraded = await client.send('POST', `${LEGACY}/kubesphere-router-legacy-two/upgrade`)
    expect(dig(upgraded.body, 'spec', 'controller', 'config')).toEqual({ 'proxy-body-size': '50m' })
    const list = async () => listAt(await client.get(`${LEGACY}/kubesphere-router-legacy-two/pods`), 'items')
    expect(await list()).toEqual([])
    client.wait(6)
    expect(readyOf(await list())).toBe(1)
    expect(await ports()).toEqual(before)
    expect(dig(await client.get(LEGACY), -1, 'metadata', 'uid')).toBeDefined()
  })

  test('goes only through the old router API', async () => {
    const client = await clientOf({ scenario: 'legacy' })
    expect((await client.send('DELETE', LEGACY)).status).toBe(404)
    const router = '/kapis/resources.kubesphere.io/v1alpha2/namespaces/legacy-two/router'
    expect((await client.send('DELETE', router)).status).toBe(200)
    expect(await client.get(LEGACY)).toBeNull()
  })
})
