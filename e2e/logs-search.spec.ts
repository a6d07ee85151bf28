import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { CLUSTER_GATEWAY } from './actions'
import { expectEndInView, list, logs, rows } from './logs'
import { test } from './test'

const isSearch = (url: string) => /\/gateways\/[^/]+\/logs\?/.test(url)
const form = (page: Page): Locator => page.getByRole('search', { name: 'Search' })
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams)

async function openSearch(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open(logs)
  await page.getByRole('group', { name: 'Source' }).getByRole('button', { name: 'Search' }).click()
}

/** Where the browser has no access to files, an export is an ordinary download that a test can read. */
const withoutFileAccess = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))

test.describe('with the logging module', () => {
  test.use({ scenario: 'logging-on' })

  test('the newest 50 of the last hour come first, the total is told, older ones come by scrolling up', async ({
    page,
    open,
  }) => {
    const asked = page.waitForRequest((request) => isSearch(request.url()))
    await openSearch(page, open)
    const query = queryOf((await asked).url())
    expect(query).toMatchObject({ container_query: 'controller', from: '0', size: '50', sort: 'desc' })
    expect(Number(query['end_time']) - Number(query['start_time'])).toBe(3600)
    await expect(page.getByText(/Lines found: 3,\d{3}/)).toBeVisible()
    await expect(page.getByText('loaded: 50')).toBeVisible()
    await expectEndInView(page)
    const newest = await list(page).getByRole('time').last().textContent()

    const older = page.waitForRequest((request) => isSearch(request.url()) && request.url().includes('from=50'))
    await list(page).hover()
    await page.mouse.wheel(0, -5_000)
    expect(queryOf((await older).url())).toMatchObject({ end_time: query['end_time'], size: '50' })
    await expect(page.getByText(/loaded: [12]\d\d/)).toBeVisible()
    await page.mouse.wheel(0, 100_000)
    await expect(list(page).getByText(newest ?? '', { exact: true })).toBeInViewport()
  })

  test('what one reads stays in place while older lines come before it', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(page.getByText('loaded: 50')).toBeVisible()
    const oldest = await list(page)
      .getByRole('time')
      .evaluateAll((times) => times.map((time) => time.textContent ?? '').toSorted()[0])
    await list(page).hover()
    await page.mouse.wheel(0, -5_000)
    await expect(page.getByText('loaded: 100')).toBeVisible()
    expect(oldest).toBeDefined()
    await expect(list(page).getByText(oldest ?? '', { exact: true })).toBeInViewport()
  })

  test('a line far up can be linked to, and left for the newest ones', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(page.getByText('loaded: 50')).toBeVisible()
    await list(page).hover()
    await page.mouse.wheel(0, -5_000)
    await expect(page.getByText('loaded: 100')).toBeVisible()
    await page.mouse.wheel(0, -5_000)
    await expect(page.getByText('loaded: 150')).toBeVisible()
    await list(page)
      .getByRole('button', { name: /^Unfold/ })
      .first()
      .click()
    const opened = rows(page).filter({ has: page.getByRole('button', { name: /^Fold/ }) })
    const text = await opened.getByRole('definition').first().textContent()
    await expect(page).toHaveURL(/line=/)
    const { searchParams } = new URL(page.url())
    const second = Math.floor(Number(searchParams.get('line')?.split('@')[1]?.split('.')[0]) / 1_000_000)
    const asked = page.waitForRequest((request) => isSearch(request.url()))
    await page.reload()
    const query = queryOf((await asked).url())
    expect([query['start_time'], query['end_time']]).toEqual([String(second + 1 - 3600), String(second + 1)])
    await expect(opened.getByText(text ?? '')).toBeInViewport()
    const newest = page.waitForRequest((request) => isSearch(request.url()))
    await page.getByRole('button', { name: 'Show the newest lines' }).click()
    expect(Number(queryOf((await newest).url())['end_time'])).toBeGreaterThan(second + 60)
    await expect(page.getByText('These are the lines up to the one that the link points at.')).toBeHidden()
    await expect(page.getByText('loaded: 50')).toBeVisible()
    await expect(page).not.toHaveURL(/line=/)
    await expectEndInView(page)
  })

  test('keywords, pod and time range are asked of the server and are in the address', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(rows(page).first()).toBeVisible()
    const words = page.waitForRequest((request) => isSearch(request.url()) && request.url().includes('log_query'))
    await form(page).getByLabel('Keywords').fill('/login,/healthz')
    await form(page).getByRole('button', { name: 'Search logs' }).click()
    expect(queryOf((await words).url())['log_query']).toBe('/login,/healthz')
    await expect(rows(page).first()).toBeVisible()
    await expect(rows(page).filter({ hasNotText: /\/login|\/healthz/ })).toHaveCount(0)

    const podRequest = page.waitForRequest((request) => isSearch(request.url()) && request.url().includes('pod_query'))
    const option = form(page).getByLabel('Pod').getByRole('option').nth(1)
    const pod = (await option.getAttribute('value')) ?? ''
    await form(page).getByLabel('Pod').selectOption(pod)
    expect(queryOf((await podRequest).url())['pod_query']).toBe(pod)

    const day = page.waitForRequest((request) => {
      const { start_time: from, end_time: to } = queryOf(request.url())
      return isSearch(request.url()) && Number(to) - Number(from) === 86_400
    })
    await form(page).getByLabel('Time range').selectOption('Last 24 hours')
    await day
    const { searchParams } = new URL(page.url())
    expect([searchParams.get('q'), searchParams.get('pod'), searchParams.get('range')]).toEqual([
      '/login,/healthz',
      pod,
      '24h',
    ])
    await page.reload()
    await expect(form(page).getByLabel('Keywords')).toHaveValue('/login,/healthz')
    await expect(rows(page).first()).toBeVisible()
  })

  test('a range between two moments is asked for as it is', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(rows(page).first()).toBeVisible()
    await form(page).getByLabel('Time range').selectOption('From … to …')
    await expect(page).toHaveURL(/range=\d+-\d+/)
    const from = new Date(Date.now() - 1_200_000).toISOString().slice(0, 16)
    const asked = page.waitForRequest(
      (request) => isSearch(request.url()) && request.url().includes(`start_time=${Date.parse(`${from}Z`) / 1000}`),
    )
    await form(page).getByLabel('From').fill(from)
    await form(page).getByLabel('From').blur()
    await asked
    await expect(page.getByText(/Lines found: 1,\d{3}/)).toBeVisible()
  })

  test('a refresh every 5 seconds brings new lines and keeps the chosen range', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(page.getByText('loaded: 50')).toBeVisible()
    await form(page).getByLabel('Refresh').selectOption('Every 5 s')
    const asked = await page.waitForRequest((request) => isSearch(request.url()))
    const query = queryOf(asked.url())
    expect(Number(query['end_time']) - Number(query['start_time'])).toBe(3600)
    await expect(page.getByText(/loaded: (5[1-9]|[6-9]\d)/)).toBeVisible()
    await expect(form(page).getByLabel('Time range')).toHaveValue('1h')
    await expectEndInView(page)
    const texts = await list(page).getByRole('time').allTextContents()
    expect(texts.toSorted()).toEqual(texts)
  })

  test('nothing found is told', async ({ page, open }) => {
    await openSearch(page, open)
    await form(page).getByLabel('Keywords').fill('zzzzz')
    await form(page).getByLabel('Keywords').press('Enter')
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  })

  test('an export has the same filters, and all of the lines', async ({ page, open }) => {
    await withoutFileAccess(page)
    await openSearch(page, open)
    await form(page).getByLabel('Keywords').fill('/login')
    await form(page).getByLabel('Keywords').press('Enter')
    await expect(page).toHaveURL(/q=/)
    const pod = (await form(page).getByLabel('Pod').getByRole('option').nth(1).getAttribute('value')) ?? ''
    await form(page).getByLabel('Pod').selectOption(pod)
    await expect(page).toHaveURL(/pod=/)
    const total = page.getByText(/Lines found: \d{3}$/)
    await expect(total).toBeVisible()
    const found = Number(/\d+$/.exec((await total.textContent()) ?? '')?.[0])
    const asked = page.waitForRequest(
      (request) => isSearch(request.url()) && request.url().includes('operation=export'),
    )
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const url = (await asked).url()
    expect(queryOf(url)).toMatchObject({ log_query: '/login', container_query: 'controller', pod_query: pod })
    expect(url).toContain(`/gateways/${CLUSTER_GATEWAY}/logs?`)
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n')
    expect(Math.abs(lines.length - found)).toBeLessThan(10)
    expect(lines.every((line) => line.includes('/login'))).toBe(true)
    await expect(page.getByText('Logs exported')).toBeVisible()
  })

  test('an export is written to a file on disk where the browser can', async ({ page, open }) => {
    await page.addInitScript(() => {
      const written = { bytes: 0, writes: 0, closed: false }
      Object.assign(window, {
        written,
        showSaveFilePicker: () =>
          Promise.resolve({
            createWritable: () =>
              Promise.resolve({
                write: (part: Uint8Array) => {
                  written.bytes += part.length
                  written.writes += 1
                  return Promise.resolve()
                },
                close: () => Promise.resolve(void (written.closed = true)),
                abort: () => Promise.resolve(),
              }),
          }),
      })
    })
    await openSearch(page, open)
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('Logs exported')).toBeVisible()
    const read = page.evaluate((): { bytes: number; writes: number; closed: boolean } => Reflect.get(window, 'written'))
    const { bytes, writes, closed } = await read
    expect(closed).toBe(true)
    expect(bytes).toBeGreaterThan(100_000)
    // Part by part while it comes.
    expect(writes).toBeGreaterThan(1)
  })
})

