import { beforeAll, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { createCrosshair } from './crosshair'
import { TimeSeriesChart, type TimeSeriesChartProps } from './TimeSeriesChart'

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('monitoring')
})

const GRID = { start: 1_795_480_800, end: 1_795_481_400, step: 60 }
const series = [
  { key: 'a', label: 'shop/web', total: '55 requests', values: [0, 1, 2, null, null, 5, 6, 7, 8, 9, 10] },
  { key: 'b', label: 'dev/web', total: '11 requests', values: Array.from({ length: 11 }, () => 1) },
]

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
    look: `${path.getAttribute('stroke')} ${path.getAttribute('stroke-dasharray')}`,
  }))

describe('lines', () => {
  test('each is drawn, a gap parts it, and none looks like another', async () => {
    await render(chart())
    await vi.waitFor(() =>
      expect(lines().map(({ key, parts }) => [key, parts])).toEqual([
        ['a', 2],
        ['b', 1],
      ]),
    )
    expect(new Set(lines().map(({ look }) => look)).size).toBe(2)
  })

  test('the period before has one of its own', async () => {
    await render(chart({ series: series.map((each) => ({ ...each, previous: each.values })) }))
    await vi.waitFor(() => expect(lines().map(({ key }) => key)).toEqual(['a before', 'b before', 'a', 'b']))
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
