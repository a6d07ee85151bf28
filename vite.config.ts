import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { basename } from 'node:path'
import { defineConfig } from 'vitest/config'
import { aliases } from './scripts/aliases.mjs'
import { apiMissing, apiProxy, parseTarget } from './scripts/vite/api-proxy.ts'
import { demoBanner, mockWorker } from './scripts/vite/demo.ts'
import { testProjects } from './scripts/vite/test-projects.ts'
import { withoutUniqueTooltip } from './scripts/vite/without-unique-tooltip.ts'

const readTarget = () => {
  const value = process.env['KS_APISERVER']
  if (!value) return undefined
  const parsed = parseTarget(value)
  if ('target' in parsed) return parsed.target
  // Not thrown: vite would print this sentence inside a stack of its own files.
  console.error(parsed.problem)
  process.exit(1)
}

export default defineConfig(async ({ mode, command }) => {
  const demo = mode === 'demo'
  const testing = !!process.env['VITEST']
  const target = command === 'serve' && !demo && !testing ? readTarget() : undefined
  const proxy = target ? apiProxy(target) : {}
  const noServer = demo
    ? 'Demo: the mock server in the browser did not take this request'
    : 'KS_APISERVER is not set: start with KS_APISERVER=http://host:port npm run dev'

  return {
    plugins: [
      react(),
      withoutUniqueTooltip(),
      ...(demo || testing ? [mockWorker()] : []),
      ...(demo ? [demoBanner()] : []),
      ...(target || testing ? [] : [apiMissing(noServer)]),
    ],
    resolve: {
      alias: {
        ...aliases,
        ...(demo ? { tldts: fileURLToPath(new URL('scripts/vite/tldts-stub.ts', import.meta.url)) } : {}),
      },
    },
    css: {
      modules: {
        generateScopedName: (name: string, file: string) => `${basename(file).replace(/\.module\.css.*/, '')}_${name}`,
      },
    },
    server: { proxy, strictPort: false },
    preview: { proxy },
    // The page and all it loads later, so that opening another page never finds a new dependency and reloads.
    optimizeDeps: { entries: ['index.html', ...(demo ? ['mocks/browser.ts'] : [])] },
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      manifest: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500, // scripts/size.mjs holds the budget that counts
      rolldownOptions: {
        // What most pages share comes in one file: in a dozen small ones it is 6 kB more, compressed.
        output: { codeSplitting: { groups: [{ name: 'base', test: /\/src\/.*\.tsx?$/, minShareCount: 9 }] } },
        treeshake: {
          // Neither says so in its package.json, yet no module of theirs does anything by being imported.
          moduleSideEffects: [{ test: /node_modules\/(@rc-component|@ant-design)\//, sideEffects: false }],
        },
      },
    },
    test: { projects: testing ? await testProjects() : [] },
  }
})
