import {
  addPair,
  CLUSTER_GATEWAY,
  fact,
  isSave,
  openEdit,
  rawPath,
  readFromServer,
  recordFact,
  recordSaved,
  saveEdit,
  settings,
} from './actions'
import { expect, test } from './test'

interface Stored {
  metadata: { resourceVersion: string }
  spec: { controller: { config: Record<string, string> } }
}

test('one edited option is sent as the object of the server plus that one change', async ({ page, open }) => {
  await open(settings)
  await expect(fact(page, 'Status')).toContainText('Ready')
  const stored = (await readFromServer(page, rawPath)) as Stored
  const dialog = await openEdit(page)
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('50m')

  const states = await recordFact(page, 'Status')
  const put = page.waitForRequest(isSave)
  await saveEdit(dialog)
  const { spec } = stored
  const config = { ...spec.controller.config, 'proxy-body-size': '50m' }
  expect((await put).postDataJSON()).toEqual({
    ...stored,
    spec: { ...spec, controller: { ...spec.controller, config } },
  })
  expect(new URL((await put).url()).pathname).toBe(rawPath)
  await expect(dialog).toBeHidden()
  await expect.poll(states).toContainEqual(expect.stringContaining('Applying'))
  await expect(fact(page, 'Status')).toContainText('Ready')
})

test('an edit without a change sends nothing', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  const writes: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(`${request.method()} ${request.url()}`)
  })
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Nothing was changed')).toBeVisible()
  expect(writes).toEqual([])
})

test('NodePort to LoadBalancer never shows the old addresses as the new ones', async ({ page, open }) => {
  await open(settings)
  await expect(fact(page, 'Address')).toContainText(/192\.168|172\.|10\./)
  const old = await fact(page, 'Address').innerText()
  const dialog = await openEdit(page)
  await dialog.getByRole('radio', { name: 'LoadBalancer' }).check()
  await saveEdit(dialog)
  await expect(fact(page, 'Access mode')).toHaveText('LoadBalancer')
  await expect(fact(page, 'Address')).toContainText('Switching to LoadBalancer')
  await expect(fact(page, 'Address')).toContainText(/203\.0\.113\.\d+/)
  for (const address of old.split('\n')) await expect(fact(page, 'Address')).not.toContainText(address.trim() || 'none')
})

test.describe('when somebody else saves first', () => {
  test.use({ faults: ['conflict'] })

  test('the conflict is told, nothing typed is lost, and one PUT saves both changes', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
    await addPair(dialog, 'Option', 'keep-alive-requests', '500')
    await saveEdit(dialog)

    const told = dialog.getByRole('alert').filter({ hasText: 'somebody else changed' })
    await expect(told.getByRole('list', { name: 'Their changes, now merged in:' })).toHaveText(
      'Option keep-alive is set to 90',
    )
    await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')

    const saved = recordSaved(page)
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByRole('list', { name: 'What changes' }).getByRole('listitem')).toHaveText([
      'Option keep-alive-requests is set to 500',
      'Replicas 1 → 2',
    ])
    await dialog.getByRole('button', { name: 'Apply' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`${CLUSTER_GATEWAY} is saved`)).toBeVisible()
    expect(saved).toHaveLength(1)
    expect(saved[0]).toMatchObject({
      spec: {
        controller: { config: { 'proxy-body-size': '20m', 'keep-alive': '90', 'keep-alive-requests': '500' } },
        deployment: { replicas: 2 },
      },
    })
  })
})
