import { memo } from 'react'
import { CartesianGrid, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import { timeTicks, valueTicks } from '@/lib/chart-scale'
import { Lines } from './Lines'
import { highestOf, type ChartGrid, type ChartSeries } from './series'
import { useTimeText } from './time-text'

/** Room around the lines, in pixels: the crosshair is laid over them and has to know it. */
export const ROOM = { left: 68, right: 12, top: 10, bottom: 26 } as const
/** Room for one label of the time axis. */
const TIME_LABEL = 92

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

const label = { fill: 'var(--c-text-2)', fontSize: 12 }

/** Axes and lines. Drawn again only when one of its own values is another one. */
export const Plot = memo(function Plot({ width, height, grid, series, format, threshold, marker }: PlotProps) {
  const text = useTimeText()
  const { start, end } = grid
  const highest = valueTicks(Math.max(highestOf(series), threshold ?? 0))
  const count = Math.max(2, Math.floor((width - ROOM.left - ROOM.right) / TIME_LABEL))
  const ticks = timeTicks(start, end, count, text.offset(start))
  return (
    <LineChart
      width={width}
      height={height}
      data={NO_ROWS}
      margin={{ top: ROOM.top, right: ROOM.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--c-border)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[start, end]}
        allowDataOverflow
        ticks={ticks}
        interval={0}
        height={ROOM.bottom}
        tickFormatter={(at: number) => text.tick(at, end - start)}
        tick={label}
        tickLine={false}
        axisLine={{ stroke: 'var(--c-border-strong)' }}
      />
      <YAxis
        width={ROOM.left}
        domain={[0, highest.at(-1) ?? 1]}
        allowDataOverflow
        ticks={highest}
        interval={0}
        // A label of two words would be broken into two lines.
        tickFormatter={(value: number) => format(value).replaceAll(' ', '\u00A0')}
        tick={label}
        tickLine={false}
        axisLine={false}
      />
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
