// The log viewer with a million lines, beside @melloware/react-logviewer on the same lines in the same browser.
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { aliases } from '../scripts/aliases.mjs'
import { root } from '../scripts/files.mjs'
import { findBrowser, launchArgs } from '../scripts/find-browser.mjs'

const LINES = Number(process.env['BENCH_LINES'] ?? 1_000_000)
const PER_SECOND = 20_000
const SECONDS = 5
const outDir = join(root, 'node_modules/.cache/bench-logs')

/** @type {import('vite').InlineConfig} */
const config = {
  configFile: false,
  root: join(root, 'bench/logs'),
  logLevel: 'error',
  plugins: [react()],
  resolve: { alias: aliases },
  worker: { format: 'es' },
  build: { outDir, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 5_000 },
}

/** What the page offers, see bench/logs/main.tsx.
 * @typedef {{
 *   fill: (count: number) => Promise<{ first: number | null, took: number, lines: number, longest: number }>,
 *   arrive: (perSecond: number, seconds: number) => Promise<{ fps: number, longest: number, sent: number }>,
 *   filter: (text: string) => Promise<{ longest: number, took: number | null }>,
 * }} Bench */

/** Bytes of the page's JavaScript after everything that can go has gone. */
const heapOf = async (/** @type {import('@playwright/test').Page} */ page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const usage = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
    await session.send('Runtime.getHeapUsage')
  )
  await session.detach()
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}

const measure = async (/** @type {string} */ url, /** @type {string} */ viewer) => {
  const found = await findBrowser({ install: true })
  const browser = await chromium.launch({ args: launchArgs, ...(found && { executablePath: found.path }) })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(600_000)
    await page.goto(`${url}?viewer=${viewer}`)
    await page.waitForFunction('window.logsBench !== undefined')
    const empty = await heapOf(page)
    const bench = await page.evaluateHandle(() => /** @type {any} */ (window).bench)
    const filled = await bench.evaluate((/** @type {Bench} */ each, count) => each.fill(count), LINES)
    const heap = (await heapOf(page)) - empty
    const [perSecond, seconds] = [PER_SECOND, SECONDS]
    const arrived = await bench.evaluate(
      (/** @type {Bench} */ each, rate) => each.arrive(rate.perSecond, rate.seconds),
      { perSecond, seconds },
    )
    const filtered = await bench.evaluate((/** @type {Bench} */ each) => each.filter(' 503 '))
    return { filled, heap, arrived, filtered }
  } finally {
    await browser.close()
  }
}

await build(config)
const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
try {
  const url = server.resolvedUrls?.local[0] ?? ''
  const viewers = [
    { name: 'this viewer', measured: await measure(url, 'ours') },
    { name: '@melloware', measured: await measure(url, 'theirs') },
  ]
  const ms = (/** @type {number | null} */ value) => (value === null ? 'gave up' : `${value.toFixed(0)} ms`)
  /** @type {[string, (one: Awaited<ReturnType<typeof measure>>) => string][]} */
  const rows = [
    ['lines shown', ({ filled }) => filled.lines.toLocaleString('en')],
    ['first line on screen after', ({ filled }) => ms(filled.first)],
    ['all of them after', ({ filled }) => ms(filled.took)],
    ['longest block while loading', ({ filled }) => ms(filled.longest)],
    ['memory held (aim: 500 MB)', ({ heap }) => `${(heap / 1e6).toFixed(0)} MB`],
    [`frames/s at ${PER_SECOND.toLocaleString('en')} lines/s (aim: 30)`, ({ arrived }) => arrived.fps.toFixed(1)],
    ['longest block meanwhile', ({ arrived }) => ms(arrived.longest)],
    ['longest block while filtering (aim: 50 ms)', ({ filtered }) => ms(filtered.longest)],
    ['filtered after', ({ filtered }) => ms(filtered.took)],
  ]
  console.log(
    `\nLog viewers with ${LINES.toLocaleString('en')} lines`.padEnd(49),
    ...viewers.map((viewer) => viewer.name.padStart(14)),
  )
  for (const [name, valueOf] of rows)
    console.log(`  ${name.padEnd(46)}`, ...viewers.map(({ measured }) => valueOf(measured).padStart(14)))
} finally {
  await server.close()
}
