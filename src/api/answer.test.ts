import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Gateway, GatewayPage, GatewaysOfNamespace } from '@/wire/gateway'
import { ApiError } from '@/lib/api-error'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { errorOf, readAnswer } from './answer'

const PATH = '/kapis/gateway.kubesphere.io/v1alpha1/gateways'
const TEXT = 'text/plain; charset=utf-8'
const JSON_TYPE = 'application/json'

const answer = (status: number, type: string | null, body: BodyInit | null, statusText = '') =>
  new Response(body, { status, statusText, headers: type === null ? {} : { 'Content-Type': type } })
const status = (code: number, reason: string, message: string, details?: object) =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, details, code })
/** An answer whose connection breaks after some bytes. */
const broken = () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"kind": "Sta'))
      controller.error(new TypeError('terminated'))
    },
  })

describe('errorOf', () => {
  const html = '<html>\r\n<head><title>502 Bad Gateway</title><style>h1 { margin: 0 }</style></head>\r\n'
  const badGateway = `${html}<body><center><h1>502 Bad Gateway</h1></center><hr>nginx</body>\r\n</html>`

  test.each<[string, Response, { status: number; reason: string; message: string }]>([
    [
      'text of a kapis route, without its newline (b12)',
      answer(409, TEXT, 'gateways.gateway.kubesphere.io "kubesphere-router-shop" already exists\n', 'Conflict'),
      {
        status: 409,
        reason: 'Conflict',
        message: 'gateways.gateway.kubesphere.io "kubesphere-router-shop" already exists',
      },
    ],
    [
      'text with HTML escapes',
      answer(500, TEXT, 'can&#39;t find &#34;shop&#34; &amp; &quot;dev&quot;\n', 'Internal Server Error'),
      { status: 500, reason: 'Internal Server Error', message: 'can\'t find "shop" & "dev"' },
    ],
    [
      'text of several lines (i20)',
      answer(406, TEXT, '406: Not Acceptable\n\nAvailable representations: application/json', 'Not Acceptable'),
      {
        status: 406,
        reason: 'Not Acceptable',
        message: '406: Not Acceptable Available representations: application/json',
      },
    ],
    [
      'a Status (c62)',
      answer(409, JSON_TYPE, status(409, 'Conflict', 'the object has been modified'), 'Conflict'),
      { status: 409, reason: 'Conflict', message: 'the object has been modified' },
    ],
    [
      'a Status of a bad token (a21)',
      answer(401, JSON_TYPE, status(401, 'Unauthorized', 'Unauthorized: token is expired')),
      { status: 401, reason: 'Unauthorized', message: 'Unauthorized: token is expired' },
    ],
    [
      'a Status without words',
      answer(500, JSON_TYPE, JSON.stringify({ kind: 'Status', status: 'Failure' }), 'Internal Server Error'),
      { status: 500, reason: 'Internal Server Error', message: 'Internal Server Error' },
    ],
    [
      'a Status with null details',
      answer(
        404,
        'application/json; charset=utf-8',
        JSON.stringify({ kind: 'Status', reason: 'NotFound', message: 'no', details: null }),
      ),
      { status: 404, reason: 'NotFound', message: 'no' },
    ],
    [
      'a message of resources v1alpha2 (a72)',
      answer(404, JSON_TYPE, JSON.stringify({ message: 'service "kubesphere-router-shop" not found' }), 'Not Found'),
      { status: 404, reason: 'Not Found', message: 'service "kubesphere-router-shop" not found' },
    ],
    [
      'a refusal of the token endpoint (a02)',
      answer(400, JSON_TYPE, '{"error":"invalid_grant","error_description":"incorrect password"}', 'Bad Request'),
      { status: 400, reason: 'invalid_grant', message: 'incorrect password' },
    ],
    [
      'the same without a description',
      answer(401, JSON_TYPE, '{"error":"invalid_client"}', 'Unauthorized'),
      { status: 401, reason: 'invalid_client', message: 'invalid_client' },
    ],
    [
      'the page of a proxy, without its tags and styles',
      answer(502, 'text/html', badGateway, 'Bad Gateway'),
      { status: 502, reason: 'Bad Gateway', message: '502 Bad Gateway 502 Bad Gateway nginx' },
    ],
    [
      'nothing at all',
      answer(503, null, null, 'Service Unavailable'),
      { status: 503, reason: 'Service Unavailable', message: 'Service Unavailable' },
    ],
    ['nothing at all, over HTTP/2', answer(503, null, null), { status: 503, reason: 'HTTP 503', message: 'HTTP 503' }],
    ['white space', answer(500, TEXT, ' \n'), { status: 500, reason: 'HTTP 500', message: 'HTTP 500' }],
    [
      'JSON of no known form is told as it is',
      answer(500, JSON_TYPE, '{"code":5}'),
      { status: 500, reason: 'HTTP 500', message: '{"code":5}' },
    ],
    [
      'what claims to be JSON and is not',
      answer(500, JSON_TYPE, 'upstream error\n'),
      { status: 500, reason: 'HTTP 500', message: 'upstream error' },
    ],
    ['null', answer(500, JSON_TYPE, 'null'), { status: 500, reason: 'HTTP 500', message: 'null' }],
    [
      'a body that breaks off',
      answer(500, JSON_TYPE, broken()),
      { status: 500, reason: 'HTTP 500', message: 'HTTP 500' },
    ],
  ])('%s', async (_case, response, expected) => {
    const error = await errorOf(response, PATH)
    expect(error).toBeInstanceOf(ApiError)
    const { status: code, reason, message, path, causes } = error
    expect({ status: code, reason, message, path, causes }).toEqual({ ...expected, path: PATH, causes: [] })
  })

  test('the fields that a Status names are kept (d31)', async () => {
    const causes = [
      { reason: 'FieldValueInvalid', message: 'must be of type string: "integer"', field: 'spec.controller.config.a' },
      { reason: 'FieldValueRequired' },
    ]
    const error = await errorOf(answer(422, JSON_TYPE, status(422, 'Invalid', 'is invalid', { causes })), PATH)
    expect(error).toMatchObject({ status: 422, reason: 'Invalid', message: 'is invalid' })
    expect(error.causes).toEqual([
      { field: 'spec.controller.config.a', message: 'must be of type string: "integer"' },
      { field: '', message: '' },
    ])
  })

  test('a long text is cut, and says so', async () => {
    const { message } = await errorOf(answer(500, TEXT, 'x'.repeat(5000)), PATH)
    expect(message).toBe(`${'x'.repeat(300)}…`)
  })
})

