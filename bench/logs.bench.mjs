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

/** A viewer that breaks is no reason to hide the figures of the other. */
const measureOrTell = async (/** @type {string} */ url, /** @type {string} */ viewer) => {
  try {
    return await measure(url, viewer)
  } catch (error) {
    console.error(`${viewer} broke:`, error)
    return null
  }
}

const measure = async (/** @type {string} */ url, /** @type {string} */ viewer) => {
  const found = await findBrowser({ install: true })
  const browser = await chromium.launch({ args: launchArgs, ...(found && { executablePath: found.path }) })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(600_000)
    await page.goto(`${url}?viewer=${viewer}`)
    await page.waitForFunction(() => 'logsBench' in window)
    const empty = await heapOf(page)
    // Typed by what bench/logs/main.tsx declares, so that the compiler sees when the two do not fit.
    const filled = await page.evaluate((count) => window.logsBench.fill(count), LINES)
    const heap = (await heapOf(page)) - empty
    const [perSecond, seconds] = [PER_SECOND, SECONDS]
    const arrived = await page.evaluate((rate) => window.logsBench.arrive(rate.perSecond, rate.seconds), {
      perSecond,
      seconds,
    })
    const long = await page.evaluate(() => window.logsBench.long())
    const text = await page.evaluate(() => window.logsBench.filter(' 503 '))
    const regex = await page.evaluate(() => window.logsBench.filterRegex(String.raw`" 50\d \d+ .*shop-web`))
    const status = await page.evaluate(() => window.logsBench.filterStatus('5xx'))
    return { filled, heap, arrived, long, text, regex, status }
  } finally {
    await browser.close()
  }
}

await build(config)
const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
try {
  const url = server.resolvedUrls?.local[0] ?? ''
  const viewers = [
    { name: 'this viewer', measured: await measureOrTell(url, 'ours') },
    { name: '@melloware', measured: await measureOrTell(url, 'theirs') },
  ]
  const ms = (/** @type {number | null} */ value) => (value === null ? 'gave up' : `${value.toFixed(0)} ms`)
  /** @type {[string, (one: Awaited<ReturnType<typeof measure>>) => string][]} */
  const rows = [
    ['lines shown', ({ filled }) => filled.lines.toLocaleString('en')],
    ['first line on screen after', ({ filled }) => ms(filled.first)],
    ['all of them after', ({ filled }) => ms(filled.took)],
    ['longest block while loading', ({ filled }) => ms(filled.longest)],
    ['memory held (aim: 500 MB)', ({ heap }) => `${(heap / 1e6).toFixed(0)} MB`],
    [`frames/s at ${PER_SECOND.toLocaleString('en')} lines/s, half 3 s late`, ({ arrived }) => arrived.fps.toFixed(1)],
    ['frames in the worst second (aim: 30)', ({ arrived }) => String(arrived.worst)],
    ['longest block meanwhile', ({ arrived }) => ms(arrived.longest)],
    ['longest block with a line of 100 kB, unfolded', ({ long }) => ms(long.longest)],
    ['longest block while filtering (aim: 50 ms)', ({ text }) => ms(text.longest)],
    ['  filtered after', ({ text }) => ms(text.took)],
    ['longest block, by regular expression', ({ regex }) => (regex ? ms(regex.longest) : 'cannot')],
    ['  filtered after', ({ regex }) => (regex ? ms(regex.took) : 'cannot')],
    ['longest block, by facet', ({ status }) => (status ? ms(status.longest) : 'cannot')],
    ['  filtered after', ({ status }) => (status ? ms(status.took) : 'cannot')],
  ]
  console.log(
    `\nLog viewers with ${LINES.toLocaleString('en')} lines`.padEnd(49),
    ...viewers.map((viewer) => viewer.name.padStart(14)),
  )
  for (const [name, valueOf] of rows)
    console.log(
      `  ${name.padEnd(46)}`,
      ...viewers.map(({ measured }) => (measured ? valueOf(measured) : 'broke').padStart(14)),
    )
} finally {
  await server.close()
}
