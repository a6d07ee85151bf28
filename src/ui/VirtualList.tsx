import { Component, createRef, type ReactNode } from 'react'
import { anchorOf, contentHeight, rangeOf, shareOf, type Extent, type Place } from './virtual-place'
import styles from './VirtualList.module.css'

interface VirtualListProps<Token> {
  /** Names the log for screen readers. */
  label: string
  count: number
  /** Of one line, in pixels; no row is lower. */
  rowHeight: number
  /** Whether every row has that height, so that nothing needs to be measured. */
  isUniform: boolean
  /** Whether long rows are broken; otherwise the list scrolls sideways too. */
  isWrapped: boolean
  /** Whether the end stays in view. */
  isFollowing: boolean
  onFollow: (follows: boolean) => void
  /** Something by which a row is found again when rows come or go before it. */
  tokenOf: (row: number) => Token | undefined
  rowOf: (token: Token) => number
  /** The reader has come near the first row. */
  onStart?: () => void
  children: (row: number) => ReactNode
}

interface Drawn {
  readonly heightOf: (row: number) => number
  /** From the top of the first row that is drawn. */
  readonly topOf: (row: number) => number
  readonly total: number
}

/** The average height is corrected when it is off by more than this share. */
const TOLERANCE = 0.3

/**
 * A list of any length that draws what can be seen. Nothing is kept for rows that are not drawn, so a million costs what
 * fifty cost, also while they grow by thousands; and what is read stays where it is when rows come or go elsewhere. A
 * class, because where the rows are is known only after they are drawn, and is then needed to draw them again.
 */
export class VirtualList<Token> extends Component<VirtualListProps<Token>, { view: number; average: number }> {
  override state = { view: 0, average: this.props.rowHeight }
  readonly #scroller = createRef<HTMLDivElement>()
  readonly #block = createRef<HTMLDivElement>()
  readonly #observer = new ResizeObserver(() => this.setState({ view: this.#scroller.current?.clientHeight ?? 0 }))
  #place: Place = { kind: 'row', row: 0, y: 0 }
  /** What was at the top of the view when it was last drawn; null while the reader has just moved. */
  #pin: { readonly token: Token; readonly y: number } | null = null
  /** Where the scrollbar was put by us: an event that says so is no move of the reader's. */
  #expected = 0

  override componentDidMount(): void {
    const element = this.#scroller.current
    if (!element) return
    element.tabIndex = 0 // a region that scrolls must be reached by the keyboard
    this.#observer.observe(element)
  }

  override componentDidUpdate(): void {
    this.#put()
  }

  override componentWillUnmount(): void {
    this.#observer.disconnect()
  }

  /** Brings a row to the middle of the view, and the view onto the screen. */
  show(row: number): void {
    this.#scroller.current?.scrollIntoView({ block: 'nearest' })
    this.#pin = null
    this.#place = { kind: 'row', row, y: Math.max(0, (this.state.view - this.props.rowHeight) / 2) }
    this.forceUpdate()
  }

