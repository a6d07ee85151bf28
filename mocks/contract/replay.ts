import { getResponse } from 'msw'
import { at, isObject, text } from '@mocks/json'
import { createKubeSphere, type KubeSphere } from '@mocks/kubesphere'
import { WORKING } from '@mocks/names'
import { password } from '@mocks/scenarios'
import type { Recording } from './recordings'

/** Sends what was once sent to a real server to a mock. */

/** What one answer consists of. */
export interface Answer {
  status: number
  contentType: string
  location: string | null
  allow: string | null
  /** Parsed when it is JSON. */
  body: unknown
}

const START = Date.parse('2026-11-24T00:41:49Z')

const asJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** A stream has no end: its first line is what was recorded. */
const firstLine = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader()
  const part = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(part?.value).split('\n')[0] ?? ''
}

/** Every gateway in an answer, wherever it lies in it. */
const gatewaysIn = (value: unknown): { name: string; uid: string; version: string }[] => {
  if (Array.isArray(value)) return value.flatMap(gatewaysIn)
  if (!isObject(value)) return []
  const metadata = value['metadata']
  const name = text(at(metadata, 'name'))
  const isGateway =
    name.startsWith('kubesphere-router-') && at(metadata, 'namespace') === WORKING && at(value, 'spec', 'controller')
  if (isGateway) return [{ name, uid: text(at(metadata, 'uid')), version: text(at(metadata, 'resourceVersion')) }]
  return [...gatewaysIn(value['items']), ...gatewaysIn(value['object'])]
}

/** A mock with a client that knows the recordings' users, and puts the mock's uids and versions for the recorded ones. */
export class Replay {
  readonly kubesphere: KubeSphere = createKubeSphere({ scenario: 'empty', now: () => START })
  readonly #tokens = new Map<string, string>()
  readonly #known = new Map<string, string>()

  async #tokenOf(user: string): Promise<string> {
    const known = this.#tokens.get(user)
    if (known) return known
    const body = new URLSearchParams({
      grant_type: 'password',
      username: user,
      password,
      client_id: 'kubesphere',
      client_secret: 'kubesphere',
    })
    const answer = await getResponse(
      this.kubesphere.handlers,
      new Request('http://mock/oauth/token', { method: 'POST', body }),
    )
    const token = text(at(await answer?.json(), 'access_token'))
    this.#tokens.set(user, token)
    return token
  }

  /** Sends a request as a user and answers what came back. */
  async send(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const authorization = `Bearer ${await this.#tokenOf(user)}`
    return this.#send(method, path, { Authorization: authorization, 'Content-Type': 'application/json' }, body)
  }

  async #send(method: string, path: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
    const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded'
    const form =
      isForm && isObject(body)
        ? new URLSearchParams(Object.entries(body).map(([key, value]) => [key, text(value)]))
        : undefined
    const payload = form?.toString() ?? (typeof body === 'string' ? body : JSON.stringify(body))
    const request = new Request(`http://mock${path}`, {
      method,
      headers,
      ...(body !== undefined && body !== null && { body: payload }),
    })
    const response = await getResponse(this.kubesphere.handlers, request)
    if (!response) throw new Error(`nobody answers ${method} ${path}`)
    const contentType = response.headers.get('Content-Type') ?? ''
    const { searchParams } = new URL(request.url)
    const isStream = response.ok && (searchParams.get('watch') === 'true' || searchParams.get('follow') === 'true')
    const raw = isStream ? await firstLine(response) : await response.text()
    return {
      status: response.status,
      contentType,
      location: response.headers.get('Location'),
      allow: response.headers.get('Allow'),
      body: contentType === 'application/json' ? asJson(raw) : raw,
    }
  }

  async #headers(recording: Recording): Promise<Record<string, string>> {
    const {
      Authorization: authorization,
      Connection: _connection,
      Upgrade: _upgrade,
      ...headers
    } = recording.request.headers
    const user = /<token of (\w+)>/.exec(authorization ?? '')?.[1]
    if (recording.name === 'a21-bad-token-kapis') return { ...headers, Authorization: 'Bearer abc.def.ghi' }
    if (recording.name === 'i25-basic-auth-ok')
      return { ...headers, Authorization: `Basic ${btoa(`admin:${password}`)}` }
    if (recording.name === 'i26-basic-auth-bad') return { ...headers, Authorization: `Basic ${btoa('admin:bad')}` }
    return user ? { ...headers, Authorization: `Bearer ${await this.#tokenOf(user)}` } : headers
  }

  /** The recorded body with the mock's uid and resourceVersion. A version that no recording explains is the newest. */
  #translated(body: unknown): unknown {
    if (!isObject(body) || !isObject(body['metadata'])) return body
    const metadata = body['metadata']
    const recorded = text(metadata['uid'])
    const uid = this.#known.get(recorded) ?? recorded
    const gateways = this.kubesphere.db().clusters.get('default')?.gateways.values() ?? []
    const current = gateways.find((gateway) => gateway.metadata.uid === uid)?.metadata.resourceVersion
    const version = text(metadata['resourceVersion'])
    // "1" was made up by whoever recorded it, to be stale.
    const isReal = version !== '' && version !== '1'
    return {
      ...body,
      metadata: {
        ...metadata,
        ...(uid && { uid }),
        ...(isReal && { resourceVersion: this.#known.get(`${recorded}@${version}`) ?? current ?? version }),
      },
    }
  }

  #learn(recorded: unknown, mocked: unknown) {
    const ours = new Map(gatewaysIn(mocked).map((gateway) => [gateway.name, gateway]))
    for (const { name, uid, version } of gatewaysIn(recorded)) {
      const own = ours.get(name)
      if (!own || !uid) continue
      this.#known.set(uid, own.uid)
      this.#known.set(`${uid}@${version}`, own.version)
    }
  }

  /** Sends a recorded request, changed where `changes` says so, and learns from the answer. */
  async replay(
    recording: Recording,
    changes: { path?: string; query?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer> {
    const { method, query, body } = recording.request
    const path = changes.path ?? recording.request.path
    const all = new URLSearchParams(
      Object.entries({ ...query, ...changes.query }).map(([key, value]) => [key, String(value)]),
    )
    const full = all.size > 0 ? `${path}?${all.toString()}` : path
    const answer = await this.#send(
      method,
      full,
      await this.#headers(recording),
      changes.body ?? this.#translated(body),
    )
    this.#learn(recording.response.body, answer.body)
    return answer
  }
}
