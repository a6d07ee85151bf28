import type { Page } from '@playwright/test'
import { addPair, CLUSTER_GATEWAY, fact, rawPath, recordFact, settings } from './actions'
import { expect, test } from './test'

test.use({ scenario: 'empty' })

test('an admin enables a NodePort gateway and watches it become ready', async ({ page, open }) => {
  await open(settings)
  await expect(page.getByRole('heading', { name: 'Cluster Gateway Not Enabled' })).toBeVisible()
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await expect(dialog.getByRole('radio', { name: 'NodePort' })).toBeChecked()

  const states = await recordFact(page, 'Status')
  const post = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/gateways/'))
  await dialog.getByRole('button', { name: 'OK' }).click()
  expect((await post).postDataJSON()).toEqual({
    apiVersion: 'gateway.kubesphere.io/v1alpha1',
    kind: 'Gateway',
    metadata: {
      name: CLUSTER_GATEWAY,
      namespace: 'kubesphere-controls-system',
      annotations: { 'kubesphere.io/annotations': '', 'kubesphere.io/creator': 'admin' },
    },
    spec: {
      controller: { replicas: 1, annotations: {}, config: {}, scope: { enabled: false, namespace: '' } },
      deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'false' }, replicas: 1 },
      service: { annotations: {}, type: 'NodePort' },
    },
  })

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: `${CLUSTER_GATEWAY} is enabled` })).toBeVisible()
  await expect(page.getByRole('heading', { name: CLUSTER_GATEWAY })).toBeVisible()
  await expect(fact(page, 'Status')).toContainText('Ready')
  expect(await states()).toContainEqual(expect.stringContaining('Applying'))
  await expect(fact(page, 'Address')).toContainText(/\d+\.\d+\.\d+\.\d+/)
  await expect(fact(page, 'Node ports')).toContainText(/HTTP 3\d{4}.*HTTPS 3\d{4}/)
  await expect(fact(page, 'Replicas')).toHaveText('1 of 1 ready')
  await expect(fact(page, 'Creator')).toHaveText('admin')
})

