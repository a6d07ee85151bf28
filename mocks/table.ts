import type { JsonObject } from './json'

/**
 * Rows by key. A row may be given as a function that makes it: then it costs nothing until somebody asks. The table
 * remembers which rows differ from the ones it began with, so only those need saving.
 */
export interface Table<Row> {
  get: (key: string) => Row | undefined
  put: (key: string, row: Row) => void
  remove: (key: string) => void
  keys: () => string[]
  values: () => Row[]
  /** Gives a row that is made on first use. Not a change. */
  lazy: (key: string, make: () => Row) => void
  /** From here on, the present rows count as unchanged. */
  settle: () => void
  /** The changed rows by key; `null` for a removed one. */
  changes: () => Record<string, unknown>
  /** Applies what `changes` returned to a table that began in the same way. */
  restore: (changes: JsonObject) => void
}

/** An empty table. */
export const createTable = <Row>(): Table<Row> => {
  const rows = new Map<string, { row: Row } | { make: () => Row }>()
  const changed = new Set<string>()
  const get = (key: string): Row | undefined => {
    const entry = rows.get(key)
    if (!entry) return undefined
    if ('row' in entry) return entry.row
    const row = entry.make()
    rows.set(key, { row })
    return row
  }
  const put = (key: string, row: Row) => {
    rows.set(key, { row })
    changed.add(key)
  }
  const remove = (key: string) => {
    if (rows.delete(key)) changed.add(key)
  }
  return {
    get,
    put,
    remove,
    keys: () => [...rows.keys()],
    values: () =>
      [...rows.keys()].flatMap((key) => {
        const row = get(key)
        return row === undefined ? [] : [row]
      }),
    lazy: (key, make) => {
      rows.set(key, { make })
    },
    settle: () => {
      changed.clear()
    },
    changes: () => Object.fromEntries([...changed].map((key) => [key, get(key) ?? null])),
    restore: (changes) => {
      for (const [key, row] of Object.entries(changes)) {
        if (row === null) remove(key)
        // JSON from the storage: `changes` of the same table wrote it.
        else put(key, row as Row)
        changed.add(key)
      }
    },
  }
}
