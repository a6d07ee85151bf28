import { CLUSTER_GATEWAY, details, fact, rawPath, rowsWith } from './actions'
import { expect, test } from './test'

const resourceStatus = details('resource-status')
const replicas = 'Wanted replicas'

test('− and + change nothing before Apply, which sends one PUT with the newest version', async ({ page, open }) => {
  await open(resourceStatus)
  await expect(page.getByText('1 of 1 ready')).toBeVisible()
  const writes: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && writes.push(request.method()))
  await page.getByRole('button', { name: 'Add replica' }).click()
  await page.getByRole('button', { name: 'Add replica' }).click()
  await page.getByRole('button', { name: 'Remove replica' }).click()
  await expect(page.getByRole('spinbutton', { name: replicas })).toHaveValue('2')
  expect(writes).toEqual([])

  const put = page.waitForRequest((request) => request.method() === 'PUT')
  await page.getByRole('button', { name: 'Apply' }).click()
  const body = (await put).postDataJSON()
  expect(new URL((await put).url()).pathname).toBe(rawPath)
  expect(body.spec.deployment.replicas).toBe(2)
  expect(body.spec.controller.config).toEqual({ 'proxy-body-size': '20m' })
  expect(body.metadata.resourceVersion).toMatch(/^\d+$/)
  await expect(page.getByText(`${CLUSTER_GATEWAY} is scaled to 2`)).toBeVisible()
  await expect(page.getByText('2 of 2 ready')).toBeVisible()
  await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(2)
  expect(writes).toEqual(['PUT'])
})

test('two quick changes end at the second value, without a conflict', async ({ page, open }) => {
  await open(resourceStatus)
  const puts: number[] = []
  let underWay = 0
  let atOnce = 0
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return
    puts.push(request.postDataJSON().spec.deployment.replicas)
    atOnce = Math.max(atOnce, ++underWay)
  })
  page.on('requestfinished', (request) => {
    if (request.method() === 'PUT') underWay -= 1
  })
  const field = page.getByRole('spinbutton', { name: replicas })
  await field.fill('2')
  await field.press('Enter')
  await field.fill('3')
  await field.press('Enter')
  await expect(page.getByText('3 of 3 ready')).toBeVisible()
  // One after the other. Only the operator's own writes may come between, on top of which a number is sent again.
  expect(atOnce).toBe(1)
  expect(puts).toEqual(puts.toSorted((a, b) => a - b))
  expect(new Set(puts)).toEqual(new Set([2, 3]))
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a number that is typed is checked, and the reason stands beside it', async ({ page, open }) => {
  await open(resourceStatus)
  const field = page.getByRole('spinbutton', { name: replicas })
  await field.fill('101')
  await expect(page.getByRole('alert').filter({ hasText: 'More than 100' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await field.fill('1.5')
  await expect(page.getByRole('alert').filter({ hasText: 'whole number' })).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(field).toHaveValue('1')
})

test('a number below zero is refused as typed, not turned into 0', async ({ page, open }) => {
  await open(resourceStatus)
  const field = page.getByRole('spinbutton', { name: replicas })
  await field.fill('-1')
  await field.press('Tab')
  await expect(field).toHaveValue('-1')
  await expect(page.getByRole('alert').filter({ hasText: 'whole number' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Apply' })).toBeDisabled()
})

test('Enter on a number that is not changed sends nothing', async ({ page, open }) => {
  await open(resourceStatus)
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.postDataJSON().spec.deployment.replicas)
  })
  const field = page.getByRole('spinbutton', { name: replicas })
  await expect(field).toHaveValue('1')
  await field.press('Enter')
  await field.fill('2')
  await field.press('Enter')
  await expect(page.getByText('2 of 2 ready')).toBeVisible()
  expect(sent).toEqual([2])
})

test.describe('with a slow server', () => {
  test.use({ faults: ['slow@writes'] })
  test('the outcome is told, though the tab it was asked from is left', async ({ page, open }) => {
    await open(resourceStatus)
    await page.getByRole('spinbutton', { name: replicas }).fill('2')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('link', { name: 'Metadata' }).click()
    await expect(page.getByText(`${CLUSTER_GATEWAY} is scaled to 2`)).toBeVisible()
  })
})

test.describe('with a server that refuses, after a while', () => {
  test.use({ faults: ['slow@writes', 'error-500@writes'] })
  test('the failure is told, though the tab it was asked from is left', async ({ page, open }) => {
    await open(resourceStatus)
    await page.getByRole('spinbutton', { name: replicas }).fill('2')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByRole('link', { name: 'Metadata' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'The server refused it (500).' })).toBeVisible()
  })
})

