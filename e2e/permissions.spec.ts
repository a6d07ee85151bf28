import type { Locator, Page } from '@playwright/test'
import { CLUSTER_GATEWAY, details, rawPath, settings } from './actions'
import { openMenu, projectTab, row } from './project-gateways'
import { expect, test } from './test'

const GW = '/kapis/gateway.kubesphere.io/v1alpha1/namespaces'
const working = 'kubesphere-controls-system'

/** What the server says when it is tried all the same, in the words of the console: verb, resource, namespace. */
async function refusal(page: Page, method: string, path: string): Promise<string> {
  const message = await page.evaluate(
    async ([verb, url]) => {
      const session: { accessToken: string } = JSON.parse(sessionStorage.getItem('gateway-console.session') ?? '{}')
      const response = await fetch(url, { method: verb, headers: { Authorization: `Bearer ${session.accessToken}` } })
      const body: { message: string } = await response.json()
      return `${response.status} ${body.message}`
    },
    [method, path] as const,
  )
  const [, verb, resource = '', group, namespace] =
    /^403 .* cannot (\w+) resource "([^"]+)" in API group "([^"]+)" in the namespace "([^"]+)"$/.exec(message) ?? []
  const [whole, part] = resource.split('/')
  return `You need the right “${verb} ${whole}.${group}${part ? `/${part}` : ''}” in the namespace ${namespace}.`
}

const expectButton = async (button: Locator, why: string) => {
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(why)
}
const expectEntry = async (page: Page, entry: string, why: string) => {
  const item = page.getByRole('menuitem', { name: entry, exact: true })
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await expect(item).toContainText(why)
  await expect(item).toHaveAccessibleDescription(why)
}

test.describe('whoever may only look is told verb, resource and namespace, as the server would', () => {
  test.use({ user: 'clusterviewer' })

  test.describe('of the cluster gateway', () => {
    test('in its menu, on its page, at its replicas and at its options', async ({ page, open }) => {
      await open(settings)
      await expect(page.getByRole('button', { name: 'Manage' })).toBeVisible()
      const update = await refusal(page, 'PUT', rawPath)
      const remove = await refusal(page, 'DELETE', rawPath)
      expect(update).toBe(`You need the right “update gateways.gateway.kubesphere.io” in the namespace ${working}.`)
      await page.getByRole('button', { name: 'Manage' }).click()
      await expectEntry(page, 'Edit', update)
      await expectEntry(page, 'Disable', remove)

      await open(details('resource-status'))
      await expectButton(page.getByRole('button', { name: 'Edit', exact: true }), update)
      for (const name of ['Add replica', 'Remove replica', 'Apply'])
        await expectButton(page.getByRole('button', { name }), update)
      await page.getByRole('button', { name: 'More' }).click()
      await expectEntry(page, 'Disable', remove)

      await open(details('gateway-configs'))
      await expectButton(page.getByRole('button', { name: 'Edit proxy-body-size' }), update)
    })

    test.describe('before there is one', () => {
      test.use({ scenario: 'empty' })
      test('at Enable Gateway', async ({ page, open }) => {
        await open(settings)
        const enable = page.getByRole('button', { name: 'Enable Gateway' })
        await expect(enable).toBeVisible()
        await expectButton(enable, await refusal(page, 'POST', rawPath))
      })
    })
  })

  test.describe('of project gateways', () => {
    test.use({ scenario: 'mixed-states' })

    test('in the menus of their rows, where several are disabled, and where one is enabled', async ({ page, open }) => {
      await open(projectTab)
      await expect(row(page, 'shop')).toBeVisible()
      await openMenu(page, 'shop')
      await expectEntry(page, 'Edit', await refusal(page, 'PUT', `${GW}/shop/gateways`))
      const remove = await refusal(page, 'DELETE', `${GW}/shop/gateways`)
      await expectEntry(page, 'Disable', remove)
      expect(remove).toContain('deletecollection')
      await page.keyboard.press('Escape')

      await page.getByRole('checkbox', { name: 'Select kubesphere-router-shop', exact: true }).check()
      const anywhere = (told: string) => told.replace(/in the namespace .*/, 'in the namespace of the project.')
      await expectButton(page.getByRole('button', { name: 'Disable selected' }), anywhere(remove))
      const create = await refusal(page, 'POST', `${GW}/shop/gateways`)
      await expectButton(page.getByRole('button', { name: 'Enable for a Project' }), anywhere(create))
    })

    test('of a legacy one, which other routes of the server update and remove', async ({ page, open }) => {
      await open(projectTab)
      await expect(row(page, 'legacy-app')).toBeVisible()
      const gateway = 'kubesphere-router-legacy-app'
      const upgrade = await refusal(page, 'POST', `${GW}/legacy-app/gateways/${gateway}/upgrade`)
      const remove = await refusal(
        page,
        'DELETE',
        '/kapis/resources.kubesphere.io/v1alpha2/namespaces/legacy-app/router',
      )
      await openMenu(page, 'legacy-app')
      await expectEntry(page, 'Update', upgrade)
      await expectEntry(page, 'Disable', remove)
      await page.keyboard.press('Escape')
      await page.getByRole('checkbox', { name: `Select ${gateway}`, exact: true }).check()
      await expectButton(
        page.getByRole('button', { name: 'Disable selected' }),
        remove.replace(/in the namespace .*/, 'in the namespace of the project.'),
      )
      await open(details('metadata', gateway, 'project'))
      await page.getByRole('button', { name: 'More' }).click()
      await expectEntry(page, 'Update', upgrade)
      await expectEntry(page, 'Disable', remove)
    })
  })
})

test('whoever has the rights is told nothing', async ({ page, open }) => {
  await open(details('resource-status'))
  await expect(page.getByRole('heading', { level: 1, name: CLUSTER_GATEWAY })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add replica' })).not.toHaveAttribute('aria-disabled')
  await expect(page.getByText('You need the right')).toHaveCount(0)
})
