import { names, openMenu, projectTab, recordLists, row, table } from './project-gateways'
import { expect, expectAccessible, test } from './test'

test.describe('two thousand projects', () => {
  test.use({ scenario: 'many-projects' })

  test('a page comes in the time of one request, and the rest is never fetched', async ({ page, open }) => {
    const lists = recordLists(page)
    await open(projectTab)
    await expect(page.getByText('2000 project gateways')).toBeVisible()
    await expect(page.getByText('1–20 of 2000')).toBeVisible()
    expect(await names(page)).toHaveLength(20)
    await expect(table(page).getByText(/^\d \/ \d$/)).toHaveCount(20)
    // The page, the one after it, the cluster gateway, and the first names for the note: side by side, and no more.
    expect(lists.slice(0, 4).map((list) => [list.get('page'), list.get('limit')])).toEqual(
      expect.arrayContaining([
        ['1', '20'],
        ['21', '1'],
        ['1', '1'],
      ]),
    )
    // Of pages there is only the first.
    const pages = lists.filter((list) => list.get('limit') === '20').map((list) => list.get('page'))
    expect([...new Set(pages)]).toEqual(['1'])
    expect(Math.max(...lists.map((list) => Number(list.get('limit'))))).toBe(20)
    for (const list of lists)
      for (const key of list.keys()) expect(['page', 'limit', 'sortBy', 'ascending', 'name', 'names']).toContain(key)
  })

  test('pages, size, sort and search are asked of the server and stand in the URL', async ({ page, open }) => {
    await open(projectTab)
    await expect(page.getByText('1–20 of 2000')).toBeVisible()
    const first = await names(page)
    expect(first).toEqual([...first].toSorted())

    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page).toHaveURL(/page=2/)
    await expect(page.getByText('21–40 of 2000')).toBeVisible()
    const [next = ''] = await names(page)
    expect([...first, next]).toEqual([...first, next].toSorted())

    await expect(page.getByRole('combobox', { name: 'Per page' }).getByRole('option')).toHaveText([
      '10',
      '20',
      '50',
      '100',
    ])
    const bySize = page.waitForRequest((request) => request.url().includes('limit=50&'))
    await page.getByRole('combobox', { name: 'Per page' }).selectOption('50')
    await bySize
    await expect(page.getByText('1–50 of 2000')).toBeVisible()
    await expect(page).toHaveURL(/limit=50/)
    await expect(page).not.toHaveURL(/page=/)

    const byTime = page.waitForRequest((request) => request.url().includes('sortBy=createTime&ascending=true'))
    await page.getByRole('button', { name: 'Created' }).click()
    await byTime
    await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(async () => (await names(page))[0]).toMatch(/-0001$/)
    await page.getByRole('button', { name: 'Created' }).click()
    await expect(page).toHaveURL(/sort=-createTime/)

    const byName = page.waitForRequest((request) => request.url().includes('name=harbor-api'))
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('harbor-api')
    await byName
    await expect(page).toHaveURL(/name=harbor-api/)
    await expect.poll(async () => (await names(page)).every((name) => name.includes('harbor-api'))).toBe(true)

    const shown = await names(page)
    await page.goto(page.url())
    await expect(page.getByRole('searchbox')).toHaveValue('harbor-api')
    await expect.poll(() => names(page)).toEqual(shown)
  })

  test('what the URL cannot mean is as if it were not there, and a page beyond the last is the last', async ({
    page,
    open,
  }) => {
    await open(projectTab)
    await expect(page.getByText('2000 project gateways')).toBeVisible()
    await page.goto(`${projectTab}?page=x&limit=37&sort=age`)
    await expect(page.getByText('1–20 of 2000')).toBeVisible()
    await page.goto(`${projectTab}?page=999&limit=100`)
    await expect(page.getByText('1901–2000 of 2000')).toBeVisible()
    await expect(page).toHaveURL(/page=20/)
    // All hundred are looked up, though not all of their names fit into one request.
    await expect(table(page).getByText(/^\d \/ \d$/)).toHaveCount(100)
  })

  test('a search that finds nothing says so, and leads back', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('searchbox').fill('nobody')
    await expect(page.getByRole('heading', { name: 'No gateway is named like “nobody”' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect(page.getByText('2000 project gateways')).toBeVisible()
  })

  test('a selection outlives paging, searching and refreshing', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
    await expect(page.getByText('20 gateways selected')).toBeVisible()
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page.getByText('21–40 of 2000')).toBeVisible()
    await table(page).getByRole('checkbox').nth(1).check()
    await expect(page.getByText('21 gateways selected')).toBeVisible()
    await page.getByRole('link', { name: 'Previous page' }).click()
    await expect(page.getByRole('checkbox', { name: 'Select all on this page' })).toBeChecked()
    await page.getByRole('button', { name: 'Clear selection' }).click()
    await expect(page.getByText('2000 project gateways')).toBeVisible()
  })
})

