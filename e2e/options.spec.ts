import { addPair, CLUSTER_GATEWAY, details, isSave, openEdit, rowsWith, saveEdit, settings } from './actions'
import { expect, test } from './test'

const path = details('gateway-configs')
const table = 'Configuration Options'

test('what is set stands beside default, type and meaning', async ({ page, open }) => {
  await open(path)
  const row = rowsWith(page, table, 'proxy-body-size')
  await expect(row).toContainText('request body')
  const [, value, standard, type, meaning] = await row.getByRole('cell').allTextContents()
  expect([value, standard]).toEqual(['20m', '1m'])
  expect(type).not.toBe('')
  expect(meaning?.length).toBeGreaterThan(20)
})

test('an option that no controller knows is marked as ignored, with what may have been meant', async ({
  page,
  open,
}) => {
  await open(settings)
  const dialog = await openEdit(page)
  await addPair(dialog, 'Option', 'proxy-body-sise', '5m')
  await saveEdit(dialog)
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Manage' }).click()
  await page.getByRole('menuitem', { name: 'View Details' }).click()
  await page.getByRole('link', { name: 'Configuration Options' }).click()
  const row = rowsWith(page, table, 'proxy-body-sise')
  await expect(row).toContainText('The controller ignores it')
  await expect(row).toContainText('Did you mean proxy-body-size?')
})

test('all options of this controller: 195, set ones first, with what holds for them', async ({ page, open }) => {
  await open(path)
  await page.getByText('All options', { exact: true }).click()
  await expect(page).toHaveURL(/options=all/)
  await expect(page.getByText('195 options')).toBeVisible()
  const rows = page.getByRole('table', { name: table }).getByRole('row')
  await expect(rows).toHaveCount(196)
  await expect(rows.nth(1)).toContainText('proxy-body-size')
  await expect(rowsWith(page, table, /^use-gzip/)).toContainText('false (by default)')
})

test('search looks into names, values and meanings, and stands in the link', async ({ page, open }) => {
  await open(path)
  await page.getByText('All options', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Search options' }).fill('keep-alive-requests')
  await expect(rowsWith(page, table, /^upstream-keepalive|keep-alive-requests/).first()).toBeVisible()
  await expect(page).toHaveURL(/q=keep-alive-requests/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Search options' })).toHaveValue('keep-alive-requests')
  await page.getByRole('textbox', { name: 'Search options' }).fill('nothing like it')
  await expect(page.getByText('No option matches “nothing like it”.')).toBeVisible()
})

test('one option and all that are set can be copied', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(path)
  await page.getByRole('button', { name: 'Copy proxy-body-size' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('proxy-body-size: 20m')
  await page.getByRole('button', { name: 'Copy all that are set' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('proxy-body-size: "20m"')
})

test('Edit opens the dialog at that option', async ({ page, open }) => {
  await open(`${path}`)
  await page.getByRole('button', { name: 'Edit proxy-body-size' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByRole('textbox', { name: 'Option 1 value' })).toBeFocused()
})

test('Edit of an option that is not set adds its row', async ({ page, open }) => {
  await open(path)
  await page.getByText('All options', { exact: true }).click()
  await page.getByRole('button', { name: 'Edit use-gzip' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByRole('combobox', { name: 'Option 2 key' })).toHaveValue('use-gzip')
  const value = dialog.getByRole('switch', { name: 'Option 2 value' })
  await expect(value).toBeFocused()
  await value.press('Space')
  const put = page.waitForRequest(isSave)
  await saveEdit(dialog)
  expect((await put).postDataJSON().spec.controller.config).toEqual({ 'proxy-body-size': '20m', 'use-gzip': 'true' })
})

test('an option that was only looked at is not saved, and Cancel has nothing to ask', async ({ page, open }) => {
  await open(path)
  const puts: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && puts.push(request.url()))
  await page.getByText('All options', { exact: true }).click()
  await page.getByRole('button', { name: 'Edit use-gzip' }).click()
  const dialog = page.getByRole('dialog', { name: `Edit ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByRole('combobox', { name: 'Option 2 key' })).toHaveValue('use-gzip')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Edit use-gzip' }).click()
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByText(/Nothing was changed|is unchanged|Nothing to save/)).toBeVisible()
  expect(puts).toEqual([])
})

test.describe('nothing set', () => {
  test.use({ scenario: 'scaled-to-zero' })
  test('says so and where the defaults are', async ({ page, open }) => {
    await open(path)
    await expect(page.getByRole('heading', { name: 'Nothing is set' })).toBeVisible()
  })
})
