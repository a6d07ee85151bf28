import { defineConfig, devices } from '@playwright/test'
import { findBrowser, launchArgs } from './scripts/find-browser.mjs'

const port = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)

const demo = port('E2E_DEMO_PORT', 4871)
const production = port('E2E_PRODUCTION_PORT', 4872)
const mockServer = port('E2E_MOCK_SERVER_PORT', 4873)

const at = (number: number) => `http://127.0.0.1:${number}`
const preview = (options: string) => `npx vite preview --host 127.0.0.1 --strictPort ${options}`
const browser = await findBrowser()

// Both builds must be there already: `npm run test:e2e` sees to it.
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  // Named after the port: two runs side by side, on other ports, must not clear away each other's pictures.
  outputDir: `test-results/${demo}`,
  // Two cores may be busy with two tests; a state that comes within this time is not a failure.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: `playwright-report/${demo}` }]],
  use: {
    ...devices['Desktop Chrome'],
    // A trace of every test costs a third of the whole run; `npm run test:e2e -- --trace on` has one when it is needed.
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { args: launchArgs, ...(browser && { executablePath: browser.path }) },
  },
  projects: [
    { name: 'demo', testIgnore: '**/*.production.spec.ts', use: { baseURL: at(demo) } },
    { name: 'production', testMatch: '**/*.production.spec.ts', use: { baseURL: at(production) } },
  ],
  webServer: [
    { name: 'demo', command: preview(`--mode demo --outDir dist-demo --port ${demo}`), url: at(demo) },
    {
      name: 'production',
      command: preview(`--outDir dist --port ${production}`),
      url: at(production),
      env: { KS_APISERVER: at(mockServer) },
    },
    {
      name: 'mock server',
      command: `node scripts/mock-server.mjs --port ${mockServer} --scenario nodeport --pace 0.25`,
      url: `${at(mockServer)}/kapis/version`,
    },
  ],
})
