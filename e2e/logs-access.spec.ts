import { expect } from '@playwright/test'
import { find, list, logs, rows } from './logs'
import { test } from './test'

test.describe('the access log', () => {
  test.use({ scenario: 'busy-logs' })

  test('facets filter by what lines are, and are in the address', async ({ page, open }) => {
    await open(logs)
    const facet = (name: string) => page.getByRole('region', { name, exact: true })
    await facet('Status')
      .getByRole('button', { name: /^5xx: / })
      .click()
    await expect(rows(page).first()).toBeVisible()
    await expect(rows(page).filter({ hasNotText: / 5\d\d / })).toHaveCount(0)
    // The other classes can still be chosen.
    await expect(facet('Status').getByRole('button', { name: /^2xx: [1-9]/ })).toBeVisible()
    await facet('Path')
      .getByRole('button', { name: /^\/api\/v2\/search: / })
      .click()
    await expect(rows(page).filter({ hasNotText: '/api/v2/search' })).toHaveCount(0)
    await expect(facet('Upstream').getByRole('button')).toHaveCount(1)
    await facet('Response time')
      .getByRole('button', { name: /^>3s: / })
      .click()
    await expect(page).toHaveURL(/status=5xx.*path=%2Fapi%2Fv2%2Fsearch.*duration=%3E3s/)
    await facet('Status')
      .getByRole('button', { name: /^5xx: / })
      .click()
    await facet('Path')
      .getByRole('button', { name: /^\/api\/v2\/search: / })
      .click()
    await facet('Response time')
      .getByRole('button', { name: /^>3s: / })
      .click()
    await facet('Method')
      .getByRole('button', { name: /^POST: / })
      .click()
    await expect(page).toHaveURL(/[?&]method=POST$/)
    await expect(rows(page).filter({ hasNotText: '"POST ' })).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()
    await facet('Method')
      .getByRole('button', { name: /^POST: / })
      .click()
    await facet('Upstream')
      .getByRole('button', { name: /^billing-api-8080: / })
      .click()
    await expect(rows(page).filter({ hasNotText: '[billing-api-8080]' })).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()
  })

  test('columns show what a line tells; lines that are none stay raw', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Layout').selectOption('Columns')
    const access = rows(page).filter({ hasText: '/static/app.js' }).first()
    await expect(access).toContainText(/(200|304)\s*GET\s*\d+\.\d{3} s\s*shop-web-80\s*\/static\/app\.js/)
    // What is found but stands in none of the columns is told.
    await find(page).getByRole('textbox').fill('curl/7')
    await expect(list(page).getByText('Hit not shown').first()).toBeVisible()
    await page
      .getByRole('region', { name: 'Status' })
      .getByRole('button', { name: /^Other lines: / })
      .click()
    await expect(
      rows(page)
        .filter({ hasText: /controller\.go|event\.go|\[error\]/ })
        .first(),
    ).toBeVisible()
  })

  test('the paths that fail most and those that are slowest lead to their lines', async ({ page, open }) => {
    await open(logs)
    const slowest = page.getByRole('region', { name: 'Slowest' }).getByRole('button')
    await expect(slowest.first()).toHaveAccessibleName(/^\/api\/v2\/search: \d+\.\d{3} s on average$/)
    const failing = page.getByRole('region', { name: 'Most 5xx' }).getByRole('button')
    await expect(failing.first()).toHaveAccessibleName(/^\/\S*: \d+ of \d+ failed$/)
    await expect(failing).toHaveCount(5)
    // Read at once: the list goes on changing while lines load.
    const worst = await page
      .getByRole('region', { name: 'Most 5xx' })
      .evaluate((region) =>
        [...region.querySelectorAll('button')].map((button) => Number(/: (\d+) of/.exec(button.ariaLabel ?? '')?.[1])),
      )
    expect(worst.toSorted((a, b) => b - a)).toEqual(worst)
    expect(worst.at(-1)).toBeGreaterThan(0)
    await failing.first().click()
    await expect(page).toHaveURL(/path=/)
  })

  test('drawing across the histogram narrows the time', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByText(/^Lines: \d\d,\d{3}/)).toBeVisible()
    const figure = page.getByRole('figure', { name: 'Lines over time by status' })
    await figure.scrollIntoViewIfNeeded()
    // Every bar has a part in the colour of each class that it counts.
    const bars = await figure.evaluate((element) =>
      [...element.querySelectorAll('g')].map((group) => ({
        title: group.querySelector('title')?.textContent ?? '',
        fills: [...group.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill') ?? '').slice(1),
      })),
    )
    const colours = { '2xx': 'success', '3xx': 'info', '4xx': 'warning', '5xx': 'error' }
    for (const { title, fills } of bars)
      for (const [name, colour] of Object.entries(colours))
        expect([title, fills.includes(`var(--c-${colour})`)]).toEqual([title, title.includes(` ${name} `)])
    expect(bars.some(({ title }) => /: 2xx \d+, 3xx \d+, 4xx \d+, 5xx \d+/.test(title))).toBe(true)
    const box = await figure.boundingBox()
    if (!box) throw new Error('no histogram')
    await page.mouse.move(box.x + box.width * 0.2, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.4, box.y + 30, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByText(/^Lines: [\d,]+ of [\d,]+/)).toBeVisible()
    const [from = 0, to = 0] = (new URL(page.url()).searchParams.get('between') ?? '').split('-').map(Number)
    await expect(rows(page).first()).toBeVisible()
    const { line } = await page.evaluate(() => ({ line: document.querySelector('[role=log] time')?.textContent ?? '' }))
    const at = Date.parse(`${new Date(from / 1000).getUTCFullYear()}-${line.replace(' ', 'T')}Z`) * 1000
    expect(at).toBeGreaterThanOrEqual(from - 1000)
    expect(at).toBeLessThan(to)
    await page.getByRole('button', { name: 'Show all times' }).click()
    await expect(page.getByText(/^Lines: [\d,]+$/)).toBeVisible()
  })
})

