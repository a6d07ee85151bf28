import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { CLUSTER_GATEWAY_NAME, type GatewayRef } from '@/domain/gateway'
import { sessionQueries } from '@/api/session'
import { startI18n } from '@/lib/i18n/t'
import { ManageMenu } from './ManageMenu'

beforeAll(() => startI18n('en'))

const ref: GatewayRef = { cluster: { name: 'default', prefixed: false }, project: null }

const openMenu = async (deletionTimestamp: string | null) => {
  const client = new QueryClient()
  client.setQueryData(sessionQueries.rules(ref.cluster, '').queryKey, null)
  const choose = vi.fn()
  const gateway = { metadata: { name: CLUSTER_GATEWAY_NAME, uid: 'u', deletionTimestamp }, spec: {} }
  const screen = await render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <ManageMenu gatewayRef={ref} gateway={gateway} onChoose={choose} />
      </MemoryRouter>
    </QueryClientProvider>,
  )
  await screen.getByRole('button', { name: 'Manage' }).click()
  const item = (name: string) => screen.getByRole('menuitem', { name })
  return { item, choose }
}

test('a gateway can be edited and disabled', async () => {
  const { item, choose } = await openMenu(null)
  await expect.element(item('Disable')).toHaveAttribute('aria-disabled', 'false')
  await item('Edit').click()
  expect(choose.mock.calls).toEqual([['edit']])
})

test('one that is being removed can neither, and says why', async () => {
  const { item, choose } = await openMenu('2026-11-25T00:00:00Z')
  for (const name of ['Edit', 'Disable']) {
    await expect.element(item(name)).toHaveAttribute('aria-disabled', 'true')
    await expect.element(item(name)).toHaveAccessibleDescription('It is being removed.')
    await item(name).click({ force: true })
  }
  expect(choose).not.toHaveBeenCalled()
  await expect.element(item('View Details')).toHaveAttribute('aria-disabled', 'false')
})
