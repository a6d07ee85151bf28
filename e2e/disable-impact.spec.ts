import type { Locator, Page } from '@playwright/test'
import { choose, CLUSTER_GATEWAY, settings } from './actions'
import { openMenu, projectTab } from './project-gateways'
import { expect, expectAccessible, test } from './test'

async function openDisable(page: Page): Promise<Locator> {
  await choose(page, 'Disable')
  const dialog = page.getByRole('dialog', { name: `Disable ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByRole('region', { name: 'Routes concerned' })).toBeVisible()
  return dialog
}
const project = (dialog: Locator, name: string) =>
  dialog.getByRole('button', { name: new RegExp(`^${name} \\d+ routes?`) })
const route = (dialog: Locator, ofProject: string, name: string) =>
  dialog
    .getByRole('list', { name: `Routes of ${ofProject}`, exact: true })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name} `) })

test('whoever disables sees project by project whose routes lose their address, and how much they are asked for now', async ({
  page,
  open,
}) => {
  await open(settings)
  const metrics: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    const of = /monitoring.*\/namespaces\/([^/]+)\/ingresses$/.exec(pathname)?.[1]
    if (of !== undefined && searchParams.get('metrics_filter') === 'ingress_request_volume_by_ingress$')
      metrics.push(`${of} ${searchParams.get('job')}`)
  })
  const dialog = await openDisable(page)
  await expect(dialog.getByText('9 routes lose their address')).toContainText(/Now: \d[\d.]* requests\/s$/)
  await expect(project(dialog, 'shop')).toHaveAccessibleName(/3 routes \d[\d.]* requests\/s$/)
  await expect(route(dialog, 'shop', 'checkout')).toHaveText(/checkout\.example\.com \d[\d.]* requests\/s$/)
  await expect(route(dialog, 'billing', 'webhooks')).toContainText('hooks.billing.example.com')
  // Routes of one name in two projects are one to the server, unless it is asked for each project.
  await expect(route(dialog, 'dev', 'preview')).toHaveText(/dev\.example\.com \d[\d.]* requests\/s$/)
  await expect(route(dialog, 'dev-2', 'preview')).toHaveText(/dev-2\.example\.com \d[\d.]* requests\/s$/)
  expect([...new Set(metrics)].toSorted()).toEqual(
    ['dev', 'dev-2', 'kubesphere-system', 'shop', 'shop-staging'].map((of) => `${of} ${CLUSTER_GATEWAY}-metrics`),
  )
  await expect(dialog.getByText('not complete')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Disable' })).toBeDisabled()
  await expectAccessible(page)

  await project(dialog, 'shop').click()
  await expect(dialog.getByRole('list', { name: 'Routes of shop', exact: true })).toHaveCount(0)
})

test.describe('with gateways of projects beside it', () => {
  test.use({ scenario: 'both-kinds' })

  test('routes that have another gateway stand apart, with its name', async ({ page, open }) => {
    await open(settings)
    const dialog = await openDisable(page)
    await expect(dialog.getByText('5 routes lose their address')).toBeVisible()
    await expect(dialog.getByText('4 routes keep the gateway of their project.')).toBeVisible()
    await expect(dialog.getByText('have to point at that of the other one')).toBeVisible()
    await expect(project(dialog, 'shop')).toContainText('falls back on kubesphere-router-shop')
    await expect(project(dialog, 'dev')).toContainText('falls back on kubesphere-router-dev')
    await expect(project(dialog, 'dev-2')).not.toContainText('falls back')
    await expect(project(dialog, 'billing')).not.toContainText('falls back')
  })

  test('the routes of a project that loses its own gateway keep the cluster gateway', async ({ page, open }) => {
    await open(projectTab)
    await openMenu(page, 'shop', 'Disable')
    const dialog = page.getByRole('dialog', { name: 'Disable kubesphere-router-shop' })
    await expect(dialog.getByText('No route loses its address.')).toBeVisible()
    await expect(dialog.getByText('3 routes keep the cluster gateway.')).toBeVisible()
    await expect(project(dialog, 'shop')).toContainText(`falls back on ${CLUSTER_GATEWAY}`)
    await expect(route(dialog, 'shop', 'storefront')).toHaveText(/requests\/s$/)
  })
})

test.describe('with more routes than the server gives at once', () => {
  test.use({ scenario: 'many-routes' })

  test('all of them are read and counted, and unfold by project', async ({ page, open }) => {
    await open(settings)
    const pages: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/resources.*\/ingresses$/.test(url.pathname)) pages.push(url.searchParams.get('page') ?? '')
    })
    const dialog = await openDisable(page)
    await expect(dialog.getByText('155 routes lose their address')).toBeVisible()
    await expect(dialog.getByText('4 routes keep the gateway of their project.')).toBeVisible()
    await expect(dialog.getByText('not complete')).toHaveCount(0)
    expect([...new Set(pages)].toSorted()).toEqual(['1', '2'])
    await expect(dialog.getByText('api-150')).toHaveCount(0)
    await project(dialog, 'billing').click()
    await expect(dialog.getByRole('list', { name: 'Routes of billing' }).getByRole('listitem')).toHaveCount(152)
    await expect(route(dialog, 'billing', 'api-150')).toContainText('api-150.example.com')
  })
})

for (const [scenario, why] of [
  ['prometheus-down', 'connection refused'],
  ['no-traffic', null],
] as const)
  test.describe(`in the world of ${scenario}`, () => {
    test.use({ scenario })

    test('requests that are not known are called unknown, never zero', async ({ page, open }) => {
      await open(settings)
      const dialog = await openDisable(page)
      await expect(dialog.getByText('9 routes lose their address')).toContainText('Now: requests/s unknown')
      await expect(route(dialog, 'shop', 'checkout')).toHaveText(/requests\/s unknown$/)
      await expect(dialog.getByText(/\d requests\/s/)).toHaveCount(0)
      const failure = dialog.getByRole('note').filter({ hasText: 'could not be read' })
      if (why === null) await expect(failure).toHaveCount(0)
      else {
        await expect(failure).toContainText(why)
        const again = page.waitForRequest((request) => request.url().includes('volume_by_ingress'))
        await failure.getByRole('button', { name: 'Retry' }).click()
        await again
      }
      // The gateway can be disabled all the same.
      await dialog.getByRole('textbox').fill(CLUSTER_GATEWAY)
      await expect(dialog.getByRole('button', { name: 'Disable', exact: true })).toBeEnabled()
    })
  })
