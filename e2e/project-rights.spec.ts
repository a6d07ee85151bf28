import { isDryRun, isSave } from './actions'
import { names, openMenu, projectTab, recordWrites, row } from './project-gateways'
import { expect, expectAccessible, test } from './test'

test.describe('whoever may not list all', () => {
  test.use({ scenario: 'both-kinds' })

  test.describe('a project admin', () => {
    test.use({ user: 'projectadmin' })
    test('sees the gateways of the own projects only, is told who serves their routes, and can edit them', async ({
      page,
      open,
    }) => {
      await open(projectTab)
      await expect(page.getByText('You see the gateways of your projects only')).toBeVisible()
      const note = page.getByRole('note').filter({ hasText: 'Two kinds of gateways are enabled' })
      await expect(note).toContainText('a project gateway in shop.')
      await note.getByRole('button', { name: 'Which gateway serves which route' }).click()
      const routes = note.getByRole('table', { name: 'Which gateway serves which route' })
      await expect(routes.getByRole('row').filter({ hasText: 'shop/storefront' })).toContainText(
        /shop\.example\.com.*192\.168\.\d+\.\d+.*fits both/,
      )
      await expect(routes.getByRole('row')).toHaveCount(4)
      await expectAccessible(page)
      await expect(page.getByText('Refreshed every 10 seconds while this window is seen')).toBeVisible()
      expect(await names(page)).toEqual(['kubesphere-router-shop'])
      await expect(row(page, 'shop')).toContainText('2 wanted')
      await openMenu(page, 'shop', 'Edit')
      const dialog = page.getByRole('dialog', { name: 'Edit kubesphere-router-shop' })
      await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('3')
      const asked = page.waitForResponse((response) => isDryRun(response.request()))
      await dialog.getByRole('button', { name: 'Review' }).click()
      // The server's own object is not theirs to try a change on: the console shows what it sees itself, and says so.
      expect((await asked).status()).toBe(403)
      await expect(dialog.getByRole('note').filter({ hasText: 'You may not ask the server beforehand' })).toBeVisible()
      await expect(dialog.getByRole('list', { name: 'What changes' })).toHaveText('Replicas 2 → 3')
      await expect(dialog.getByRole('region', { name: 'Differences as YAML' })).toContainText('replicas: 3')
      const put = page.waitForResponse((response) => isSave(response.request()))
      await dialog.getByRole('button', { name: 'Apply' }).click()
      expect((await put).status()).toBe(200)
      await expect(row(page, 'shop')).toContainText('3 wanted')
    })

    test.describe('without any gateway', () => {
      test.use({ scenario: 'empty' })

      test('enables one for the own project', async ({ page, open }) => {
        await open(projectTab)
        await page.getByRole('button', { name: 'Enable for a Project' }).click()
        const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
        await dialog.getByRole('combobox', { name: 'Project' }).click()
        await page.getByTitle('shop', { exact: true }).click()
        const post = page.waitForResponse((response) => response.request().method() === 'POST')
        await dialog.getByRole('button', { name: 'OK' }).click()
        const answer = await post
        expect(new URL(answer.url()).pathname).toBe('/kapis/gateway.kubesphere.io/v1alpha1/namespaces/shop/gateways')
        expect(answer.status()).toBe(200)
        await expect(dialog).toBeHidden()
        expect(await names(page)).toEqual(['kubesphere-router-shop'])
        // One who has one can enable another; for the same project the dialog says so.
        await page.getByRole('button', { name: 'Enable for a Project' }).click()
        await dialog.getByRole('combobox', { name: 'Project' }).click()
        await page.getByTitle('shop', { exact: true }).click()
        await expect(dialog.getByText('Has a gateway already')).toBeVisible()
      })
    })

    test.describe('beside a cluster gateway', () => {
      test.use({ scenario: 'nodeport' })

      test('is told that it is not possible as soon as a project is chosen', async ({ page, open }) => {
        await open(projectTab)
        const writes = recordWrites(page)
        await page.getByRole('button', { name: 'Enable for a Project' }).click()
        const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
        await dialog.getByRole('combobox', { name: 'Project' }).click()
        await page.getByTitle('shop', { exact: true }).click()
        await expect(dialog).toContainText('Not possible while the cluster gateway is enabled')
        await expect(dialog.getByRole('button', { name: 'OK' })).toHaveCount(0)
        expect(writes).toEqual([])
      })
    })
  })

  test.describe('a regular user', () => {
    test.use({ user: 'regular' })
    test('is told in the words of the server', async ({ page, open }) => {
      await open(projectTab)
      await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toContainText(
        'User "regular" cannot list resource "gateways"',
      )
    })
  })

  test.describe('a cluster viewer', () => {
    test.use({ user: 'clusterviewer' })
    test('sees all and is told which rights are missing', async ({ page, open }) => {
      await open(projectTab)
      await expect(row(page, 'shop')).toContainText('2 / 2')
      await openMenu(page, 'shop')
      await expect(page.getByRole('menuitem', { name: 'Edit' })).toContainText('update gateways.gateway.kubesphere.io')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'Enable for a Project' })).toHaveAccessibleDescription(/create/)
    })
  })
})
