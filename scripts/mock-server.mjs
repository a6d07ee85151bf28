// Runs the mock KubeSphere as a real HTTP server. vite compiles the TypeScript, so the mock needs no build of its own.
import { runnerImport } from 'vite'
import { aliases } from './aliases.mjs'

/** @typedef {typeof import('../mocks/server')} MockServer */

const compiled = await runnerImport('/mocks/server.ts', { resolve: { alias: aliases }, logLevel: 'error' })
await /** @type {MockServer} */ (compiled.module).runMockServer(process.argv.slice(2))
