import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ProjectPageQuery } from '@/domain/project-page'
import { exportGateways } from './gateway-export'

const cluster = { name: 'default', prefixed: false }
const CLUSTER_GATEWAY = 'kubesphere-router-kubesphere-system'
const everything: ProjectPageQuery = { page: 1, limit: 20, sortBy: 'name', ascending: true, name: '' }
const gateway = (name: string) => ({ metadata: { name, uid: name, resourceVersion: '1' }, spec: {} })
const projects = Array.from({ length: 150 }, (_, index) => `kubesphere-router-p${String(index).padStart(3, '0')}`)

/** A server with these gateways, in this order. */
function serve(all: readonly string[]) {
  const answer = (url: URL) => {
    if (url.pathname.endsWith('/deployments')) return { items: [], totalItems: 0 }
    const query = url.searchParams
    const found = all.filter(
      (name) => name.includes(query.get('name') ?? '') && [null, name].includes(query.get('names')),
    )
    const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))]
    return { items: found.slice((page - 1) * limit, page * limit).map(gateway), totalItems: found.length }
  }
  vi.stubGlobal('fetch', async (url: string) => {
    await Promise.resolve()
    return Response.json(answer(new URL(url, 'http://console')))
  })
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
})
afterEach(() => vi.unstubAllGlobals())

async function exported(query: ProjectPageQuery) {
  const progress: string[] = []
  const rows = await new MutationObserver(new QueryClient(), exportGateways(cluster)).mutate({
    query,
    signal: new AbortController().signal,
    onProgress: (done, total) => void progress.push(`${done} of ${total}`),
  })
  return { names: rows.map((row) => row.name), progress }
}

test('the cluster gateway is neither exported nor counted, on whichever page it is', async () => {
  serve([...projects, CLUSTER_GATEWAY])
  const { names, progress } = await exported(everything)
  expect(names).toEqual(projects)
  expect(progress).toEqual(['100 of 150', '150 of 150'])
})

test('a filter that does not find the cluster gateway takes nothing off', async () => {
  serve([CLUSTER_GATEWAY, ...projects])
  const { names, progress } = await exported({ ...everything, name: 'p00' })
  expect(names).toEqual(projects.slice(0, 10))
  expect(progress).toEqual(['10 of 10'])
})
