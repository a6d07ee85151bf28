import { fileURLToPath } from 'node:url'

const folder = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** The same three as `paths` in tsconfig.json. */
export const aliases = { '@': folder('src'), '@mocks': folder('mocks'), '@e2e': folder('e2e') }
