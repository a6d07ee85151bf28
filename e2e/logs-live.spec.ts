import { expect } from '@playwright/test'
import { CLUSTER_GATEWAY, saveEdit, settings } from './actions'
import { expectEndInView, isLog, list, logs, pods, rows, shownCount } from './logs'
import { test } from './test'

test.describe('live', () => {
  test.use({ scenario: 'logging-off' })

  test('every pod is streamed with timestamps, from where one chose', async ({ page, open }) => {
    const asked: URL[] = []
    page.on('request', (request) => {
      if (isLog(request.url())) asked.push(new URL(request.url()))
    })
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    await expect(pods(page).getByRole('button', { name: /Streaming$/ })).toHaveCount(2)
    const [first] = asked
    expect(Object.fromEntries(first?.searchParams ?? [])).toMatchObject({
      container: 'controller',
      follow: 'true',
      timestamps: 'true',
      tailLines: '100000',
      sinceSeconds: '300',
    })
    expect(new Set(asked.map((url) => url.pathname.split('/').at(-2))).size).toBe(2)

    const hour = page.waitForRequest((request) => isLog(request.url()) && request.url().includes('sinceSeconds=3600'))
    await page.getByLabel('Since').selectOption('1 hour')
    await hour
    const all = page.waitForRequest((request) => isLog(request.url()) && !request.url().includes('since'))
    await page.getByLabel('Since').selectOption('Everything')
    await all
    await expect(page).toHaveURL(/since=all/)
  })

  test('lines of all pods are in the order of time, and new ones come at the end by themselves', async ({
    page,
    open,
  }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    const before = await shownCount(page)
    await expect.poll(() => shownCount(page)).toBeGreaterThan(before + 1)
    const stamps = await list(page).getByRole('time').allTextContents()
    expect(stamps.length).toBeGreaterThan(10)
    expect(stamps.toSorted()).toEqual(stamps)
    await expectEndInView(page)
  })

  test('pods are told apart by name and colour, and can be chosen', async ({ page, open }) => {
    await open(logs)
    const chips = pods(page).getByRole('button', { name: /Streaming$/ })
    await expect(chips).toHaveCount(2)
    const names = (await chips.allTextContents()).map((text) => text.replace('Streaming', '').slice(-5))
    const colours = await Promise.all(
      names.map((name) =>
        rows(page)
          .getByText(name, { exact: true })
          .first()
          .evaluate((element) => getComputedStyle(element).color),
      ),
    )
    expect(new Set(colours).size).toBe(2)
    const [chosen = '', other = ''] = names
    await pods(page)
      .getByRole('button', { name: new RegExp(chosen) })
      .click()
    await expect(rows(page).getByText(other, { exact: true })).toHaveCount(0)
    await expect(rows(page).getByText(chosen, { exact: true }).first()).toBeVisible()
    await expect(page).toHaveURL(/pods=kubesphere-router/)
    await pods(page).getByRole('button', { name: 'All pods' }).click()
    await expect(rows(page).getByText(other, { exact: true }).first()).toBeVisible()
  })

  test('pause keeps collecting and says how many wait', async ({ page, open }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    const before = await shownCount(page)
    await expect(page.getByText(/New lines waiting: [2-9]/)).toBeVisible()
    expect(await shownCount(page)).toBe(before)
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect.poll(() => shownCount(page)).toBeGreaterThan(before)
    await expect(page.getByText(/New lines waiting/)).toBeHidden()
  })

  test('following ends when one scrolls up, and begins again at the end', async ({ page, open }) => {
    await open(logs)
    const following = page.getByRole('button', { name: 'Following' })
    await expect(following).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
    await list(page).hover()
    await page.mouse.wheel(0, -900)
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
    const read = await list(page).getByRole('time').nth(12).textContent()
    const before = await shownCount(page)
    await expect.poll(() => shownCount(page)).toBeGreaterThan(before + 1)
    await expect(list(page).getByText(read ?? '', { exact: true })).toBeInViewport()
    await page.mouse.wheel(0, 100_000)
    await expect(following).toBeVisible()
    await expectEndInView(page)
  })

  test('pods that come join, pods that go leave', async ({ page, open }) => {
    await open(logs)
    await expect(pods(page).getByRole('button', { name: /Streaming$/ })).toHaveCount(2)
    await page.getByRole('button', { name: 'Edit' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('3')
    await saveEdit(dialog)
    await expect(dialog).toBeHidden()
    await expect(pods(page).getByRole('button', { name: /Streaming$/ })).toHaveCount(3)
    await page.getByRole('button', { name: 'Edit' }).click()
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('1')
    await saveEdit(dialog)
    await expect(pods(page).getByRole('button', { name: /Streaming$/ })).toHaveCount(1)
    expect(await shownCount(page)).toBeGreaterThan(100)
  })

  test('a log format of the gateway’s own becomes columns and facets', async ({ page, open }) => {
    await open(`${settings}/${CLUSTER_GATEWAY}/gateway-configs`)
    await page.getByRole('button', { name: 'Edit' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add option' }).click()
    await dialog
      .getByRole('combobox', { name: /^Option \d+ key$/ })
      .last()
      .fill('log-format-upstream')
    await dialog
      .getByRole('textbox', { name: /^Option \d+ value$/ })
      .last()
      .fill('$host|$request_method|$request_uri|$status|$request_time')
    await saveEdit(dialog)
    await expect(dialog).toBeHidden()
    await page.getByRole('link', { name: 'Gateway Logs' }).click()
    const hosts = page.getByRole('region', { name: 'Host' })
    await expect(hosts.getByRole('button', { name: /^shop\.example\.com: \d/ })).toBeVisible()
    await hosts.getByRole('button', { name: /^billing\.example\.com/ }).click()
    await page.getByLabel('Layout').selectOption('Columns')
    await expect(rows(page).first()).toContainText('billing.example.com')
    await expect(rows(page).getByText('shop.example.com')).toHaveCount(0)

    // One without a status has no columns, which is told.
    await page.getByRole('link', { name: 'Configuration Options' }).click()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await dialog
      .getByRole('textbox', { name: /^Option \d+ value$/ })
      .last()
      .fill('$remote_addr $host')
    await saveEdit(dialog)
    await expect(dialog).toBeHidden()
    await page.getByRole('link', { name: 'Gateway Logs' }).click()
    await expect(page.getByText('The access log format of this gateway has no status')).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
  })
})