test.describe('an export of many lines', () => {
  test.use({ scenario: 'busy-logs' })
  test('tells its progress and can be cancelled', async ({ page, open }) => {
    await withoutFileAccess(page)
    await openSearch(page, open)
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('button', { name: 'Export' }).click()
    const progress = page.getByRole('progressbar', { name: 'Export' })
    await expect(page.getByText(/Exporting: \d[\d.]* MB · [1-9][\d,]* of about [\d,]+ lines/)).toBeVisible()
    await expect(progress).toBeVisible()
    await expect(page.getByText('This browser keeps it in memory until it is complete.')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel export' }).click()
    await expect(progress).toBeHidden()
    await expect(page.getByRole('button', { name: 'Export' })).toBeEnabled()
    await expect(page.getByText('Logs exported')).toBeHidden()
  })
})

test.describe('without the logging module', () => {
  test.use({ scenario: 'logging-off' })
  test('the search says so and offers the live logs', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(page.getByRole('heading', { name: 'The logging module is off' })).toBeVisible()
    await page.getByRole('button', { name: 'See live logs' }).click()
    await expect(rows(page).first()).toBeVisible()
    await expect(page).not.toHaveURL(/mode=search/)
  })
})

test.describe('on a member cluster', () => {
  test.use({ scenario: 'multicluster' })
  test('only the answer tells that the logging module is off', async ({ page, open }) => {
    const asked = page.waitForRequest((request) => isSearch(request.url()))
    await openSearch(page, () => open(logs.replace('/default/', '/member-east/')))
    expect((await asked).url()).toContain('/clusters/member-east/')
    await expect(page.getByRole('heading', { name: 'The logging module is off' })).toBeVisible()
    await page.getByRole('button', { name: 'See live logs' }).click()
    await expect(rows(page).first()).toBeVisible()
  })
})

test.describe('a search that fails', () => {
  test.use({ scenario: 'logging-on' })
  test('is told, and can be tried again', async ({ page, open }) => {
    await openSearch(page, open)
    await expect(rows(page).first()).toBeVisible()
    await page.goto(`${logs}?mode=search&fault=error-500@reads`)
    const failure = page.getByRole('alert').first()
    await expect(failure.getByRole('button', { name: 'Retry' })).toBeVisible()
  })
})
