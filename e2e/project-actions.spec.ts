import { readFile } from 'node:fs/promises'
import { readFromServer, settings } from './actions'
import { openMenu, projectTab, recordWrites, row, table } from './project-gateways'
import { expect, expectAccessible, test } from './test'

const GW = '/kapis/gateway.kubesphere.io/v1alpha1'
const ROUTER = '/kapis/resources.kubesphere.io/v1alpha2'

test.describe('the menu of a row', () => {
  test.use({ scenario: 'mixed-states' })

  test('Edit changes this gateway and the row follows', async ({ page, open }) => {
    await open(projectTab)
    await openMenu(page, 'payments', 'Edit')
    const dialog = page.getByRole('dialog', { name: 'Edit kubesphere-router-payments' })
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    const put = page.waitForRequest((request) => request.method() === 'PUT')
    await dialog.getByRole('button', { name: 'OK' }).click()
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
})

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
      await note.getByRole('button', { name: 'Which gateway serves which route' }).click()
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

  test('when the cluster gateway goes, so does the note', async ({ page, open }) => {
    await open(settings)
    await expect(page.getByText('Two kinds of gateways are enabled')).toBeVisible()
    await page.getByRole('button', { name: 'Manage' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('kubesphere-router-kubesphere-system')
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('link', { name: 'Project Gateways', exact: true }).click()
    await expect(row(page, 'dev')).toBeVisible()
    await expect(page.getByText('Two kinds of gateways are enabled')).toBeHidden()
  })

  test('before a cluster gateway is enabled beside project gateways, the dialog warns', async ({ page, open }) => {
    await open(settings)
    await page.getByRole('button', { name: 'Manage' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('kubesphere-router-kubesphere-system')
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
    await page.getByRole('button', { name: 'Enable Gateway' }).click()
    const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
    await expect(dialog.getByRole('note')).toContainText('2 projects have a gateway of their own')
    await expect(dialog.getByRole('note')).toContainText('dev and shop')
  })
})

test.describe('export', () => {
  test.use({ scenario: 'many-projects' })

  test('writes every page of what is filtered into one file', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('searchbox').fill('harbor-api')
    await expect(page).toHaveURL(/name=harbor-api/)
    const total = await page
      .getByText(/^\d+ project gateways$/)
      .filter({ hasNotText: '2000' })
      .textContent()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^project-gateways-default-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFFName,Project,Status,Access mode,Provider,Address,Ports,Replicas ready,Replicas wanted,Tracing,Creator,Created',
    )
    expect(lines.length - 1).toBe(Number.parseInt(total ?? '', 10))
    expect(lines.slice(1).every((line) => line.includes('harbor-api') && line.includes(',Ready,'))).toBe(true)
    await expect(page.getByRole('status').filter({ hasText: 'gateways exported' })).toBeVisible()
  })

  test.describe('on a slow server', () => {
    test.use({ faults: ['slow@reads'] })

    test('tells how far it is, and can be given up', async ({ page, open }) => {
      await open(projectTab)
      await expect(page.getByText('2000 project gateways')).toBeVisible()
      let downloads = 0
      page.on('download', () => (downloads += 1))
      await page.getByRole('button', { name: 'Export' }).click()
      const dialog = page.getByRole('dialog', { name: 'Export Project Gateways' })
      await expect(dialog.getByRole('progressbar')).toHaveAccessibleName('100 of 2000 gateways read')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toBeHidden()
      const late: string[] = []
      page.on('request', (request) => late.push(request.url()))
      await page.getByRole('searchbox').fill('harbor')
      await expect(page).toHaveURL(/name=harbor/)
      await expect(page.getByText(/^\d{3} project gateways$/)).toBeVisible()
      expect(late.filter((url) => url.includes('limit=100'))).toEqual([])
      expect(downloads).toBe(0)
    })
  })
})
