import { choose, CLUSTER_GATEWAY, fact, rawPath, recordFact, settings } from './actions'
import { expect, test } from './test'

test('an admin disables the gateway by typing its name, and sees it go', async ({ page, open }) => {
  await open(settings)
  await choose(page, 'Disable')
  const dialog = page.getByRole('dialog', { name: `Disable ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByText(/\d+ routes lose their address/)).toBeVisible()
  const confirm = dialog.getByRole('button', { name: 'Disable' })
  await expect(confirm).toBeDisabled()

  let deletes = 0
  page.on('request', (request) => (deletes += request.method() === 'DELETE' ? 1 : 0))
  await dialog.getByRole('textbox').fill(CLUSTER_GATEWAY.slice(0, -1))
  await confirm.click()
  await expect(dialog.getByText(`This is not ${CLUSTER_GATEWAY}.`)).toBeVisible()
  expect(deletes).toBe(0)

  await dialog.getByRole('textbox').fill(CLUSTER_GATEWAY)
  const states = await recordFact(page, 'Status')
  const sent = page.waitForRequest((request) => request.method() === 'DELETE')
  await confirm.click()
  expect(new URL((await sent).url()).pathname).toBe(rawPath)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Cluster Gateway Not Enabled' })).toBeVisible()
  expect(await states()).toContainEqual(expect.stringContaining('Removing'))
  await expect(page.getByRole('button', { name: 'Enable Gateway' })).toBeEnabled()
})

test.describe('when the server refuses', () => {
  test.use({ faults: ['error-500@writes'] })

  test('the dialog says so and the gateway stays', async ({ page, open }) => {
    await open(settings)
    await choose(page, 'Disable')
    const dialog = page.getByRole('dialog', { name: `Disable ${CLUSTER_GATEWAY}` })
    await dialog.getByRole('textbox').fill(CLUSTER_GATEWAY)
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: 'Not disabled' })).toContainText('500')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(fact(page, 'Status')).toContainText('Ready')
  })
})

test.describe('with project gateways beside it', () => {
  test.use({ scenario: 'both-kinds' })

  test('routes of projects with their own gateway are told apart', async ({ page, open }) => {
    await open(settings)
    await choose(page, 'Disable')
    await expect(page.getByRole('dialog').getByText(/routes? keeps? the gateway of (its|their) project/)).toBeVisible()
  })
})
