import type { Page, Request } from '@playwright/test'
import { fact } from './actions'
import { REQUESTS, figure, isNow, isRange, legend, monitors, more, query, see, PATH } from './monitoring'
import { expect, expectAccessible, test } from './test'

test.describe('refreshing by itself', () => {
  /** Lets time pass until both are asked for anew. Gives the question for the range. */
  const refreshed = async (page: Page, milliseconds: number): Promise<Request> => {
    const both = Promise.all([page.waitForRequest(isRange), page.waitForRequest(isNow)])
    await page.clock.fastForward(milliseconds)
    const [range] = await both
    return range
  }
  /** How often each is asked for from now on. */
  const countOf = (page: Page) => {
    const asked: Request[] = []
    page.on('request', (request) => asked.push(request))
    return () => ({ now: asked.filter(isNow).length, range: asked.filter(isRange).length })
  }

  test('asks for new points only, and not at all while the page is hidden', async ({ page, open }) => {
    await page.clock.install()
    await see(page, open, 'range=10m&refresh=5s')
    const [before, after] = [query(await page.waitForRequest(isRange)), query(await refreshed(page, 6000))]
    expect(Number(after.get('start'))).toBeGreaterThanOrEqual(Number(before.get('end')))
    expect(Number(after.get('end')) - Number(after.get('start'))).toBeLessThanOrEqual(30)

    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }, state)
    await show('hidden')
    const asked = countOf(page)
    await page.clock.fastForward(60_000)
    const again = [page.waitForRequest(isRange), page.waitForRequest(isNow)]
    await show('visible')
    await Promise.all(again)
    // Once, because it is seen again; questions of the minute before would have been sent before these.
    expect(asked()).toEqual({ now: 1, range: 1 })
  })

  test('is as often as chosen, is in the link, and can be done by hand', async ({ page, open }) => {
    await page.clock.install()
    await see(page, open)
    const often = page.getByRole('combobox', { name: 'Auto refresh' })
    await often.selectOption('10 seconds')
    await expect(page).toHaveURL(/refresh=10s/)
    await refreshed(page, 11_000)
    await often.selectOption('Off')
    await expect(page).toHaveURL(/refresh=off/)
    const asked = countOf(page)
    await page.clock.fastForward(40_000)
    const byHand = [page.waitForRequest(isRange), page.waitForRequest(isNow)]
    await page.getByRole('button', { name: 'Refresh now' }).click()
    await Promise.all(byHand)
    expect(asked()).toEqual({ now: 1, range: 1 })
  })
})

test.describe('no traffic', () => {
  test.use({ scenario: 'no-traffic' })
  test('is said, and is not zero percent', async ({ page, open }) => {
    await see(page, open)
    await expect(fact(page, 'Total requests')).toHaveText('No traffic')
    await expect(fact(page, 'P99 latency')).toHaveText('No traffic')
    await expect(page.getByText('0%')).toHaveCount(0)
    await expect(figure(page, REQUESTS).getByText('No traffic in this time').last()).toBeVisible()
    await expect(figure(page, 'Connections')).toHaveAccessibleDescription(/Connections: mean \d/)
  })
})

test.describe('values that are no numbers', () => {
  test.use({ scenario: 'metric-nan' })
  test('are no traffic, and gaps in the lines', async ({ page, open }) => {
    await see(page, open)
    await expect(fact(page, 'P99 latency')).toHaveText('No traffic')
    await expect(fact(page, 'Total requests')).toHaveText(/^[\d,]+$/)
    await more(page, 'Latency', 'View as table')
    const cells = page.getByRole('table', { name: 'Values of Latency' }).getByRole('cell')
    await expect(cells.filter({ hasText: '–' })).not.toHaveCount(0)
    await expect(cells.filter({ hasText: /^0 ms$/ })).toHaveCount(0)
  })
})

test.describe('one metric that fails', () => {
  test.use({ scenario: 'one-metric-failing' })
  test('says so alone, and the rest stays', async ({ page, open }) => {
    await see(page, open)
    await expect(fact(page, 'P99 latency')).toContainText('Not available')
    await expect(fact(page, 'P99 latency')).toContainText('too many samples')
    await expect(fact(page, 'P95 latency')).toHaveText(/ms$/)
    const latency = figure(page, 'Latency')
    await expect(latency.getByRole('note')).toContainText('P99 latency could not be read.')
    await expect(latency).toHaveAccessibleDescription(/P95: mean \d.*P99: no values/)
    await expect(figure(page, 'Connections').getByRole('note')).toHaveCount(0)
  })
})