  #extent(): Extent {
    const { count, rowHeight, isUniform } = this.props
    return { count, rowHeight: isUniform ? rowHeight : this.state.average, view: this.state.view }
  }

  #placeNow(): Place {
    if (this.props.isFollowing) return { kind: 'end' }
    if (this.#pin === null) return this.#place
    return { kind: 'row', row: this.props.rowOf(this.#pin.token), y: this.#pin.y }
  }

  #range() {
    return rangeOf(this.#placeNow(), this.#extent(), this.props.rowHeight)
  }

  #measure(block: HTMLElement, from: number, to: number): Drawn {
    const { isUniform, rowHeight } = this.props
    if (isUniform)
      return {
        heightOf: () => rowHeight,
        topOf: (row) => (row - from) * rowHeight,
        total: (to - from) * rowHeight,
      }
    const rows = [...block.children].filter((child) => child instanceof HTMLElement)
    return {
      heightOf: (row) => rows[row - from]?.offsetHeight ?? 0,
      topOf: (row) => rows[row - from]?.offsetTop ?? block.offsetHeight,
      total: block.offsetHeight,
    }
  }

  /** Puts the drawn rows where they belong, and the scrollbar too. */
  #put(): void {
    const element = this.#scroller.current
    const block = this.#block.current
    const { view } = this.state
    if (!element || !block || view === 0) return
    const { count, tokenOf, isUniform } = this.props
    const extent = this.#extent()
    const place = this.#placeNow()
    const { from, to } = this.#range()
    const drawn = this.#measure(block, from, to)
    const top = this.#topOf(place, extent, from, to, drawn)

    const isEnd = to === count && top + drawn.total <= view + 1
    const isStart = from === 0 && top >= -1
    const way = contentHeight(extent) - view
    // While the reader drags, the scrollbar is theirs.
    if (place.kind !== 'share' || isEnd || isStart) {
      const wanted = (isEnd ? 1 : isStart ? 0 : shareOf(place, extent)) * way
      if (Math.abs(element.scrollTop - wanted) > 1) element.scrollTop = wanted
    }
    this.#expected = element.scrollTop
    block.style.transform = `translateY(${Math.round(element.scrollTop + top)}px)`

    let first = from
    while (first < to - 1 && top + drawn.topOf(first) + drawn.heightOf(first) <= 0) first += 1
    const token = tokenOf(first)
    this.#pin = token === undefined ? null : { token, y: top + drawn.topOf(first) }
    const mean = drawn.total / Math.max(1, to - from)
    if (!isUniform && Math.abs(mean - extent.rowHeight) > extent.rowHeight * TOLERANCE && to > from)
      this.setState({ average: mean })
  }

  /** Where the first drawn row begins, from the top of the view. */
  #topOf(place: Place, extent: Extent, from: number, to: number, drawn: Drawn): number {
    const { count, view } = extent
    if (to - from === count && drawn.total <= view) return 0
    const anchor = anchorOf(place, extent)
    // The part of the anchor row that lies above its point is a share of its real height.
    const y =
      place.kind === 'share'
        ? place.share * view - (place.share * count - anchor.row) * drawn.heightOf(anchor.row)
        : anchor.y
    let top = place.kind === 'end' ? view - drawn.total : y - drawn.topOf(anchor.row)
    if (to === count) top = Math.max(top, view - drawn.total)
    return from === 0 ? Math.min(top, 0) : top
  }

  /** Small moves move the content; where rows differ in height, only a drag of the scrollbar goes by its share. */
  readonly #scrolled = () => {
    const element = this.#scroller.current
    const { view } = this.state
    const way = contentHeight(this.#extent()) - view
    if (!element || way <= 0) return
    const moved = element.scrollTop - this.#expected
    if (Math.abs(moved) < 1) return
    this.#expected = element.scrollTop
    const isAtEnd = element.scrollTop >= way - 2
    const isAtStart = element.scrollTop <= 1
    const isSmall = Math.abs(moved) < view * 2
    if (!this.props.isUniform && this.#pin && isSmall && !isAtEnd && !isAtStart)
      this.#pin = { token: this.#pin.token, y: this.#pin.y - moved }
    else {
      this.#pin = null
      this.#place = { kind: 'share', share: Math.min(1, Math.max(0, element.scrollTop / way)) }
    }
    this.props.onFollow(isAtEnd)
    if (element.scrollTop < view / 2) this.props.onStart?.()
    this.forceUpdate()
  }

  override render(): ReactNode {
    const { label, isWrapped, children } = this.props
    const { from, to } = this.#range()
    return (
      <div
        ref={this.#scroller}
        role="log"
        aria-live="off"
        aria-label={label}
        className={`${styles['scroller']} ${isWrapped ? styles['wrapped'] : ''}`}
        onScroll={this.#scrolled}
      >
        <div className={styles['spacer']} style={{ height: contentHeight(this.#extent()) }}>
          <div ref={this.#block} role="list" className={styles['block']}>
            {Array.from({ length: to - from }, (_, index) => children(from + index))}
          </div>
        </div>
      </div>
    )
  }
}