describe('readAnswer, good answers', () => {
  test('whatever the gateway, it comes back as it was sent: unknown fields, order of keys and nulls', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGateway, async (gateway) => {
        const sent = JSON.stringify(gateway)
        const read = await readAnswer(answer(200, JSON_TYPE, sent), PATH, Gateway)
        expect(JSON.stringify(read)).toBe(sent)
      }),
    )
  })

  test('keys keep their order, wherever the schema has them', async () => {
    const sent =
      '{"zeta":1,"status":null,"spec":{"service":{"future":[1],"type":"NodePort"}},"metadata":{"name":"x"},"a":{}}'
    expect(JSON.stringify(await readAnswer(answer(200, JSON_TYPE, sent), PATH, Gateway))).toBe(sent)
  })

  test.each([
    ['null for no gateways (a52)', 'null', null],
    ['an empty list', '[]', []],
    ['items without kind', '[{"metadata":{"name":"x"},"spec":{}}]', [{ metadata: { name: 'x' }, spec: {} }]],
  ])('%s passes', async (_case, body, value) => {
    expect(await readAnswer(answer(200, JSON_TYPE, body), PATH, GatewaysOfNamespace)).toEqual(value)
  })

  test('null items of a page pass', async () => {
    const page = await readAnswer(answer(200, JSON_TYPE, '{"items":null,"totalItems":0}'), PATH, GatewayPage)
    expect(page).toEqual({ items: null, totalItems: 0 })
  })

  test('JSON is read whatever the server calls it', async () => {
    expect(await readAnswer(answer(200, TEXT, 'null'), PATH, GatewaysOfNamespace)).toBeNull()
  })
})

describe('readAnswer, answers that are of no use', () => {
  test('an answer that breaks off on the way says so', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) })
    await expect(readAnswer(new Response(body), PATH, GatewayPage)).rejects.toMatchObject({
      name: 'ApiError',
      reason: 'Unreachable',
      path: PATH,
      message: expect.stringContaining('network'),
    })
  })

  const item = (gateway: object) =>
    JSON.stringify({ items: [{ metadata: { name: 'x' }, spec: {} }, gateway], totalItems: 2 })

  test.each([
    ['a field of a wrong type', JSON_TYPE, '{"items":[],"totalItems":"2"}', /^field totalItems: .*"2"/],
    ['a missing field', JSON_TYPE, item({ spec: {} }), /^field items\.1\.metadata: /],
    [
      'a field deep inside',
      JSON_TYPE,
      item({ metadata: { name: 'x' }, spec: { controller: { config: { 'keep-alive': 75 } } } }),
      /^field items\.1\.spec\.controller\.config\.keep-alive: .*75/,
    ],
    ['a list where a page has to be', JSON_TYPE, '[]', /^field totalItems: /],
    ['a text where a page has to be', JSON_TYPE, '"x"', /^(?!field).*"x"/],
    ['null where an object has to be', JSON_TYPE, 'null', /^(?!field).*null/],
    ['JSON that breaks off', JSON_TYPE, '{"items":[', /^not valid JSON: \{"items":\[$/],
    ['nothing', JSON_TYPE, '', /^not valid JSON: $/],
    [
      'the start page of a wrong server',
      'text/html',
      '<!doctype html><html><head><title>KubeSphere</title><script>start()</script></head></html>',
      /^JSON expected, got text\/html: KubeSphere$/,
    ],
    ['a word without a type', null, 'ok', /^JSON expected, got (?:no content type|text\/plain.*): ok$/],
  ])('%s', async (_case, type, body, message) => {
    const error: unknown = await readAnswer(answer(200, type, body), PATH, GatewayPage).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 200, reason: 'BadAnswer', path: PATH })
    expect(error).toHaveProperty('message', expect.stringMatching(message))
  })
})
