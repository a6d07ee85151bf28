// Benchmarks in the browser that users have: every src/**/*.bench.tsx is built as for production, opened, and measured by
// the browser's own account of scripting. Prints the figures; fails when one is over its limit.
import { chromium } from '@playwright/test'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, preview } from 'vite'
import { filesIn, root } from '../scripts/files.mjs'
import { findBrowser, launchArgs } from '../scripts/find-browser.mjs'

const CACHE = 'node_modules/.cache/gateway-console/bench'
const FRAMES = 60 // a second
const FRAMES_WANTED = 58 // one that comes late at the beginning or at the end is not a stutter
const SWEEPS = 4

const files = filesIn('src').filter((file) => file.endsWith('.bench.tsx'))

/** @param {string} file */
const pageOf = (file) => `${file.replaceAll(/[^\w]+/g, '-')}.html`

rmSync(join(root, CACHE), { recursive: true, force: true })
mkdirSync(join(root, CACHE), { recursive: true })
for (const file of files) {
  const script = relative(join(root, CACHE), join(root, file)).replaceAll('\\', '/')
  const html = `<!doctype html><meta charset="utf-8"><title>${file}</title><script type="module" src="${script}"></script>`
  writeFileSync(join(root, CACHE, pageOf(file)), html)
}

const outDir = join(root, CACHE, 'dist')
await build({
  root,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { input: files.map((file) => join(root, CACHE, pageOf(file))) },
  },
})
const server = await preview({ root, logLevel: 'warn', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const found = await findBrowser({ install: true })
const browser = await chromium.launch({ args: launchArgs, ...(found && { executablePath: found.path }) })

let isOver = false

/** @type {(what: string, value: string, isGood?: boolean, limit?: string) => void} */
const print = (what, value, isGood = true, limit) => {
  const verdict = limit === undefined ? '' : `   ${limit.startsWith('=') ? '' : isGood ? 'within ' : 'OVER   '}${limit}`
  console.log(`  ${what.padEnd(32)} ${value.padStart(12)}${verdict}`)
  isOver ||= !isGood
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** @param {string} file */
const measure = async (file) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  const url = server.resolvedUrls?.local[0] ?? ''
  await page.goto(`${url}${CACHE}/${pageOf(file)}`)
  await page.waitForFunction(() => window.bench !== undefined)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const scripting = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
  }
  const { name, steps, wholes, hover } = await page.evaluate(() => ({
    name: window.bench?.name ?? '',
    hover: window.bench?.hover,
    steps: (window.bench?.steps ?? []).map((step) => ({ name: step.name, limit: step.limit, times: step.times })),
    wholes: window.bench?.wholes ?? [],
  }))
  console.log(`\n${name}`)
  /** @type {Map<string, number>} */
  const measured = new Map()
  for (const [index, step] of steps.entries()) {
    /** @type {number[]} */
    const costs = []
    for (let time = 0; time < step.times; time += 1) {
      const before = await scripting()
      // What follows from it, such as effects and observers, is part of it: two frames later all is drawn.
      // In a task of its own: the browser does not count what runs inside of an evaluation.
      await page.evaluate(
        (at) =>
          new Promise((resolve) => {
            setTimeout(() => {
              window.bench?.steps[at]?.run()
              requestAnimationFrame(() => requestAnimationFrame(resolve))
            })
          }),
        index,
      )
      costs.push((await scripting()) - before)
    }
    const cost = median(costs)
    const what = step.times > 1 ? `${step.name} (median of ${step.times})` : step.name
    measured.set(step.name, cost)
    if (step.limit === undefined) print(what, `${cost.toFixed(1)} ms`)
    else print(what, `${cost.toFixed(1)} ms`, cost < step.limit, `${step.limit} ms of scripting`)
  }
  for (const { name: whole, of } of wholes) {
    const cost = of.reduce((sum, each) => sum + (measured.get(each) ?? Number.NaN), 0)
    print(whole, `${cost.toFixed(1)} ms`, true, `= ${of.join(' + ')}`)
  }
  if (hover !== undefined) await measureHover(page, hover, scripting)
  await context.close()
}

/** @type {(page: import('@playwright/test').Page, selector: string, scripting: () => Promise<number>) => Promise<void>} */
const measureHover = async (page, selector, scripting) => {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`nothing to hover: ${selector}`)
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.evaluate(() => {
    /** @type {number[]} */
    const frames = []
    const count = (/** @type {number} */ at) => {
      frames.push(at)
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    window.frameTimes = frames
  })
  const before = await scripting()
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const to = sweep % 2 === 0 ? box.x + box.width - 2 : box.x + 2
    await page.mouse.move(to, box.y + box.height / 2, { steps: 60 })
  }
  const cost = (await scripting()) - before
  const frames = await page.evaluate(() => window.frameTimes ?? [])
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at))
  const length = (frames.at(-1) ?? 0) - (frames[0] ?? 0)
  const rate = ((frames.length - 1) / length) * 1000
  print('hovering', `${rate.toFixed(1)} fps`, rate >= FRAMES_WANTED, `${FRAMES} fps`)
  const perFrame = cost / frames.length
  print(
    'hovering, of each frame',
    `${perFrame.toFixed(1)} ms`,
    perFrame < 1000 / FRAMES,
    `${(1000 / FRAMES).toFixed(1)} ms of scripting`,
  )
  print('hovering, longest frame', `${Math.max(...gaps).toFixed(1)} ms`, Math.max(...gaps) < 100, '100 ms')
}

for (const file of files) await measure(file)
await browser.close()
await server.close()
if (isOver) process.exitCode = 1
