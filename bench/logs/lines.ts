/** The same lines for every viewer: access log lines as the kubelet sends them, about 210 characters each. */

const PATHS = ['/', '/login', '/static/app.js', '/orders/', '/api/v1/items?page=', '/api/v2/search?q=']
const START = Date.UTC(2026, 10, 24)
const encoder = new TextEncoder()

/** Lines per millisecond, by their stamps. */
const PER_MILLISECOND = 20

const stampOf = (index: number) => {
  const iso = new Date(START + Math.floor(index / PER_MILLISECOND)).toISOString()
  return `${iso.slice(0, -1)}${String(index % 1_000_000).padStart(6, '0')}Z`
}

function lineOf(index: number, lateBy: number): string {
  const mix = Math.imul(index ^ (index >>> 7), 0x85ebca6b) >>> 0
  const status = mix % 50 === 0 ? 503 : mix % 23 === 0 ? 404 : 200
  const path = PATHS[mix % PATHS.length] ?? '/'
  const uri = path.endsWith('/') || path.endsWith('=') ? `${path}${mix % 90}` : path
  return `${stampOf(index - lateBy * PER_MILLISECOND)} 10.244.${mix % 4}.${mix % 250} - - [24/Nov/2026:00:47:58 +0000] "GET ${uri} HTTP/1.1" ${status} ${mix % 9000} "-" "curl/7.68.0" 201 0.${String(mix % 1000).padStart(3, '0')} [shop-web-80] [] 10.244.1.9:8080 6256 0.075 ${status} ${mix.toString(16).padStart(32, '0')}\n`
}

/** Two pods write in turn. */
export const SOURCES = [0, 1] as const

/** The lines of one of them among so many from a number on, as they come over the wire; `lateBy` in ms, by their stamps. */
export function bytesOf(from: number, count: number, source: number, lateBy = 0): Uint8Array {
  let text = ''
  for (let index = from + ((from + source) % 2); index < from + count; index += 2) text += lineOf(index, lateBy)
  return encoder.encode(text)
}

/** The end of a line that is longer than any screen. */
export const LONG_END = 'end of the long line'

/** A line of 100 kB. */
export const longBytes = (index: number): Uint8Array =>
  encoder.encode(`${stampOf(index)} long ${'0123456789'.repeat(10_000)} ${LONG_END}\n`)
