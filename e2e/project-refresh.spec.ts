import type { Page } from '@playwright/test'
import { asSomebodyElse, readFromServer } from './actions'
import { names, projectTab, recordLists, row, table } from './project-gateways'
import { expect, test } from './test'

/** The window goes out of sight, or comes back. */
const turn = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((next) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => next })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

test.describe('mixed states', () => {
  test.use({ scenario: 'mixed-states' })

  test('rows follow what others do, with the interval told, and the selection stays', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('checkbox', { name: 'Select kubesphere-router-shop', exact: true }).check()
    await expect(page.getByText('Refreshed every 2 seconds while this window is seen')).toBeVisible()
    await expect(row(page, 'payments')).toContainText('1 / 1')
    await page.evaluate(async () => {
      const session: { accessToken: string } = JSON.parse(sessionStorage.getItem('gateway-console.session') ?? '{}')
      const path = '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways'
      await fetch(`${path}/kubesphere-router-payments`, {
        method: 'PATCH',
        headers: {
          Authorization: `Bearer ${session.accessToken}`,
          'Content-Type': 'application/merge-patch+json',
        },
        body: JSON.stringify({ spec: { deployment: { replicas: 3 } } }),
      })
    })
    await expect(row(page, 'payments')).toContainText('3 / 3')
    await expect(row(page, 'payments')).toContainText('Ready')
    await expect(page.getByRole('checkbox', { name: 'Select kubesphere-router-shop', exact: true })).toBeChecked()
    await expect(page.getByText('1 gateway selected')).toBeVisible()
  })

  test('a hidden window asks for nothing', async ({ page, open }) => {
    await page.clock.install()
    await open(projectTab)
    await expect(row(page, 'shop')).toContainText('2 / 2')
    const lists = recordLists(page)
    await turn(page, 'hidden')
    // What was on its way is let through; a request of our own says that every one before it has been seen.
    await page.clock.runFor(5_000)
    await readFromServer(page, '/kapis/version')
    expect(lists.length).toBeLessThanOrEqual(3)
    const before = lists.length
    await page.clock.runFor(60_000)
    await readFromServer(page, '/kapis/version')
    expect(lists.length).toBe(before)
    await turn(page, 'visible')
    await page.clock.runFor(10_000)
    await expect.poll(() => lists.length).toBeGreaterThan(before)
  })

  test('the cluster gateway on a page leaves no gap: the one after the page moves up', async ({ page, open }) => {
    await open(projectTab)
    await expect(page.getByText('1–10 of 10')).toBeVisible()
    const namespace = 'kubesphere-controls-system'
    const created = await asSomebodyElse(
      page,
      'POST',
      `/apis/gateway.kubesphere.io/v1alpha1/namespaces/${namespace}/gateways`,
      {
        apiVersion: 'gateway.kubesphere.io/v1alpha1',
        kind: 'Gateway',
        metadata: { name: 'kubesphere-router-kubesphere-system', namespace },
        spec: { deployment: { replicas: 1 }, service: { type: 'NodePort' } },
      },
    )
    expect(created).toBe(201)
    await page.goto(`${projectTab}?limit=10`)
    await expect(page.getByText('10 project gateways')).toBeVisible()
    await expect(page.getByText('Two kinds of gateways are enabled')).toBeVisible()
    await expect(page.getByText('1–10 of 10')).toBeVisible()
    const shown = await names(page)
    expect(shown).toHaveLength(10)
    expect(shown.at(-1)).toBe('kubesphere-router-shop-staging')
    expect(shown).not.toContain('kubesphere-router-kubesphere-system')
    await expect(page.getByRole('link', { name: 'Page 2' })).toHaveCount(0)
  })
})

test.describe('a page that stays as it is', () => {
  test.use({ scenario: 'many-projects' })

  test('does not move while it is refreshed', async ({ page, open }) => {
    await page.clock.install()
    await open(projectTab)
    await expect(page.getByText('Refreshed every 10 seconds')).toBeVisible()
    await expect(table(page).getByText(/^\d \/ \d$/)).toHaveCount(20)
    const boxes = () =>
      table(page)
        .getByRole('row')
        .evaluateAll((rows) => rows.map((each) => JSON.stringify(each.getBoundingClientRect())))
    const before = await boxes()
    // Every state in between counts, however short it is.
    const places = await page.evaluateHandle(() => {
      const seen = new Set<string>()
      const look = () => seen.add(JSON.stringify(document.querySelector('table')?.getBoundingClientRect()))
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
      look()
      return seen
    })
    for (const path of ['/gateways', '/deployments', '/gateways', '/deployments']) {
      const answer = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith(path))
      await page.clock.runFor(path === '/gateways' ? 10_000 : 0)
      await answer
    }
    await readFromServer(page, '/kapis/version')
    expect(await places.evaluate((seen) => seen.size)).toBe(1)
    expect(await boxes()).toEqual(before)
  })
})
