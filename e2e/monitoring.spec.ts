import { readFile } from 'node:fs/promises'
import { CLUSTER_GATEWAY, fact } from './actions'
import { REQUESTS, figure, gateway, isNow, isRange, legend, monitors, more, query, see, spanOf } from './monitoring'
import { expect, test } from './test'

test('the page of a gateway begins with its metrics', async ({ page, open }) => {
  const asked = page.waitForRequest(isNow)
  await open(gateway)
  await expect(page).toHaveURL(/\/monitors$/)
  const now = query(await asked)
  expect(now.get('job')).toBe(`${CLUSTER_GATEWAY}-metrics`)
  expect(now.get('duration')).toBe('10m')
  await expect(fact(page, 'Total requests')).toHaveText(/^[\d,]{4,}$/)
  await expect(fact(page, '4XX requests')).toHaveText(/^[\d,]+$/)
  await expect(fact(page, '5XX requests')).toHaveText(/^[\d,]+$/)
  await expect(page.getByText(/^9\d\.?\d*%$/)).toBeVisible()
  for (const name of ['P50', 'P95', 'P99']) await expect(fact(page, `${name} latency`)).toHaveText(/^\d+(\.\d+)? ms$/)
  await expect(page.getByRole('combobox', { name: 'Pod' })).toHaveCount(0) // the server does not honour it
  await page.getByRole('button', { name: 'What is Average latency?' }).hover()
  await expect(page.getByRole('tooltip')).toContainText(/plain mean of 63 averages.*Lowest .* ms, highest .* ms/)
})

test('a longer window counts more, and is in the link', async ({ page, open }) => {
  await see(page, open)
  const number = async () => Number((await fact(page, 'Total requests').innerText()).replaceAll(',', ''))
  const before = await number()
  const asked = page.waitForRequest(isNow)
  await page.getByRole('combobox', { name: 'Over the last' }).selectOption('1 hour')
  expect(query(await asked).get('duration')).toBe('1h')
  await expect(page).toHaveURL(/window=1h/)
  await expect.poll(number).toBeGreaterThan(3 * before)
})

test('routes of the same name in two projects are two lines; one can be seen alone', async ({ page, open }) => {
  await see(page, open)
  const entries = legend(page, REQUESTS)
  await expect(entries.getByRole('button')).toHaveCount(9)
  await expect(entries.getByRole('button', { name: /^dev-2\/preview .* requests$/ })).toBeVisible()
  const route = entries.getByRole('button', { name: /^dev\/preview / })
  await route.click()
  await expect(route).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/only-requests=dev%2Fpreview/)
  const chart = figure(page, REQUESTS)
  await expect(chart).toHaveAccessibleDescription(/dev\/preview: .* highest /)
  await expect(chart).not.toHaveAccessibleDescription(/shop\/search/)
  await page.reload()
  await expect(route).toHaveAttribute('aria-pressed', 'true')
  await route.click()
  await expect(chart).toHaveAccessibleDescription(/shop\/search/)
})

test('every range has 60 to 300 points, in durations that the server knows', async ({ page, open }) => {
  await see(page, open)
  for (const name of ['10 minutes', '3 hours', '1 day', '7 days']) {
    const asked = page.waitForRequest(isRange)
    await page.getByRole('combobox', { name: 'Range' }).selectOption(`Last ${name}`)
    const range = query(await asked)
    const step = range.get('step') ?? ''
    expect(step).toMatch(/^\d+[smh]$/)
    const seconds = Number.parseInt(step, 10) * ({ s: 1, m: 60, h: 3600 }[step.slice(-1)] ?? 0)
    const points = (Number(range.get('end')) - Number(range.get('start'))) / seconds
    expect(points).toBeGreaterThanOrEqual(59)
    expect(points).toBeLessThanOrEqual(300)
  }
  await expect(page).toHaveURL(/range=7d/)
})

