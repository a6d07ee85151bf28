import { asSomebodyElse, readFromServer, settings } from './actions'
import { projectTab, recordWrites, row, table } from './project-gateways'
import { expect, expectAccessible, test } from './test'

const GW = '/kapis/gateway.kubesphere.io/v1alpha1'
const ROUTER = '/kapis/resources.kubesphere.io/v1alpha2'

test.describe('several at once', () => {
  test.describe('with names that begin alike', () => {
    test.use({ scenario: 'mixed-states' })

    test('exactly the chosen ones are disabled, legacy ones by their own route', async ({ page, open }) => {
      await open(projectTab)
      const writes = recordWrites(page)
      for (const project of ['shop', 'dev', 'legacy-app'])
        await page.getByRole('checkbox', { name: `Select kubesphere-router-${project}`, exact: true }).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      const dialog = page.getByRole('dialog', { name: 'Disable 3 project gateways' })
      await expect(dialog.getByRole('list', { name: 'Gateways concerned' }).getByRole('listitem')).toHaveText([
        /kubesphere-router-shop/,
        /kubesphere-router-dev/,
        /kubesphere-router-legacy-app.*Legacy gateway/,
      ])
      await dialog.getByRole('textbox').fill('2')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByText('This is not 3.')).toBeVisible()
      expect(writes).toEqual([])
      await dialog.getByRole('textbox').fill('3')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Disable' }).click()
      const result = page.getByRole('dialog', { name: 'Result' })
      await expect(result.getByRole('alert')).toContainText('3 of 3 are being removed')
      await expectAccessible(page)
      // The button that was pressed is gone; the keyboard goes on where the result stands.
      expect(await result.evaluate((element) => element.contains(document.activeElement))).toBe(true)
      await result.getByRole('button', { name: 'Close' }).last().click()
      await expect(row(page, 'shop')).toHaveCount(0)
      await expect(row(page, 'dev')).toHaveCount(0)
      await expect(row(page, 'shop-staging')).toBeVisible()
      await expect(row(page, 'dev-2')).toBeVisible()
      await expect(page.getByText(/\d project gateways/)).toBeVisible()
      expect(writes.toSorted()).toEqual([
        `DELETE ${GW}/namespaces/dev/gateways`,
        `DELETE ${GW}/namespaces/shop/gateways`,
        `DELETE ${ROUTER}/namespaces/legacy-app/router`,
      ])
    })
  })

  test.describe('when one is gone meanwhile', () => {
    test.use({ scenario: 'mixed-states' })

    test('only that one is refused, says why, and can be tried again; the name of a single one is asked for', async ({
      page,
      open,
    }) => {
      await open(projectTab)
      for (const project of ['shop', 'payments'])
        await page.getByRole('checkbox', { name: `Select kubesphere-router-${project}`, exact: true }).check()
      expect(await asSomebodyElse(page, 'DELETE', `${GW}/namespaces/shop/gateways`)).toBe(200)
      await expect(row(page, 'shop')).toHaveCount(0)
      await page.getByRole('button', { name: 'Disable selected' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('2')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByRole('alert')).toContainText('1 of 2 are being removed')
      const entries = dialog.getByRole('list', { name: 'Gateways concerned' }).getByRole('listitem')
      await expect(entries.filter({ hasText: 'payments' })).toContainText('Being removed')
      await expect(entries.filter({ hasText: 'shop' })).toContainText(/Refused.*not found/)
      await dialog.getByRole('button', { name: 'Try 1 again' }).click()
      await expect(entries).toHaveText([/kubesphere-router-shop/])
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(page.getByText('1 gateway selected')).toBeVisible()

      // Of a single one the name is asked for, not the number.
      const writes = recordWrites(page)
      await page.getByRole('button', { name: 'Clear selection' }).click()
      await page.getByRole('checkbox', { name: 'Select kubesphere-router-dev', exact: true }).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      await dialog.getByRole('textbox').fill('1')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByText('This is not kubesphere-router-dev.')).toBeVisible()
      expect(writes).toEqual([])
      await dialog.getByRole('textbox').fill('kubesphere-router-dev')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByRole('alert')).toContainText('1 of 1 are being removed')
      expect(writes).toEqual([`DELETE ${GW}/namespaces/dev/gateways`])
    })
  })

  test.describe('beside the cluster gateway', () => {
    test.use({ scenario: 'both-kinds' })

    test('it is never touched', async ({ page, open }) => {
      await open(projectTab)
      const writes = recordWrites(page)
      await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('2')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByRole('alert')).toContainText('2 of 2 are being removed')
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await expect(page.getByRole('heading', { name: 'No Project Gateways' })).toBeVisible()
      expect(writes.toSorted()).toEqual([
        `DELETE ${GW}/namespaces/dev/gateways`,
        `DELETE ${GW}/namespaces/shop/gateways`,
      ])
      const left = await readFromServer(page, `${GW}/gateways`)
      expect(left).toMatchObject({
        totalItems: 1,
        items: [{ metadata: { name: 'kubesphere-router-kubesphere-system' } }],
      })
    })
  })

  test.describe('when the server refuses', () => {
    test.use({ scenario: 'many-projects', faults: ['error-500@writes'] })

    test('each says why, and they stay selected for another try', async ({ page, open }) => {
      await open(projectTab)
      await table(page).getByRole('checkbox').nth(1).check()
      await page.getByRole('link', { name: 'Next page' }).click()
      await expect(page.getByText('21–40 of 2000')).toBeVisible()
      await table(page).getByRole('checkbox').nth(1).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('2')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByRole('alert')).toContainText('0 of 2 are being removed')
      await expect(dialog.getByText('Refused', { exact: true })).toHaveCount(2)
      await expect(dialog.getByText(/The server refused it \(500\)/)).toHaveCount(2)
      await dialog.getByRole('button', { name: 'Try 2 again' }).click()
      await expect(page.getByRole('dialog', { name: 'Disable 2 project gateways' })).toBeVisible()
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
      await expect(page.getByText('2 gateways selected')).toBeVisible()
    })
  })

  test.describe('many of them', () => {
    test.use({ scenario: 'many-projects' })

    test('a few run at a time, with progress', async ({ page, open }) => {
      await open(`${projectTab}`)
      await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      let running = 0
      let most = 0
      const isDelete = (request: { method: () => string }) => request.method() === 'DELETE'
      page.on('request', (request) => {
        if (isDelete(request)) most = Math.max(most, ++running)
      })
      page.on('response', (response) => {
        if (isDelete(response.request())) running -= 1
      })
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('20')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(dialog.getByRole('alert')).toContainText('20 of 20 are being removed')
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThanOrEqual(3)
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await expect(page.getByText('1980 project gateways')).toBeVisible()
    })
  })

  test.describe('on a slow server', () => {
    test.use({ scenario: 'many-projects', faults: ['slow@writes'] })

    test('tells how far it is and can be stopped; what was not sent stays selected', async ({ page, open }) => {
      await open(settings)
      await page.getByRole('link', { name: 'Project Gateways', exact: true }).click()
      await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
      await page.getByRole('button', { name: 'Disable selected' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('20')
      await dialog.getByRole('button', { name: 'Disable' }).click()
      const progress = dialog.getByRole('progressbar')
      await expect(progress).toHaveAccessibleName('0 of 20 answered')
      await expect(progress).toHaveAccessibleName('3 of 20 answered')
      await dialog.getByRole('button', { name: 'Stop after these' }).click()
      await expect(dialog.getByRole('alert')).toContainText('of 20 are being removed')
      const left = await dialog.getByText('Not sent', { exact: true }).count()
      expect(left).toBeGreaterThan(0)
      await expect(dialog.getByText('Being removed', { exact: true })).toHaveCount(20 - left)
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      await expect(page.getByText(`${left} gateways selected`)).toBeVisible()

      // Who goes away meanwhile is told what became of those that were sent, and nothing more is sent.
      await page.getByRole('button', { name: 'Disable selected' }).click()
      await dialog.getByRole('textbox').fill(String(left))
      await dialog.getByRole('button', { name: 'Disable' }).click()
      await expect(progress).toHaveAccessibleName(`0 of ${left} answered`)
      await page.goBack()
      const outcome = page.getByRole('alert').filter({ hasText: `3 of ${left} project gateways are being removed` })
      await expect(outcome).toContainText(/Not disabled: kubesphere-router-.* more/)
    })
  })
})
