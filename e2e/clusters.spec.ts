import { expect, test } from './test'

test.use({ scenario: 'multicluster' })

test('the clusters of the platform are listed and lead to their gateways', async ({ page, open }) => {
  await open('/clusters')
  const clusters = page.getByRole('main').getByRole('listitem')
  await expect(clusters).toHaveCount(3)
  await expect(clusters.nth(1)).toContainText('member-east')
  await expect(clusters.nth(1)).toContainText('Ready')
  await expect(clusters.nth(1)).toContainText('v3.3.2')
  await page.getByRole('link', { name: 'member-west' }).click()
  await expect(page.getByRole('heading', { name: 'Cluster Gateway Not Enabled' })).toBeVisible()

  // Modules are each cluster's own: this one has no service mesh, although the platform has it.
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await expect(dialog.getByRole('switch', { name: 'Tracing' })).toBeDisabled()
})

test('a cluster that the platform does not have is a page that says so', async ({ page, open }) => {
  await open('/clusters/nowhere/gateways/cluster')
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
  await expect(page.getByText('There is no cluster named nowhere.')).toBeVisible()
  await page.getByRole('link', { name: 'Go back' }).click()
  await expect(page.getByRole('link', { name: 'member-east' })).toBeVisible()
})
