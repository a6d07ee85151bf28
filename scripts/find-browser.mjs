// Finds a Chromium for the tests, and as a program (`npm run browser`) also installs one where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const CACHE = fileURLToPath(new URL('../node_modules/.cache/gateway-console/', import.meta.url))
const REMEMBERED = join(CACHE, 'browser.json')

/** @typedef {{ path: string, from: string }} Found */

/** In a closed network each of these would try to call out, many connections at a time. */
export const launchArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

const run = (/** @type {string} */ command, /** @type {string[]} */ args, env = {}) =>
  spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command !== process.execPath,
  })

/** Present and able to start: Ubuntu's chromium-browser is a stub, and a browser may lack its libraries. */
const works = (/** @type {string} */ path) =>
  existsSync(path) && (process.platform !== 'linux' || run(path, ['--version']).status === 0)

const fromEnvironment = () => {
  const path = process.env['CHROMIUM_PATH']
  if (!path) return
  if (!works(path)) throw new Error(`CHROMIUM_PATH is ${path}, but no browser starts from there`)
  return path
}

const fromPlaywright = () => [chromium.executablePath()].find(works)

const fromSystem = () => {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return [...onPath, ...elsewhere].find(works)
}

const isRoot = () => process.getuid?.() === 0

const byPlaywright = async () => {
  const host = process.env['PLAYWRIGHT_DOWNLOAD_HOST'] ?? 'https://cdn.playwright.dev'
  const answers = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).catch(() => undefined)
  if (!answers) return
  const cli = join(dirname(fileURLToPath(import.meta.resolve('@playwright/test'))), 'cli.js')
  run(process.execPath, [cli, 'install', 'chromium', '--no-shell', ...(isRoot() ? ['--with-deps'] : [])])
  return fromPlaywright()
}

const byApt = () => {
  if (!isRoot() || !existsSync('/etc/debian_version')) return
  const noQuestions = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], noQuestions).status === 0
  // The package lists of a fresh machine or container are often missing or stale.
  if (!install() && run('apt-get', ['update'], noQuestions).status === 0) install()
  return fromSystem()
}

/** A Chromium inside an npm package: needs neither root nor another host than the registry. Newest for Node 20. */
const byNpm = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const prefix = join(CACHE, 'chromium')
  mkdirSync(prefix, { recursive: true })
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix, '@sparticuz/chromium@147.0.0'])
  const entry = join(prefix, 'node_modules/@sparticuz/chromium/build/esm/index.js')
  if (!existsSync(entry)) return
  process.env['TMPDIR'] = prefix // where it unpacks itself: /tmp may be emptied under a remembered path
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x' // makes it unpack its own libnss3 as well
  const path = await (await import(pathToFileURL(entry).href)).default.executablePath()
  const starter = join(prefix, 'chromium-with-libraries')
  const libraries = join(prefix, 'al2023/lib')
  writeFileSync(starter, `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}" exec "${path}" "$@"\n`, { mode: 0o755 })
  return [starter].find(works)
}

const ROUTES = [
  { key: 'playwright', from: "Playwright's own", installs: false, find: fromPlaywright },
  { key: 'system', from: 'installed on this system', installs: false, find: fromSystem },
  { key: 'download', from: 'downloaded by Playwright', installs: true, find: byPlaywright },
  { key: 'apt', from: 'installed by apt-get', installs: true, find: byApt },
  { key: 'npm', from: '@sparticuz/chromium', installs: true, find: byNpm },
]

const remembered = () => {
  if (!existsSync(REMEMBERED)) return
  const found = /** @type {Found} */ (JSON.parse(readFileSync(REMEMBERED, 'utf8')))
  return existsSync(found.path) ? found : undefined
}

/**
 * The browser to test with; undefined when there is none and `install` is not asked for.
 * CHROMIUM_PATH names one; CHROMIUM_FROM, a key of ROUTES, allows one route only.
 * @returns {Promise<Found | undefined>}
 */
export const findBrowser = async ({ install = false } = {}) => {
  const named = fromEnvironment()
  if (named) return { path: named, from: 'CHROMIUM_PATH' }
  const only = process.env['CHROMIUM_FROM']
  const before = only ? undefined : remembered()
  if (before) return before
  for (const { key, from, installs, find } of ROUTES) {
    if (only ? key !== only : installs && !install) continue
    const path = await find()
    if (!path) continue
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(REMEMBERED, JSON.stringify({ path, from }))
    return { path, from }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser({ install: true }).catch((/** @type {Error} */ error) => console.error(error.message))
  if (!found) {
    console.error('No Chromium found, and none could be installed. Install one, or set CHROMIUM_PATH to it.')
    process.exit(1)
  }
  console.log(`Browser: ${found.path} (${found.from})`)
}
