// What a visitor downloads before the first page shows, against a budget. Reads what the last build wrote.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root } from './files.mjs'

const BUDGET = { js: 215, css: 25 } // kB, gzip

// Beside the entry: what the first page, Gateway Settings, waits for although it is loaded lazily, such as the texts.
const FIRST_VIEW = /^src\/(lib\/i18n\/en\.ts|pages\/gateway-settings\/(GatewaySettingsPage|ClusterGatewayTab)\.tsx)$/

const dist = join(root, 'dist')
const manifestFile = join(dist, '.vite/manifest.json')
if (!existsSync(manifestFile)) {
  console.error('There is no build in dist/: npm run build')
  process.exit(1)
}

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */
const manifest = /** @type {Record<string, Chunk>} */ (JSON.parse(readFileSync(manifestFile, 'utf8')))

/** @type {(keys: string[], seen?: Set<string>) => Set<string>} */
const closure = (keys, seen = new Set()) => {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    closure(manifest[key]?.imports ?? [], seen)
  }
  return seen
}

const measure = (/** @type {string} */ file) => {
  const bytes = readFileSync(join(dist, file))
  return { file, bytes, gzip: gzipSync(bytes, { level: 9 }).length / 1000 }
}

const kB = (/** @type {number} */ size) => `${size.toFixed(1)} kB`

const initial = [...closure(['index.html', ...Object.keys(manifest).filter((key) => FIRST_VIEW.test(key))])]
const chunks = initial.flatMap((key) => manifest[key] ?? [])
const files = { js: new Set(chunks.map(({ file }) => file)), css: new Set(chunks.flatMap(({ css }) => css ?? [])) }

let failed = false
for (const kind of /** @type {const} */ (['js', 'css'])) {
  const measured = [...files[kind]].filter((file) => file.endsWith(`.${kind}`)).map(measure)
  const gzip = measured.reduce((total, one) => total + one.gzip, 0)
  const brotli = measured.reduce((total, { bytes }) => total + brotliCompressSync(bytes).length / 1000, 0)
  const over = gzip > BUDGET[kind]
  failed ||= over
  const verdict = over ? `over the budget of ${BUDGET[kind]} kB` : `budget ${BUDGET[kind]} kB`
  console.log(`first view ${kind}: ${kB(gzip)} gzip, ${kB(brotli)} brotli (${verdict})`)
  for (const { file, gzip } of measured.sort((a, b) => b.gzip - a.gzip))
    console.log(`  ${kB(gzip).padStart(9)}  ${file}`)
}

const later = new Set(
  Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => !files.js.has(file)),
)
const largest = [...later]
  .filter((file) => file.endsWith('.js'))
  .map(measure)
  .sort((a, b) => b.gzip - a.gzip)
console.log(`loaded later: ${largest.length} files, the largest`)
for (const { file, gzip } of largest.slice(0, 8)) console.log(`  ${kB(gzip).padStart(9)}  ${file}`)

process.exit(failed ? 1 : 0)
