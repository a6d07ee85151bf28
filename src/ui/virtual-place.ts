/** Where rows of a long list are put. Rows by their number, lengths in pixels. */

/** No browser draws an element much higher than this; longer lists scroll a little faster instead. */
export const MOST_HEIGHT = 8_000_000
/** Rows beyond what can be seen, on each side. */
export const BEYOND = 8

/**
 * What decides where the rows are: the end of the list; a row at a distance from the top of the view; or the scrollbar,
 * whose share of the way (0 to 1) is the share of the rows that lies above that same share of the view.
 */
export type Place =
  | { readonly kind: 'end' }
  | { readonly kind: 'row'; readonly row: number; readonly y: number }
  | { readonly kind: 'share'; readonly share: number }

export interface Extent {
  readonly count: number
  /** Of a row, on average when they differ. */
  readonly rowHeight: number
  readonly view: number
}

/** How high the scrolled content is made. */
export const contentHeight = ({ count, rowHeight, view }: Extent): number =>
  Math.max(view, Math.min(count * rowHeight, MOST_HEIGHT))

/** Where the scrollbar belongs for a place, as a share of its way. */
export function shareOf(place: Place, { count, rowHeight, view }: Extent): number {
  if (place.kind === 'end') return 1
  if (place.kind === 'share') return place.share
  const way = count * rowHeight - view
  return way <= 0 ? 0 : Math.min(1, Math.max(0, (place.row * rowHeight - place.y) / way))
}

/** The row that is put first and its distance from the top of the view, were all rows of one height. */
export function anchorOf(place: Place, extent: Extent): { readonly row: number; readonly y: number } {
  const { count, rowHeight, view } = extent
  if (place.kind === 'row') return { row: Math.min(place.row, Math.max(0, count - 1)), y: place.y }
  const share = shareOf(place, extent)
  const at = share * count
  const row = Math.max(0, Math.min(count - 1, Math.floor(at)))
  return { row, y: share * view - (at - row) * rowHeight }
}

/** Which rows are drawn: those that can be seen whatever their height, and some beyond. */
export function rangeOf(
  place: Place,
  extent: Extent,
  leastHeight: number,
): { readonly from: number; readonly to: number } {
  const { count, view } = extent
  const { row, y } = anchorOf(place, extent)
  const above = Math.max(0, Math.ceil(y / leastHeight)) + BEYOND
  const below = Math.max(0, Math.ceil((view - y) / leastHeight)) + BEYOND
  return { from: Math.max(0, row - above), to: Math.min(count, row + below + 1) }
}