test.describe('both kinds', () => {
  test.use({ scenario: 'both-kinds' })

  test('the cluster gateway is left out of rows, pages and totals, and of a search that matches it', async ({
    page,
    open,
  }) => {
    await open(projectTab)
    await expect(page.getByText('2 project gateways')).toBeVisible()
    expect(await names(page)).toEqual(['kubesphere-router-dev', 'kubesphere-router-shop'])
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    await page.getByRole('searchbox').fill('system')
    await expect(page.getByRole('heading', { name: 'No gateway is named like “system”' })).toBeVisible()
    await page.getByRole('searchbox').fill('kubesphere-router')
    await expect(page.getByText('2 project gateways')).toBeVisible()
  })
})

test.describe('mixed states', () => {
  test.use({ scenario: 'mixed-states' })

  test('every column tells what the server says', async ({ page, open }) => {
    await open(projectTab)
    for (const title of [
      'Name',
      'Project',
      'Status',
      'Access mode',
      'Address',
      'Ports',
      'Replicas',
      'Tracing',
      'Created',
    ])
      await expect(table(page).getByRole('columnheader', { name: title, exact: true })).toBeVisible()
    await expect(row(page, 'shop')).toContainText(/Ready.*NodePort.*192\.168\.\d+\.\d+.*HTTP 3\d{4}.*2 \/ 2.*Off/s)
    await expect(row(page, 'dev')).toContainText(/Degraded \(2 of 3\).*2 \/ 3/s)
    await expect(row(page, 'reports')).toContainText(/Applying.*1 of 2 pods ready/s)
    await expect(row(page, 'shop-staging')).toContainText(/Failed \(UpgradeError\).*failed to download chart/s)
    await expect(row(page, 'empty-proj')).toContainText(/Stopped.*0 \/ 0/s)
    await expect(row(page, 'dev-2')).toContainText('Removing')
    await expect(row(page, 'billing')).toContainText(/LoadBalancer.*Pending/s)
    await expect(row(page, 'payments')).toContainText(/LoadBalancer.*203\.0\.113\.\d+.*HTTP 80.*On/s)
    await expect(row(page, 'legacy-app')).toContainText(/Legacy gateway.*1 wanted.*Unknown/s)
  })

  test('what cannot be chosen says why', async ({ page, open }) => {
    await open(projectTab)
    await expect(page.getByRole('checkbox', { name: 'Select kubesphere-router-dev-2' })).toBeDisabled()
    await openMenu(page, 'dev-2')
    await expect(page.getByRole('menuitem', { name: 'Disable' })).toContainText('It is being removed.')
    await page.keyboard.press('Escape')
    // Its name says media, its scope dev: kapis would act on another gateway.
    await openMenu(page, 'media')
    await expect(page.getByRole('menuitem', { name: 'Disable' })).toContainText('Made by hand')
    await expect(page.getByRole('checkbox', { name: 'Select kubesphere-router-media' })).toBeDisabled()
  })

  test('columns are chosen, and remembered', async ({ page, open }) => {
    await open(projectTab)
    await expect(row(page, 'shop')).toBeVisible()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Ports' }).click()
    const tracing = page.getByRole('menuitemcheckbox', { name: 'Tracing' })
    await tracing.click()
    await expect(tracing).toHaveAttribute('aria-checked', 'false')
    await expect(page.getByRole('columnheader', { name: 'Ports' })).toBeHidden()
    await page.reload()
    await expect(row(page, 'shop')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Tracing' })).toBeHidden()
    await expect(page.getByRole('columnheader', { name: 'Ports' })).toBeHidden()
    await expect(page.getByRole('columnheader', { name: 'Address' })).toBeVisible()
  })

  test('the name leads to the page of the gateway', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('link', { name: 'kubesphere-router-shop', exact: true }).click()
    await expect(page).toHaveURL(/\/gateways\/project\/kubesphere-router-shop\//)
    await expect(page.getByRole('heading', { level: 1, name: 'kubesphere-router-shop' })).toBeVisible()
  })

  test('is accessible, and fits 360 px', async ({ page, open }) => {
    await open(projectTab)
    await expect(row(page, 'shop')).toContainText('2 / 2')
    await expectAccessible(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(row(page, 'shop')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(page)
  })

  test('at 390 px the checkbox, the name and the menu share the first line of a card', async ({ page, open }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(projectTab)
    await expect(row(page, 'shop')).toContainText('2 / 2')
    const card = row(page, 'shop')
    const parts = [
      card.getByRole('checkbox'),
      card.getByRole('link'),
      card.getByRole('button', { name: 'Actions for kubesphere-router-shop' }),
    ]
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
    const middles = boxes.map((box) => (box ? box.y + box.height / 2 : Number.NaN))
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12)
    const lefts = boxes.map((box) => box?.x ?? Number.NaN)
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
    const next = await card.getByText('NodePort', { exact: true }).boundingBox()
    for (const box of boxes) expect(next?.y).toBeGreaterThan((box?.y ?? Number.NaN) + (box?.height ?? 0) - 1)
  })
})

test.describe('in Chinese and dark', () => {
  test.use({ scenario: 'both-kinds' })

  test('table, note and menu are accessible', async ({ page, open }) => {
    await page.addInitScript(() => {
      localStorage.setItem('gateway-console.language', 'zh')
      localStorage.setItem('gateway-console.theme', 'dark')
    })
    await open(projectTab)
    await expect(page.getByText('共 2 个项目网关')).toBeVisible()
    await page.getByRole('checkbox', { name: '选择 kubesphere-router-dev', exact: true }).check()
    await page.getByRole('button', { name: '各应用路由由哪个网关服务' }).click()
    await expect(page.getByRole('cell', { name: 'dev/preview' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'kubesphere-router-dev 的操作' }).click()
    await expect(page.getByRole('menuitem', { name: '禁用' })).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('without any', () => {
  test.use({ scenario: 'empty' })

  test('it is said what a project gateway is for, with a way to enable one', async ({ page, open }) => {
    await open(projectTab)
    await expect(page.getByRole('heading', { name: 'No Project Gateways' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export' })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('button', { name: 'Enable for a Project' }).last().click()
    await expect(page.getByRole('dialog', { name: 'Enable Project Gateway' })).toBeVisible()
  })
})

test.describe('when the list fails', () => {
  test.use({ faults: ['malformed@reads'], scenario: 'both-kinds' })

  test('it is told what and why, with a way to retry', async ({ page, open }) => {
    await open(projectTab)
    const failure = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
    await expect(failure).toContainText('not valid JSON')
    await expect(failure.getByRole('button', { name: 'Retry' })).toBeVisible()
  })
})
