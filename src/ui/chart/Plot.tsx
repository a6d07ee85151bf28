import { memo } from 'react'
import { CartesianGrid, LineChart, ReferenceLine } from 'recharts'
import { valueTicks } from '@/lib/chart-scale'
import { label, TimeAxis, ValueAxis } from './axes'
import { Lines } from './Lines'
import { ROOM } from './room'
import { highestOf, type ChartGrid, type ChartSeries } from './series'

export interface Shown extends ChartSeries {
  /** Its place among all series of the chart, which decides its looks. */
  readonly place: number
}

export interface Marker {
  readonly at: number
  readonly label: string
}

interface PlotProps {
  width: number
  height: number
  grid: ChartGrid
  series: readonly Shown[]
  format: (value: number) => string
  threshold: number | null
  marker: Marker | null
}

/** The axes are told what to show, and the lines are drawn by `Lines`. */
const NO_ROWS: [] = []

const MARGIN = { top: ROOM.top, right: ROOM.right, bottom: 0, left: 0 }

/** Axes and lines. Drawn again only when one of its own values is another one. */
export const Plot = memo(function Plot({ width, height, grid, series, format, threshold, marker }: PlotProps) {
  const { start, end } = grid
  const top = valueTicks(Math.max(highestOf(series), threshold ?? 0)).at(-1) ?? 1
  return (
    <LineChart width={width} height={height} data={NO_ROWS} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--c-border)" />
      <TimeAxis start={start} end={end} width={width} />
      <ValueAxis top={top} format={format} />
      {marker && (
        <ReferenceLine
          x={marker.at}
          stroke="var(--c-text-2)"
          strokeDasharray="2 2"
          // Before it there is nothing to write over.
          label={{
            value: marker.label,
            position: marker.at - start > (end - start) / 3 ? 'insideTopRight' : 'insideTopLeft',
            ...label,
          }}
        />
      )}
      {threshold !== null && (
        <ReferenceLine
          y={threshold}
          stroke="var(--c-error)"
          strokeDasharray="6 2"
          label={{ value: format(threshold), position: 'insideBottomRight', fill: 'var(--c-error)', fontSize: 12 }}
        />
      )}
      <Lines grid={grid} series={series} width={width - ROOM.left - ROOM.right} />
    </LineChart>
  )
})
