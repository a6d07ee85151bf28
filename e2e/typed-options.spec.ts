import type { Locator, Page } from '@playwright/test'
import {
  addPair,
  asSomebodyElse,
  CLUSTER_GATEWAY,
  isSave,
  openEdit,
  rawPath,
  readFromServer,
  saveEdit,
  settings,
} from './actions'
import { expect, test } from './test'

const key = (dialog: Locator, position: number) => dialog.getByRole('combobox', { name: `Option ${position} key` })
const put = (page: Page) => page.waitForRequest(isSave)

test('an option is found by its meaning, below its category, and begins with its default in a fitting field', async ({
  page,
  open,
}) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await key(dialog, 2).fill('gzip for clients')
  await expect(page.getByText('Compression', { exact: true })).toBeVisible()
  await page.getByTitle('use-gzip').click()
  const field = dialog.getByRole('switch', { name: 'Option 2 value' })
  await expect(field).not.toBeChecked()
  await expect(dialog.getByText(/Compresses responses.*Default: false/)).toBeVisible()
  await field.click()
  const sent = put(page)
  await saveEdit(dialog)
  expect((await sent).postDataJSON().spec.controller.config).toEqual({ 'proxy-body-size': '20m', 'use-gzip': 'true' })
})

test('a choice is a list, a snippet a text of many lines with its risk', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await key(dialog, 2).fill('error-log-level')
  await dialog.getByRole('combobox', { name: 'Option 2 value' }).click()
  await page.getByTitle('warn', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await key(dialog, 3).fill('http-snippet')
  await dialog.getByRole('textbox', { name: 'Option 3 value' }).fill('server_tokens off;\n# two lines')
  await expect(dialog.getByText('an error in it stops every reload')).toBeVisible()
  const sent = put(page)
  await saveEdit(dialog)
  expect((await sent).postDataJSON().spec.controller.config).toEqual({
    'proxy-body-size': '20m',
    'error-log-level': 'warn',
    'http-snippet': 'server_tokens off;\n# two lines',
  })
})

test('what is wrong is said while it is typed, and an unknown key can be kept', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('20 MB')
  await expect(dialog.getByText('Not in the form the controller expects (nginx-size).')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('20m')
  await expect(dialog.getByText('Not in the form the controller expects')).toBeHidden()
  for (const [name, value, finding] of [
    ['keep-alive', '75s', 'Only a whole number; the default would be used instead.'],
    ['proxy-body-sise', '1m', 'The controller ignores it: no option has this name. Did you mean proxy-body-size?'],
    ['upstream-keepalive-time', '2h', 'Controller v1.1.0 does not know it and ignores it.'],
  ] as const) {
    await addPair(dialog, 'Option', name, value)
    await expect(dialog.getByText(finding)).toBeVisible()
  }
  await dialog.getByRole('button', { name: 'Remove Option keep-alive' }).click()
  await dialog.getByRole('button', { name: 'Remove Option upstream-keepalive-time' }).click()
  const sent = put(page)
  await saveEdit(dialog)
  expect((await sent).postDataJSON().spec.controller.config).toEqual({
    'proxy-body-size': '20m',
    'proxy-body-sise': '1m',
  })
})

test('options can be written as YAML and back without loss; what is no map keeps its text and its line', async ({
  page,
  open,
}) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByText('YAML', { exact: true }).click()
  const text = dialog.getByRole('textbox', { name: 'Options as YAML' })
  await expect(text).toHaveValue('proxy-body-size: 20m\n')
  await text.fill('proxy-body-size: 20m\nkeep-alive: "90"\nbroken')
  await expect(dialog.getByRole('alert').filter({ hasText: 'Line 3' })).toBeVisible()
  let sent = 0
  page.on('request', (request) => (sent += request.method() === 'PUT' ? 1 : 0))
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByText('Some fields need another look.')).toBeVisible()
  expect(sent).toBe(0)
  await expect(text).toHaveValue(/broken$/)
  await text.fill('proxy-body-size: 20m\nkeep-alive: "90"\nserver-tokens: "no"\n')
  await dialog.getByText('Fields', { exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Option 2 value' })).toHaveValue('90')
  await expect(dialog.getByRole('textbox', { name: 'Option 3 value' })).toHaveValue('no')
  const body = put(page)
  await saveEdit(dialog)
  expect((await body).postDataJSON().spec.controller.config).toEqual({
    'proxy-body-size': '20m',
    'keep-alive': '90',
    'server-tokens': 'no',
  })
})

test.describe('annotations', () => {
  test.use({ scenario: 'loadbalancer' })
  const spec = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec'
  const annotationsOf = async (page: Page) => (await put(page)).postDataJSON().spec.service.annotations

  test('a key that ends in a tab, as older consoles left it, is found and repaired with one click', async ({
    page,
    open,
  }) => {
    await open(settings)
    await expect(page.getByRole('heading', { name: CLUSTER_GATEWAY })).toBeVisible()
    const gateway = (await readFromServer(page, rawPath)) as { spec: { service: object } }
    const service = { ...gateway.spec.service, annotations: { [`${spec}\t`]: 'slb.s1.small' } }
    expect(await asSomebodyElse(page, 'PUT', rawPath, { ...gateway, spec: { ...gateway.spec, service } })).toBe(200)
    const dialog = await openEdit(page)
    await expect(dialog.getByText('There is white space at an end of the key')).toBeVisible()
    await dialog.getByRole('button', { name: `Use ${spec}` }).click()
    await expect(dialog.getByText('There is white space at an end of the key')).toBeHidden()
    const sent = annotationsOf(page)
    await saveEdit(dialog)
    expect(await sent).toEqual({ [spec]: 'slb.s1.small' })
  })

  test('a misspelt key is told, with the one that was meant', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    await addPair(dialog, 'Annotation', `${spec}c`, 'x')
    await expect(dialog.getByText('The provider does not know this key.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: `Use ${spec}` })).toBeVisible()
  })

  test('another provider puts the annotations of the first aside; they come back with it', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    const first = dialog.getByRole('combobox', { name: 'Annotation 1 key' })
    await expect(first).toHaveValue(/alibaba-cloud-loadbalancer-address-type/)
    const provider = dialog.getByRole('combobox', { name: 'Load Balancer Provider' })
    await provider.click()
    await page.getByTitle('Amazon EKS').click()
    await expect(first).toBeHidden()
    await expect(
      dialog.getByText('2 annotations of other providers are kept here, but will not be saved.'),
    ).toBeVisible()
    await provider.click()
    await page.getByTitle('Alibaba Cloud ACK').last().click()
    await expect(first).toHaveValue(/alibaba-cloud-loadbalancer-address-type/)
    let sent = 0
    page.on('request', (request) => (sent += request.method() === 'PUT' ? 1 : 0))
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(page.getByText('Nothing was changed')).toBeVisible()
    expect(sent).toBe(0)
  })
})
