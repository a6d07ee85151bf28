/** What a chart shows, and how its lines are told apart. */

/** Moments at the same distance, in seconds since 1970. */
export interface ChartGrid {
  readonly start: number
  readonly end: number
  readonly step: number
}

export interface ChartSeries {
  readonly key: string
  readonly label: string
  /** One for every moment of the grid; null is a gap. */
  readonly values: readonly (number | null)[]
  /** The same of the period before. */
  readonly previous?: readonly (number | null)[]
  /** What it comes to, with its unit. */
  readonly total: string
  /** A rest of many, which has no colour of its own. */
  readonly isRest?: boolean
}

/** How a line looks. Ten places have dashes of their own, so that colour is not needed to tell them apart. */
export interface LineStyle {
  readonly stroke: string
  readonly strokeDasharray: string
}

const COLOURS = 8
/** One for each place; lines that often stand side by side have those that differ most. */
const DASHES = ['none', '7 3', '2 2.5', '9 3 2 3', '2 3 2 7', '14 4', '9 3 2 3 2 3', '3 6', '14 4 4 4', '7 3 7 3 2 3']

export const lineStyle = (place: number, isRest = false): LineStyle =>
  isRest
    ? { stroke: 'var(--c-text-2)', strokeDasharray: '1 8' }
    : {
        stroke: `var(--c-series-${(place % COLOURS) + 1})`,
        strokeDasharray: DASHES[place % DASHES.length] ?? 'none',
      }

export const PREVIOUS_DASHES = '3 4'

/** The moment of a place in the values. */
export const momentAt = (grid: ChartGrid, index: number): number => grid.start + index * grid.step

/** The place whose moment is nearest, or null outside of the grid. */
export function placeOf(grid: ChartGrid, at: number): number | null {
  const index = Math.round((at - grid.start) / grid.step)
  return index < 0 || at > grid.end + grid.step / 2 ? null : index
}

/** Every list of values with its name: of each series, and beside it of the period before where there is one. */
export const columnsOf = (
  series: readonly ChartSeries[],
  nameBefore: (label: string) => string,
): readonly Pick<ChartSeries, 'key' | 'label' | 'values'>[] =>
  series.flatMap(({ key, label, values, previous }) => [
    { key, label, values },
    ...(previous === undefined ? [] : [{ key: `${key} before`, label: nameBefore(label), values: previous }]),
  ])

/** The highest of all values that are drawn. */
export function highestOf(series: readonly ChartSeries[]): number {
  let highest = 0
  for (const { values, previous = [] } of series) {
    for (const value of values) if (value !== null && value > highest) highest = value
    for (const value of previous) if (value !== null && value > highest) highest = value
  }
  return highest
}

export const isEmpty = (series: readonly ChartSeries[]): boolean =>
  series.every(({ values }) => values.every((value) => value === null))
