import { openMenu, projectTab, recordWrites, row } from './project-gateways'
import { isSave, saveEdit } from './actions'
import { expect, test } from './test'

const GW = '/kapis/gateway.kubesphere.io/v1alpha1'
const ROUTER = '/kapis/resources.kubesphere.io/v1alpha2'

test.describe('the menu of a row', () => {
  test.use({ scenario: 'mixed-states' })

  test('Edit changes this gateway and the row follows', async ({ page, open }) => {
    await open(projectTab)
    await openMenu(page, 'payments', 'Edit')
    const dialog = page.getByRole('dialog', { name: 'Edit kubesphere-router-payments' })
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    const put = page.waitForRequest(isSave)
    await saveEdit(dialog)
    const request = await put
    expect(new URL(request.url()).pathname).toBe(`${GW}/namespaces/payments/gateways`)
    expect(request.postDataJSON().metadata.name).toBe('kubesphere-router-payments')
    expect(request.postDataJSON().spec.deployment.replicas).toBe(2)
    await expect(row(page, 'payments')).toContainText('2 / 2')
  })

  test('Disable asks for the name, and the row goes', async ({ page, open }) => {
    await open(projectTab)
    const writes = recordWrites(page)
    await openMenu(page, 'shop', 'Disable')
    const dialog = page.getByRole('dialog', { name: 'Disable kubesphere-router-shop' })
    await expect(dialog.getByText('3 routes lose their address')).toBeVisible()
    await dialog.getByRole('textbox').fill('kubesphere-router-shop')
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await expect(row(page, 'shop')).toHaveCount(0)
    await expect(row(page, 'shop-staging')).toBeVisible()
    expect(writes).toEqual([`DELETE ${GW}/namespaces/shop/gateways`])
  })

  test('View Details leads to its page', async ({ page, open }) => {
    await open(projectTab)
    await openMenu(page, 'shop', 'View Details')
    await expect(page).toHaveURL(/\/gateways\/project\/kubesphere-router-shop\//)
  })
})

test.describe('a legacy gateway', () => {
  test.use({ scenario: 'legacy' })

  test('is updated after saying that traffic stops, and the update is seen', async ({ page, open }) => {
    await open(projectTab)
    await expect(row(page, 'legacy-two')).toContainText('Legacy gateway')
    await openMenu(page, 'legacy-two')
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toContainText('has to be updated before')
    await page.getByRole('menuitem', { name: 'Update' }).click()
    const dialog = page.getByRole('dialog', { name: 'Update kubesphere-router-legacy-two' })
    await expect(dialog).toContainText('Traffic through this gateway stops for a short time.')
    const seen = await page.evaluateHandle(() => {
      const texts: string[] = []
      new MutationObserver(() => texts.push(document.querySelector('table')?.textContent ?? '')).observe(
        document.body,
        { subtree: true, childList: true, characterData: true },
      )
      return texts
    })
    const post = page.waitForRequest((request) => request.method() === 'POST')
    await dialog.getByRole('button', { name: 'Update' }).click()
    expect(new URL((await post).url()).pathname).toBe(
      `${GW}/namespaces/legacy-two/gateways/kubesphere-router-legacy-two/upgrade`,
    )
    await expect(row(page, 'legacy-two')).toContainText(/Ready.*1 \/ 1/s)
    expect((await seen.jsonValue()).some((text) => text.includes('Applying'))).toBe(true)
    await expect(row(page, 'legacy-app')).toContainText('Legacy gateway')
    await openMenu(page, 'legacy-two')
    await expect(page.getByRole('menuitem', { name: 'Update' })).toHaveCount(0)
  })

  test('is disabled through the old route', async ({ page, open }) => {
    await open(projectTab)
    const writes = recordWrites(page)
    await openMenu(page, 'legacy-app', 'Disable')
    const dialog = page.getByRole('dialog', { name: 'Disable kubesphere-router-legacy-app' })
    await dialog.getByRole('textbox').fill('kubesphere-router-legacy-app')
    await dialog.getByRole('button', { name: 'Disable' }).click()
    await expect(row(page, 'legacy-app')).toHaveCount(0)
    expect(writes).toEqual([`DELETE ${ROUTER}/namespaces/legacy-app/router`])
  })
})
