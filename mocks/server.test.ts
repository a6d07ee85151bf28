import { afterEach, describe, expect, test } from 'vitest'
import { at, text } from './json'
import { parseArguments, startMockServer, type MockServer } from './server'
import { CLUSTER, gatewayBody, GW, RAW, signInForm } from './test-client'

const running: MockServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

const start = async (options: Partial<Parameters<typeof startMockServer>[0]> = {}) => {
  const server = await startMockServer({ port: 0, scenario: 'empty', ...options })
  running.push(server)
  const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body: signInForm('admin') })
  const token = text(at(await response.json(), 'access_token'))
  const call = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${token}`)
    return fetch(`${server.url}${path}`, { ...init, headers })
  }
  return { server, call }
}

describe('the server on a port', () => {
  test('takes bodies and gives answers', async () => {
    const { call } = await start({ pace: 0 })
    const created = await call(`${RAW}/gateways`, {
      method: 'POST',
      body: JSON.stringify(gatewayBody()),
      headers: { 'Content-Type': 'application/json' },
    })
    expect(created.status).toBe(201)
    expect(await (await call(`${GW}/gateways`)).json()).toMatchObject({ totalItems: 1 })
  })

  test('follows no redirect itself and answers HEAD', async () => {
    const { call } = await start()
    expect((await call(`${GW}/namespaces//gateways`, { redirect: 'manual' })).status).toBe(301)
    expect((await call(`${GW}/gateways`, { method: 'HEAD' })).status).toBe(405)
    expect((await call('/elsewhere')).status).toBe(404)
  })

  test('breaks the connection for a dropped answer', async () => {
    const { server, call } = await start()
    server.kubesphere.setFaults(['dropped'])
    await expect(call(`${GW}/gateways`)).rejects.toThrow('fetch failed')
  })

  test('streams a watch while somebody listens', async () => {
    const { call } = await start({ scenario: 'nodeport' })
    const left = new AbortController()
    const response = await call(`${RAW}/gateways?watch=true&fieldSelector=metadata.name=${CLUSTER}`, {
      signal: left.signal,
    })
    const reader = response.body?.getReader()
    const line = async () => JSON.parse(new TextDecoder().decode((await reader?.read())?.value)) as unknown
    expect(await line()).toMatchObject({ type: 'ADDED', object: { metadata: { name: CLUSTER } } })
    await call(`${RAW}/gateways/${CLUSTER}`, {
      method: 'PATCH',
      body: JSON.stringify({ spec: { deployment: { replicas: 2 } } }),
      headers: { 'Content-Type': 'application/merge-patch+json' },
    })
    expect(await line()).toMatchObject({ type: 'MODIFIED', object: { spec: { deployment: { replicas: 2 } } } })
    left.abort()
    await expect(reader?.read()).rejects.toThrow()
  })
})

describe('the command line', () => {
  test('is read', () => {
    expect(
      parseArguments([
        '--port',
        '8080',
        '--scenario=legacy',
        '--pace',
        '0',
        '--fault',
        'slow',
        '--fault=dropped@reads',
      ]),
    ).toEqual({
      port: 8080,
      host: '127.0.0.1',
      scenario: 'legacy',
      pace: 0,
      faults: ['slow', 'dropped@reads'],
    })
  })

  test.each([['--scenario', 'x'], ['--fault', 'x'], ['--port', 'x'], ['--pace', 'x'], ['--nonsense']])(
    'refuses %s %s',
    (...words) => {
      expect(() => parseArguments(words)).toThrow('--port')
    },
  )
})
