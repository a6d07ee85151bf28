import { getResponse } from 'msw'
import { at, text } from './json'
import { createKubeSphere, type KubeSphere, type KubeSphereOptions } from './kubesphere'
import { password, type UserName } from './scenarios'

/** A client of a pretend server, for unit tests. The clock stands still until a test moves it. */

/** When the clock of the tests stands. */
export const START = Date.parse('2026-11-24T08:00:00Z')

export const GW = '/kapis/gateway.kubesphere.io/v1alpha1'
export const RAW = '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system'
export const CLUSTER = 'kubesphere-router-kubesphere-system'

/** What came back. */
export interface Got {
  status: number
  /** Parsed when it is JSON, else the text. */
  body: unknown
}

export interface Client {
  kubesphere: KubeSphere
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Got>
  get: (path: string) => Promise<unknown>
  /** Moves the clock forward, in seconds. */
  wait: (seconds: number) => void
  signIn: (user: UserName) => Promise<void>
}

const parsed = (raw: string): unknown => {
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

/** A form as the console signs in with it. */
export const signInForm = (user: string): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'password',
    username: user,
    password,
    client_id: 'kubesphere',
    client_secret: 'kubesphere',
  })

/** A server and somebody who is signed in to it (admin, unless said otherwise). */
export const clientOf = async (options: Partial<KubeSphereOptions> = {}, user: UserName = 'admin'): Promise<Client> => {
  const kubesphere = createKubeSphere({ scenario: 'empty', now: () => START, ...options })
  let token = ''
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const request = new Request(`http://mock${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const response = await getResponse(kubesphere.handlers, request)
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch')
    return { status: response.status, body: parsed(await response.text()) }
  }
  const signIn = async (name: UserName) => {
    const request = new Request('http://mock/oauth/token', { method: 'POST', body: signInForm(name) })
    const response = await getResponse(kubesphere.handlers, request)
    token = text(at(parsed((await response?.text()) ?? ''), 'access_token'))
  }
  await signIn(user)
  return {
    kubesphere,
    send,
    get: async (path) => (await send('GET', path)).body,
    wait: (seconds) => {
      kubesphere.advance(seconds * 1000)
    },
    signIn,
  }
}

/** The value at a path of keys and indexes, for expectations. */
export const dig = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof key === 'number' && Array.isArray(inner) ? inner.at(key) : at(inner, String(key))),
    value,
  )

/** The list at a path, or `[]`. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): unknown[] => {
  const found = dig(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The body that creates a gateway. */
export const gatewayBody = (spec: Record<string, unknown> = {}, name = CLUSTER): Record<string, unknown> => ({
  apiVersion: 'gateway.kubesphere.io/v1alpha1',
  kind: 'Gateway',
  metadata: {
    name,
    namespace: 'kubesphere-controls-system',
    annotations: { 'kubesphere.io/annotations': '', 'kubesphere.io/creator': 'admin' },
  },
  spec: {
    controller: { replicas: 1, annotations: {}, config: {}, scope: { enabled: false, namespace: '' } },
    deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'false' }, replicas: 1 },
    service: { annotations: {}, type: 'NodePort' },
    ...spec,
  },
})
