import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { CLUSTER_GATEWAY_NAME, type GatewayRef } from '@/domain/gateway'
import { gatewayQueries } from '@/api/gateways'
import { sessionQueries } from '@/api/session'
import { GatewayContext } from '@/gateway/GatewayContext'
import { useGateway } from '@/gateway/use-gateway'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { DetailsHeader } from './DetailsHeader'
import { ReplicasPanel } from './resource-status/ReplicasPanel'

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }
const gatewayNow = (deletionTimestamp: string | null) => ({
  metadata: { name: CLUSTER_GATEWAY_NAME, uid: 'u', deletionTimestamp },
  spec: { deployment: { replicas: 1 }, service: { type: 'NodePort' } },
})

beforeAll(async () => {
  await startI18n('en')
  await Promise.all([loadTexts('details'), loadTexts('dialogs')]) // as the page's route does
})
/** What the server has; it is asked every two seconds. */
let stored = gatewayNow(null)
beforeEach(() =>
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(url.endsWith('/gateways') ? Response.json([stored]) : new Response('', { status: 404 })),
  ),
)
afterEach(() => vi.unstubAllGlobals())

const edited = vi.fn()
const chosen = vi.fn()

/** The header and the replicas of the gateway, as its page has them. */
function Page() {
  const view = useGateway(ref)
  const { gateway } = view
  if (!gateway) return null
  return (
    <GatewayContext value={{ ref, gateway, view, edit: edited }}>
      <DetailsHeader kind="cluster" onChoose={chosen} />
      <ReplicasPanel deployment={null} pods={[]} events={[]} nodes={[]} watch="live" pollingSeconds={3} />
    </GatewayContext>
  )
}

test('from the moment a gateway is being removed nothing can be changed any more, and it is said why', async () => {
  const client = new QueryClient()
  client.setQueryData(sessionQueries.rules(ref.cluster, '').queryKey, null)
  const screen = await render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Page />
      </MemoryRouter>
    </QueryClientProvider>,
  )
  const button = (name: string) => screen.getByRole('button', { name, exact: true })
  const isRefused = (element: Element) => element.matches(':disabled, [aria-disabled="true"]')
  await button('Add replica').click()
  await expect.element(screen.getByRole('spinbutton')).toHaveValue('2')
  expect(['Edit', 'Apply', 'Remove replica'].map((name) => isRefused(button(name).element()))).not.toContain(true)

  stored = gatewayNow('2026-11-25T00:00:00Z')
  await client.invalidateQueries({ queryKey: gatewayQueries.all(ref.cluster) })
  for (const name of ['Edit', 'Add replica', 'Remove replica']) {
    await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true')
    await expect.element(button(name)).toHaveAccessibleDescription('It is being removed.')
  }
  await expect.element(screen.getByRole('spinbutton')).toBeDisabled()
  await expect.poll(() => isRefused(button('Apply').element())).toBe(true)
  await button('Edit').click({ force: true })
  expect(edited).not.toHaveBeenCalled()

  await button('More').click()
  const disable = screen.getByRole('menuitem', { name: 'Disable' })
  await expect.element(disable).toHaveAccessibleDescription('It is being removed.')
  await disable.click({ force: true })
  expect(chosen).not.toHaveBeenCalled()
})
