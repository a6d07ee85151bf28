import { expect, type Page } from '@playwright/test'
import { isLog, logs, pods, rows } from './logs'
import { expectAccessible, test } from './test'

/** Opens the tab with more parameters than the world's. */
async function openWith(page: Page, open: (path: string) => Promise<void>, query: string): Promise<void> {
  await open(logs)
  await page.goto(`${logs}?${query}`)
  await expect(rows(page).first()).toBeVisible()
}

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
    await expect(
      page.getByText('The newest 1,000,000 are kept. One begins with at most the newest 100,000 of each pod.'),
    ).toBeVisible()
  })
})

/** The lines of the view, as its download has them. */
async function shownLines(page: Page): Promise<readonly string[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: 'Shown lines as text' }).click()
  const stream = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString().trim().split('\n')
}

/** The longest time between two lines of one pod, in milliseconds. */
function longestGap(lines: readonly string[]): number {
  const gaps = [...new Set(lines.map((line) => line.split(' ')[1]))].flatMap((pod) => {
    const own = lines.filter((line) => line.includes(` ${pod} `))
    const times = own.map((line) => Date.parse(line.split(' ')[0] ?? ''))
    return times.slice(1).map((time, index) => time - (times[index] ?? time))
  })
  return Math.max(...gaps)
}

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
    // One pod is left out for a while, and goes on where it was.
    await pods(page).getByRole('button').last().click()
    await expect(page).toHaveURL(/pods=/)
    const left = resumed.length
    await expect.poll(() => resumed.length).toBeGreaterThan(left)
    await pods(page).getByRole('button', { name: 'All pods' }).click()
    await expect.poll(() => new Set(resumed.slice(left).map((url) => url.split('/').at(-2))).size).toBe(2)
    await expect.poll(() => resumed.length).toBeGreaterThan(left + 4)
    // Two pods write a line every 200 ms each: a gap would be seconds long. What came late is put in its place with time.
    await page.getByRole('button', { name: 'Pause' }).click()
    let lines: readonly string[] = []
    await expect
      .poll(async () => {
        lines = await shownLines(page)
        return longestGap(lines)
      })
      .toBeLessThan(401)
    expect(new Set(lines).size).toBe(lines.length)
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
