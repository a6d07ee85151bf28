import type { Page } from '@playwright/test'
import { CLUSTER_GATEWAY, fact, isSave, openEdit, saveEdit, settings } from './actions'
import { expect, test } from './test'

test.describe('signing in', () => {
  test.use({ user: null })

  const signIn = async (page: Page, user: string, password = 'P@88w0rd') => {
    await page.getByRole('textbox', { name: 'User name' }).fill(user)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  test('leads through the platform menu to the gateway settings', async ({ page, open }) => {
    await open('/')
    await expect(page).toHaveTitle('Sign in · Gateway Console')
    await signIn(page, 'admin')
    await expect(page.getByRole('heading', { name: 'Gateway Settings' })).toBeVisible()
    await page.getByRole('button', { name: 'Platform' }).click()
    await page.getByRole('menuitem', { name: 'Cluster Management' }).click()
    await expect(page).toHaveURL(/\/clusters\/default\/gateways\/cluster$/)
    await expect(page.getByRole('link', { name: 'Gateway Settings' })).toBeVisible()
    await expect(page).toHaveTitle('Cluster Gateway · Gateway Console')
  })

  test('leads back to where one was going', async ({ page, open }) => {
    await open('/clusters/default/gateways/project')
    await signIn(page, 'admin')
    await expect(page).toHaveURL(/\/clusters\/default\/gateways\/project/)
  })

  for (const [user, password, reason] of [
    ['admin', 'wrong', 'User name or password is wrong.'],
    ['nobody', 'P@88w0rd', 'User name or password is wrong.'],
    ['disabled', 'P@88w0rd', 'This account is disabled.'],
    ['locked', 'P@88w0rd', 'Too many failed attempts.'],
    ['fresh', 'P@88w0rd', 'still has its initial password'],
  ] as const) {
    test(`${user} with password ${password} is refused with a reason`, async ({ page, open }) => {
      await open('/login')
      await signIn(page, user, password)
      await expect(page.getByRole('alert')).toContainText(reason)
      await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(user)
    })
  }

  test('tokens are in the session storage only; they and all that was read are gone after signing out', async ({
    page,
    open,
  }) => {
    await open('/')
    await signIn(page, 'admin')
    await expect(fact(page, 'Status')).toContainText('Ready')
    const stored = () =>
      page.evaluate(() => [JSON.stringify(localStorage), sessionStorage.getItem('gateway-console.session')] as const)
    const [local, session] = await stored()
    expect(local).not.toContain('accessToken')
    expect(session).toContain('accessToken')
    const signOut = async (user: string) => {
      await page.getByRole('button', { name: `User menu of ${user}` }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      expect((await stored())[1]).toBeNull()
    }
    await signOut('admin')
    // The next one on the same page sees nothing of what the first one was shown.
    await signIn(page, 'regular')
    await expect(page.getByRole('alert').filter({ hasText: 'User "regular" cannot list' })).toBeVisible()
    await expect(fact(page, 'Status')).toHaveCount(0)
    await signOut('regular')
    await page.goto(settings)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test.describe('with the server down', () => {
    test.use({ faults: ['dropped'] })
    test('says that the server cannot be reached', async ({ page, open }) => {
      await open('/login')
      await signIn(page, 'admin')
      await expect(page.getByRole('alert')).toContainText('The server cannot be reached.')
    })
  })
})

test.describe('a session that is lost with the dialog open', () => {
  test.use({ faults: ['session-lost'] })

  test('is renewed in place: the form is still there, and OK works', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    await saveEdit(dialog)

    const again = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(again.getByRole('textbox', { name: 'User name' })).toHaveValue('admin')
    await again.getByLabel('Password', { exact: true }).fill('P@88w0rd')
    await again.getByRole('button', { name: 'Sign in' }).click()
    await expect(again).toBeHidden()
    await dialog.getByRole('button', { name: 'Back' }).click()
    await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')

    const put = page.waitForRequest(isSave)
    await saveEdit(dialog)
    expect((await put).postDataJSON().spec.deployment.replicas).toBe(2)
    await expect(page.getByText(`${CLUSTER_GATEWAY} is saved`)).toBeVisible()
  })

  const loseSession = async (page: Page) => {
    const dialog = await openEdit(page)
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    await saveEdit(dialog)
    const again = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(again).toBeVisible()
    return again
  }

  test('asks for nothing meanwhile, and for everything at once afterwards', async ({ page, open }) => {
    await open(settings)
    const again = await loseSession(page)
    const reads: string[] = []
    page.on('request', (request) => request.url().includes('/kapis/gateway') && reads.push(request.url()))
    await again.getByLabel('Password', { exact: true }).fill('P@88w0rd')
    expect(reads).toEqual([])
    const read = page.waitForResponse((response) => response.url().includes('/kapis/gateway') && response.ok())
    await again.getByRole('button', { name: 'Sign in' }).click()
    await read
    await expect(fact(page, 'Status')).toContainText('Ready')
    await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toHaveCount(0)
  })

  test('shows nothing of the first user to somebody else who signs in', async ({ page, open }) => {
    await open(settings)
    const again = await loseSession(page)
    await again.getByRole('textbox', { name: 'User name' }).fill('regular')
    await again.getByLabel('Password', { exact: true }).fill('P@88w0rd')
    await again.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'User "regular" cannot list' })).toBeVisible()
    await expect(fact(page, 'Status')).toHaveCount(0)
  })
})

test.describe('a viewer', () => {
  test.use({ user: 'clusterviewer' })

  test('sees the gateway and cannot change it, and is told which right is missing', async ({ page, open }) => {
    await open(settings)
    await expect(fact(page, 'Status')).toContainText('Ready')
    await page.getByRole('button', { name: 'Manage' }).click()
    const edit = page.getByRole('menuitem', { name: 'Edit' })
    await expect(edit).toHaveAttribute('aria-disabled', 'true')
    await expect(edit).toContainText('update gateways.gateway.kubesphere.io')
    await expect(page.getByRole('menuitem', { name: 'Disable' })).toContainText('delete gateways.gateway.kubesphere.io')
  })

  test.describe('without a gateway', () => {
    test.use({ scenario: 'empty' })
    test('cannot enable one, and is told why', async ({ page, open }) => {
      await open(settings)
      const enable = page.getByRole('button', { name: 'Enable Gateway' })
      await expect(enable).toHaveAttribute('aria-disabled', 'true')
      await expect(enable).toHaveAccessibleDescription(/create gateways\.gateway\.kubesphere\.io/)
    })
  })
})
