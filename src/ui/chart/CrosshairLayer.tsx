import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './CrosshairLayer.module.css'
import { usePointed, type Crosshair } from './crosshair'
import { Swatch } from './Swatch'
import type { Shown } from './Plot'
import { ROOM } from './room'
import { momentAt, placeOf, type ChartGrid } from './series'
import { useTimeText } from './time-text'

interface CrosshairLayerProps {
  chart: string
  width: number
  grid: ChartGrid
  series: readonly Shown[]
  format: (value: number) => string
  crosshair: Crosshair
  onZoom: (start: number, end: number) => void
  onZoomOut: () => void
}

/** Fewer steps than these are a click with a trembling hand. */
const SHORTEST_DRAG = 2

/** What lies over the lines: the moment that is looked at, its values, and the part that is being dragged over. */
export function CrosshairLayer(props: CrosshairLayerProps) {
  const { chart, width, grid, crosshair, onZoom, onZoomOut } = props
  const { t } = useT()
  const text = useTimeText()
  const help = useId()
  const pointed = usePointed(crosshair)
  const [dragFrom, setDragFrom] = useState<number | null>(null)
  const inner = width - ROOM.left - ROOM.right
  const last = Math.floor((grid.end - grid.start) / grid.step)
  const x = (index: number) => (last === 0 ? 0 : (index / last) * inner)
  const place = pointed === null ? null : placeOf(grid, pointed.at)
  const isHere = pointed?.chart === chart

  const indexOf = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const part = box.width === 0 ? 0 : (event.clientX - box.left) / box.width
    return Math.max(0, Math.min(last, Math.round(part * last)))
  }
  const point = (index: number) => crosshair.set({ at: momentAt(grid, index), chart })

  const drop = (event: PointerEvent<HTMLDivElement>) => {
    if (dragFrom === null) return
    const to = indexOf(event)
    setDragFrom(null)
    if (Math.abs(to - dragFrom) < SHORTEST_DRAG) return
    onZoom(momentAt(grid, Math.min(dragFrom, to)), momentAt(grid, Math.max(dragFrom, to)))
  }

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = place ?? last
    const stride = event.shiftKey ? 10 : 1
    const to = { ArrowLeft: from - stride, ArrowRight: from + stride, Home: 0, End: last }[event.key]
    if (event.key === 'Escape') crosshair.set(null)
    if (to === undefined) return
    event.preventDefault()
    point(Math.max(0, Math.min(last, to)))
  }

  return (
    <>
      <div
        className={styles['layer']}
        style={{ left: ROOM.left, right: ROOM.right, top: ROOM.top, bottom: ROOM.bottom }}
        role="slider"
        tabIndex={0}
        aria-label={t('chart.moment')}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={place ?? last}
        aria-valuetext={isHere && place !== null ? spoken(props, place, text.exact) : t('chart.noMoment')}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragFrom(indexOf(event))
        }}
        onPointerMove={(event) => point(indexOf(event))}
        onPointerUp={drop}
        onPointerCancel={() => setDragFrom(null)}
        onPointerLeave={() => crosshair.set(null)}
        onDoubleClick={onZoomOut}
        onKeyDown={move}
        onBlur={() => crosshair.set(null)}
      >
        {dragFrom !== null && place !== null && (
          <div
            className={styles['selection']}
            style={{ left: Math.min(x(dragFrom), x(place)), width: Math.abs(x(place) - x(dragFrom)) }}
          />
        )}
        {place !== null && (
          <>
            <div className={styles['line']} style={{ transform: `translateX(${x(place)}px)` }} />
            {isHere && <Values {...props} place={place} isLeft={place < last / 2} when={text.exact} />}
          </>
        )}
      </div>
      <span id={help} className="visually-hidden">
        {t('chart.keys')}
      </span>
    </>
  )
}

const spoken = ({ grid, series, format }: CrosshairLayerProps, place: number, when: (at: number) => string) =>
  [
    when(momentAt(grid, place)),
    ...series.map(({ label, values }) => {
      const value = values[place] ?? null
      return `${label} ${value === null ? '–' : format(value)}`
    }),
  ].join(', ')

interface ValuesProps extends CrosshairLayerProps {
  place: number
  isLeft: boolean
  when: (at: number) => string
}

function Values({ grid, series, format, place, isLeft, when }: ValuesProps) {
  const { t } = useT()
  return (
    <div className={styles['values']} data-side={isLeft ? 'right' : 'left'} aria-hidden>
      <p className={styles['when']}>{when(momentAt(grid, place))}</p>
      <ul>
        {series.map(({ key, label, values, previous, place: looks, isRest }) => {
          const value = values[place] ?? null
          const before = previous?.[place] ?? null
          return (
            <li key={key}>
              <Swatch place={looks} isRest={isRest ?? false} />
              <span className={styles['name']}>{label}</span>
              <span className={styles['value']}>{value === null ? '–' : format(value)}</span>
              {previous !== undefined && (
                <span className={styles['before']}>
                  {t('chart.before', { value: before === null ? '–' : format(before) })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
