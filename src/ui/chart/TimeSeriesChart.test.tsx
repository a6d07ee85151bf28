import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { createCrosshair } from './crosshair'
import { TimeSeriesChart, type TimeSeriesChartProps } from './TimeSeriesChart'

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('monitoring')
})
afterEach(() => {
  vi.restoreAllMocks()
})

const GRID = { start: 1_795_480_800, end: 1_795_481_400, step: 60 }
const series = [
  { key: 'a', label: 'shop/web', total: '55 requests', values: [0, 1, 2, null, null, 5, 6, 7, 8, 9, 10] },
  { key: 'b', label: 'dev/web', total: '11 requests', values: Array.from({ length: 11 }, () => 1) },
]

const withPrevious = series.map((each) => ({ ...each, previous: each.values.map((value) => (value ?? 0) + 100) }))

const chart = (more: Partial<TimeSeriesChartProps> = {}) => (
  <TimeSeriesChart
    id="requests"
    title="Requests"
    grid={GRID}
    series={series}
    format={(value) => `${value} req/s`}
    unit={{ name: 'requests/s', size: 1, raw: 'requests/s' }}
    crosshair={createCrosshair()}
    marker={null}
    threshold={null}
    onThreshold={() => {}}
    isolated={null}
    onIsolate={() => {}}
    onZoom={() => {}}
    onZoomOut={() => {}}
    empty="No traffic"
    {...more}
  />
)

const lines = () =>
  [...document.querySelectorAll('path[data-series]')].map((path) => ({
    key: path.getAttribute('data-series'),
    parts: (path.getAttribute('d') ?? '').split('M').length - 1,
    dashes: path.getAttribute('stroke-dasharray'),
  }))

describe('lines', () => {
  test('each is drawn, a gap parts it, and without colour none looks like another', async () => {
    await render(chart())
    await vi.waitFor(() =>
      expect(lines().map(({ key, parts }) => [key, parts])).toEqual([
        ['a', 2],
        ['b', 1],
      ]),
    )
    expect(new Set(lines().map(({ dashes }) => dashes)).size).toBe(2)
  })

  test('the period before has one of its own, which is dashed', async () => {
    await render(chart({ series: withPrevious }))
    await vi.waitFor(() => expect(lines().map(({ key }) => key)).toEqual(['a before', 'b before', 'a', 'b']))
    const dashes = lines().map((line) => line.dashes)
    expect(dashes[0]).toMatch(/^\d/)
    expect(dashes.slice(0, 2)).toEqual([dashes[0], dashes[0]])
    expect(dashes.slice(2)).not.toContain(dashes[0])
  })

  test('an isolated one is alone; one that is not there isolates nothing', async () => {
    const { rerender } = await render(chart({ isolated: 'b' }))
    await vi.waitFor(() => expect(lines().map(({ key }) => key)).toEqual(['b']))
    await rerender(chart({ isolated: 'gone' }))
    await vi.waitFor(() => expect(lines()).toHaveLength(2))
  })
})

test('in words there is what the lines tell', async () => {
  const screen = await render(chart({ threshold: 8 }))
  const figure = screen.getByRole('figure', { name: 'Requests' })
  await expect
    .element(figure)
    .toHaveAccessibleDescription(/shop\/web: 55 requests; highest 10 req\/s .* lowest 0 req\/s/)
  await expect.element(figure).toHaveAccessibleDescription(/2 points are above the threshold of 8 req\/s\./)
})

describe('beside the period before', () => {
  test('the words tell of it', async () => {
    const screen = await render(chart({ series: withPrevious }))
    await expect
      .element(screen.getByRole('figure', { name: 'Requests' }))
      .toHaveAccessibleDescription(/shop\/web: .* The period before: highest 110 req\/s, lowest 100 req\/s, newest 110/)
  })

  test('the table and the file have it, the file with the unit of its numbers', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return '#file'
    })
    const screen = await render(chart({ series: withPrevious }))
    const choose = async (name: string) => {
      await screen.getByRole('button', { name: 'More for Requests' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await choose('Download CSV')
    await vi.waitFor(() => expect(files).toHaveLength(1))
    const lines = ((await files[0]?.text()) ?? '').split('\r\n')
    expect(lines.slice(0, 2)).toEqual([
      'Time,shop/web (requests/s),shop/web before (requests/s),dev/web (requests/s),dev/web before (requests/s)',
      `${new Date(GRID.start * 1000).toISOString()},0,100,1,101`,
    ])
    expect(lines[4]).toMatch(/Z,,100,1,101$/)
    await choose('View as table')
    const table = screen.getByRole('table', { name: 'Values of Requests' })
    await expect.element(table).toBeVisible()
    const cells = (row: number) =>
      [...table.element().querySelectorAll(`tr:nth-child(${row}) :is(th, td)`)].map(({ textContent }) => textContent)
    expect(cells(1).slice(0, 5)).toEqual(['Time', 'shop/web', 'shop/web before', 'dev/web', 'dev/web before'])
    expect(cells(1).slice(6)).toEqual(['10 req/s', '110 req/s', '1 req/s', '101 req/s'])
  })
})

test.each([320, 480, 700, 1100])('at %d pixels no time label is cut off', async (width) => {
  await page.viewport(width, 600)
  // Both ends lie on round times, where labels would stick out.
  const grid = { start: 1_795_480_800, end: 1_795_484_400, step: 60 }
  await render(chart({ grid, series: series.map((each) => ({ ...each, values: [1, ...each.values] })) }))
  const labels = () => [...document.querySelectorAll('.recharts-xAxis-tick-labels text')]
  await vi.waitFor(() => expect(labels().length).toBeGreaterThan(1))
  const plot = document.querySelector('svg.recharts-surface')?.getBoundingClientRect()
  for (const each of labels()) {
    const box = each.getBoundingClientRect()
    expect(box.left).toBeGreaterThanOrEqual(plot?.left ?? Number.NaN)
    expect(box.right).toBeLessThanOrEqual(plot?.right ?? Number.NaN)
  }
})

test('without any value it says what that means, and offers nothing to do with it', async () => {
  const screen = await render(chart({ series: series.map((each) => ({ ...each, values: [null, null] })) }))
  await expect.element(screen.getByText('No traffic').last()).toBeVisible()
  expect(screen.getByRole('button').elements()).toEqual([])
})

test('a moment chosen in one chart is chosen in the other', async () => {
  const crosshair = createCrosshair()
  const screen = await render(
    <>
      {chart({ crosshair })}
      {chart({ crosshair, id: 'other', title: 'Other' })}
    </>,
  )
  const first = screen.getByRole('figure', { name: 'Requests' }).getByRole('slider')
  const second = screen.getByRole('figure', { name: 'Other' }).getByRole('slider')
  await expect.element(first).toBeVisible()
  crosshair.set({ at: GRID.start + 130, chart: 'requests' })
  await expect.element(first).toHaveAttribute('aria-valuenow', '2')
  await expect.element(second).toHaveAttribute('aria-valuenow', '2')
  await expect.element(first).toHaveAttribute('aria-valuetext', expect.stringContaining('shop/web 2 req/s'))
})
