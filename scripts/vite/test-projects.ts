import type { TestProjectInlineConfiguration } from 'vitest/config'
import { findBrowser, launchArgs } from '../find-browser.mjs'

/** What component tests can reach: found at the start, because finding it in the middle of a run reloads the page. */
const COMPONENT_DEPENDENCIES = [
  '@ant-design/icons',
  '@tanstack/react-query',
  'antd',
  'antd/locale/en_US',
  'antd/locale/zh_CN',
  'copy-to-clipboard',
  'i18next',
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'react-router/dom',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'recharts',
  'valibot',
  'vitest-browser-react',
  'yaml',
]

/** Pure logic runs in Node; components in the same Chromium as the browser tests. */
export const testProjects = async (): Promise<TestProjectInlineConfiguration[]> => {
  // Loaded here because it brings Playwright along, which only a test run needs.
  const { playwright } = await import('@vitest/browser-playwright')
  const browser = await findBrowser()
  return [
    {
      extends: true,
      test: {
        name: 'unit',
        environment: 'node',
        include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
      },
    },
    {
      extends: true,
      optimizeDeps: { include: COMPONENT_DEPENDENCIES },
      test: {
        name: 'component',
        include: ['src/**/*.test.tsx'],
        maxWorkers: 2,
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          instances: [{ browser: 'chromium' }],
          provider: playwright({
            launchOptions: { args: launchArgs, ...(browser && { executablePath: browser.path }) },
          }),
        },
      },
    },
  ]
}
