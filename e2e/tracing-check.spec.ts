import type { Locator, Page } from '@playwright/test'
import { asSomebodyElse, details, readFromServer } from './actions'
import { recordWrites } from './project-gateways'
import { expect, expectAccessible, test } from './test'

const KEY = 'nginx.ingress.kubernetes.io/service-upstream'
const table = 'Routes that lack the annotation'
const pathOf = (project: string, name: string) => `/apis/networking.k8s.io/v1/namespaces/${project}/ingresses/${name}`

const row = (page: Page, route: string): Locator =>
  page
    .getByRole('table', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: route, exact: true }) })
const patchOf = (page: Page, project: string, name: string) =>
  page.waitForRequest((request) => request.method() === 'PATCH' && request.url().endsWith(pathOf(project, name)))

async function annotationOf(page: Page, project: string, name: string): Promise<unknown> {
  const stored = await readFromServer(page, pathOf(project, name))
  const { metadata } = stored as { metadata: { annotations?: Record<string, string> } }
  return metadata.annotations?.[KEY]
}

/** A merge patch of a route by another client. */
const annotate = (page: Page, project: string, name: string, annotations: Record<string, string | null>) =>
  asSomebodyElse(page, 'PATCH', pathOf(project, name), { metadata: { annotations } }, 'application/merge-patch+json')

test('the page of a gateway tells which routes are not traced; the annotation is added to one, and taken back', async ({
  page,
  open,
}) => {
  await open(details('tracing'))
  await expect(page.getByText('8 of 9 routes of this gateway lack the annotation')).toBeVisible()
  await expect(page.getByText('Tracing is off for this gateway')).toBeVisible()
  await expect(row(page, 'shop/storefront')).toContainText('shop.example.com')
  await expect(row(page, 'shop/storefront')).toContainText('missing')
  await expect(row(page, 'shop/checkout')).toHaveCount(0)
  await expectAccessible(page)

  const adding = patchOf(page, 'shop', 'storefront')
  await page.getByRole('button', { name: 'Add to shop/storefront' }).click()
  const added = await adding
  expect(added.headers()['content-type']).toBe('application/merge-patch+json')
  expect(added.postDataJSON()).toEqual({
    metadata: { annotations: { [KEY]: 'true' }, resourceVersion: expect.any(String) },
  })
  await expect(row(page, 'shop/storefront')).toContainText('Added')
  await expect(page.getByRole('alert').filter({ hasText: 'Routes changed: 1 of 1' })).toBeVisible()
  await expect(page.getByText('7 of 9 routes of this gateway lack the annotation')).toBeVisible()
  expect(await annotationOf(page, 'shop', 'storefront')).toBe('true')

  const undoing = patchOf(page, 'shop', 'storefront')
  await page.getByRole('button', { name: 'Undo for shop/storefront' }).click()
  expect((await undoing).postDataJSON().metadata.annotations).toEqual({ [KEY]: null })
  await expect(row(page, 'shop/storefront')).toContainText('Undone')
  await expect(page.getByText('8 of 9 routes of this gateway lack the annotation')).toBeVisible()
  expect(await annotationOf(page, 'shop', 'storefront')).toBeUndefined()
})

