import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { password, type ScenarioName, type UserName } from '../../mocks/scenarios.ts'

const WORKER = 'mockServiceWorker.js'

const readWorker = () => readFileSync(createRequire(import.meta.url).resolve(`msw/${WORKER}`), 'utf8')

/** The mock's service worker: not in public/, because everything there is copied into every build. */
export const mockWorker = (): Plugin => {
  let base = '/'
  return {
    name: 'gateway-console:mock-worker',
    configResolved: (config) => {
      base = config.base
    },
    configureServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        if ((request.url ?? '').replace(/[?#].*/, '') !== `${base}${WORKER}`) return next()
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' }).end(readWorker())
      }),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: WORKER, source: readWorker() })
    },
  }
}

const WORTH_A_LOOK: readonly [ScenarioName, UserName, string][] = [
  ['empty', 'admin', 'no gateway yet: enable one'],
  ['loadbalancer', 'admin', 'a load balancer with two addresses'],
  ['lb-pending', 'admin', 'a load balancer that gets no address, and why'],
  ['both-kinds', 'admin', 'a cluster gateway and project gateways'],
  ['nodeport', 'clusterviewer', 'seen by somebody who may change nothing'],
]

const link = (base: string, scenario: ScenarioName, user: UserName) => `${base}?scenario=${scenario}&user=${user}`

const banner = (base: string) => {
  const width = Math.max(...WORTH_A_LOOK.map(([scenario, user]) => link(base, scenario, user).length))
  return [
    '',
    `  Demo: the whole server is a mock in the browser. Sign in as admin or clusterviewer, password ${password}`,
    '  Worth a look:',
    ...WORTH_A_LOOK.map(([scenario, user, what]) => `    ${link(base, scenario, user).padEnd(width)}  ${what}`),
    '',
  ].join('\n')
}

const hasDesktop = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  !!(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

const mayOpenBrowser = () =>
  !!process.stdout.isTTY && !process.env['CI'] && process.env['BROWSER'] !== 'none' && hasDesktop()

// vite's own `server.open` prints a stack when there is no browser; the link is on the screen, so silence is enough.
const openBrowser = (url: string) => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', url]
        : ['xdg-open', url]
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

/** Says how to get in once the server listens, where vite prints its own addresses. */
export const demoBanner = (): Plugin => {
  const announce = (server: ViteDevServer | PreviewServer) => {
    const printUrls = server.printUrls.bind(server)
    server.printUrls = () => {
      printUrls()
      const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]
      if (url) console.log(banner(url))
      if (url && 'transformRequest' in server && mayOpenBrowser()) openBrowser(url)
    }
  }
  return { name: 'gateway-console:demo-banner', configureServer: announce, configurePreviewServer: announce }
}
