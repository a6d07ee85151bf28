import { readdirSync, readFileSync } from 'node:fs'

/** One recorded exchange with a real server. */
export interface Recording {
  /** File name without `.json`. */
  name: string
  request: {
    method: string
    path: string
    query: Record<string, string | number>
    headers: Record<string, string>
    body: unknown
  }
  response: { status: number; headers: Record<string, string>; body: unknown; bodyIsJSON?: boolean | null }
}

const FOLDER = new URL('../recordings/', import.meta.url)

/** All recordings in the order in which they were made. */
export const recordings: readonly Recording[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) => {
    // JSON from outside: whoever adds a recording keeps to this form, or the tests below say so.
    const exchange = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Omit<Recording, 'name'>
    return { ...exchange, name: file.replace(/\.json$/, '') }
  })
