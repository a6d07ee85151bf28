import { describe, expect, test } from 'vitest'
import { paged, type Listed } from './paging'
import { clientOf, dig, GW, listAt } from './test-client'

const item = (name: string, creationTimestamp?: string, namespace = ''): Listed<string> => ({
  item: name,
  metadata: { name, ...(creationTimestamp && { creationTimestamp }), annotations: { team: name } },
  namespace,
})

const all = [
  item('b', '2026-01-02T00:00:00Z', 'shop'),
  item('a', '2026-01-02T00:00:00Z', 'shop-staging'),
  item('legacy'),
  item('c', '2026-01-03T00:00:00Z'),
]

const names = (query: string) => paged(all, new URLSearchParams(query), (name) => name)

describe('a kapis list', () => {
  test.each([
    ['', ['c', 'b', 'a', 'legacy'], 4],
    ['sortBy=createTime&ascending=true', ['legacy', 'a', 'b', 'c'], 4],
    ['sortBy=name', ['legacy', 'c', 'b', 'a'], 4],
    ['sortBy=name&ascending=true', ['a', 'b', 'c', 'legacy'], 4],
    ['sortBy=nonsense', ['c', 'b', 'a', 'legacy'], 4],
    ['limit=2', ['c', 'b'], 4],
    ['limit=3&page=2', ['legacy'], 4],
    ['limit=3&page=9', [], 4],
    ['limit=0', [], 4],
    ['limit=2&page=0', [], 4],
    ['limit=-1&page=7', ['c', 'b', 'a', 'legacy'], 4],
    ['limit=-5', [], 4],
    ['limit=abc&page=x', ['c', 'b', 'a', 'legacy'], 4],
    ['name=a', ['a', 'legacy'], 2],
    ['name=a&limit=1', ['a'], 2],
    ['names=a,c', ['c', 'a'], 2],
    ['namespace=shop', ['b'], 1],
    ['annotation=team', ['c', 'b', 'a', 'legacy'], 4],
    ['annotation=team=b', ['b'], 1],
    ['cluster=host', [], 0],
    ['search=', [], 0],
  ])('?%s', (query, items, totalItems) => {
    expect(names(query)).toEqual({ items, totalItems })
  })

  test('makes only what the page shows', () => {
    let made = 0
    paged(all, new URLSearchParams('limit=1'), () => {
      made += 1
    })
    expect(made).toBe(1)
  })
})

describe('two thousand projects', () => {
  test('are served at once', async () => {
    const client = await clientOf({ scenario: 'many-projects' })
    const page = await client.get(`${GW}/gateways?page=2&limit=10&sortBy=name&ascending=true`)
    expect(listAt(page, 'items')).toHaveLength(10)
    expect(dig(page, 'totalItems')).toBe(2000)
    const startedAt = performance.now()
    await client.get(`${GW}/gateways?page=3&limit=10&name=borealis`)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })

  test('have working gateways with pods', async () => {
    const client = await clientOf({ scenario: 'many-projects', pace: 0 })
    const [first] = listAt(await client.get(`${GW}/gateways?limit=1`), 'items')
    const project = String(dig(first, 'spec', 'controller', 'scope', 'namespace'))
    const replicas = Number(dig(first, 'spec', 'deployment', 'replicas'))
    const path = `${GW}/namespaces/${project}/gateways`
    expect(listAt(await client.get(`${path}/x/pods`), 'items')).toHaveLength(replicas)
    const [own] = listAt(await client.get(path))
    const body = { ...Object(own), spec: { ...Object(dig(own, 'spec')), deployment: { replicas: 4 } } } as unknown
    expect((await client.send('PUT', path, body)).status).toBe(200)
    expect(listAt(await client.get(`${path}/x/pods`), 'items')).toHaveLength(4)
  })
})
