import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { CLUSTER_GATEWAY, settings } from './actions'
import { test } from './test'

const logs = `${settings}/${CLUSTER_GATEWAY}/logs`
const list = (page: Page): Locator => page.getByRole('log', { name: 'Log lines' })
const rows = (page: Page): Locator => list(page).getByRole('listitem')

/** The list shows its last line, once the page is scrolled to the list. */
async function expectEndInView(page: Page): Promise<void> {
  await list(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(rows(page).last()).toBeInViewport()
}

const filterForm = (page: Page): Locator => page.getByRole('form', { name: 'Filter lines' })

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8')

test.describe('the view', () => {
  test.use({ scenario: 'logging-off' })

  test('only the rows in view are drawn', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Since').selectOption('Everything')
    await expect(page.getByText(/^Lines: \d\d,\d{3}/)).toBeVisible()
    expect(await rows(page).count()).toBeLessThan(100)
  })

  test('how lines are shown is chosen, and is in the address', async ({ page, open }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    const local = await list(page).getByRole('time').first().textContent()
    expect(local).toMatch(/^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/)
    await page.getByLabel('Timestamps').selectOption('Off')
    await expect(list(page).getByRole('time')).toHaveCount(0)
    await page.getByLabel('Timestamps').selectOption('UTC')
    await expect(list(page).getByRole('time').first()).toBeVisible()

    const line = rows(page).first()
    const low = (await line.boundingBox())?.height ?? 0
    await page.getByLabel('Font size').selectOption('16 px')
    await expect.poll(async () => (await line.boundingBox())?.height).toBeGreaterThan(low)

    const isWide = () => list(page).evaluate((element) => element.scrollWidth > element.clientWidth)
    expect(await isWide()).toBe(true)
    await page.getByRole('checkbox', { name: 'Wrap lines' }).check()
    await expect.poll(isWide).toBe(false)
    await expectEndInView(page)

    const name = (await page.getByRole('group', { name: 'Pods' }).getByRole('button').last().textContent()) ?? ''
    const pod = name.replace('Streaming', '').slice(-5)
    await expect(rows(page).getByText(pod, { exact: true }).first()).toBeVisible()
    await page.getByRole('checkbox', { name: 'Pod names' }).uncheck()
    await expect(rows(page).getByText(pod, { exact: true })).toHaveCount(0)
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toMatchObject({ names: '0', size: '16', stamps: 'utc', wrap: '1' })
    await page.reload()
    await expect(page.getByRole('checkbox', { name: 'Wrap lines' })).toBeChecked()
    await expect(page.getByLabel('Font size')).toHaveValue('16')
  })

  test('a text is found: all hits are marked, next and previous go from one to the other', async ({ page, open }) => {
    await open(logs)
    const find = page.getByRole('search', { name: 'Find in view' })
    await find.getByRole('textbox').fill('LOGIN')
    await expect(list(page).locator('mark').first()).toHaveText('login')
    const marked = await list(page).locator('mark').allTextContents()
    const written = ((await list(page).innerText()).match(/login/gi) ?? []).length
    expect(marked.length).toBe(written)
    await expect(find.getByText(/^0 of \d+ lines$/)).toBeVisible()
    await find.getByRole('button', { name: 'Next' }).click()
    await expect(find.getByText(/^1 of \d+ lines$/)).toBeVisible()
    await find.getByRole('textbox').press('Enter')
    await expect(find.getByText(/^2 of \d+ lines$/)).toBeVisible()
    await find.getByRole('button', { name: 'Previous' }).click()
    await expect(find.getByText(/^1 of \d+ lines$/)).toBeVisible()
    await find.getByRole('textbox').press('Shift+Enter')
    const total = /of (\d+)/.exec((await find.getByText(/of \d+ lines/).textContent()) ?? '')?.[1] ?? ''
    await expect(find.getByText(new RegExp(`^\\d+ of \\d+ lines$`))).toContainText(new RegExp(`^${total}|^\\d+`))
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
    await find.getByRole('textbox').fill('no such text')
    await expect(find.getByText('Not found')).toBeVisible()
    await expect(page).toHaveURL(/find=no\+such\+text/)
  })

  test('lines are filtered by texts and regular expressions, with and without', async ({ page, open }) => {
    await open(logs)
    const form = filterForm(page)
    await form.getByLabel('Text to filter by').fill('login')
    await form.getByRole('button', { name: 'Add filter' }).click()
    await expect(rows(page).filter({ hasNotText: 'login' })).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()

    await form.getByLabel('Keep or leave out').selectOption('Without')
    await form.getByLabel('Kind of filter').selectOption('regular expression')
    await form.getByLabel('Text to filter by').fill('curl/[0-9.]+')
    await form.getByLabel('Text to filter by').press('Enter')
    await expect(form.getByRole('button', { name: 'Remove filter: Without /curl/[0-9.]+/' })).toBeVisible()
    await expect(rows(page).filter({ hasText: 'curl/' })).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()
    await expect(page).toHaveURL(/filter=include\.text\.login&filter=exclude\.regex\.curl/)

    await page.reload()
    await expect(rows(page).first()).toBeVisible()
    await expect(rows(page).filter({ hasText: 'curl/' })).toHaveCount(0)
    await form.getByRole('button', { name: 'Remove filter: With login' }).click()
    await expect(rows(page).filter({ hasNotText: 'login' }).first()).toBeVisible()
  })

  test('a regular expression that is none is told at once, and cannot be added', async ({ page, open }) => {
    await open(logs)
    const form = filterForm(page)
    await form.getByLabel('Kind of filter').selectOption('regular expression')
    await form.getByLabel('Text to filter by').fill('(login')
    await expect(form.getByRole('alert')).toHaveText(/Not a regular expression: .*Unterminated group/i)
    await expect(form.getByRole('button', { name: 'Add filter' })).toBeDisabled()
  })

  test('a regular expression that never ends is stopped, and the page goes on', async ({ page, open }) => {
    await open(logs)
    const form = filterForm(page)
    await form.getByLabel('Kind of filter').selectOption('regular expression')
    await form.getByLabel('Text to filter by').fill('^(.+)+never$')
    await form.getByRole('button', { name: 'Add filter' }).click()
    // While it runs, the page answers.
    await page.getByRole('checkbox', { name: 'Wrap lines' }).check()
    await expect(page).toHaveURL(/wrap=1/)
    await expect(page.getByRole('alert').filter({ hasText: 'takes too long' })).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
  })

  test('filters that leave nothing say so, and can be taken away together', async ({ page, open }) => {
    await open(logs)
    await filterForm(page).getByLabel('Text to filter by').fill('no such text')
    await filterForm(page).getByRole('button', { name: 'Add filter' }).click()
    await expect(page.getByText('No line passes the filters.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect(rows(page).first()).toBeVisible()
  })

  test('a line is unfolded, copied, and linked to', async ({ page, open, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(logs)
    const row = rows(page).filter({ hasText: '/healthz' }).last()
    await row.getByRole('button', { name: /^Unfold line of / }).click()
    const opened = rows(page).filter({ has: page.getByRole('button', { name: /^Fold line of / }) })
    await expect(opened.getByRole('term').filter({ hasText: '$request_time' })).toBeVisible()
    await expect(opened.getByRole('definition').filter({ hasText: /^GET \/healthz HTTP\/1\.1$/ })).toBeVisible()
    await expect(page).toHaveURL(/line=/)
    await opened.getByRole('button', { name: 'Copy line' }).click()
    await expect(page.getByText('Line copied')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^[\d.]+ - - \[.*\/healthz/)
    await opened.getByRole('button', { name: 'Copy link to line' }).click()
    await expect(page.getByText('Link copied')).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto('about:blank')
    await page.goto(link)
    await expect(opened.getByText(copied).first()).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
  })

  test('a link to a line that is gone says so', async ({ page, open }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    await page.goto(`${logs}?line=no-such-pod@1795480000000000`)
    await expect(page.getByText('The linked line is not among the lines that are loaded.')).toBeVisible()
  })

  test('the keyboard goes from line to line and unfolds them', async ({ page, open }) => {
    await open(logs)
    await page.getByRole('button', { name: 'Pause' }).click()
    await rows(page).filter({ hasText: 'login' }).last().getByRole('button').focus()
    const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('ArrowUp')
    const after = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(after).not.toBe(before)
    await page.keyboard.press('Enter')
    await expect(rows(page).getByRole('button', { name: 'Copy line' })).toBeVisible()
  })

  test('what is shown is saved as text and as JSON lines', async ({ page, open }) => {
    await open(logs)
    await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: /^2xx/ }).click()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText(/^Lines: \d+ of \d+/)).toBeVisible()
    const save = async (entry: string) => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
      return download
    }
    const asText = await save('Shown lines as text')
    expect(asText.suggestedFilename()).toMatch(/^kubesphere-router-kubesphere-system-.*\.log$/)
    const lines = (await textOf(asText)).trim().split('\n')
    expect(lines.length).toBeGreaterThan(50)
    expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z kubesphere-router-\S+ [\d.]+ - - \[.*" 2\d\d /)

    const asJson = await save('Shown lines as JSON lines')
    const parsed = (await textOf(asJson))
      .trim()
      .split('\n')
      .map((line): { line: string; fields: Record<string, string> } => JSON.parse(line))
    expect(parsed).toHaveLength(lines.length)
    expect(parsed.every(({ fields }) => fields['status']?.startsWith('2'))).toBe(true)
    expect(lines[0]).toContain(parsed[0]?.line)
  })
})

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
    await facet('Method')
      .getByRole('button', { name: /^GET: / })
      .click()
    await expect(page).toHaveURL(/method=GET/)
  })

  test('columns show what a line tells; lines that are none stay raw', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Layout').selectOption('Columns')
    const access = rows(page).filter({ hasText: '/static/app.js' }).first()
    await expect(access).toContainText(/(200|304)\s*GET\s*\d+\.\d{3} s\s*shop-web-80\s*\/static\/app\.js/)
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
    await failing.first().click()
    await expect(page).toHaveURL(/path=/)
  })

  test('drawing across the histogram narrows the time', async ({ page, open }) => {
    await open(logs)
    await expect(page.getByText(/^Lines: \d\d,\d{3}/)).toBeVisible()
    const figure = page.getByRole('figure', { name: 'Lines over time by status' })
    await figure.scrollIntoViewIfNeeded()
    const box = await figure.boundingBox()
    if (!box) throw new Error('no histogram')
    await page.mouse.move(box.x + box.width * 0.2, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.4, box.y + 30, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByText(/^Lines: [\d,]+ of [\d,]+/)).toBeVisible()
    const [from = 0, to = 0] = (new URL(page.url()).searchParams.get('between') ?? '').split('-').map(Number)
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
  })

  test('a line of 100 kB is cut short until it is unfolded', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Since').selectOption('Everything')
    const long = rows(page).filter({ hasText: 'long 0123456789' })
    await expect(long).toContainText('… 98026 more characters')
    await long.getByRole('button', { name: /^Unfold/ }).click()
    await expect(long.getByText('end of the long line')).toBeAttached()
    await long.getByRole('button', { name: /^Fold/ }).click()
    await page.getByRole('checkbox', { name: 'Wrap lines' }).check()
    await expect(long).toContainText('more characters')
  })
})