test('a range of one’s own is to the second, and says what is wrong with it', async ({ page, open }) => {
  await see(page, open)
  await page.getByRole('combobox', { name: 'Range' }).selectOption('Custom…')
  const apply = page.getByRole('button', { name: 'Apply' })
  const [from, to] = [page.getByLabel('From', { exact: true }), page.getByLabel('To', { exact: true })]
  const day = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  await from.fill(`${day}T10:00:07`)
  await to.fill(`${day}T09:00:00`)
  await apply.click()
  await expect(page.getByRole('alert')).toHaveText('The end must be after the start.')
  await to.fill(`${day}T10:00:20`)
  await apply.click()
  await expect(page.getByRole('alert')).toHaveText('A range is at least one minute long.')
  await to.fill('')
  await apply.click()
  await expect(page.getByRole('alert')).toHaveText('Enter both moments.')
  await to.fill(`${day}T10:10:11`)
  const asked = page.waitForRequest(isRange)
  await apply.click()
  const start = Date.parse(`${day}T10:00:07Z`) / 1000
  await expect(page).toHaveURL(new RegExp(`from=${start}&to=${start + 604}`))
  const own = query(await asked)
  expect([own.get('start'), own.get('end'), own.get('step')]).toEqual([String(start), String(start + 600), '5s'])
  await page.getByRole('combobox', { name: 'Step' }).selectOption('10 seconds')
  await expect(page).toHaveURL(/step=10s/)
  // Somebody may have made a link by hand.
  await page.goto(`${monitors}?from=5&to=1`)
  await expect(page.getByRole('note').filter({ hasText: 'The end must be after the start.' })).toBeVisible()
})

test('dragging zooms in, a double click goes back', async ({ page, open }) => {
  await see(page, open)
  const plot = figure(page, REQUESTS).getByRole('slider')
  await plot.scrollIntoViewIfNeeded()
  const box = await plot.boundingBox()
  if (!box) throw new Error('the plot is not on screen')
  // Not the quiet refresh, which asks for the newest minute.
  const asked = page.waitForRequest((request) => isRange(request) && spanOf(request) > 300)
  const drag = async (from: number, to: number) => {
    await page.mouse.move(box.x + box.width * from, box.y + 50)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + 60, { steps: 5 })
    await page.mouse.up()
  }
  await drag(0.4, 0.7)
  const range = query(await asked)
  const length = Number(range.get('end')) - Number(range.get('start'))
  expect(length).toBeGreaterThan(900)
  expect(length).toBeLessThan(1200)
  await expect(page).toHaveURL(/from=\d+&to=\d+/)
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeVisible()
  // Less than a minute of these eighteen becomes a minute, and not a link that cannot be shown.
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  const first = page.url()
  await drag(0.5, 0.53)
  await expect(page).not.toHaveURL(first)
  const shortest = new URL(page.url()).searchParams
  expect(Number(shortest.get('to')) - Number(shortest.get('from'))).toBe(60)
  await expect(page.getByText('The link has a range that cannot be shown')).toHaveCount(0)
  await plot.dblclick()
  await expect(page).toHaveURL(first)
  await plot.dblclick()
  await expect(page).not.toHaveURL(/from=/)
  await expect(page.getByRole('combobox', { name: 'Range' })).toHaveValue('1h')
})

test('one crosshair goes over all charts, by mouse and by keyboard', async ({ page, open }) => {
  await see(page, open)
  const plots = page.getByRole('slider')
  await expect(plots).toHaveCount(5)
  const values = () => plots.evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuenow')))
  await figure(page, 'Latency').getByRole('slider').hover()
  await expect(figure(page, 'Latency').getByText(/^[A-Z][a-z]{2} \d+, \d\d:\d\d:\d\d$/)).toBeVisible()
  expect(new Set(await values()).size).toBe(1)
  const latency = figure(page, 'Latency').getByRole('slider')
  await page.mouse.move(0, 0)
  await latency.focus()
  await latency.press('Home')
  await latency.press('ArrowRight')
  await expect(latency).toHaveAttribute('aria-valuetext', /P99 \d+ ms/)
  expect(await values()).toEqual(['1', '1', '1', '1', '1'])
})

