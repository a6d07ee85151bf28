import { addPair, choose, CLUSTER_GATEWAY, details, isDryRun, isSave, openEdit, rawPath, settings } from './actions'
import { expect, test } from './test'

test('an edit is looked over in words and as YAML, after the server was asked without changing anything', async ({
  page,
  open,
}) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('radio', { name: 'LoadBalancer' }).check()
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('50m')
  await dialog.getByRole('switch', { name: 'Tracing' }).check()
  const saves: string[] = []
  page.on('request', (request) => isSave(request) && saves.push(request.url()))
  const asked = page.waitForRequest(isDryRun)
  await dialog.getByRole('button', { name: 'Review' }).click()
  expect((await asked).method()).toBe('PUT')
  expect(new URL((await asked).url()).pathname).toBe(rawPath)
  expect((await asked).postDataJSON().spec.controller.config).toEqual({ 'proxy-body-size': '50m' })

  await expect(dialog.getByRole('heading', { name: 'What changes' })).toBeFocused()
  const changes = dialog.getByRole('list', { name: 'What changes' }).getByRole('listitem')
  await expect(changes).toHaveText([
    'Option proxy-body-size: 20m → 50m',
    'Tracing is switched on',
    'Service type NodePort → LoadBalancer',
  ])
  const effects = dialog.getByRole('list', { name: 'What it does' })
  await expect(effects).toContainText('Pods stay: the controller reads its options anew')
  await expect(effects).toContainText('Pods are replaced one after the other')
  await expect(effects).toContainText('an address of a load balancer')
  const said = dialog.getByRole('note').filter({ hasText: 'The server was asked beforehand' })
  await expect(said).toContainText('Helm is not simulated')
  const diff = dialog.getByRole('region', { name: 'Differences as YAML' })
  await expect(diff.getByRole('deletion').filter({ hasText: 'type: NodePort' })).toBeVisible()
  await expect(diff.getByRole('insertion').filter({ hasText: 'type: LoadBalancer' })).toBeVisible()
  expect(saves).toEqual([])
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(`${CLUSTER_GATEWAY} is saved`)).toBeVisible()
  expect(saves).toHaveLength(1)
})

test('Back keeps everything that was typed, also rows that are not saved', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
  await dialog.getByRole('button', { name: 'Add option' }).click()
  await dialog.getByText('YAML', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Options as YAML' }).fill('# why\nuse-gzip: "true"\n')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByRole('list', { name: 'What changes' })).toContainText('Option use-gzip is set to true')
  await dialog.getByRole('button', { name: 'Back' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Options as YAML' })).toHaveValue('# why\nuse-gzip: "true"\n')
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog', { name: 'Discard what you typed?' })).toBeVisible()
})

test('the change can be taken along as a kubectl command and as YAML', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('50m')
  await dialog.getByRole('button', { name: 'Review' }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await dialog.getByRole('button', { name: 'Copy as kubectl' }).click()
  await expect(dialog.getByText('Copied')).toBeAttached()
  expect(await copied()).toBe(
    `kubectl -n kubesphere-controls-system patch gateways.gateway.kubesphere.io ${CLUSTER_GATEWAY} --type merge -p '{"spec":{"controller":{"config":{"proxy-body-size":"50m"}}}}'`,
  )
  await dialog.getByRole('button', { name: 'Copy as YAML' }).click()
  await expect.poll(copied).toMatch(/^apiVersion: gateway.kubesphere.io\/v1alpha1\nkind: Gateway\n/)
  expect(await copied()).toContain('proxy-body-size: 50m')
  expect(await copied()).not.toContain('resourceVersion')
})

test.describe('with a rule of the cluster against it', () => {
  test.use({ faults: ['policy'] })

  test('the refusal of the dry run stands at the fields, and goes as they are mended', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    const saves: string[] = []
    page.on('request', (request) => isSave(request) && saves.push(request.url()))
    const replicas = dialog.getByRole('spinbutton', { name: 'Replicas' })
    await replicas.fill('9')
    await addPair(dialog, 'Option', 'http-snippet', 'server_tokens off;')
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: 'the server would refuse this' })).toBeVisible()
    await expect(replicas).toBeFocused()
    await expect(replicas).toHaveAccessibleDescription(/should be less than or equal to 5/)
    await replicas.fill('5')
    await expect(dialog.getByText('should be less than or equal to 5')).toBeHidden()

    await dialog.getByRole('button', { name: 'Review' }).click()
    const key = dialog.getByRole('combobox', { name: 'Option 2 key' })
    await expect(key).toHaveAccessibleDescription(/http-snippet is not allowed here/)
    await expect(key).toBeFocused()
    await dialog.getByRole('button', { name: 'Remove Option http-snippet' }).click()
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByRole('list', { name: 'What changes' })).toHaveText('Replicas 1 → 5')
    expect(saves).toEqual([])
  })

  test('scaling says so beside the number before it is applied', async ({ page, open }) => {
    await open(details('resource-status'))
    const field = page.getByRole('spinbutton', { name: 'Wanted replicas' })
    await field.fill('4')
    await expect(page.getByText(/^Replicas 1 → 4 · The server was asked beforehand/)).toBeVisible()
    await field.fill('6')
    await expect(page.getByRole('alert').filter({ hasText: 'should be less than or equal to 5' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
    await field.fill('3')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByText('3 of 3 ready')).toBeVisible()
  })
})

