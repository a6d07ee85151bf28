import { isSave, saveEdit } from './actions'
import { expect, test } from '@playwright/test'

// The production build, without any mock in it, against a server on a port.
test('an admin signs in, edits an option and sees it applied', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: 'User name' }).fill('admin')
  await page.getByLabel('Password', { exact: true }).fill('P@88w0rd')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Ready', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Manage' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
  const put = page.waitForResponse((response) => isSave(response.request()))
  await saveEdit(dialog)
  expect((await put).status()).toBe(200)
  await expect(page.getByText('2 of 2 ready')).toBeVisible()
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
