import { useXAxisScale, useYAxisScale } from 'recharts'
import { linePath } from '@/lib/thin'
import type { Shown } from './Plot'
import { lineStyle, momentAt, PREVIOUS_DASHES, type ChartGrid } from './series'

/**
 * The lines of a chart, by the scales of its axes. A `Line` of recharts measures its path after every change, which for
 * a page of charts costs more than drawing all of them (docs/decisions/0010).
 */
export function Lines({ grid, series, width }: { grid: ChartGrid; series: readonly Shown[]; width: number }) {
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  if (toX === undefined || toY === undefined) return null
  // Both scales are straight, so two points of each tell all others.
  const [x0, y0] = [toX(grid.start) ?? 0, toY(0) ?? 0]
  const [perPlace, perUnit] = [(toX(momentAt(grid, 1)) ?? 0) - x0, (toY(1) ?? 0) - y0]
  const x = (index: number) => x0 + index * perPlace
  const y = (value: number) => y0 + value * perUnit
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      {series.map(({ key, previous, place, isRest }) =>
        previous === undefined ? null : (
          <path
            key={key}
            data-series={`${key} before`}
            d={linePath(previous, x, y, width)}
            stroke={lineStyle(place, isRest).stroke}
            strokeDasharray={PREVIOUS_DASHES}
            strokeOpacity={0.6}
            strokeWidth={1.25}
          />
        ),
      )}
      {series.map(({ key, values, place, isRest }) => (
        <path
          key={key}
          data-series={key}
          d={linePath(values, x, y, width)}
          {...lineStyle(place, isRest)}
          strokeWidth={1.75}
        />
      ))}
    </g>
  )
}