test('0 asks first and says what stops; Cancel sends nothing', async ({ page, open }) => {
  await open(resourceStatus)
  let puts = 0
  page.on('request', (request) => (puts += request.method() === 'PUT' ? 1 : 0))
  await page.getByRole('button', { name: 'Remove replica' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  const dialog = page.getByRole('dialog', { name: `Scale ${CLUSTER_GATEWAY} to 0?` })
  await expect(dialog.getByText('All traffic through this gateway stops.')).toBeVisible()
  await expect(dialog.getByText(/routes get no traffic/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(puts).toBe(0)

  await page.getByRole('button', { name: 'Apply' }).click()
  await dialog.getByRole('button', { name: 'Stop traffic' }).click()
  await expect(fact(page, 'Status')).toContainText('Stopped')
  expect(puts).toBe(1)
  await expect(page.getByRole('heading', { name: 'No pods' })).toBeVisible()
})

test('1 says that there is no redundancy, more than the nodes that some share one', async ({ page, open }) => {
  await open(resourceStatus)
  await expect(page.getByText('With one replica there is no redundancy')).toBeVisible()
  await page.getByRole('spinbutton', { name: replicas }).fill('4')
  await expect(page.getByText('There are 3 nodes that take pods')).toBeVisible()
  await page.getByRole('spinbutton', { name: replicas }).fill('3')
  await expect(page.getByText('There are 3 nodes that take pods')).toBeHidden()
})

test.describe('somebody else saves first', () => {
  test.use({ faults: ['conflict'] })
  test('the conflict is told, their change stays and the number is kept', async ({ page, open }) => {
    await open(resourceStatus)
    await page.getByRole('button', { name: 'Add replica' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Somebody else changed this gateway' })).toBeVisible()
    await expect(page.getByRole('spinbutton', { name: replicas })).toHaveValue('2')
    const put = page.waitForRequest((request) => request.method() === 'PUT')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect((await put).postDataJSON().spec.controller.config).toHaveProperty('keep-alive', '90')
    await expect(page.getByText('2 of 2 ready')).toBeVisible()
  })
})

test.describe('the server refuses', () => {
  test.use({ faults: ['error-500@writes'] })
  test('it is told and the number is kept', async ({ page, open }) => {
    await open(resourceStatus)
    await page.getByRole('button', { name: 'Add replica' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Not scaled' })).toContainText('500')
    await expect(page.getByRole('spinbutton', { name: replicas })).toHaveValue('2')
  })
})

test.describe('a viewer', () => {
  test.use({ user: 'clusterviewer' })
  test('sees the replicas and cannot change them, and is told why', async ({ page, open }) => {
    await open(resourceStatus)
    await expect(page.getByText('1 of 1 ready')).toBeVisible()
    const more = page.getByRole('button', { name: 'Add replica' })
    await expect(more).toHaveAttribute('aria-disabled', 'true')
    await expect(more).toHaveAccessibleDescription(/update gateways/)
    await expect(page.getByRole('spinbutton', { name: replicas })).toBeDisabled()
  })
})

test.describe('while a rollout goes on', () => {
  test.use({ scenario: 'rolling-out', pace: 1 })
  test('progress is shown pod by pod', async ({ page, open }) => {
    await open(resourceStatus)
    const seen = await page.evaluateHandle(() => {
      const texts = new Set<string>()
      const look = () => {
        for (const output of document.querySelectorAll('output')) {
          const text = output.textContent
          if (/^\d+ of 8 ready$/.test(text)) texts.add(text)
        }
      }
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
      look()
      return texts
    })
    await expect(page.getByText('8 of 8 ready', { exact: true })).toBeVisible({ timeout: 30_000 })
    expect(await seen.evaluate((texts) => texts.size)).toBeGreaterThanOrEqual(4)
    await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(8)
  })
})

for (const [scenario, reason, message] of [
  ['crash-loop', 'CrashLoopBackOff', 'restarting failed container'],
  ['image-pull', 'ImagePullBackOff', 'Back-off pulling image'],
  ['unschedulable', 'Unschedulable', 'Insufficient memory'],
  ['not-ready', 'NotReady', 'Readiness probe failed'],
] as const) {
  test.describe(scenario, () => {
    test.use({ scenario })
    test('a rollout that stalls says why', async ({ page, open }) => {
      await open(resourceStatus)
      const stalled = page.getByRole('note').filter({ hasText: 'The rollout does not get on' })
      await expect(stalled.getByRole('listitem').filter({ hasText: reason })).toHaveCount(2)
      await expect(stalled).toContainText(message)
      await expect(fact(page, 'Status')).toContainText('Degraded (1 of 3)')
      await expect(rowsWith(page, 'Pods', reason).first()).toContainText(message)
    })
  })
}

test.describe('scaled to zero', () => {
  test.use({ scenario: 'scaled-to-zero' })
  test('says that no traffic passes, in the header, the card and the list of pods', async ({ page, open }) => {
    await open(resourceStatus)
    await expect(fact(page, 'Status')).toContainText('Stopped')
    await expect(page.getByRole('note').filter({ hasText: 'no traffic passes' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'No pods' })).toBeVisible()
  })
})
