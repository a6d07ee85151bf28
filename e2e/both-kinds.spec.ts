import { settings } from './actions'
import { projectTab, row } from './project-gateways'
import { expect, expectAccessible, test } from './test'

test.describe('both kinds side by side', () => {
  test.use({ scenario: 'both-kinds' })

  for (const [tab, path] of [
    ['Cluster Gateway', settings],
    ['Project Gateways', projectTab],
  ] as const) {
    test(`${tab} says which projects have both, and who serves which route`, async ({ page, open }) => {
      await open(path)
      const note = page.getByRole('note').filter({ hasText: 'Two kinds of gateways are enabled' })
      await expect(note).toContainText('dev and shop')
      // A Service tells which gateway has which address, so the Services of both are read.
      const services = page.waitForRequest((request) => {
        const { pathname, searchParams } = new URL(request.url())
        const asked = searchParams.get('names')?.split(',') ?? []
        const both = ['kubesphere-router-kubesphere-system', 'kubesphere-router-dev', 'kubesphere-router-shop']
        return pathname.endsWith('/services') && both.every((name) => asked.includes(name))
      })
      await note.getByRole('button', { name: 'Which gateway serves which route' }).click()
      await services
      const routes = note.getByRole('table', { name: 'Which gateway serves which route' })
      // dev: the one behind a load balancer is the project's, and the route has a node's address.
      await expect(routes.getByRole('row').filter({ hasText: 'dev/preview' })).toContainText(
        /dev\.example\.com.*192\.168\.\d+\.\d+.*Cluster gateway/,
      )
      // shop: both use node ports.
      await expect(routes.getByRole('row').filter({ hasText: 'shop/storefront' })).toContainText('fits both')
      await expect(routes.getByRole('row').filter({ hasText: 'billing' })).toHaveCount(0)
      await expectAccessible(page)
    })
  }

  test('when the cluster gateway goes, so does the note; before another one is enabled, the dialog warns', async ({
    page,
    open,
  }) => {
    await open(settings)
    await expect(page.getByText('Two kinds of gateways are enabled')).toBeVisible()
    await page.getByRole('button', { name: 'Manage' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('kubesphere-router-kubesphere-system')
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('link', { name: 'Project Gateways', exact: true }).click()
    await expect(row(page, 'dev')).toBeVisible()
    await expect(page.getByText('Two kinds of gateways are enabled')).toBeHidden()
    await page.getByRole('link', { name: 'Cluster Gateway', exact: true }).click()
    await page.getByRole('button', { name: 'Enable Gateway' }).click()
    const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
    await expect(dialog.getByRole('note')).toContainText('2 projects have a gateway of their own')
    await expect(dialog.getByRole('note')).toContainText('dev and shop')
    await expect(dialog.getByRole('note')).toContainText('may switch')
  })
})

test.describe('with more routes than are read at once', () => {
  test.use({ scenario: 'many-routes' })

  test('they are looked at part by part', async ({ page, open }) => {
    await open(projectTab)
    const note = page.getByRole('note').filter({ hasText: 'Two kinds of gateways are enabled' })
    await note.getByRole('button', { name: 'Which gateway serves which route' }).click()
    const routes = note.getByRole('region', { name: 'Which gateway serves which route' })
    await expect(routes).toContainText('No route on this page belongs to a project with both kinds.')
    await expect(routes).toContainText('Part 1 of 2 of all routes.')
    await expect(routes.getByRole('button', { name: 'Previous page' })).toBeDisabled()
    await routes.getByRole('button', { name: 'Next page' }).click()
    await expect(routes.getByRole('row').filter({ hasText: 'dev/preview' })).toContainText('Cluster gateway')
    await expect(routes).toContainText('Part 2 of 2 of all routes.')
    await expect(routes.getByRole('button', { name: 'Next page' })).toBeDisabled()
    await routes.getByRole('button', { name: 'Previous page' }).click()
    await expect(routes).toContainText('Part 1 of 2 of all routes.')
  })
})

test.describe('two thousand projects with a gateway of their own', () => {
  test.use({ scenario: 'many-projects' })

  test('all of them can be read before a cluster gateway is enabled', async ({ page, open }) => {
    await open(settings)
    await page.getByRole('button', { name: 'Enable Gateway' }).click()
    const note = page.getByRole('dialog', { name: 'Enable Gateway' }).getByRole('note')
    await expect(note).toContainText('2000 projects have a gateway of their own')
    await expect(note).toContainText('1995 more projects')
    await note.getByRole('button', { name: 'Show all 2000 projects' }).click()
    const projects = note.getByRole('list', { name: 'Projects with a gateway of their own' }).getByRole('listitem')
    await expect(projects).toHaveCount(100)
    const first = await projects.allTextContents()
    await expect(note).toContainText('Part 1 of 20 of all projects.')
    await expectAccessible(page)
    await note.getByRole('button', { name: 'Next page' }).click()
    await expect(note).toContainText('Part 2 of 20 of all projects.')
    await expect(projects).toHaveCount(100)
    await expect(projects.first()).not.toHaveText(first[0] ?? '')
    expect(new Set([...first, ...(await projects.allTextContents())]).size).toBe(200)
  })
})