test('it is added to all chosen, with a result for each, and all of it is taken back', async ({ page, open }) => {
  await open(details('tracing'))
  const writes = recordWrites(page)
  await expect(page.getByRole('button', { name: 'Add to 0 chosen' })).toHaveAccessibleDescription(
    'Choose routes first.',
  )
  await page.getByRole('button', { name: 'Choose all 8' }).click()
  await page.getByRole('checkbox', { name: 'Select legacy-app/intranet' }).uncheck()
  await page.getByRole('button', { name: 'Add to 7 chosen' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Routes changed: 7 of 7' })).toBeVisible()
  await expect(page.getByRole('table', { name: table }).getByText('Added', { exact: true })).toHaveCount(7)
  await expect(page.getByText('1 of 9 routes of this gateway lack the annotation')).toBeVisible()
  // What the pointer rests on says why it cannot be used.
  await expect(page.getByRole('tooltip')).toHaveText('Choose routes first.')
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(page.getByRole('tooltip')).toBeHidden()
  await expectAccessible(page)
  expect(writes.toSorted()).toEqual(
    [
      ['billing', 'invoices'],
      ['billing', 'webhooks'],
      ['dev-2', 'preview'],
      ['dev', 'preview'],
      ['shop-staging', 'storefront'],
      ['shop', 'search'],
      ['shop', 'storefront'],
    ].map(([project = '', name = '']) => `PATCH ${pathOf(project, name)}`),
  )
  await page.getByRole('button', { name: 'Add to legacy-app/intranet' }).click()
  await expect(page.getByText('All 9 routes of this gateway have the annotation')).toBeVisible()

  await page.getByRole('button', { name: 'Undo all 8' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Routes changed: 8 of 8' })).toBeVisible()
  await expect(page.getByText('8 of 9 routes of this gateway lack the annotation')).toBeVisible()
  expect(await annotationOf(page, 'billing', 'webhooks')).toBeUndefined()
  expect(await annotationOf(page, 'shop', 'checkout')).toBe('true')
})

test('what somebody else changes meanwhile is kept: other parts do not matter, the annotation does', async ({
  page,
  open,
}) => {
  await open(details('tracing'))
  await expect(row(page, 'shop/storefront')).toBeVisible()
  expect(await annotate(page, 'shop', 'storefront', { 'example.com/owner': 'team-a' })).toBe(200)
  expect(await annotate(page, 'shop', 'search', { [KEY]: 'false' })).toBe(200)
  for (const route of ['shop/storefront', 'shop/search'])
    await page.getByRole('checkbox', { name: `Select ${route}` }).check()
  await page.getByRole('button', { name: 'Add to 2 chosen' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Routes changed: 1 of 2' })).toBeVisible()
  await expect(row(page, 'shop/storefront')).toContainText('Added')
  await expect(row(page, 'shop/search')).toContainText(/Refused.*changed or created by somebody else/)
  await expect(row(page, 'shop/search')).toContainText('"false"')
  expect(await annotationOf(page, 'shop', 'search')).toBe('false')

  // Undo gives back the very value that was there.
  await page.getByRole('button', { name: 'Add to shop/search' }).click()
  await expect(row(page, 'shop/search')).toContainText('Added')
  await page.getByRole('button', { name: 'Undo for shop/search' }).click()
  await expect(row(page, 'shop/search')).toContainText('Undone')
  expect(await annotationOf(page, 'shop', 'search')).toBe('false')

  // And not over the head of somebody who has decided since.
  expect(await annotate(page, 'shop', 'storefront', { [KEY]: 'false' })).toBe(200)
  await page.getByRole('button', { name: 'Undo for shop/storefront' }).click()
  await expect(row(page, 'shop/storefront')).toContainText('Refused')
  expect(await annotationOf(page, 'shop', 'storefront')).toBe('false')
})

test('the commands for a terminal are those of the chosen routes', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(details('tracing'))
  await page.getByText('With kubectl, for 8 routes').click()
  await expect(page.getByText('kubectl -n billing annotate ingress invoices webhooks')).toBeVisible()
  for (const route of ['shop/search', 'dev/preview', 'shop/storefront'])
    await page.getByRole('checkbox', { name: `Select ${route}` }).check()
  await page.getByRole('button', { name: 'Copy commands' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `kubectl -n dev annotate ingress preview ${KEY}=true --overwrite\n` +
      `kubectl -n shop annotate ingress search storefront ${KEY}=true --overwrite`,
  )
})

test.describe('when the server refuses', () => {
  test.use({ faults: ['error-500@writes'] })
  test('each route says why, and stays to be tried again', async ({ page, open }) => {
    await open(details('tracing'))
    await page.getByRole('button', { name: 'Choose all 8' }).click()
    await page.getByRole('button', { name: 'Add to 8 chosen' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Routes changed: 0 of 8' })).toBeVisible()
    await expect(page.getByRole('table', { name: table }).getByText('The server refused it (500).')).toHaveCount(8)
    await expect(page.getByRole('button', { name: 'Add to shop/search' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
  })
})

test.describe('with many routes', () => {
  test.use({ scenario: 'many-routes' })
  test('all of them are looked at, and shown in parts', async ({ page, open }) => {
    await open(details('tracing'))
    await expect(page.getByText('158 of 159 routes of this gateway lack the annotation')).toBeVisible()
    await expect(page.getByText('1–20 of 158')).toBeVisible()
    await page.getByRole('button', { name: 'Next routes' }).click()
    await expect(row(page, 'billing/api-021')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Choose all 158' })).toBeVisible()
  })
})

test.describe('without a service mesh', () => {
  test.use({ scenario: 'no-servicemesh' })
  test('it says that tracing cannot be switched on', async ({ page, open }) => {
    await open(details('tracing'))
    await expect(page.getByRole('note').filter({ hasText: 'Tracing is off' })).toContainText('has no service mesh')
  })
})

test.describe('rights', () => {
  test.describe('of whoever may only look', () => {
    test.use({ user: 'clusterviewer' })
    test('the buttons say verb, resource and namespace; the commands can be taken along', async ({ page, open }) => {
      await open(details('tracing'))
      const why = (project: string) =>
        `You need the right “patch ingresses.networking.k8s.io” in the namespace ${project}.`
      await expect(page.getByRole('button', { name: 'Add to shop/search' })).toHaveAccessibleDescription(why('shop'))
      await expect(page.getByRole('button', { name: 'Add to dev/preview' })).toHaveAccessibleDescription(why('dev'))
      await expect(page.getByRole('checkbox', { name: 'Select dev/preview' })).toBeDisabled()
      await expect(page.getByText('With kubectl, for 8 routes')).toBeVisible()
    })
  })

  test.describe('of the administrator of a project', () => {
    test.use({ user: 'projectadmin', scenario: 'both-kinds' })
    test('the routes of the project can be changed', async ({ page, open }) => {
      await open(details('tracing', 'kubesphere-router-shop', 'project'))
      await expect(page.getByText('2 of 3 routes of this gateway lack the annotation')).toBeVisible()
      await page.getByRole('button', { name: 'Add to shop/search' }).click()
      await expect(row(page, 'shop/search')).toContainText('Added')
      expect(await annotationOf(page, 'shop', 'search')).toBe('true')
    })
  })
})

test('it is not cut off at 360 px', async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(details('tracing'))
  await expect(row(page, 'shop/storefront')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
