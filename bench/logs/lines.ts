/** The same lines for every viewer: access log lines as the kubelet sends them, about 210 characters each. */

const PATHS = ['/', '/login', '/static/app.js', '/orders/', '/api/v1/items?page=', '/api/v2/search?q=']
const START = Date.UTC(2026, 10, 24)
const encoder = new TextEncoder()

function lineOf(index: number): string {
  const mix = Math.imul(index ^ (index >>> 7), 0x85ebca6b) >>> 0
  const status = mix % 50 === 0 ? 503 : mix % 23 === 0 ? 404 : 200
  const path = PATHS[mix % PATHS.length] ?? '/'
  const uri = path.endsWith('/') || path.endsWith('=') ? `${path}${mix % 90}` : path
  const iso = new Date(START + Math.floor(index / 20)).toISOString()
  return `${iso.slice(0, -1)}${String(index % 1_000_000).padStart(6, '0')}Z 10.244.${mix % 4}.${mix % 250} - - [24/Nov/2026:00:47:58 +0000] "GET ${uri} HTTP/1.1" ${status} ${mix % 9000} "-" "curl/7.68.0" 201 0.${String(mix % 1000).padStart(3, '0')} [shop-web-80] [] 10.244.1.9:8080 6256 0.075 ${status} ${mix.toString(16).padStart(32, '0')}\n`
}

/** So many lines from a number on, as they come over the wire. */
export function bytesOf(from: number, count: number): Uint8Array {
  let text = ''
  for (let index = from; index < from + count; index += 1) text += lineOf(index)
  return encoder.encode(text)
}
