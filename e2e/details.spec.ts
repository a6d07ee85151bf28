import { asSomebodyElse, CLUSTER_GATEWAY, details, fact, isSave, rawPath, saveEdit, settings } from './actions'
import { expect, test } from './test'

test.describe('the header', () => {
  test.use({ scenario: 'loadbalancer' })

  test('says what the gateway is, how it is and where it can be reached', async ({ page, open }) => {
    await open(details())
    await expect(page.getByRole('heading', { level: 1, name: CLUSTER_GATEWAY })).toBeVisible()
    await expect(fact(page, 'Type')).toHaveText('Cluster gateway')
    await expect(fact(page, 'Status')).toContainText('Ready')
    await expect(fact(page, 'Address').getByRole('button', { name: /^Copy 203\.0\.113\./ })).toBeVisible()
    await expect(fact(page, 'Address').getByRole('button', { name: /^Copy 2001:db8:/ })).toBeVisible()
    await expect(fact(page, 'Cluster')).toHaveText('default')
    await expect(fact(page, 'Project')).toHaveText('All projects')
    await expect(fact(page, 'Creator')).toHaveText('admin')
    await expect(fact(page, 'Controller version')).toHaveText('v1.1.0')
    await expect(fact(page, 'Helm release')).toContainText(`${CLUSTER_GATEWAY} · ingress-nginx-4.0.13`)
  })

  test('tells when it was made: absolute, relative on hover, and as UTC', async ({ page, open }) => {
    await open(details())
    const time = fact(page, 'Created').getByRole('time')
    await expect(time).toHaveAttribute('title', /(weeks|days|month)/)
    await expect(time).not.toContainText('UTC')
    await page.getByRole('button', { name: 'User menu of admin' }).click()
    await page.getByRole('menuitemradio', { name: 'As UTC' }).click()
    await expect(time).toContainText('UTC')
    await page.reload()
    await expect(time).toContainText('UTC')
  })

  test('leads back to the tab it came from', async ({ page, open }) => {
    await open(details('metadata'))
    const way = page.getByRole('navigation', { name: 'Way back' })
    await expect(way.getByRole('link', { name: 'Gateway Settings' })).toBeVisible()
    await way.getByRole('link', { name: 'Cluster Gateway' }).click()
    await expect(page).toHaveURL(new RegExp(`${settings}$`))
  })

  test('opens the edit dialog and saves', async ({ page, open }) => {
    await open(details())
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `Edit ${CLUSTER_GATEWAY}` })
    await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('64m')
    const put = page.waitForRequest(isSave)
    await saveEdit(dialog)
    expect((await put).postDataJSON().spec.controller.config['proxy-body-size']).toBe('64m')
    await expect(dialog).toBeHidden()
  })
})

test.describe('what can be taken along', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))
  const clipboard = (page: { evaluate: (read: () => Promise<string>) => Promise<string> }) =>
    page.evaluate(() => navigator.clipboard.readText())

  test('YAML that can be applied: no status, nothing that the server keeps for itself', async ({ page, open }) => {
    await open(details())
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Copy YAML' }).click()
    await expect(page.getByText('YAML copied')).toBeVisible()
    const yaml = await clipboard(page)
    expect(yaml).toContain('apiVersion: gateway.kubesphere.io/v1alpha1\nkind: Gateway\n')
    expect(yaml).toContain(`name: ${CLUSTER_GATEWAY}`)
    expect(yaml).toContain('proxy-body-size: 20m')
    expect(yaml).not.toMatch(/status:|managedFields|resourceVersion|uid:/)
  })

  test('the kubectl command', async ({ page, open }) => {
    await open(details())
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Copy kubectl command' }).click()
    await expect(page.getByText('Command copied')).toBeVisible()
    expect(await clipboard(page)).toBe(
      `kubectl -n kubesphere-controls-system get gateways.gateway.kubesphere.io ${CLUSTER_GATEWAY} -o yaml`,
    )
  })
})

test('a gateway that does not exist is a page that says so', async ({ page, open }) => {
  for (const path of [
    details('', 'kubesphere-router-nothing', 'project'),
    details('', 'kubesphere-router-dev', 'cluster'),
    details('', CLUSTER_GATEWAY, 'project'),
    details('', 'shop', 'project'),
  ]) {
    await open(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
    await expect(page.getByText(/There is no gateway named/)).toBeVisible()
  }
})

test('a part that does not exist is a page that says so', async ({ page, open }) => {
  await open(details('nonsense'))
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing here' })).toBeVisible()
  await expect(page).toHaveTitle('Nothing here · Gateway Console')
})

test('disabled elsewhere while it is open: the page says so and leads back', async ({ page, open }) => {
  await open(details('metadata'))
  await expect(page.getByRole('heading', { level: 1, name: CLUSTER_GATEWAY })).toBeVisible()
  expect(await asSomebodyElse(page, 'DELETE', rawPath)).toBe(200)
  // Coming back from another window asks anew for what is older than a second.
  const gone = page.getByRole('heading', { name: 'This gateway was disabled' })
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
      return gone.isVisible()
    })
    .toBe(true)
  await page.getByRole('link', { name: 'Back to Gateway Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Cluster Gateway Not Enabled' })).toBeVisible()
})

