import { openMenu, projectTab, row } from '../project-gateways'
import { expect, test } from '../test'

// Who may not list all gateways is refused again at every refresh, which once put the form back to its beginning.
test.use({ user: 'projectadmin', scenario: 'both-kinds' })

test('an edit keeps what is typed', async ({ page, open }) => {
  await page.clock.install()
  await open(projectTab)
  await expect(row(page, 'shop')).toBeVisible()
  await openMenu(page, 'shop', 'Edit')
  const replicas = page.getByRole('dialog').getByRole('spinbutton', { name: 'Replicas' })
  await replicas.fill('7')
  for (let round = 0; round < 3; round += 1) {
    const refreshed = page.waitForResponse((response) => response.url().endsWith('/namespaces/shop/gateways'))
    await page.clock.runFor(10_000)
    await refreshed
  }
  await expect(replicas).toHaveValue('7')
})

test.describe('without a gateway', () => {
  test.use({ scenario: 'empty' })

  test('enabling one keeps what is typed, also when the window comes back', async ({ page, open }) => {
    await page.clock.install()
    await open(projectTab)
    await page.getByRole('button', { name: 'Enable for a Project' }).click()
    const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
    await dialog.getByRole('combobox', { name: 'Project' }).click()
    await page.getByTitle('shop', { exact: true }).click()
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('7')
    await page.clock.runFor(60_000)
    const refused = page.waitForResponse((response) => response.status() === 403 && response.url().includes('names='))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await refused
    await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('7')
    await expect(dialog.getByText('shop', { exact: true })).toBeVisible()
  })
})
