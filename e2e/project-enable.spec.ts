import { projectTab, row } from './project-gateways'
import { expect, expectAccessible, test } from './test'

const GW = '/kapis/gateway.kubesphere.io/v1alpha1'

test.describe('enabling for a project', () => {
  test.describe('without a cluster gateway', () => {
    test.use({ scenario: 'mixed-states' })

    test('projects are searched on the server; those that have one say so', async ({ page, open }) => {
      await open(projectTab)
      await page.getByRole('button', { name: 'Enable for a Project' }).click()
      const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
      await dialog.getByRole('combobox', { name: 'Project' }).click()
      await expect(page.getByTitle('billing', { exact: true })).toContainText('Has a gateway already')
      await expect(page.getByTitle('kubesphere-system', { exact: true })).toContainText('Belongs to the platform')
      for (const project of ['billing', 'kubesphere-system'])
        await expect(page.getByTitle(project, { exact: true })).toHaveAttribute('aria-disabled', 'true')
      const search = page.waitForRequest(
        (request) => request.url().includes('/tenant.kubesphere.io/') && request.url().includes('name=dev'),
      )
      await dialog.getByRole('combobox', { name: 'Project' }).fill('dev')
      await search
      await expect(page.getByTitle('dev-2', { exact: true })).toContainText('Has a gateway already')
      await expect(page.getByTitle('billing', { exact: true })).toHaveCount(0)
    })
  })

  test.describe('with free projects', () => {
    test.use({ scenario: 'empty' })

    test('OK without a project says what is missing; with one it is enabled', async ({ page, open }) => {
      await open(projectTab)
      await page.getByRole('button', { name: 'Enable for a Project' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
      await dialog.getByRole('button', { name: 'OK' }).click()
      await expect(dialog.getByText('Choose a project.')).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('combobox', { name: 'Project' }).fill('dev')
      await page.getByTitle('dev', { exact: true }).click()
      const post = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/gateways'))
      await dialog.getByRole('button', { name: 'OK' }).click()
      const request = await post
      expect(new URL(request.url()).pathname).toBe(`${GW}/namespaces/dev/gateways`)
      expect(request.postDataJSON().spec.controller.scope).toEqual({ enabled: true, namespace: 'dev' })
      await expect(dialog).toBeHidden()
      await expect(row(page, 'dev')).toContainText('Ready')
      await expect(row(page, 'dev')).toContainText('1 / 1')
    })
  })

  test.describe('with a cluster gateway', () => {
    test.use({ scenario: 'nodeport' })

    test('the refusal is told before, with the ways on', async ({ page, open }) => {
      await open(projectTab)
      await page.getByRole('button', { name: 'Enable for a Project' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
      await expect(dialog).toContainText('Not possible while the cluster gateway is enabled')
      await expect(dialog).toContainText('addresses of routes may switch')
      await expect(dialog.getByRole('button', { name: 'OK' })).toHaveCount(0)
      await expectAccessible(page)
      await dialog.getByRole('link', { name: 'Go to the cluster gateway' }).click()
      await expect(page.getByRole('heading', { name: 'kubesphere-router-kubesphere-system' })).toBeVisible()
    })
  })
})
