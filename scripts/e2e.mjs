// Browser tests against the two builds, made first when a source is newer. Arguments go to Playwright.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, root } from './files.mjs'
import { findBrowser } from './find-browser.mjs'

const SOURCES = ['src', 'mocks', 'public', 'scripts/vite', 'index.html', 'vite.config.ts', 'package-lock.json']

const changedAt = (/** @type {string} */ path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

const run = (/** @type {string} */ bin, /** @type {string[]} */ args) => {
  const { status } = spawnSync(process.execPath, [bin, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const cli = (/** @type {string} */ path) => join(root, 'node_modules', path)

await findBrowser({ install: true })

const newest = Math.max(...SOURCES.flatMap(filesIn).map(changedAt))
for (const [outDir, mode] of [
  ['dist', 'production'],
  ['dist-demo', 'demo'],
]) {
  if (changedAt(`${outDir}/index.html`) < newest)
    run(cli('vite/bin/vite.js'), ['build', '--mode', `${mode}`, '--logLevel', 'warn'])
}

run(cli('@playwright/test/cli.js'), ['test', ...process.argv.slice(2)])
