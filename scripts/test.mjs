// Everything that must hold before a change goes in, cheapest first. Stops at the first group with a failure.
import { spawn } from 'node:child_process'

// The steps of one group run side by side, at most two of them: more only get in each other's way on a small machine.
const GROUPS = [
  ['test:types', 'lint', 'format:check', 'knip'],
  ['test:unit'],
  ['browser'],
  ['test:component'],
  ['build', 'build:demo'],
  ['check:dist', 'size'],
  ['test:e2e'],
]
const SIDE_BY_SIDE = 2

/** Long enough to want to see it move; alone in its group, so its lines do not mix with others. */
const LIVE = new Set(['test:e2e'])

/** @typedef {{ script: string, ok: boolean }} Result */

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** @type {(script: string) => Promise<Result>} */
const run = (script) =>
  new Promise((resolve) => {
    const started = Date.now()
    const live = LIVE.has(script)
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {}) },
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (/** @type {Buffer} */ part) => void (output += part)
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('close', (code) => {
      const ok = code === 0
      if (!ok) process.stdout.write(`\n${output}\n`)
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${script.padEnd(16)} ${seconds(started).padStart(8)}`)
      resolve({ script, ok })
    })
  })

/** @type {(scripts: string[]) => Promise<Result[]>} */
const runGroup = async (scripts) => {
  const waiting = [...scripts]
  const worker = async () => {
    /** @type {Result[]} */
    const results = []
    for (let script = waiting.shift(); script; script = waiting.shift()) results.push(await run(script))
    return results
  }
  return (await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))).flat()
}

const started = Date.now()
/** @type {Result[]} */
const results = []
for (const group of GROUPS) {
  results.push(...(await runGroup(group)))
  if (results.some(({ ok }) => !ok)) break
}

const failed = results.filter(({ ok }) => !ok)
const left = GROUPS.flat().length - results.length
console.log(`\nTook ${seconds(started)}${left > 0 ? `; ${left} steps were not reached` : ''}`)
for (const { script } of failed) console.log(`Failed: ${script}. To run it alone: npm run ${script}`)
console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