test.describe('Prometheus down', () => {
  test.use({ scenario: 'prometheus-down' })
  test('is told once, with the reason and when the next try is', async ({ page, open }) => {
    await see(page, open)
    await expect(page.getByText('connection refused')).toHaveCount(1)
    const alert = page.getByRole('alert').filter({ hasText: 'The metrics could not be read.' })
    await expect(alert).toContainText('connection refused')
    await expect(page.getByText('Not available')).toHaveCount(9)
    await expect(page.getByRole('figure').getByText('Nothing could be read for this time')).toHaveCount(10)
    await expect(page.getByText('The next try is in about 30 seconds.')).toBeVisible()
    await expect(page.getByText(/^Nothing could be read since /)).toBeVisible()
    // Not known is something else than none.
    await expect(page.getByText('No traffic')).toHaveCount(0)
    const again = [page.waitForRequest(isRange), page.waitForRequest(isNow)]
    await alert.getByRole('button', { name: 'Retry' }).click()
    await Promise.all(again)
  })
})

test.describe('a server whose clock is behind', () => {
  test.use({ scenario: 'clock-skew' })
  test('is asked in its own time, and it is said', async ({ page, open }) => {
    const asked = page.waitForRequest(isNow)
    await see(page, open)
    const behind = Date.now() / 1000 - Number(query(await asked).get('time'))
    expect(Math.round(behind / 60)).toBe(7)
    await expect(page.getByRole('note').filter({ hasText: 'clock is 7 minutes behind' })).toBeVisible()
    await expect(fact(page, 'Total requests')).toHaveText(/^[\d,]+$/)
  })
})

test.describe('a young gateway', () => {
  test.use({ scenario: 'lb-pending' })
  test('has a mark where it was created, and nothing before', async ({ page, open }) => {
    await see(page, open, 'range=2h')
    await expect(figure(page, REQUESTS).getByText('Gateway created')).toBeVisible()
    await more(page, 'Connections', 'View as table')
    const rows = page.getByRole('table', { name: 'Values of Connections' }).getByRole('row')
    await expect(rows.last().getByRole('cell')).toHaveText('–')
  })
})

test.describe('a project gateway', () => {
  test.use({ scenario: 'both-kinds' })
  test('is asked about its own project', async ({ page, open }) => {
    const asked = page.waitForRequest(isNow)
    await open('/clusters/default/gateways/project/kubesphere-router-shop/monitors')
    const request = await asked
    expect(request.url()).toContain(`${PATH}shop/ingresses`)
    expect(query(request).get('job')).toBe('kubesphere-router-shop-metrics')
    await expect(legend(page, REQUESTS).getByRole('button')).toHaveCount(3)
    await expect(legend(page, REQUESTS).getByRole('button', { name: /^shop\/checkout / })).toBeVisible()
  })
})

for (const { language, theme } of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] as const) {
  test(`is accessible in ${language}, ${theme}, and fits into 360 px`, async ({ page, open }) => {
    await page.addInitScript(
      ([chosenLanguage, chosenTheme]) => {
        localStorage.setItem('gateway-console.language', chosenLanguage)
        localStorage.setItem('gateway-console.theme', chosenTheme)
      },
      [language, theme] as const,
    )
    await open(monitors)
    await expect(page.getByRole('slider')).toHaveCount(5)
    await expectAccessible(page)
    await page.getByRole('slider').first().focus()
    await page.getByRole('slider').first().press('Home')
    await expectAccessible(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(page.getByRole('slider').first()).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}

test('on paper there are the numbers and the lines, dark on light, and nothing to click', async ({ page, open }) => {
  await page.addInitScript(() => localStorage.setItem('gateway-console.theme', 'dark'))
  await see(page, open)
  const lightness = () =>
    fact(page, 'Total requests')
      .locator('span')
      .evaluate((value) => {
        const [red = 0, green = 0, blue = 0] = getComputedStyle(value).color.match(/\d+/g)?.map(Number) ?? []
        return (red + green + blue) / 3
      })
  expect(await lightness()).toBeGreaterThan(200)
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  expect(await lightness()).toBeLessThan(60)
  for (const name of ['Edit', 'More', 'Refresh now', `More for ${REQUESTS}`])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Resource Status' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Gateway Settings' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Over the last' })).toBeHidden()
  await expect(page.getByText('Over the last 10 minutes')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Range' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Platform' })).toBeHidden()
  await expect(page.getByText(/^Range: .* – .*$/)).toBeVisible()
  await expect(fact(page, 'Total requests')).toBeVisible()
  await expect(figure(page, 'Latency')).toBeVisible()
})
