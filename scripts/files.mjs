import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * All files at or below a path, relative to the repository.
 * @param {string} path
 * @returns {string[]}
 */
export const filesIn = (path) => {
  const full = join(root, path)
  if (!statSync(full, { throwIfNoEntry: false })) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
}

/** Prints what is wrong, one line each, and ends the program accordingly. */
export const report = (/** @type {string[]} */ problems, /** @type {string} */ allWell) => {
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exit(1)
  console.log(allWell)
}
