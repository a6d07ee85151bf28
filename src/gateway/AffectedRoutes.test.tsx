import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { sessionStore } from '@/api/session-store'
import type { GatewayRef } from '@/domain/gateway'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { AffectedRoutes } from './AffectedRoutes'

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('dialogs')
})
beforeEach(() => {
  const now = Date.now()
  sessionStore.signedIn({ user: 'admin', accessToken: 'a', refreshToken: null, issuedAt: now, expiresAt: now + 1e7 })
})
afterEach(() => vi.unstubAllGlobals())

const route = (index: number) => ({ metadata: { name: `web-${index}`, namespace: 'shop' }, spec: {} })

/** A platform that answers like this about routes (by page), gateways and metrics. */
const serve = (answers: { routes: (page: number) => Response; gateways: () => Response; metrics?: () => Response }) =>
  vi.stubGlobal('fetch', (url: string) => {
    const { searchParams } = new URL(url, 'http://server')
    if (url.includes('/monitoring.'))
      return Promise.resolve((answers.metrics ?? (() => Response.json({ results: null })))())
    if (url.includes('/ingresses')) return Promise.resolve(answers.routes(Number(searchParams.get('page'))))
    return Promise.resolve(answers.gateways())
  })
const oneRoute = () => Response.json({ items: [route(1)], totalItems: 1 })
const noGateways = () => Response.json({ items: [], totalItems: 0 })

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <AffectedRoutes gatewayRef={ref} />
    </QueryClientProvider>,
  )
}

describe('what is not known is not claimed', () => {
  test('a list that misses routes says so', async () => {
    // The second page begins where the first one ended: something has moved meanwhile.
    const page = (number: number) =>
      Array.from({ length: number === 1 ? 100 : 50 }, (_, index) => route(number === 1 ? index : index + 99))
    serve({ routes: (number) => Response.json({ items: page(number), totalItems: 150 }), gateways: noGateways })
    const screen = await show()
    await expect.element(screen.getByText('149 routes lose their address:')).toBeVisible()
    await expect.element(screen.getByText('The list is not complete: 149 of 150 routes were looked at.')).toBeVisible()
  })

  test('gateways that may not be read are no gateways that are not there', async () => {
    serve({ routes: oneRoute, gateways: () => new Response('no', { status: 500 }) })
    const screen = await show()
    await expect.element(screen.getByText('1 route loses its address:')).toBeVisible()
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(/other gateways to fall back on could not be looked up/)
    serve({ routes: oneRoute, gateways: noGateways })
    await screen.getByRole('button', { name: 'Retry' }).click()
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  })

  test('routes that could not be read are asked for again', async () => {
    serve({ routes: () => new Response('no', { status: 500 }), gateways: noGateways })
    const screen = await show()
    await expect.element(screen.getByRole('alert')).toHaveTextContent(/^The routes concerned could not be looked up/)
    serve({ routes: oneRoute, gateways: noGateways })
    await screen.getByRole('button', { name: 'Retry' }).click()
    await expect.element(screen.getByText('1 route loses its address:')).toBeVisible()
  })

  test('without metrics the requests are unknown, and the rest is there', async () => {
    serve({ routes: oneRoute, gateways: noGateways, metrics: () => new Response('no', { status: 403 }) })
    const screen = await show()
    await expect.element(screen.getByText('Now: requests/s unknown')).toBeVisible()
    await expect.element(screen.getByRole('note')).toHaveTextContent(/^How many requests .* could not be read/)
  })

  test('nothing to lose is said in words', async () => {
    serve({ routes: () => Response.json({ items: null, totalItems: 0 }), gateways: noGateways })
    const screen = await show()
    await expect.element(screen.getByText('No route loses its address.')).toBeVisible()
  })
})
