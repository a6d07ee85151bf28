import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controllerOptions } from '../controller-options'
import { compileFormat, DEFAULT_FORMAT, formatOf } from './access-format'
import { accessReader, durationClass, statusClass } from './access-line'

const read = (line: string, config?: Record<string, string>) => {
  const format = formatOf(config)
  const reader = format && accessReader(format)
  if (!reader) throw new Error('no reader')
  return reader(line)
}

const recorded = (name: string): string[] => {
  const url = new URL(`../../../mocks/recordings/${name}.json`, import.meta.url)
  const { response }: { response: { body: string } } = JSON.parse(readFileSync(url, 'utf8'))
  return response.body.trim().split('\n')
}

test('the default is the one of the option catalogue', () => {
  expect(controllerOptions.find((option) => option.name === 'log-format-upstream')?.default).toBe(DEFAULT_FORMAT)
})

test('every line of a recorded pod log is understood (e10)', () => {
  expect(recorded('e10-pod-log').map((line) => read(line))).toEqual([
    { status: 200, method: 'GET', host: '', path: '/orders/288', upstream: 'shop-web-80', duration: 0.181 },
    { status: 200, method: 'GET', host: '', path: '/orders/639', upstream: 'shop-web-80', duration: 0.002 },
    { status: 200, method: 'GET', host: '', path: '/login', upstream: 'shop-web-80', duration: 0.06 },
    { status: 503, method: 'GET', host: '', path: '/static/app.js', upstream: 'shop-web-80', duration: 0.173 },
    { status: 200, method: 'GET', host: '', path: '/login', upstream: 'shop-web-80', duration: 0.114 },
  ])
})

test('the controller’s own messages stay raw (e16)', () => {
  const lines = recorded('e16-pod-log-previous')
  expect(lines.slice(0, 8).map((line) => read(line))).toEqual(Array.from({ length: 8 }, () => null))
})

const line = (request: string, upstream: string) =>
  `10.0.0.1 - - [24/Nov/2026:00:48:04 +0000] "${request}" 502 0 "-" "curl/7.68.0" 172 0.173 [shop-web-80] [] ${upstream} 069f70f2548f500ea56bfd29f60549aa`

describe('lines that are odd', () => {
  test.each([
    ['two upstreams after a retry', '10.244.1.9:8080, 10.244.1.10:8080 0, 0 0.001, 0.002 502, 502'],
    ['an internal redirect', '10.244.1.9:8080 : 10.244.1.10:8080 0 : 0 0.001 : 0.002 502 : 502'],
    ['no upstream', '- - - -'],
  ])('%s', (_case, upstream) => {
    expect(read(line('GET /a?b=c#d HTTP/1.1', upstream))).toMatchObject({ status: 502, method: 'GET', path: '/a' })
  })

  test('a request that is no HTTP has neither method nor path', () => {
    expect(read(line(String.raw`\x16\x03\x01`, '- - - -'))).toMatchObject({ status: 502, method: '', path: '' })
  })

  test.each([
    ['an error of nginx', '2026/11/24 00:48:04 [error] 33#33: *1 connect() failed (111: Connection refused)'],
    ['a line that goes on', `${line('GET / HTTP/1.1', '- - - -')}\u0000 and more " [ ] "`],
    ['a line cut off', line('GET / HTTP/1.1', '- - - -').slice(0, 90)],
    ['a status that is none', line('GET / HTTP/1.1', '- - - -').replace(' 502 ', ' 5x2 ')],
    ['a line of 100 kB', line(`GET /${'a'.repeat(100_000)} HTTP/1.1`, '- - - -')],
  ])('%s stays raw or is understood, and never throws', (_case, text) => {
    expect(() => read(text)).not.toThrow()
  })
})

describe('formats of one’s own', () => {
  test('JSON with escapes', () => {
    const format =
      '{"time": "$time_iso8601", "host": "$host", "req": "$request", "agent": "$http_user_agent", "status": $status, "took": $request_time}'
    const text = String.raw`{"time": "2026-11-24T00:48:04+00:00", "host": "shop.example", "req": "POST /pay HTTP/2.0", "agent": "a\", \"status\": 200", "status": 504, "took": 60.001}`
    expect(read(text, { 'log-format-upstream': format, 'log-format-escape-json': 'true' })).toEqual({
      status: 504,
      method: 'POST',
      host: 'shop.example',
      path: '/pay',
      upstream: '',
      duration: 60.001,
    })
  })

  test('fields in another order, in braces and with a host', () => {
    const text = 'shop.example|GET|/a/b?c|404|${x}'
    const format = '${host}|$request_method|$request_uri|$status|$http_x'
    expect(read(text, { 'log-format-upstream': format })).toMatchObject({
      host: 'shop.example',
      method: 'GET',
      path: '/a/b',
      status: 404,
    })
  })

  test.each([
    ['without a variable', 'hello'],
    ['with two that cannot be told apart', '$status$request'],
  ])('%s there is no parser', (_case, format) => {
    expect(compileFormat(format)).toBeNull()
  })

  test('without a status nothing is an access line', () => {
    const format = compileFormat('$remote_addr $host')
    expect(format && accessReader(format)).toBeNull()
  })
})

test('what a format wrote, it reads', () => {
  const value = fc.stringMatching(/^[a-z0-9.:/-]{1,12}$/)
  fc.assert(
    fc.property(value, value, fc.integer({ min: 100, max: 599 }), (host, path, status) => {
      const format = compileFormat('<$host> "$uri" $status')
      expect(format?.parse(`<${host}> "${path}" ${status}`)).toEqual([host, path, String(status)])
    }),
  )
})

test('no line makes a parser throw', () => {
  const format = compileFormat(DEFAULT_FORMAT)
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' - ', ' [', '] "', '" ', ' "', '200', '[', ']', ' : ', ', ', 'x', '\\')),
      (parts) => {
        const values = format?.parse(parts.join(''))
        expect(values === null || values?.length === format?.fields.length).toBe(true)
      },
    ),
  )
})

test.each([
  [200, '2xx'],
  [101, '1xx'],
  [304, '3xx'],
  [404, '4xx'],
  [599, '5xx'],
  [0, 'other'],
  [700, 'other'],
])('%s is %s', (status, name) => {
  expect(statusClass(status)).toBe(name)
})

test.each([
  [0, '<0.1s'],
  [0.1, '0.1–0.5s'],
  [0.99, '0.5–1s'],
  [2, '1–3s'],
  [60, '>3s'],
  [Number.NaN, ''],
])('%s seconds are %s', (seconds, name) => {
  expect(durationClass(seconds)).toBe(name)
})
