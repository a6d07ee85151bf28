import { asSomebodyElse, choose, CLUSTER_GATEWAY, fact, saveEdit, settings } from './actions'
import { expect, test } from './test'

test.describe('lb-hostname', () => {
  test.use({ scenario: 'lb-hostname' })
  test('a load balancer with only a host name shows it, with a copy button', async ({ page, open }) => {
    await open(settings)
    await expect(fact(page, 'Address')).toContainText(/[a-z][a-z0-9-]*\.[a-z.]+/)
    await expect(fact(page, 'Address').getByRole('button', { name: /^Copy .*\./ })).toBeVisible()
  })
})

test.describe('loadbalancer', () => {
  test.use({ scenario: 'loadbalancer' })
  test('every address is shown, IPv4 before IPv6, beside the provider', async ({ page, open }) => {
    await open(settings)
    const addresses = fact(page, 'Address').getByRole('listitem')
    await expect(addresses).toHaveCount(2)
    await expect(addresses.first()).toContainText(/^\d+\.\d+\.\d+\.\d+/)
    await expect(addresses.last()).toContainText(':')
    await expect(fact(page, 'Provider')).toHaveText('Alibaba Cloud ACK')
  })

  test('a copied address is in the clipboard', async ({ page, open, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(settings)
    const address = fact(page, 'Address').getByRole('listitem').first()
    await address.getByRole('button', { name: /^Copy/ }).click()
    await expect(address.getByText('Copied')).toBeAttached()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    await expect(address).toContainText(copied)
  })
})

test.describe('lb-pending', () => {
  test.use({ scenario: 'lb-pending' })
  test('a pending address says so, and why', async ({ page, open }) => {
    await open(settings)
    await expect(fact(page, 'Address')).toContainText('Pending')
    await expect(fact(page, 'Address')).toContainText('SyncLoadBalancerFailed')
  })
})

test.describe('helm-failed', () => {
  test.use({ scenario: 'helm-failed' })
  test('a failure that only the Nginx object knows is shown with its reason', async ({ page, open }) => {
    await open(settings)
    await expect(fact(page, 'Status')).toContainText('Failed (UpgradeError)')
    await expect(fact(page, 'Status')).toContainText('Invalid value: -1: must be greater than or equal to 0')
    await expect(fact(page, 'Status').getByText('original upgrade error')).toBeHidden()
    await expect(fact(page, 'Replicas')).toHaveText('1 ready; -1 wanted, which is not possible')
    await fact(page, 'Status').getByText('Whole message').click()
    await expect(fact(page, 'Status').getByText('original upgrade error')).toBeVisible()
  })
})

test.describe('degraded', () => {
  test.use({ scenario: 'degraded' })
  test('missing replicas are counted, with the reason of the pod', async ({ page, open }) => {
    await open(settings)
    await expect(fact(page, 'Status')).toContainText('Degraded (2 of 3)')
    await expect(fact(page, 'Status')).toContainText('CrashLoopBackOff')
    await expect(fact(page, 'Replicas')).toHaveText('2 of 3 ready')
  })
})

test.describe('both-kinds', () => {
  test.use({ scenario: 'both-kinds' })
  test('a warning names the projects whose routes may switch', async ({ page, open }) => {
    await open(settings)
    const warning = page.getByRole('note').filter({ hasText: 'Two kinds of gateways are enabled' })
    await expect(warning).toContainText('dev and shop')
    await warning.getByRole('link', { name: 'See project gateways' }).click()
    await expect(page.getByRole('cell', { name: 'kubesphere-router-dev', exact: true })).toBeVisible()
    await expect(page.getByRole('cell', { name: 'kubesphere-router-kubesphere-system' })).toBeHidden()
  })
})

test.describe('errors while loading', () => {
  test.use({ faults: ['malformed@reads'] })
  test('an answer that cannot be understood is told with a way to retry', async ({ page, open }) => {
    await open(settings)
    const failure = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
    await expect(failure).toContainText('not valid JSON')
    await expect(failure.getByRole('button', { name: 'Retry' })).toBeVisible()
  })
})

test.describe('a connection that breaks', () => {
  test.use({ faults: ['dropped@reads'] })
  test('is told as a server that cannot be reached', async ({ page, open }) => {
    await open(settings)
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible()
  })
})

test('a reload keeps what was done in the demo', async ({ page, open }) => {
  await open(settings)
  await page.getByRole('button', { name: 'Manage' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('3')
  await saveEdit(dialog)
  await expect(fact(page, 'Replicas')).toHaveText('3 of 3 ready')
  await page.reload()
  await expect(fact(page, 'Replicas')).toHaveText('3 of 3 ready')
})

test('View Details leads to the page of the gateway, and Back to where one was', async ({ page, open }) => {
  await open(settings)
  await page.getByRole('button', { name: 'Manage' }).click()
  await page.getByRole('menuitem', { name: 'View Details' }).click()
  await expect(page.getByRole('heading', { name: 'kubesphere-router-kubesphere-system', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Gateway Settings' })).toBeVisible()
})

test.describe('without a gateway of this version', () => {
  test.use({ scenario: 'empty' })
  test('one that the old router API made is updated and disabled from the menu', async ({ page, open }) => {
    await open(settings)
    await expect(page.getByRole('button', { name: 'Enable Gateway' })).toBeVisible()
    const router = '/kapis/resources.kubesphere.io/v1alpha2/namespaces/kubesphere-system/router'
    expect(await asSomebodyElse(page, 'POST', router, { type: 'NodePort', annotations: {} })).toBe(200)
    await page.reload()
    await expect(fact(page, 'Type')).toHaveText('Legacy gateway')
    await choose(page, 'Disable')
    await page.getByRole('dialog').getByRole('textbox').fill(CLUSTER_GATEWAY)
    const removed = page.waitForRequest((request) => request.method() === 'DELETE')
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
    expect(new URL((await removed).url()).pathname).toBe(router)
    await expect(page.getByRole('button', { name: 'Enable Gateway' })).toBeVisible()

    expect(await asSomebodyElse(page, 'POST', router, { type: 'NodePort', annotations: {} })).toBe(200)
    await page.reload()
    await choose(page, 'Update')
    const upgraded = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/upgrade'))
    await page.getByRole('dialog').getByRole('button', { name: 'Update' }).click()
    await upgraded
    await expect(fact(page, 'Type')).toHaveText('Cluster gateway')
  })
})

test.describe('a user without rights', () => {
  test.use({ user: 'regular' })
  test('is told which right is missing, without a try that cannot help', async ({ page, open }) => {
    await open(settings)
    const told = page.getByRole('main').getByRole('alert')
    await expect(told.getByRole('heading', { name: 'You may not see this' })).toBeVisible()
    await expect(told).toContainText('User "regular" cannot list resource "gateways"')
    await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0)
  })
})
