import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { expectEndInView, find, list, logs, rows } from './logs'
import { test } from './test'

const filterForm = (page: Page): Locator => page.getByRole('form', { name: 'Filter lines' })

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8')

test.describe('the view', () => {
  test.use({ scenario: 'logging-off', timezoneId: 'Asia/Shanghai' })

  test('only the rows in view are drawn', async ({ page, open }) => {
    await open(logs)
    await page.getByLabel('Since').selectOption('Everything')
    await expect(page.getByText(/^Lines: \d\d,\d{3}/)).toBeVisible()
    expect(await rows(page).count()).toBeLessThan(100)
  })

  test('how lines are shown is chosen, and is in the address', async ({ page, open }) => {
    await open(logs)
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    const moment = async () => {
      const text = (await list(page).getByRole('time').last().textContent()) ?? ''
      expect(text).toMatch(/^\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/)
      return Date.parse(`2026-${text.replace(' ', 'T')}Z`)
    }
    await expectEndInView(page)
    const local = await moment()
    await page.getByLabel('Timestamps').selectOption('Off')
    await expect(list(page).getByRole('time')).toHaveCount(0)
    await page.getByLabel('Timestamps').selectOption('UTC')
    await expect(list(page).getByRole('time').first()).toBeVisible()
    // Shanghai is eight hours ahead; at most over the turn of a year.
    expect((local - (await moment())) / 3_600_000).toBe(8)

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
    await expect(page.getByText(/^Lines: [23]\d\d/)).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await find(page).getByRole('textbox').fill('LOGIN')
    await expect(list(page).locator('mark').first()).toHaveText('login')
    const marked = await list(page).locator('mark').allTextContents()
    const written = ((await list(page).innerText()).match(/login/gi) ?? []).length
    expect(marked.length).toBe(written)
    await expect(find(page).getByText(/^0 of \d+ lines$/)).toBeVisible()
    // The list stands at its end; the first hit is far above.
    const current = list(page).locator('[aria-current=true]')
    const last = await list(page).getByRole('time').last().textContent()
    await find(page).getByRole('button', { name: 'Next' }).click()
    await expect(find(page).getByText(/^1 of \d+ lines$/)).toBeVisible()
    await expect(current).toBeInViewport()
    await expect(current.locator('mark').first()).toHaveText('login')
    await expect(list(page).getByText(last ?? '', { exact: true })).toHaveCount(0)
    await find(page).getByRole('textbox').press('Enter')
    await expect(find(page).getByText(/^2 of \d+ lines$/)).toBeVisible()
    await find(page).getByRole('button', { name: 'Previous' }).click()
    await expect(find(page).getByText(/^1 of \d+ lines$/)).toBeVisible()
    // Before the first comes the last.
    const total =
      /of (\d+)/.exec(
        (await find(page)
          .getByText(/of \d+ lines/)
          .textContent()) ?? '',
      )?.[1] ?? ''
    await find(page).getByRole('textbox').press('Shift+Enter')
    await expect(find(page).getByText(`${total} of ${total} lines`, { exact: true })).toBeVisible()
    await expect(current).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Follow', exact: true })).toBeVisible()
    await find(page).getByRole('textbox').fill('no such text')
    await expect(find(page).getByText('Not found')).toBeVisible()
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
    await form.getByLabel('Keep or leave out').selectOption('With')
    await form.getByLabel('Text to filter by').fill('" (200|499) [0-9]+ ')
    await form.getByLabel('Text to filter by').press('Enter')
    await expect(rows(page).filter({ hasNotText: /" (200|499) \d+ / })).toHaveCount(0)
    await expect(rows(page).first()).toBeVisible()

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
