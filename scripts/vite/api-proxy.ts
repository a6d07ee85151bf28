import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Connect, Plugin, ProxyOptions } from 'vite'

// Anchored on both sides: the dev server also serves our own modules, /src/api/… among them.
const API_PATH = '^/(oauth|kapis|apis|api)(/|\\?|$)'

const say = (response: ServerResponse, text: string) => {
  response.writeHead(502, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

/** The address in KS_APISERVER without a trailing slash; a sentence to print when it is not one. */
export const parseTarget = (value: string): { target: string } | { problem: string } => {
  const problem = `KS_APISERVER is "${value}", but it must be an address such as http://192.168.0.2:30881`
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return { problem }
  const url = new URL(value)
  if (url.search || url.hash) return { problem }
  return { target: url.href.replace(/\/+$/, '') }
}

/** Requests for the API server, passed on to `target` by `vite dev` and `vite preview` alike. */
export const apiProxy = (target: string): Record<string, ProxyOptions> => ({
  [API_PATH]: {
    target,
    changeOrigin: true,
    ws: true,
    configure: (proxy) => {
      let lastReported = ''
      const answer = (error: Error, _request: IncomingMessage, response: ServerResponse | Duplex) => {
        const code = (error as NodeJS.ErrnoException).code ?? error.message
        const text = `KubeSphere API server ${target} is not reachable: ${code}`
        if (text !== lastReported) console.error(text)
        lastReported = text
        // A WebSocket, or an answer that broke off in the middle: nothing can be said any more.
        if (!('writeHead' in response) || response.headersSent) response.destroy()
        else say(response, text)
      }
      proxy.on('proxyRes', (answered, _request, response) => {
        lastReported = ''
        // An answer that the server breaks off, a followed log for instance, must break off here too, not hang.
        answered.on('close', () => void (answered.complete || response.destroy()))
      })
      // vite adds a listener after this function that prints a stack for every request; ours says it once.
      setImmediate(() => {
        proxy.removeAllListeners('error')
        proxy.on('error', answer)
      })
    },
  },
})

/** Without an API server its paths must still not be answered with index.html, which is what vite does otherwise. */
export const apiMissing = (text: string): Plugin => {
  const path = new RegExp(API_PATH)
  const refuse: Connect.NextHandleFunction = (request, response, next) => {
    const pathname = (request.url ?? '').replace(/[?#].*/, '')
    if (path.test(pathname)) say(response, text)
    else next()
  }
  return {
    name: 'gateway-console:api-missing',
    configureServer: (server) => void server.middlewares.use(refuse),
    configurePreviewServer: (server) => void server.middlewares.use(refuse),
  }
}
