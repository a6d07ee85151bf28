import type { Page } from '@playwright/test'
import {
  asSomebodyElse,
  CLUSTER_GATEWAY,
  fact,
  isSave,
  openEdit,
  rawPath,
  readFromServer,
  recordSaved,
  settings,
} from './actions'
import { expect, test } from './test'

interface Stored {
  spec: { controller: { config: Record<string, string> }; deployment: { replicas: number } }
}

/** Another client changes options and replicas of the gateway. */
async function changeElsewhere(page: Page, config: Record<string, string>, replicas?: number): Promise<void> {
  const gateway = (await readFromServer(page, rawPath)) as Stored
  const { controller, deployment } = gateway.spec
  const spec = {
    ...gateway.spec,
    controller: { ...controller, config: { ...controller.config, ...config } },
    deployment: { ...deployment, ...(replicas !== undefined && { replicas }) },
  }
  expect(await asSomebodyElse(page, 'PUT', rawPath, { ...gateway, spec })).toBe(200)
}

test('a change while the form is open is told at once, and merged without losing what was typed', async ({
  page,
  open,
}) => {
  await open(settings)
  await expect(fact(page, 'Status')).toContainText('Ready')
  const dialog = await openEdit(page)
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('50m')
  await changeElsewhere(page, { 'keep-alive': '90' }, 2)

  const told = dialog.getByRole('alert').filter({ hasText: 'Somebody else changed this gateway just now' })
  await expect(told.getByRole('list', { name: 'What they changed' }).getByRole('listitem')).toHaveText([
    'Option keep-alive is set to 90',
    'Replicas 1 → 2',
  ])
  await expect(dialog.getByRole('textbox', { name: 'Option 1 value' })).toHaveValue('50m')
  await told.getByRole('button', { name: 'Merge into the form' }).click()
  await expect(told).toBeHidden()
  await expect(dialog.getByRole('textbox', { name: 'Option 1 value' })).toHaveValue('50m')
  await expect(dialog.getByRole('textbox', { name: 'Option 2 value' })).toHaveValue('90')
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')

  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByRole('list', { name: 'What changes' })).toHaveText('Option proxy-body-size: 20m → 50m')
  const put = page.waitForRequest(isSave)
  await dialog.getByRole('button', { name: 'Apply' }).click()
  expect((await put).postDataJSON().spec).toMatchObject({
    controller: { config: { 'proxy-body-size': '50m', 'keep-alive': '90' } },
    deployment: { replicas: 2 },
  })
  await expect(page.getByText(`${CLUSTER_GATEWAY} is saved`)).toBeVisible()
})

test('what both changed is shown with its three values and has to be decided before it goes on', async ({
  page,
  open,
}) => {
  await open(settings)
  await expect(fact(page, 'Status')).toContainText('Ready')
  const dialog = await openEdit(page)
  await dialog.getByRole('textbox', { name: 'Option 1 value' }).fill('50m')
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('5')
  await changeElsewhere(page, { 'proxy-body-size': '30m' }, 3)
  const saved = recordSaved(page)
  // Not waited for: whoever is faster than the news gets the same.
  await dialog.getByRole('button', { name: 'Review' }).click()

  const option = dialog.getByRole('radiogroup', { name: 'option proxy-body-size' })
  const replicas = dialog.getByRole('radiogroup', { name: 'Replicas' })
  await expect(dialog.getByText('You both changed option proxy-body-size (it was 20m)')).toBeVisible()
  await expect(option.getByRole('radio', { name: 'Mine: 50m' })).not.toBeChecked()
  await expect(dialog.getByText('You both changed Replicas (it was 1)')).toBeVisible()
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByText('Choose one.')).toHaveCount(2)

  await option.getByRole('radio', { name: 'Theirs: 30m' }).check()
  await expect(dialog.getByRole('textbox', { name: 'Option 1 value' })).toHaveValue('30m')
  await replicas.getByRole('radio', { name: 'Mine: 5' }).check()
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('5')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByRole('list', { name: 'What changes' })).toHaveText('Replicas 3 → 5')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog).toBeHidden()
  expect(saved).toHaveLength(1)
  expect(saved[0]).toMatchObject({
    spec: { controller: { config: { 'proxy-body-size': '30m' } }, deployment: { replicas: 5 } },
  })
})

test('what is typed as YAML is merged too, and not while it cannot be read', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByText('YAML', { exact: true }).click()
  const text = dialog.getByRole('textbox', { name: 'Options as YAML' })
  await text.fill('proxy-body-size: 20m\nbroken')
  await changeElsewhere(page, { 'keep-alive': '90' })
  const merge = dialog.getByRole('button', { name: 'Merge into the form' })
  await expect(merge).toBeDisabled()
  await text.fill('proxy-body-size: 20m\nuse-gzip: "true"\n')
  await merge.click()
  await expect(text).toHaveValue('proxy-body-size: 20m\nuse-gzip: "true"\nkeep-alive: "90"\n')
  const put = page.waitForRequest(isSave)
  await dialog.getByRole('button', { name: 'Review' }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  expect((await put).postDataJSON().spec.controller.config).toEqual({
    'proxy-body-size': '20m',
    'use-gzip': 'true',
    'keep-alive': '90',
  })
})

test('a newer status is no conflict, and a gateway that is disabled meanwhile is told', async ({ page, open }) => {
  await open(settings)
  const dialog = await openEdit(page)
  await dialog.getByRole('spinbutton', { name: 'Replicas' }).fill('2')
  expect(await asSomebodyElse(page, 'DELETE', rawPath)).toBe(200)
  await expect(dialog.getByRole('alert').filter({ hasText: 'This gateway was disabled meanwhile' })).toBeVisible()
  await expect(dialog.getByRole('spinbutton', { name: 'Replicas' })).toHaveValue('2')
})
