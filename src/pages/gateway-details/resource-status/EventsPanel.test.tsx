import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Event } from '@/wire/k8s'
import { CLUSTER_GATEWAY_NAME, nginxName, type GatewayRef } from '@/domain/gateway'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { EventsPanel } from './EventsPanel'
import { useGatewayEvents } from './use-gateway-events'

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('details')
})
afterEach(() => vi.unstubAllGlobals())

let made = 0
/** An event; each one is newer than the one made before it. */
const event = (kind: string, name: string, change: Partial<Event> = {}): Event => {
  made += 1
  return {
    metadata: { name: `${made}`, uid: `${made}` },
    involvedObject: { kind, name },
    lastTimestamp: new Date(1_795_000_000_000 + made * 1000).toISOString(),
    ...change,
  }
}

/** A server that knows field selectors, as the real one does. */
const serve = (events: readonly Event[]) =>
  vi.stubGlobal('fetch', (url: string) => {
    const [field = '', value] = (new URL(url, location.href).searchParams.get('fieldSelector') ?? '').split('=')
    const part = field === 'involvedObject.kind' ? 'kind' : 'name'
    return Promise.resolve(Response.json({ items: events.filter((each) => each.involvedObject[part] === value) }))
  })

const Panel = () => <EventsPanel {...useGatewayEvents(ref)} />

const open = async (path: string) => {
  const router = createMemoryRouter([{ path: '/', element: <Panel /> }], { initialEntries: [path] })
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  const column = (number: number) =>
    [...document.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td')[number]?.textContent ?? '')
  return { screen, reasons: () => column(1), objects: () => column(2), search: () => router.state.location.search }
}

test('events of the gateway itself and of all that was made for it are told, newest first, warnings marked', async () => {
  serve([
    event('Gateway', CLUSTER_GATEWAY_NAME, { type: 'Warning' }),
    event('Nginx', nginxName(ref)),
    event('Deployment', CLUSTER_GATEWAY_NAME),
    event('ReplicaSet', `${CLUSTER_GATEWAY_NAME}-766848cfc5`),
    event('Pod', `${CLUSTER_GATEWAY_NAME}-766848cfc5-rj9fn`),
    event('Gateway', 'kubesphere-router-dev'),
    event('Pod', 'kubesphere-router-dev-766848cfc5-rj9fn'),
  ])
  const { objects, screen } = await open('/')
  await expect
    .poll(objects)
    .toEqual([
      `Pod ${CLUSTER_GATEWAY_NAME}-766848cfc5-rj9fn`,
      `ReplicaSet ${CLUSTER_GATEWAY_NAME}-766848cfc5`,
      `Deployment ${CLUSTER_GATEWAY_NAME}`,
      `Nginx ${nginxName(ref)}`,
      `Gateway ${CLUSTER_GATEWAY_NAME}`,
    ])
  await expect.element(screen.getByRole('row', { name: /Gateway/ }).last()).toHaveTextContent('Warning')
  await expect.element(screen.getByText('Warning')).toBeVisible()
})

test('many events come in pages, and the page one is on is in the URL', async () => {
  serve(Array.from({ length: 45 }, (_, index) => event('Gateway', CLUSTER_GATEWAY_NAME, { reason: `R${index}` })))
  const { screen, reasons, search } = await open('/?eventsPage=2')
  await expect.poll(reasons).toEqual(Array.from({ length: 20 }, (_, index) => `R${24 - index}`))
  await expect.element(screen.getByText('21–40 of 45')).toBeVisible()
  await screen.getByRole('button', { name: 'Next page' }).click()
  await expect.element(screen.getByText('41–45 of 45')).toBeVisible()
  expect(reasons()).toEqual(['R4', 'R3', 'R2', 'R1', 'R0'])
  expect(search()).toBe('?eventsPage=3')
})
