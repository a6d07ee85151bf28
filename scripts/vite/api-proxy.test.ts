import { createServer, get, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createVite, type Plugin, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apiMissing, apiProxy, parseTarget } from './api-proxy.ts'

const portOf = (server: Pick<Server, 'address'>) => (server.address() as AddressInfo).port

const serve = async (options: { target?: string; plugins?: Plugin[] }) => {
  const vite = await createVite({
    configFile: false,
    root: '/no/such/folder',
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    plugins: options.plugins ?? [],
    server: {
      watch: null,
      host: '127.0.0.1',
      port: 0,
      ws: false,
      proxy: options.target ? apiProxy(options.target) : {},
    },
  })
  await vite.listen(0)
  return { vite, url: `http://127.0.0.1:${portOf(vite.httpServer as Server)}` }
}

describe('KS_APISERVER', () => {
  test.each([
    ['http://ks:9090', 'http://ks:9090'],
    ['https://ks/', 'https://ks'],
    ['http://127.0.0.1:8001/api/v1/namespaces/kubesphere-system/services/ks-apiserver/proxy/', undefined],
  ])('%s is an address', (value, target = value.slice(0, -1)) => {
    expect(parseTarget(value)).toEqual({ target })
  })

  test.each(['ks:9090', 'ks', 'http://', 'ftp://ks', 'http://ks?x=1', 'http://ks:port'])('%s is refused', (value) => {
    expect(parseTarget(value)).toEqual({ problem: expect.stringContaining(`KS_APISERVER is "${value}"`) })
  })
})

describe('with an API server', () => {
  let upstream: Server
  let proxy: { vite: ViteDevServer; url: string }
  let streamed: ServerResponse | undefined

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      response.setHeader('Set-Cookie', 'token=a; Path=/; HttpOnly')
      if (request.url === '/api/streamed') {
        streamed = response
        return void response.write('first')
      }
      if (request.url !== '/api/followed') return void response.end(`${request.method} ${request.url}`)
      response.write('half')
      setTimeout(() => response.destroy(), 50)
    })
    upstream.on('upgrade', (request, socket) => {
      const { upgrade, 'sec-websocket-protocol': protocol } = request.headers
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
      socket.write(`${request.url} ${upgrade} ${protocol}|`)
      socket.on('data', (sent: Buffer) => socket.end(`got ${sent.toString()}`))
    })
    await new Promise<void>((listening) => upstream.listen(0, '127.0.0.1', listening))
    proxy = await serve({ target: `http://127.0.0.1:${portOf(upstream)}` })
  })
  afterAll(async () => {
    await proxy.vite.close()
    upstream.close()
  })

  test.each(['/oauth/token', '/kapis/version', '/apis', '/api/v1/pods?watch=true', '/api?x=1'])(
    '%s is passed on',
    async (path) => {
      const response = await fetch(proxy.url + path, { method: 'POST' })
      expect(await response.text()).toBe(`POST ${path}`)
      expect(response.headers.get('set-cookie')).toBe('token=a; Path=/; HttpOnly')
    },
  )

  test.each(['/src/api/http.ts', '/apiary', '/clusters/host'])('%s is not', async (path) => {
    expect(await (await fetch(proxy.url + path)).text()).not.toContain('GET')
  })

  test('an answer that breaks off breaks off here too', async () => {
    // Not fetch, which takes a chunked answer cut short for a whole one where the connection is not kept.
    const complete = await new Promise((closed) => {
      get(`${proxy.url}/api/followed`, (response) => {
        response
          .on('error', () => {})
          .on('close', () => closed(response.complete))
          .resume()
      })
    })
    expect(complete).toBe(false)
  })

  test('what has arrived of an answer is passed on before it ends, as a followed log needs it', async () => {
    const { body } = await fetch(`${proxy.url}/api/streamed`)
    const reader = body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await next()).toBe('first')
    expect(streamed?.writableEnded).toBe(false)
    streamed?.end('last')
    expect(await next()).toBe('last')
    expect((await reader.read()).done).toBe(true)
  })

  test('a WebSocket is passed on, both ways', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Protocol': 'v4.channel.k8s.io' }
    const socket = await new Promise<Duplex>((upgraded, failed) => {
      get(`${proxy.url}/api/v1/exec?tty=true`, { headers }, (response) => failed(new Error(`${response.statusCode}`)))
        .on('error', failed)
        .on('upgrade', (_response, duplex, head) => {
          duplex.unshift(head)
          upgraded(duplex)
        })
    })
    socket.write('typed')
    let heard = ''
    for await (const part of socket.setEncoding('utf8')) heard += part
    expect(heard).toBe('/api/v1/exec?tty=true websocket v4.channel.k8s.io|got typed')
  })
})

test('a dead API server is named, in a text that a page can show', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { vite, url } = await serve({ target: 'http://127.0.0.1:1' })
  const text = 'KubeSphere API server http://127.0.0.1:1 is not reachable: ECONNREFUSED'
  for (const path of ['/kapis/version', '/api']) {
    const response = await fetch(url + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/plain; charset=utf-8'])
    expect(await response.text()).toBe(text)
  }
  expect(said.mock.calls).toEqual([[text]])
  said.mockRestore()
  await vite.close()
})

test('without an API server its paths are refused, not answered with the page', async () => {
  const { vite, url } = await serve({ plugins: [apiMissing('KS_APISERVER is not set')] })
  const response = await fetch(`${url}/api/anything`, { headers: { Accept: 'text/html' } })
  expect([response.status, await response.text()]).toEqual([502, 'KS_APISERVER is not set'])
  await vite.close()
})
