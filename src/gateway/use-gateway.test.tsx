import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { CLUSTER_GATEWAY_NAME, type GatewayRef } from '@/domain/gateway'
import { sessionStore } from '@/api/session-store'
import { useGateway } from './use-gateway'

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }
const metadata = { name: CLUSTER_GATEWAY_NAME, uid: '1', creationTimestamp: '2026-01-01T00:00:00Z' }
const conditions = [{ type: 'Deployed', status: 'True' }]
const gateway = { metadata, spec: { service: { type: 'NodePort' } }, status: { conditions } }
const deployment = {
  metadata,
  spec: { replicas: 1, template: {} },
  status: { replicas: 1, readyReplicas: 1, updatedReplicas: 1 },
}

/** A platform whose Nginx object cannot be read, with that status. */
const serve = (status: number) =>
  vi.stubGlobal('fetch', (url: string) => {
    if (url.includes('/nginxes/')) return Promise.resolve(new Response('no', { status }))
    if (url.includes('/deployments/')) return Promise.resolve(Response.json(deployment))
    if (url.includes('/services/')) return Promise.resolve(Response.json({ metadata, spec: { type: 'NodePort' } }))
    return Promise.resolve(Response.json([gateway]))
  })

beforeEach(() => {
  const now = Date.now()
  sessionStore.signedIn({ user: 'admin', accessToken: 'a', refreshToken: null, issuedAt: now, expiresAt: now + 1e7 })
})
afterEach(() => vi.unstubAllGlobals())

const stateOf = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { result } = await renderHook(() => useGateway(ref), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  await vi.waitFor(() => expect(result.current.state).not.toBeNull())
  return result.current.state
}

test('an Nginx object that could not be read may know of a failure, so Ready is not claimed', async () => {
  serve(500)
  expect(await stateOf()).toEqual({ kind: 'unknown', why: 'failed' })
})

test('who may not read the Nginx object is told what the others say', async () => {
  serve(403)
  expect(await stateOf()).toEqual({ kind: 'ready', ready: 1, wanted: 1 })
})
