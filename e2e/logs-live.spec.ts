import { expect, type Locator, type Page } from '@playwright/test'
import { CLUSTER_GATEWAY, saveEdit, settings } from './actions'
import { expectAccessible, test } from './test'

const logs = `${settings}/${CLUSTER_GATEWAY}/logs`
const list = (page: Page): Locator => page.getByRole('log', { name: 'Log lines' })
const rows = (page: Page): Locator => list(page).getByRole('listitem')

/** The list shows its last line, once the page is scrolled to the list. */
async function expectEndInView(page: Page): Promise<void> {
  await list(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(rows(page).last()).toBeInViewport()
}

const counts = (page: Page): Locator => page.getByText(/^Lines: /)
const pods = (page: Page): Locator => page.getByRole('group', { name: 'Pods' })
const isLog = (url: string) => /\/pods\/[^/]+\/log\?/.test(url)

/** How many lines the viewer says it shows. */
const shownCount = async (page: Page): Promise<number> =>
  Number(/Lines: ([\d,]+)/.exec((await counts(page).textContent()) ?? '')?.[1]?.replaceAll(',', ''))

/** Opens the tab with more parameters than the world's. */
async function openWith(page: Page, open: (path: string) => Promise<void>, query: string): Promise<void> {
  await open(logs)
  await page.goto(`${logs}?${query}`)
  await expect(rows(page).first()).toBeVisible()
}

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
  })
})

test.describe('many pods', () => {
  test.use({ scenario: 'busy-logs' })

  test('six connections are never taken, the rest is polled, and the screen says so', async ({ page, open }) => {
    const followed = new Set<string>()
    page.on('request', (request) => {
      if (isLog(request.url()) && request.url().includes('follow=true')) followed.add(request.url())
    })
    await open(logs)
    await expect(
      page.getByText(
        '5 pods are streamed; 3 more are asked every 3 s, because a browser keeps at most six connections.',
      ),
    ).toBeVisible()
    await expect(pods(page).getByRole('button', { name: /Streaming$/ })).toHaveCount(5)
    await expect(pods(page).getByRole('button', { name: /Asked every 3 s$/ })).toHaveCount(3)
    expect(followed.size).toBe(5)
    const again = await page.waitForRequest((request) => isLog(request.url()) && request.url().includes('sinceTime='))
    expect(again.url()).not.toContain('follow')
  })

  test('a cap on the kept lines is on the screen', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByText('The newest 1,000,000 are kept.')).toBeVisible()
  })
})

test.describe('log-stream-drops', () => {
  test.use({ scenario: 'log-stream-drops' })

  test('a stream that breaks goes on without gap or repeat', async ({ page, open }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    const resumed: string[] = []
    page.on('request', (request) => {
      if (isLog(request.url()) && request.url().includes('sinceTime=')) resumed.push(request.url())
    })
    await expect.poll(() => resumed.length).toBeGreaterThan(3)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download' }).click()
    await page.getByRole('menuitem', { name: 'Shown lines as text' }).click()
    const stream = await (await download).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    const lines = Buffer.concat(chunks).toString().trim().split('\n')
    expect(new Set(lines).size).toBe(lines.length)
    // Two pods write a line every 200 ms each: a gap would be seconds long.
    for (const pod of new Set(lines.map((line) => line.split(' ')[1]))) {
      const times = lines
        .filter((line) => line.includes(` ${pod} `))
        .map((line) => Date.parse(line.split(' ')[0] ?? ''))
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
      expect(Math.max(...gaps)).toBeLessThan(401)
    }
    // Every line is whole: none ends in the middle.
    expect(lines.filter((line) => line.includes(' - - [')).every((line) => / [\da-f]{32}$/.test(line))).toBe(true)
  })
})

test.describe('restarted-pod', () => {
  test.use({ scenario: 'restarted-pod' })

  test('the log of the container before the restart can be read', async ({ page, open }) => {
    await open(logs)
    const previous = page.getByRole('checkbox', { name: 'Before the last restart' })
    await expect(previous).toBeEnabled()
    await page.getByLabel('Since').selectOption('Everything')
    const asked = page.waitForRequest((request) => isLog(request.url()) && request.url().includes('previous=true'))
    await previous.check()
    expect((await asked).url()).not.toContain('follow')
    await expect(pods(page).getByRole('button', { name: /Complete$/ })).toHaveCount(1)
    await expect(rows(page).getByText('NGINX Ingress controller')).toBeVisible()
    await expect(page).toHaveURL(/previous=1/)
    await expect(page.getByRole('button', { name: 'Pause' })).toBeHidden()
  })
})

test.describe('without a restart', () => {
  test.use({ scenario: 'logging-off' })
  test('there is no log before it', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByRole('checkbox', { name: 'Before the last restart' })).toBeDisabled()
  })
})

test.describe('quiet-logs', () => {
  test.use({ scenario: 'quiet-logs' })
  test('nothing written is told, and what was written before is there when wanted', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByText('Nothing was written in the chosen time.')).toBeVisible()
    await page.getByLabel('Since').selectOption('Everything')
    await expect(rows(page).getByText('NGINX Ingress controller')).toBeVisible()
  })
})

test.describe('a log that cannot be read', () => {
  test.use({ scenario: 'logging-off', faults: ['dropped@reads'] })
  test('is told with a way to retry', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByRole('alert').getByRole('button', { name: 'Retry' }).first()).toBeVisible()
  })
})

for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ scenario: 'logging-on' })
    test('the tab is accessible, live, in columns, and as a search', async ({ page, open }) => {
      await page.addInitScript(
        ([chosenLanguage, chosenTheme]) => {
          localStorage.setItem('gateway-console.language', chosenLanguage)
          localStorage.setItem('gateway-console.theme', chosenTheme)
        },
        [language, theme] as const,
      )
      await open(logs)
      const lines = page.getByRole('log').getByRole('listitem')
      await expect(lines.first()).toBeVisible()
      await expectAccessible(page)
      await page.goto(`${logs}?layout=columns&find=login`)
      await expect(page.getByRole('log').locator('mark').first()).toBeVisible()
      await lines.nth(12).getByRole('button').click()
      await expectAccessible(page)
      await page.goto(`${logs}?mode=search`)
      await expect(lines.first()).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('narrow', () => {
  test.use({ scenario: 'busy-logs' })
  test('nothing is cut off at 360 px', async ({ page, open }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await openWith(page, open, 'mode=search')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
