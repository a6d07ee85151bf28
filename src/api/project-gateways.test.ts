import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastWrite } from './gateways'
import { disableGateways, projectGatewayQueries } from './project-gateways'

const cluster = { name: 'default', prefixed: false }
const target = (project: string, isLegacy = false) => ({ ref: { cluster, project }, isLegacy })
const GW = '/kapis/gateway.kubesphere.io/v1alpha1'

let client: QueryClient
let requests: string[]

function serve(answer: (path: string) => Response = () => Response.json({ message: 'success' })) {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    await Promise.resolve()
    requests.push(`${init.method ?? 'GET'} ${url}`)
    return answer(url)
  })
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  client = new QueryClient()
  requests = []
})
afterEach(() => vi.unstubAllGlobals())

const disable = (targets: readonly ReturnType<typeof target>[], control = new AbortController()) => {
  const outcomes = new Map<string, string>()
  const done = new MutationObserver(client, disableGateways(cluster)).mutate({
    targets,
    signal: control.signal,
    onStart: ({ ref }) => void outcomes.set(ref.project ?? '', 'running'),
    onResult: ({ ref }, error) => void outcomes.set(ref.project ?? '', error ? error.message : 'done'),
  })
  return { outcomes, done, control }
}

test('dev is disabled, and neither dev-2 nor the cluster gateway is named in any request', async () => {
  serve()
  await disable([target('dev')]).done
  expect(requests).toEqual([`DELETE ${GW}/namespaces/dev/gateways`])
})

test('each goes by its own route, and one that is refused stops nobody', async () => {
  serve((path) =>
    path.includes('/b/') ? new Response('no such thing\n', { status: 500 }) : Response.json({ message: 'success' }),
  )
  const { outcomes, done } = disable([target('a'), target('b'), target('c', true), target('d')])
  await done
  expect(requests).toEqual([
    `DELETE ${GW}/namespaces/a/gateways`,
    `DELETE ${GW}/namespaces/b/gateways`,
    'DELETE /kapis/resources.kubesphere.io/v1alpha2/namespaces/c/router',
    `DELETE ${GW}/namespaces/d/gateways`,
  ])
  expect(Object.fromEntries(outcomes)).toEqual({ a: 'done', b: 'no such thing', c: 'done', d: 'done' })
  expect(lastWrite(client, target('a').ref)).toBeTypeOf('number')
  expect(lastWrite(client, target('b').ref)).toBeUndefined()
})

test('after a stop nothing new is sent', async () => {
  const control = new AbortController()
  serve(() => {
    control.abort()
    return Response.json({ message: 'success' })
  })
  const { outcomes, done } = disable(
    ['a', 'b', 'c', 'd', 'e'].map((project) => target(project)),
    control,
  )
  await done
  expect([...outcomes.keys()]).toEqual(['a', 'b', 'c'])
})

test('a page, the gateway after it and the cluster gateway are asked for side by side', async () => {
  const answers: (() => void)[] = []
  vi.stubGlobal('fetch', (url: string) => {
    requests.push(url)
    return new Promise<Response>((resolve) => {
      answers.push(() => resolve(Response.json({ items: [], totalItems: 0 })))
    })
  })
  const query = { page: 3, limit: 20, sortBy: 'name', ascending: true, name: 'shop' } as const
  const page = client.query(projectGatewayQueries.page(cluster, query))
  await vi.waitFor(() => expect(answers).toHaveLength(3))
  for (const answer of answers) answer()
  expect((await page).asked).toEqual(query)
  expect(requests).toEqual([
    `${GW}/gateways?page=3&limit=20&sortBy=name&ascending=true&name=shop`,
    `${GW}/gateways?page=61&limit=1&sortBy=name&ascending=true&name=shop`,
    `${GW}/gateways?page=1&limit=1&names=kubesphere-router-kubesphere-system`,
  ])
})
