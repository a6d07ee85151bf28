import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { at } from '@mocks/json'
import { clientOf, type Client } from '@mocks/test-client'
import { SERVICE_UPSTREAM, type RouteTracing } from '@/domain/tracing-check'
import { annotateRoutes, type TracingChange } from './route-tracing'

const cluster = { name: 'default', prefixed: false }
const ROUTES = '/apis/networking.k8s.io/v1/namespaces/shop/ingresses'
const MERGE = { 'Content-Type': 'application/merge-patch+json' }

/** What was asked for, in order; `before` runs before each request. */
let asked: string[] = []
const serve = (server: Client, before: (method: string) => Promise<unknown> = () => Promise.resolve()) =>
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    await before(method)
    asked.push(`${method} ${path.split('/').at(-1)}`)
    const sent: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const { status, body } = await server.send(method, path, sent, method === 'PATCH' ? MERGE : {})
    return Response.json(body, { status })
  })

beforeEach(() => {
  asked = []
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
})
afterEach(() => vi.unstubAllGlobals())

const versionOf = async (server: Client, name: string) =>
  String(at(await server.get(`${ROUTES}/${name}`), 'metadata', 'resourceVersion'))
const route = (name: string, version: string): RouteTracing => ({
  project: 'shop',
  name,
  hosts: [],
  value: null,
  version,
})
const annotate = (server: Client, name: string, annotations: Record<string, string>) =>
  server.send('PATCH', `${ROUTES}/${name}`, { metadata: { annotations } }, MERGE)

async function run(changes: readonly TracingChange[]) {
  const outcomes = new Map<string, RouteTracing | Error>()
  const observer = new MutationObserver(new QueryClient(), annotateRoutes(cluster))
  await observer.mutate({
    changes,
    onStart: () => {},
    onResult: (change, outcome) => outcomes.set(change.route.name, outcome),
  })
  return outcomes
}

describe('annotateRoutes', () => {
  test('a route as it was read needs one request', async () => {
    const server = await clientOf()
    serve(server)
    const from = route('search', await versionOf(server, 'search'))
    const outcome = (await run([{ route: from, value: 'true' }])).get('search')
    expect(outcome).toMatchObject({ value: 'true', project: 'shop', name: 'search' })
    expect(asked).toEqual(['PATCH search'])
  })

  test('a change of anything else in between is kept, and costs one more look', async () => {
    const server = await clientOf()
    serve(server)
    const from = route('search', await versionOf(server, 'search'))
    await annotate(server, 'search', { 'example.com/owner': 'team-a' })
    expect((await run([{ route: from, value: 'true' }])).get('search')).toMatchObject({ value: 'true' })
    expect(asked).toEqual(['PATCH search', 'GET search', 'PATCH search'])
    expect(at(await server.get(`${ROUTES}/search`), 'metadata', 'annotations')).toEqual({
      'example.com/owner': 'team-a',
      [SERVICE_UPSTREAM]: 'true',
    })
  })

  test('a change of the annotation itself is told, and not replaced', async () => {
    const server = await clientOf()
    serve(server)
    const from = route('search', await versionOf(server, 'search'))
    await annotate(server, 'search', { [SERVICE_UPSTREAM]: 'false' })
    expect((await run([{ route: from, value: 'true' }])).get('search')).toMatchObject({ status: 409 })
    expect(at(await server.get(`${ROUTES}/search`), 'metadata', 'annotations', SERVICE_UPSTREAM)).toBe('false')
  })

  test('a route that changes all the time is given up at last', async () => {
    const server = await clientOf()
    let count = 0
    serve(server, (method) =>
      method === 'PATCH' ? annotate(server, 'search', { n: String(count++) }) : Promise.resolve(),
    )
    const from = route('search', await versionOf(server, 'search'))
    expect((await run([{ route: from, value: 'true' }])).get('search')).toMatchObject({ status: 409 })
    expect(asked.filter((each) => each.startsWith('PATCH'))).toHaveLength(4)
  })

  test('one that is gone does not stop the others', async () => {
    const server = await clientOf()
    serve(server)
    const gone = route('gone', '1')
    const here = route('search', await versionOf(server, 'search'))
    const outcomes = await run([gone, here].map((each) => ({ route: each, value: 'true' })))
    expect(outcomes.get('gone')).toMatchObject({ status: 404 })
    expect(outcomes.get('search')).toMatchObject({ value: 'true' })
  })
})
