import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { checkEdit, saveGateway, scaleGateway } from './gateway-changes'
import { lastWrite } from './gateways'

const ref = { cluster: { name: 'default', prefixed: false }, project: null }

const stored = (): Gateway => ({
  apiVersion: 'gateway.kubesphere.io/v1alpha1',
  kind: 'Gateway',
  metadata: {
    name: 'kubesphere-router-kubesphere-system',
    namespace: 'kubesphere-controls-system',
    uid: 'u1',
    resourceVersion: '1',
  },
  spec: { controller: { config: { a: '1' } }, deployment: { replicas: 1 }, service: { type: 'NodePort' } },
  status: { conditions: [] },
})

const conflict = () =>
  Response.json({ kind: 'Status', status: 'Failure', reason: 'Conflict', message: 'stale', code: 409 }, { status: 409 })

/** A server with one gateway; `beforePut` is what others do to it between a read and a write. */
function serve(beforePut: (gateway: Gateway, put: number) => Gateway = (gateway) => gateway) {
  let gateway = stored()
  const puts: Gateway[] = []
  const tried: Gateway[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const request = new Request(new URL(url, 'https://console.example'), init)
    if (request.method === 'GET') return Response.json(gateway)
    const body: Gateway = await request.json()
    gateway = beforePut(gateway, puts.length + tried.length)
    const isDryRun = request.url.endsWith('?dryRun=All')
    ;(isDryRun ? tried : puts).push(body)
    if (body.metadata.resourceVersion !== gateway.metadata.resourceVersion) return conflict()
    if (isDryRun) return Response.json(body)
    const version = String(Number(gateway.metadata.resourceVersion) + 1)
    // The status is a subresource: what a PUT says about it is ignored (recording e56).
    gateway = { ...body, metadata: { ...body.metadata, resourceVersion: version }, status: gateway.status }
    return Response.json(gateway)
  })
  return { puts, tried, now: () => gateway }
}

const moved = (gateway: Gateway, change: Partial<Gateway>): Gateway => ({
  ...gateway,
  ...change,
  metadata: { ...gateway.metadata, resourceVersion: String(Number(gateway.metadata.resourceVersion) + 1) },
})

let client: QueryClient
const save = (next: Gateway) => new MutationObserver(client, saveGateway(ref)).mutate({ base: stored(), next })
const check = (next: Gateway) => new MutationObserver(client, checkEdit(ref)).mutate({ base: stored(), next })
const scale = (replicas: number) => new MutationObserver(client, scaleGateway(ref)).mutate(replicas)
const changed = (): Gateway => ({ ...stored(), spec: { ...stored().spec, controller: { config: { a: '2' } } } })

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  client = new QueryClient()
})
afterEach(() => vi.unstubAllGlobals())

describe('saving', () => {
  test("a conflict with nothing but a newer status is nobody's: the change goes on top of it", async () => {
    const server = serve((gateway, put) =>
      put < 2 ? moved(gateway, { status: { conditions: [{ type: 'Deployed', status: 'True' }] } }) : gateway,
    )
    await save(changed())
    expect(server.puts.map((put) => put.metadata.resourceVersion)).toEqual(['1', '2', '3'])
    expect(server.now().spec.controller?.config).toEqual({ a: '2' })
    expect(server.now().status?.conditions).toHaveLength(1) // theirs, though the change was made from an older one
  })

  test('a conflict with a change of somebody else is told, and theirs stays', async () => {
    const server = serve((gateway) => moved(gateway, { spec: { ...gateway.spec, deployment: { replicas: 5 } } }))
    await expect(save(changed())).rejects.toMatchObject({ status: 409 })
    expect(server.puts).toHaveLength(1)
    expect(server.now().spec.deployment?.replicas).toBe(5)
  })

  test('a gateway that was replaced by another of the same name is a conflict', async () => {
    const server = serve((gateway) => moved({ ...gateway, metadata: { ...gateway.metadata, uid: 'u2' } }, {}))
    await expect(save(changed())).rejects.toMatchObject({ status: 409 })
    expect(server.puts).toHaveLength(1)
  })

  test('a status that never rests ends in the conflict, not in endless tries', async () => {
    const server = serve((gateway) => moved(gateway, {}))
    await expect(save(changed())).rejects.toMatchObject({ status: 409 })
    expect(server.puts).toHaveLength(4)
  })

  test('it is remembered when something was written, and only then', async () => {
    serve((gateway) => moved(gateway, { spec: {} }))
    await expect(save(changed())).rejects.toThrow()
    expect(lastWrite(client, ref)).toBeUndefined()
    serve()
    await save(changed())
    expect(lastWrite(client, ref)).toBeTypeOf('number')
  })
})

describe('asking beforehand', () => {
  test('sends the edit as a dry run of the stored object and stores nothing', async () => {
    const server = serve()
    const { status: _status, ...asked } = changed()
    expect(await check(changed())).toEqual(asked)
    expect(server.tried).toEqual([asked])
    expect(server.puts).toEqual([])
    expect(server.now()).toEqual(stored())
    expect(lastWrite(client, ref)).toBeUndefined()
  })

  test("a newer status is nobody's, a change of somebody else is told", async () => {
    const status = { conditions: [{ type: 'Deployed', status: 'True' }] }
    const settling = serve((gateway, put) => (put < 1 ? moved(gateway, { status }) : gateway))
    await check(changed())
    expect(settling.tried.map((put) => put.metadata.resourceVersion)).toEqual(['1', '2'])
    serve((gateway) => moved(gateway, { spec: {} }))
    await expect(check(changed())).rejects.toMatchObject({ status: 409 })
  })
})

describe('scaling', () => {
  test('two quick changes end at the second value, without a conflict', async () => {
    const server = serve()
    await Promise.all([scale(2), scale(3)])
    expect(server.puts.map((put) => [put.spec.deployment?.replicas, put.metadata.resourceVersion])).toEqual([
      [2, '1'],
      [3, '2'],
    ])
  })

  test('nothing but the replicas is changed', async () => {
    const server = serve()
    await scale(4)
    expect(server.puts).toEqual([{ ...stored(), spec: { ...stored().spec, deployment: { replicas: 4 } } }])
  })
})
