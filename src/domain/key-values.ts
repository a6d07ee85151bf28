/** One row of an editor of string maps; `id` keeps a row's identity while its key is being typed. */
export interface KeyValue {
  readonly id: string
  readonly key: string
  readonly value: string
}

export type KeyProblem = 'empty' | 'repeated'
export type StringMap = Readonly<Record<string, string>>

/** Rows of a map, in the map's order. */
export const toRows = (map: StringMap | null | undefined): readonly KeyValue[] =>
  Object.entries(map ?? {}).map(([key, value], index) => ({ id: `${index}:${key}`, key, value }))

/** The map of rows. */
export const fromRows = (rows: readonly KeyValue[]): StringMap =>
  Object.fromEntries(rows.map((row) => [row.key, row.value]))

/** A row nothing was typed into. */
export const isBlank = (row: KeyValue): boolean => row.key === '' && row.value === ''

/** Problems by row id: a key that is missing or used before. Blank rows have none. */
export function keyProblems(rows: readonly KeyValue[]): ReadonlyMap<string, KeyProblem> {
  const problems = new Map<string, KeyProblem>()
  const seen = new Set<string>()
  for (const row of rows) {
    if (isBlank(row)) continue
    const key = row.key.trim()
    if (key === '') problems.set(row.id, 'empty')
    else if (seen.has(key)) problems.set(row.id, 'repeated')
    seen.add(key)
  }
  return problems
}

/** Whether two maps hold the same pairs, in whatever order. */
export function sameMap(a: StringMap, b: StringMap): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
}