test.describe('a project gateway', () => {
  test.use({ scenario: 'both-kinds' })

  test('has the same page, with its project, and leads back to project gateways', async ({ page, open }) => {
    await open(details('resource-status', 'kubesphere-router-dev', 'project'))
    await expect(fact(page, 'Type')).toHaveText('Project gateway')
    await expect(fact(page, 'Project')).toHaveText('dev')
    await expect(fact(page, 'Creator')).toHaveText('projectadmin')
    await expect(page.getByRole('table', { name: 'Pods' }).getByText(/^kubesphere-router-dev-/)).toHaveCount(1)
    await page.getByRole('navigation', { name: 'Way back' }).getByRole('link', { name: 'Project Gateways' }).click()
    await expect(page).toHaveURL(/gateways\/project$/)
  })

  test('is disabled by its own route, and only it', async ({ page, open }) => {
    const name = 'kubesphere-router-dev'
    await open(details('metadata', name, 'project'))
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    const dialog = page.getByRole('dialog', { name: `Disable ${name}` })
    await dialog.getByRole('textbox').fill(name)
    const sent = page.waitForRequest((request) => request.method() === 'DELETE')
    await dialog.getByRole('button', { name: 'Disable' }).click()
    expect(new URL((await sent).url()).pathname).toBe('/kapis/gateway.kubesphere.io/v1alpha1/namespaces/dev/gateways')
    await expect(page.getByRole('heading', { name: 'This gateway was disabled' })).toBeVisible()
  })
})

test.describe('a legacy gateway', () => {
  test.use({ scenario: 'legacy' })
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))
  const name = 'kubesphere-router-legacy-app'

  test('cannot be edited before it is updated, and says so; Update shows itself happening', async ({ page, open }) => {
    await open(details('', name, 'project'))
    await expect(fact(page, 'Type')).toHaveText('Legacy gateway')
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveAccessibleDescription(
      /has to be updated/,
    )
    await page.getByRole('button', { name: 'More' }).click()
    // There is no Gateway object to copy, or to ask kubectl for.
    await expect(page.getByRole('menuitem', { name: 'Copy YAML' })).toHaveAccessibleDescription(/no Gateway object/)
    await page.getByRole('menuitem', { name: 'Copy kubectl command' }).click()
    const command = `kubectl -n kubesphere-controls-system get deployments,services ${name} -o yaml`
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(command)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Update' }).click()
    const dialog = page.getByRole('dialog', { name: `Update ${name}` })
    await expect(dialog.getByText('stops for a short time')).toBeVisible()
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/upgrade'))
    await dialog.getByRole('button', { name: 'Update' }).click()
    expect(new URL((await sent).url()).pathname).toBe(
      `/kapis/gateway.kubesphere.io/v1alpha1/namespaces/legacy-app/gateways/${name}/upgrade`,
    )
    await expect(fact(page, 'Type')).toHaveText('Project gateway')
    await expect(fact(page, 'Status')).toContainText('Ready')
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).not.toHaveAttribute('aria-disabled')
  })

  test('is disabled through the old router API', async ({ page, open }) => {
    await open(details('', name, 'project'))
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Disable' }).click()
    const dialog = page.getByRole('dialog', { name: `Disable ${name}` })
    await dialog.getByRole('textbox').fill(name)
    const sent = page.waitForRequest((request) => request.method() === 'DELETE')
    await dialog.getByRole('button', { name: 'Disable' }).click()
    expect(new URL((await sent).url()).pathname).toBe(
      '/kapis/resources.kubesphere.io/v1alpha2/namespaces/legacy-app/router',
    )
    await expect(page.getByRole('heading', { name: 'This gateway was disabled' })).toBeVisible()
  })
})

test.describe('tabs', () => {
  test('are routes: links, back and forward work, and each has its own code, fetched on hover', async ({
    page,
    open,
  }) => {
    await open(details())
    await expect(page).toHaveURL(/monitors/)
    await expect(page).toHaveTitle(`${CLUSTER_GATEWAY} · Monitoring · Gateway Console`)
    const tabs = page.getByRole('navigation', { name: 'Parts of the gateway' })
    const code = page.waitForRequest((request) => /MetadataTab.*\.js/.test(request.url()))
    await tabs.getByRole('link', { name: 'Metadata' }).hover()
    await code
    await tabs.getByRole('link', { name: 'Metadata' }).click()
    await expect(page.getByRole('heading', { name: 'Annotations of the gateway' })).toBeVisible()
    await tabs.getByRole('link', { name: 'Configuration Options' }).click()
    await expect(page.getByRole('table', { name: 'Configuration Options' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Annotations of the gateway' })).toBeVisible()
    await expect(page).toHaveTitle(`${CLUSTER_GATEWAY} · Metadata · Gateway Console`)
    await page.goForward()
    await expect(page.getByRole('table', { name: 'Configuration Options' })).toBeVisible()
    await tabs.getByRole('link', { name: 'Gateway Logs' }).click()
    await expect(page).toHaveTitle(`${CLUSTER_GATEWAY} · Gateway Logs · Gateway Console`)
  })

  test('a refetch never blanks the page', async ({ page, open }) => {
    await open(details('resource-status'))
    await expect(page.getByRole('table', { name: 'Pods' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Events' })).toBeVisible()
    const blanked = await page.evaluateHandle(() => {
      const seen: string[] = []
      new MutationObserver(() => {
        if (document.querySelector('[aria-busy="true"]')) seen.push('busy')
        if (document.querySelectorAll('main table').length < 3) seen.push('table gone')
        if (!document.querySelector('main h1')) seen.push('heading gone')
      }).observe(document.body, { subtree: true, childList: true, attributes: true })
      return seen
    })
    await page.getByRole('button', { name: 'Add replica' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByText('2 of 2 ready')).toBeVisible()
    expect(await blanked.jsonValue()).toEqual([])
  })
})
