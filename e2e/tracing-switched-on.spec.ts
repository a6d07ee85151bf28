import { CLUSTER_GATEWAY, fact, openEdit, saveEdit, settings } from './actions'
import { projectTab } from './project-gateways'
import { expect, expectAccessible, test } from './test'

test.describe('after tracing is switched on', () => {
  test('with Edit, the routes that are not traced yet are shown at once', async ({ page, open }) => {
    await open(settings)
    const edit = await openEdit(page)
    await edit.getByRole('switch', { name: 'Tracing' }).check()
    await saveEdit(edit)
    const check = page.getByRole('dialog', { name: `Tracing is on for ${CLUSTER_GATEWAY}: check its routes` })
    await expect(check.getByText('8 of 9 routes of this gateway lack the annotation')).toBeVisible()
    await expect(check.getByText('Tracing is off')).toHaveCount(0)
    await expectAccessible(page)
    await check.getByRole('button', { name: 'Choose all 8' }).click()
    await check.getByRole('button', { name: 'Add to 8 chosen' }).click()
    await expect(check.getByText('All 9 routes of this gateway have the annotation')).toBeVisible()
    await check.getByRole('button', { name: 'Close' }).last().click()
    await expect(check).toBeHidden()
    await expect(fact(page, 'Tracing')).toHaveText('On')
    await expect(page.getByRole('button', { name: 'Manage' })).toBeFocused()
  })

  test('an edit of something else asks for nothing more', async ({ page, open }) => {
    await open(settings)
    const edit = await openEdit(page)
    await edit.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    await saveEdit(edit)
    await expect(page.getByText(`${CLUSTER_GATEWAY} is saved`)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test.describe('before there is a gateway', () => {
    test.use({ scenario: 'empty' })
    test('with Enable Gateway, all routes are', async ({ page, open }) => {
      await open(settings)
      await page.getByRole('button', { name: 'Enable Gateway' }).click()
      const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
      await dialog.getByRole('radio', { name: 'NodePort' }).check()
      await dialog.getByRole('switch', { name: 'Tracing' }).check()
      await dialog.getByRole('button', { name: 'OK' }).click()
      const check = page.getByRole('dialog', { name: `Tracing is on for ${CLUSTER_GATEWAY}: check its routes` })
      await expect(check.getByText('8 of 9 routes of this gateway lack the annotation')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(check).toBeHidden()
      await expect(fact(page, 'Tracing')).toHaveText('On')
    })
  })

  test.describe('for a project', () => {
    test.use({ scenario: 'empty' })
    test('with Enable, the routes of that project are', async ({ page, open }) => {
      await open(projectTab)
      await page.getByRole('button', { name: 'Enable for a Project' }).first().click()
      const dialog = page.getByRole('dialog', { name: 'Enable Project Gateway' })
      await dialog.getByRole('combobox', { name: 'Project' }).fill('shop')
      await page.getByTitle('shop', { exact: true }).click()
      await dialog.getByRole('switch', { name: 'Tracing' }).check()
      await dialog.getByRole('button', { name: 'OK' }).click()
      const check = page.getByRole('dialog', { name: 'Tracing is on for kubesphere-router-shop: check its routes' })
      await expect(check.getByText('2 of 3 routes of this gateway lack the annotation')).toBeVisible()
      await check.getByRole('button', { name: 'Close' }).last().click()
      await expect(page.getByRole('link', { name: 'kubesphere-router-shop', exact: true })).toBeVisible()
    })
  })
})
