import { asSomebodyElse, CLUSTER_GATEWAY, details, rawPath, readFromServer, rowsWith } from './actions'
import { expect, test } from './test'

const path = details('resource-status')

test('ports: name, protocol, service port, node port, target, and links that open each', async ({ page, open }) => {
  await open(path)
  const http = rowsWith(page, 'Ports', 'TCP').first()
  await expect(http).toBeVisible()
  const [name, protocol, port, nodePort, target] = await http.getByRole('cell').allTextContents()
  expect([name, protocol, port, target]).toEqual(['http', 'TCP', '80', 'http'])
  expect(nodePort).toMatch(/^3\d{4}$/)
  await expect(http.getByRole('link').first()).toHaveAttribute('href', `http://192.168.140.2:${nodePort}`)
  await expect(rowsWith(page, 'Ports', 'https').getByRole('link').first()).toHaveAttribute(
    'href',
    /^https:\/\/192\.168\./,
  )
})

test('a pod tells its state, node, address and requests; its containers open below it', async ({ page, open }) => {
  await open(path)
  const row = rowsWith(page, 'Pods', CLUSTER_GATEWAY)
  await expect(row).toContainText('Running')
  await expect(row).toContainText('1/1')
  await expect(row).toContainText('master-1')
  await expect(row).toContainText(/10\.244\.\d+\.\d+/)
  await expect(row).toContainText('100m, 90Mi')
  await row.getByRole('button', { name: /^Containers of / }).click()
  const container = page.getByRole('region', { name: 'controller' })
  await expect(container).toContainText('kubesphere/nginx-ingress-controller:v1.1.0')
  await expect(container).toContainText('GET :10254/healthz, every 10 s, timeout 1 s, 3 failures allowed')
  await expect(container).toContainText('Running')
  await expect(container.getByRole('link', { name: 'Show log' })).toHaveAttribute(
    'href',
    /logs\?pods=kubesphere-router-/,
  )
})

test.describe('crash-loop', () => {
  test.use({ scenario: 'crash-loop' })
  test('restarts are counted with the last reason, and the last state is told', async ({ page, open }) => {
    await open(path)
    const row = rowsWith(page, 'Pods', 'CrashLoopBackOff').first()
    await expect(row).toContainText('OOMKilled, exit code 137')
    await row.getByRole('button', { name: /^Containers of / }).click()
    await expect(page.getByRole('region', { name: 'controller' })).toContainText('OOMKilled, exit code 137')
  })

  test('events are newest first, with warnings marked, and of this gateway only', async ({ page, open }) => {
    await open(path)
    const rows = page.getByRole('table', { name: 'Events' }).getByRole('row')
    await expect(rows.nth(1)).toContainText('Warning')
    await expect(rows.nth(1)).toContainText('BackOff')
    const times = await page
      .getByRole('table', { name: 'Events' })
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''))
    expect(times.length).toBeGreaterThan(5)
    expect(times).toEqual(times.toSorted().toReversed())
    for (const kind of ['Pod', 'Nginx', 'Deployment', 'ReplicaSet'])
      await expect(rowsWith(page, 'Events', new RegExp(`${kind} ${CLUSTER_GATEWAY}`)).first()).toBeVisible()
  })
})

test.describe('many-pods', () => {
  test.use({ scenario: 'many-pods' })
  test('a hundred pods come in pages and can be searched', async ({ page, open }) => {
    await open(path)
    const rows = page.getByRole('table', { name: 'Pods' }).getByRole('row')
    await expect(rows).toHaveCount(21)
    const pages = page.getByRole('navigation', { name: 'Pages' }).first()
    await expect(pages).toContainText('1–20 of 100')
    await pages.getByRole('button', { name: 'Next page' }).click()
    await expect(pages).toContainText('21–40 of 100')
    // What one looks at can be sent to a colleague.
    await page.reload()
    await expect(pages).toContainText('21–40 of 100')
    const name = (await rows.nth(1).getByRole('cell').nth(1).textContent()) ?? ''
    await page.getByRole('textbox', { name: 'Search pods' }).fill(name)
    await expect(rows).toHaveCount(2)
    await page.getByRole('textbox', { name: 'Search pods' }).fill('no such pod')
    await expect(page.getByText('No pod matches “no such pod”.')).toBeVisible()
    await expect(page).toHaveURL(/pods=no(\+|%20)such(\+|%20)pod$/)
  })
})

/** Scales as another client would, so that only a watch or the next question can tell. */
const scaleElsewhere = async (page: Parameters<typeof readFromServer>[0], replicas: number) => {
  const gateway = (await readFromServer(page, rawPath)) as { spec: { deployment: object } }
  const next = { ...gateway, spec: { ...gateway.spec, deployment: { ...gateway.spec.deployment, replicas } } }
  expect(await asSomebodyElse(page, 'PUT', rawPath, next)).toBe(200)
}

test.describe('live', () => {
  test('what others do is followed by watch, without being asked for', async ({ page, open }) => {
    await open(path)
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    await scaleElsewhere(page, 3)
    await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(3)
    await scaleElsewhere(page, 1)
    await expect(rowsWith(page, 'Pods', CLUSTER_GATEWAY)).toHaveCount(1)
  })

  test.describe('with watches that break', () => {
    test.use({ faults: ['watch-drops'] })
    test('they are opened again from the last version, and no update is lost', async ({ page, open }) => {
      const from: (string | null)[] = []
      page.on('request', (request) => {
        const url = new URL(request.url())
        if (url.searchParams.get('watch') === 'true' && url.pathname.endsWith('/pods'))
          from.push(url.searchParams.get('resourceVersion'))
      })
      await open(path)
      await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(1)
      await expect(page.getByText(/^Reconnecting/)).toBeVisible()
      await scaleElsewhere(page, 3)
      await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(3)
      await scaleElsewhere(page, 2)
      await expect(rowsWith(page, 'Pods', CLUSTER_GATEWAY)).toHaveCount(2)
      expect(from[0]).toBeNull()
      await expect.poll(() => from.filter((version) => version !== null).length).toBeGreaterThanOrEqual(1)
    })
  })

  test.describe('without watches', () => {
    test.use({ faults: ['no-watch'] })
    test('it is asked again and again instead, and says so', async ({ page, open }) => {
      await open(path)
      await expect(page.getByText('Refreshed every 3 s')).toBeVisible()
      await scaleElsewhere(page, 2)
      await expect(rowsWith(page, 'Pods', 'Running')).toHaveCount(2)
    })
  })
})