test('a LoadBalancer gateway is sent with provider, annotation, option, tracing and replicas', async ({
  page,
  open,
}) => {
  await open(settings)
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await dialog.getByRole('radio', { name: 'LoadBalancer' }).check()
  await dialog.getByRole('combobox', { name: 'Load Balancer Provider' }).click()
  await page.getByTitle('Alibaba Cloud ACK').click()
  await addPair(dialog, 'Annotation', 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec', 'slb.s1.small')
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
  await dialog.getByRole('switch', { name: 'Tracing' }).check()
  await addPair(dialog, 'Option', 'proxy-body-size', '20m')

  const post = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/gateways/'))
  await dialog.getByRole('button', { name: 'OK' }).click()
  const request = await post
  expect(new URL(request.url()).pathname).toBe(rawPath)
  const body = request.postDataJSON()
  expect(body.metadata.name).toBe(CLUSTER_GATEWAY)
  expect(body.metadata.namespace).toBe('kubesphere-controls-system')
  expect(body.metadata.annotations).toEqual({
    'kubesphere.io/annotations': 'Aliyun ACK',
    'kubesphere.io/creator': 'admin',
  })
  expect(body.spec.service).toEqual({
    type: 'LoadBalancer',
    annotations: { 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec': 'slb.s1.small' },
  })
  expect(body.spec.deployment).toEqual({
    replicas: 2,
    annotations: { 'servicemesh.kubesphere.io/enabled': 'true' },
  })
  expect(body.spec.controller.config).toEqual({ 'proxy-body-size': '20m' })
  expect(body.spec.controller.scope).toEqual({ enabled: false, namespace: '' })

  await expect(fact(page, 'Address')).toContainText(/203\.0\.113\.\d+/)
  await expect(fact(page, 'Provider')).toHaveText('Alibaba Cloud ACK')
  await expect(fact(page, 'Ports')).toContainText(/HTTP 80.*HTTPS 443/)
  await expect(fact(page, 'Status')).toContainText('Ready')
})

test('values typed for a load balancer come back after a look at NodePort, and are not sent with it', async ({
  page,
  open,
}) => {
  await open(settings)
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await dialog.getByRole('radio', { name: 'LoadBalancer' }).check()
  await addPair(dialog, 'Annotation', 'example.com/kept', 'yes')
  await dialog.getByRole('radio', { name: 'NodePort' }).check()
  await expect(dialog.getByText('will not be saved with NodePort')).toBeVisible()
  await dialog.getByRole('radio', { name: 'LoadBalancer' }).check()
  await expect(dialog.getByRole('combobox', { name: 'Annotation 1 key' })).toHaveValue('example.com/kept')
  await dialog.getByRole('radio', { name: 'NodePort' }).check()

  const post = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/gateways/'))
  await dialog.getByRole('button', { name: 'OK' }).click()
  expect((await post).postDataJSON().spec.service).toEqual({ type: 'NodePort', annotations: {} })
})

/** Pastes a text into what has the focus. */
const paste = (page: Page, pasted: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, pasted)

test('pasted lines fill rows; missing and repeated keys are errors at the row and keep OK from sending', async ({
  page,
  open,
}) => {
  await open(settings)
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await dialog.getByRole('combobox', { name: 'Option 1 key' }).focus()
  await paste(page, 'keep-alive-requests: "500"\nkeep-alive=90\n')
  await expect(dialog.getByText('2 pairs pasted')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Option 1 value' })).toHaveValue('500')
  // What looks like pairs is a value where it is pasted into one.
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await dialog.getByRole('combobox', { name: 'Option 3 key' }).fill('http-snippet')
  await dialog.getByLabel('Option 3 value').focus()
  await paste(page, 'a=1\nb=2\n')
  await expect(dialog.getByRole('combobox', { name: /^Option \d+ key$/ })).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Remove Option http-snippet' }).click()
  await addPair(dialog, 'Option', 'keep-alive-requests', '9')
  await addPair(dialog, 'Option', '', 'value without key')

  let sent = 0
  page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0))
  await dialog.getByRole('button', { name: 'OK' }).click()
  await expect(dialog.getByText('This key is used above already.')).toBeVisible()
  await expect(dialog.getByText('The key is missing.')).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Option 3 key' })).toBeFocused()
  expect(sent).toBe(0)

  await dialog.getByRole('button', { name: 'Remove Option 4' }).click()
  await dialog.getByRole('button', { name: 'Remove Option keep-alive-requests' }).last().click()
  const post = page.waitForRequest((request) => request.method() === 'POST')
  await dialog.getByRole('button', { name: 'OK' }).click()
  expect((await post).postDataJSON().spec.controller.config).toEqual({
    'keep-alive-requests': '500',
    'keep-alive': '90',
  })
})

test('Cancel with typed values asks first', async ({ page, open }) => {
  await open(settings)
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('3')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page
    .getByRole('dialog', { name: 'Discard what you typed?' })
    .getByRole('button', { name: 'Keep editing' })
    .click()
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('3')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog', { name: 'Discard what you typed?' }).getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
})

test('Back with typed values asks first, and goes when they are discarded', async ({ page, open }) => {
  await open(settings)
  await page.getByRole('link', { name: 'Project Gateways' }).click()
  await expect(page).toHaveURL(/gateways\/project/)
  await page.getByRole('link', { name: 'Cluster Gateway' }).click()
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('3')
  const question = page.getByRole('dialog', { name: 'Discard what you typed?' })
  await page.goBack()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(question).toBeHidden()
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('3')
  await expect(page).toHaveURL(/gateways\/cluster$/)
  await page.goBack()
  await question.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL(/gateways\/project/)
  await expect(dialog).toBeHidden()
})

test('replicas that the server would swallow are refused by the console', async ({ page, open }) => {
  await open(settings)
  await page.getByRole('button', { name: 'Enable Gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
  const replicas = dialog.getByRole('spinbutton', { name: 'Replicas' })
  for (const typed of ['', '-5']) {
    await replicas.fill(typed)
    await replicas.press('Tab')
    await dialog.getByRole('button', { name: 'OK' }).click()
    await expect(dialog.getByText('Type a whole number, 0 or more.')).toBeVisible()
    await expect(replicas).toBeFocused()
    await expect(replicas).toHaveValue(typed)
  }
})

test.describe('with an error of the server', () => {
  test.use({ faults: ['error-500@writes'] })

  test('the error stays in the dialog, and so do the values', async ({ page, open }) => {
    await open(settings)
    await page.getByRole('button', { name: 'Enable Gateway' }).click()
    const dialog = page.getByRole('dialog', { name: 'Enable Gateway' })
    await addPair(dialog, 'Option', 'keep-alive-requests', '500')
    await dialog.getByRole('button', { name: 'OK' }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText('500')
    await expect(dialog.getByRole('combobox', { name: 'Option 1 key' })).toHaveValue('keep-alive-requests')
    await expect(page.getByText('is enabled')).toBeHidden()
  })
})

test.describe('without a service mesh', () => {
  test.use({ scenario: 'no-servicemesh' })

  test('tracing cannot be switched on, and says why', async ({ page, open }) => {
    await open(settings)
    await page.getByRole('button', { name: 'Manage' }).click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('switch', { name: 'Tracing' })).toBeDisabled()
    await expect(dialog.getByText('has no service mesh')).toBeVisible()
  })
})