test('the period before is a dashed line of its own and beside each value', async ({ page, open }) => {
  await see(page, open)
  const range = page.waitForRequest(isRange)
  await page.getByRole('checkbox', { name: 'Compare with the period before' }).check()
  const before = query(await range)
  expect(Number(before.get('end'))).toBeLessThan(Date.now() / 1000 - 3500)
  await expect(page).toHaveURL(/compare=1/)
  await figure(page, 'Connections').getByRole('slider').hover()
  await expect(figure(page, 'Connections').getByText(/before: \d/)).toBeVisible()
})

test('a threshold is a line, is counted, and is in the link', async ({ page, open }) => {
  await see(page, open)
  const chart = figure(page, 'Network traffic')
  await more(page, 'Network traffic', 'Set threshold')
  await page.getByRole('spinbutton', { name: 'Threshold' }).fill('5')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(page).toHaveURL(/limit-traffic=5/)
  const above = /points are above the threshold of 5 kB\/s\./
  await expect(chart).toHaveAccessibleDescription(above)
  await page.reload()
  await expect(chart).toHaveAccessibleDescription(above)
  await expect(chart.locator('svg').getByText('5 kB/s', { exact: true })).toBeVisible()
  await more(page, 'Network traffic', 'Set threshold')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page).not.toHaveURL(/limit-/)
})

test('failed requests are also shown as a part of all; CPU and memory are asked for only when they are wanted', async ({
  page,
  open,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(query(request).get('metrics_filter') ?? ''))
  await see(page, open)
  await expect(legend(page, 'Failed requests').getByRole('button', { name: /^5XX [\d,.K]+ requests$/ })).toBeVisible()
  await figure(page, 'Failed requests').getByText('Share of all').click()
  await expect(page).toHaveURL(/failed=share/)
  await expect(legend(page, 'Failed requests').getByRole('button', { name: /^5XX mean 0\.\d+%$/ })).toBeVisible()
  expect(asked.filter((filter) => filter.includes('cpu'))).toEqual([])
  await page.getByRole('checkbox', { name: 'CPU and memory' }).check()
  await expect(figure(page, 'CPU per pod')).toHaveAccessibleDescription(/cores/)
  await expect(figure(page, 'Memory per pod')).toHaveAccessibleDescription(/MB/)
})

test('a chart can be read as a table and taken along as CSV and PNG', async ({ page, open }) => {
  await see(page, open)
  await more(page, 'Network traffic', 'View as table')
  const table = page.getByRole('table', { name: 'Values of Network traffic' })
  await expect(table.getByRole('columnheader')).toHaveText(['Time', 'In', 'Out'])
  expect(await table.getByRole('row').count()).toBeGreaterThan(100)
  await page.getByRole('button', { name: 'View as chart' }).click()
  await expect(table).toBeHidden()

  const csv = page.waitForEvent('download')
  await more(page, 'Network traffic', 'Download CSV')
  const file = await csv
  expect(file.suggestedFilename()).toBe('network-traffic.csv')
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(lines[0]).toBe('\uFEFFTime,In (bytes/s),Out (bytes/s)')
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:]+\.000Z,\d+\.?\d*,\d+\.?\d*$/)

  const png = page.waitForEvent('download')
  await more(page, 'Network traffic', 'Download PNG')
  const picture = await png
  expect(picture.suggestedFilename()).toBe('network-traffic.png')
  const bytes = await readFile(await picture.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(600)
  // Paper, axes and two lines, each with the colours of its own: more than an empty plot has.
  const colours = await page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)])
    const image = await createImageBitmap(blob)
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
    pen?.drawImage(image, 0, 0)
    // What is drawn in the middle, above the axis: hundreds of pixels of a colour, and not the shades of its edges.
    const { data = [] } = pen?.getImageData(200, 0, image.width - 400, image.height) ?? {}
    const counts = new Map<string, number>()
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    return ['--c-series-3', '--c-series-4'].map((name) => {
      const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
      const parts = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16))
      return counts.get(parts.join(',')) ?? 0
    })
  }, bytes.toString('base64'))
  for (const count of colours) expect(count).toBeGreaterThan(200)
})
