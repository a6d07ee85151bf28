import { describe, expect, test } from 'vitest'
import { clientOf, CLUSTER, dig, GW, listAt, RAW } from './test-client'

const KAPIS = '/kapis/resources.kubesphere.io/v1alpha3'

const addressesOf = async (client: Awaited<ReturnType<typeof clientOf>>, project: string) => {
  const page = await client.get(`${KAPIS}/namespaces/${project}/ingresses`)
  return listAt(page, 'items').map((route) => listAt(route, 'status', 'loadBalancer', 'ingress'))
}

describe('the addresses of routes', () => {
  test('there are none without a gateway', async () => {
    const client = await clientOf({ scenario: 'empty' })
    expect(await addressesOf(client, 'shop')).toEqual([[], [], []])
  })

  test('behind a load balancer they are the addresses of the balancer', async () => {
    const client = await clientOf({ scenario: 'loadbalancer' })
    const service = await client.get(`/api/v1/namespaces/kubesphere-controls-system/services/${CLUSTER}`)
    const balanced = listAt(service, 'status', 'loadBalancer', 'ingress')
    expect(balanced).toHaveLength(2)
    expect(await addressesOf(client, 'billing')).toEqual([balanced, balanced])
  })

  test('behind node ports they are the nodes of the pods', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const pods = await client.get(`${GW}/namespaces/kubesphere-system/gateways/${CLUSTER}/pods`)
    const node = dig(pods, 'items', 0, 'status', 'hostIP')
    expect(await addressesOf(client, 'dev')).toEqual([[{ ip: node }]])
  })

  test('with two gateways a route has the address of one of them', async () => {
    const client = await clientOf({ scenario: 'both-kinds' })
    const page = await client.get(`${GW}/gateways?names=kubesphere-router-dev`)
    const balanced = listAt(page, 'items', 0, 'status', 'loadBalancer', 'ingress')
    expect(balanced).toHaveLength(1)
    const [address] = await addressesOf(client, 'dev')
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    client.wait(10)
    expect(await addressesOf(client, 'dev')).toEqual([balanced])
    expect(address).toHaveLength(1)
  })

  test('they go with the gateway', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    client.wait(10)
    expect(await addressesOf(client, 'dev')).toEqual([[]])
  })
})
