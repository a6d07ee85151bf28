import { asSomebodyElse, details, rawPath, readFromServer } from './actions'
import { expect, test } from './test'

test.use({ scenario: 'loadbalancer' })
const path = details('metadata')

test('labels and annotations of the gateway and of its Service stand apart', async ({ page, open }) => {
  await open(path)
  await expect(page.getByRole('list', { name: 'Annotations of the gateway' })).toContainText('kubesphere.io/creator')
  await expect(page.getByRole('list', { name: 'Labels of the Service' })).toContainText('helm.sh/chart')
  await expect(page.getByRole('list', { name: 'Annotations of the Service' })).toContainText(
    'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec',
  )
  await expect(
    page.getByRole('region').or(page.locator('section')).filter({ hasText: 'Labels of the gateway' }),
  ).toContainText('None')
})

test('a key, a value and all can be copied', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(path)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy key kubesphere.io/creator' }).click()
  expect(await copied()).toBe('kubesphere.io/creator')
  await page.getByRole('button', { name: 'Copy value of kubesphere.io/creator' }).click()
  expect(await copied()).toBe('admin')
  await page.getByRole('button', { name: 'Copy all' }).first().click()
  expect(await copied()).toBe('kubesphere.io/annotations: Aliyun ACK\nkubesphere.io/creator: admin')
})

test('search looks into keys and values of all of them', async ({ page, open }) => {
  await open(path)
  await page.getByRole('textbox', { name: 'Search metadata' }).fill('slb.s1')
  await expect(page.getByRole('list', { name: 'Annotations of the Service' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'Annotations of the gateway' })).toBeHidden()
  await expect(page).toHaveURL(/q=slb\.s1/)
})

test('long values wrap, and JSON can be unfolded', async ({ page, open }) => {
  await open(path)
  await expect(page.getByRole('list', { name: 'Annotations of the gateway' })).toBeVisible()
  const gateway = (await readFromServer(page, rawPath)) as { metadata: { annotations: object } }
  const annotations = {
    ...gateway.metadata.annotations,
    'example.com/json': '{"owner":{"team":"edge"},"list":[1,2]}',
    'example.com/long': 'x'.repeat(3000),
  }
  const next = { ...gateway, metadata: { ...gateway.metadata, annotations } }
  expect(await asSomebodyElse(page, 'PUT', rawPath, next)).toBe(200)
  await page.reload()
  await expect(page.getByText('x'.repeat(3000))).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.getByRole('button', { name: 'Unfold example.com/json' }).click()
  await expect(page.getByText('"team": "edge"')).toBeVisible()
  await page.getByRole('button', { name: 'Fold example.com/json' }).click()
  await expect(page.getByText('"team": "edge"')).toBeHidden()
})

test.describe('a Service that may not be read', () => {
  test.use({ scenario: 'both-kinds', user: 'projectadmin' })
  test('is told, and the gateway stays readable', async ({ page, open }) => {
    await open(details('metadata', 'kubesphere-router-shop', 'project'))
    await expect(page.getByRole('list', { name: 'Annotations of the gateway' })).toContainText('kubesphere.io/creator')
    await expect(page.getByRole('alert').filter({ hasText: 'The Service could not be loaded.' })).toBeVisible()
  })
})
