import { memo, useCallback, useMemo } from 'react'
import { XAxis, YAxis } from 'recharts'
import { timeTicks, valueTicks } from '@/lib/chart-scale'
import { ROOM } from './room'
import { useTimeText } from './time-text'

/**
 * The axes of a chart. recharts lays the whole chart out again for every property of an axis that is another one, so
 * these keep theirs for as long as they mean the same.
 */

export const label = { fill: 'var(--c-text-2)', fontSize: 12 }
const LINE = { stroke: 'var(--c-border-strong)' }
/** Room for one label of the time axis, in pixels. */
const TIME_LABEL = 92

/** About how wide a label is, in pixels: letters and digits are narrower than Chinese characters. */
const textWidth = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E80' ? 12.5 : 7.5), 0)

/** Time from left to right; `width` is that of the whole chart. */
export const TimeAxis = memo(function TimeAxis({ start, end, width }: { start: number; end: number; width: number }) {
  const text = useTimeText()
  const domain = useMemo((): [number, number] => [start, end], [start, end])
  const count = Math.max(2, Math.floor((width - ROOM.left - ROOM.right) / TIME_LABEL))
  const format = useCallback((at: number) => text.tick(at, end - start), [text, start, end])
  const ticks = useMemo(() => {
    const perSecond = (width - ROOM.left - ROOM.right) / (end - start)
    // A label that would be cut off at the edge is left out.
    const isWhole = (at: number) => (end - at) * perSecond + ROOM.right >= textWidth(format(at)) / 2
    return timeTicks(start, end, count, text.offset(start)).filter(isWhole)
  }, [start, end, count, text, format, width])
  return (
    <XAxis
      dataKey="at"
      type="number"
      domain={domain}
      allowDataOverflow
      ticks={ticks}
      interval={0}
      height={ROOM.bottom}
      tickFormatter={format}
      tick={label}
      tickLine={false}
      axisLine={LINE}
    />
  )
})

/** Values from zero up to a round number. */
export const ValueAxis = memo(function ValueAxis({ top, format }: { top: number; format: (value: number) => string }) {
  const domain = useMemo((): [number, number] => [0, top], [top])
  const ticks = useMemo(() => valueTicks(top), [top])
  // A label of two words would be broken into two lines.
  const inOneLine = useCallback((value: number) => format(value).replaceAll(' ', '\u00A0'), [format])
  return (
    <YAxis
      width={ROOM.left}
      domain={domain}
      allowDataOverflow
      ticks={ticks}
      interval={0}
      tickFormatter={inOneLine}
      tick={label}
      tickLine={false}
      axisLine={false}
    />
  )
})
