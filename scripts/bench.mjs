// Every benchmark in bench/, one after the other. Each prints its figures; names as arguments choose some of them.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './files.mjs'

const wanted = process.argv.slice(2)
const folder = join(root, 'bench')
const all = readdirSync(folder).filter((file) => file.endsWith('.bench.mjs'))
for (const file of all.toSorted()) {
  const isWanted = wanted.length === 0 || wanted.some((name) => file.startsWith(name))
  if (isWanted) await import(pathToFileURL(join(folder, file)).href)
}