test.describe('hostile lines', () => {
  test.use({ scenario: 'hostile-logs' })

  test('stay text: nothing runs, nothing hides, nothing freezes', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Since').selectOption('Everything')
    const has = (text: string) => rows(page).getByText(text).first()
    await expect(has('<script>document.title="owned"</script>')).toBeVisible()
    await expect(list(page).locator('img, script')).toHaveCount(0)
    expect(await page.title()).not.toContain('owned')
    await expect(rows(page).getByText('red', { exact: true })).toHaveCSS('color', /rgb\(179, 38, 30\)/)
    await expect(has('red and bold green, then a title')).toBeVisible()
    await expect(has('beforeafter the screen was cleared')).toBeVisible()
    await expect(has('looks fine␍but was written over')).toBeVisible()
    await expect(has('bell␇ null␀ escape')).toBeVisible()
    await expect(has('invoice⟨U+202E⟩fdp.exe turned around')).toBeVisible()
    await expect(has('zero⟨U+200B⟩width⟨U+FEFF⟩')).toBeVisible()
    await expect(has('网关日志：中文与表情 😀')).toBeVisible()
    const lesser = await list(page)
      .getByRole('time')
      .first()
      .evaluate((element) => getComputedStyle(element).color)
    await expect(rows(page).getByText('dimmed', { exact: true })).toHaveCSS('color', lesser)
    // Also where only a part of a line is shown.
    for (const name of ['Path', 'Slowest'])
      await expect(
        page.getByRole('region', { name, exact: true }).getByRole('button', { name: /^\/invoice⟨U\+202E⟩fdp\.exe: / }),
      ).toHaveText(/invoice⟨U\+202E⟩fdp\.exe/)
    // A word with colours in it is found as it is read.
    await find(page).getByRole('textbox').fill('no error at all')
    await expect(page.getByText('0 of 1 lines')).toBeVisible()
    await expect(list(page).locator('mark')).toHaveText(['no ', 'er', 'ror at all'])
  })

  test('a line of 100 kB is cut short until it is unfolded', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Since').selectOption('Everything')
    const long = rows(page).filter({ hasText: 'long 0123456789' })
    await expect(long).toContainText('… 98026 more characters')
    await find(page).getByRole('textbox').fill('end of the long')
    const hidden = long.getByText('Hit not shown')
    await expect(hidden).toBeVisible()
    await long.getByRole('button', { name: /^Unfold/ }).click()
    await expect(long.locator('mark')).toHaveText('end of the long')
    await expect(hidden).toBeHidden()
    await long.getByRole('button', { name: /^Fold/ }).click()
    await page.getByRole('checkbox', { name: 'Wrap lines' }).check()
    await expect(long).toContainText('more characters')
  })
})