test.describe('with a server in trouble', () => {
  test.use({ faults: ['error-500@writes'] })

  test('that it could not be asked is told, with Retry, and what differs is shown all the same', async ({
    page,
    open,
  }) => {
    await open(settings)
    const dialog = await openEdit(page)
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    await dialog.getByRole('button', { name: 'Review' }).click()
    const failure = dialog.getByRole('alert').filter({ hasText: 'The server could not be asked beforehand' })
    await expect(failure).toContainText('500')
    await expect(dialog.getByRole('list', { name: 'What changes' })).toHaveText('Replicas 1 → 2')
    const again = page.waitForRequest(isDryRun)
    await failure.getByRole('button', { name: 'Retry' }).click()
    await again
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect(dialog.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText('500')
    await dialog.getByRole('button', { name: 'Back' }).click()
    await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')
  })
})

test.describe('with a slow server', () => {
  test.use({ faults: ['slow@writes'] })

  test('leaving while it is asked asks first, for nothing is on its way to be stored', async ({ page, open }) => {
    await open(settings)
    await page.getByRole('link', { name: 'Project Gateways' }).click()
    await expect(page).toHaveURL(/gateways\/project/)
    await page.getByRole('link', { name: 'Cluster Gateway' }).click()
    const dialog = await openEdit(page)
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    const asked = page.waitForRequest(isDryRun)
    await dialog.getByRole('button', { name: 'Review' }).click()
    await asked
    await page.goBack()
    const question = page.getByRole('dialog', { name: 'Discard what you typed?' })
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await expect(question).toBeHidden()
    await expect(dialog.getByRole('heading', { name: 'What changes' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Back' }).click()
    await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')
  })
})

test('scaling to 0 shows the change as YAML and as a command before it stops traffic', async ({ page, open }) => {
  await open(details('resource-status'))
  await page.getByRole('spinbutton', { name: 'Wanted replicas' }).fill('0')
  await page.getByRole('button', { name: 'Apply' }).click()
  const dialog = page.getByRole('dialog', { name: `Scale ${CLUSTER_GATEWAY} to 0?` })
  const diff = dialog.getByRole('region', { name: 'Differences as YAML' })
  await expect(diff.getByRole('deletion')).toHaveText(/replicas: 1/)
  await expect(diff.getByRole('insertion')).toHaveText(/replicas: 0/)
  await expect(dialog.getByRole('button', { name: 'Copy as kubectl' })).toBeVisible()
})

test('Disable says what goes, and offers its settings to be kept', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(settings)
  await choose(page, 'Disable')
  const dialog = page.getByRole('dialog')
  // Below it, where nothing moves any more once it is there.
  await expect(dialog.getByText(/routes lose their address/)).toBeVisible()
  const goes = dialog.getByRole('region', { name: 'What goes' })
  await expect(goes.getByRole('listitem')).toContainText([
    '1 pod of the controller',
    `The Service ${CLUSTER_GATEWAY} (NodePort)`,
    /The address .*\d+\.\d+\.\d+\.\d+/,
    'options: 1, annotations: 0',
  ])
  await goes.getByRole('button', { name: 'Copy as kubectl' }).click()
  await expect(goes.getByText('Copied')).toBeAttached()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`kubectl -n kubesphere-controls-system delete gateways.gateway.kubesphere.io ${CLUSTER_GATEWAY}`)
  await goes.getByRole('button', { name: 'Copy as YAML' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('proxy-body-size: 20m')
})
