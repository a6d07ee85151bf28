import { useRef, useState, type PointerEvent } from 'react'
import styles from './StackedBars.module.css'

export interface StackedBar {
  readonly from: number
  /** Said on hover. */
  readonly title: string
  readonly parts: readonly { readonly colour: string; readonly count: number }[]
}

interface StackedBarsProps {
  label: string
  bars: readonly StackedBar[]
  /** Of one bar, in the unit of `from`. */
  width: number
  /** What is chosen, in the unit of `from`. */
  chosen: { readonly from: number; readonly to: number } | null
  onChoose: (from: number, to: number) => void
  format: (at: number) => string
  most: string
}

const share = (part: number, whole: number) => `${(part / Math.max(whole, 1)) * 100}%`

/** Counts over time as stacked bars; drawing across them with the pointer chooses a time. */
export function StackedBars({ label, bars, width, chosen, onChoose, format, most }: StackedBarsProps) {
  const plot = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ start: number; end: number } | null>(null)
  const totals = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.count, 0))
  const highest = Math.max(1, ...totals)
  const begin = bars[0]?.from ?? 0
  const span = bars.length * width

  const indexAt = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    if (!box || bars.length === 0) return 0
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)))
  }
  const finish = () => {
    if (drawn) {
      const [first, last] = [Math.min(drawn.start, drawn.end), Math.max(drawn.start, drawn.end)]
      onChoose(begin + first * width, begin + (last + 1) * width)
    }
    setDrawn(null)
  }
  const marked = drawn
    ? {
        from: begin + Math.min(drawn.start, drawn.end) * width,
        to: begin + (Math.max(drawn.start, drawn.end) + 1) * width,
      }
    : chosen

  return (
    <figure aria-label={label} className={styles['figure']}>
      <div
        ref={plot}
        className={styles['plot']}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrawn({ start: indexAt(event), end: indexAt(event) })
        }}
        onPointerMove={(event) => {
          if (drawn) setDrawn({ start: drawn.start, end: indexAt(event) })
        }}
        onPointerUp={finish}
        onPointerCancel={() => setDrawn(null)}
      >
        <svg viewBox={`0 0 ${Math.max(bars.length, 1)} 100`} preserveAspectRatio="none" aria-hidden>
          {bars.map((bar, index) => {
            let top = 100
            return (
              <g key={bar.from}>
                <title>{bar.title}</title>
                <rect x={index} y={0} width={1} height={100} fill="transparent" />
                {bar.parts.map((part) => {
                  const height = (part.count / highest) * 100
                  top -= height
                  return (
                    <rect key={part.colour} x={index + 0.08} y={top} width={0.84} height={height} fill={part.colour} />
                  )
                })}
              </g>
            )
          })}
        </svg>
        {marked && marked.to > begin && marked.from < begin + span && (
          <span
            aria-hidden
            className={styles['chosen']}
            style={{
              insetInlineStart: share(Math.max(0, marked.from - begin), span),
              width: share(Math.min(marked.to, begin + span) - Math.max(marked.from, begin), span),
            }}
          />
        )}
      </div>
      <div className={styles['ends']}>
        <span>{bars.length > 0 ? format(begin) : ''}</span>
        <span>{most}</span>
        <span>{bars.length > 0 ? format(begin + span) : ''}</span>
      </div>
    </figure>
  )
}
