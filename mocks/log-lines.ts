import { hash } from './random'

/** The text of single log lines, made up by formula: the same line for the same number, whenever one asks. */

/** Gives one number for each throw, always the same for the same line. */
type Dice = (what: number, sides: number) => number

/** Thousands of lines are made at a time, so the name is hashed once and numbers are mixed from there. */
const diceOf = (seed: number): Dice => {
  return (what, sides) => mixed(seed + Math.imul(what + 1, 0x9e3779b9)) % sides
}

const mixed = (value: number): number => {
  let mix = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}

const pick = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0]

interface Route {
  host: string
  upstream: string
  /** `N` stands for a number. */
  uri: string
  /** Milliseconds on average. */
  takes: number
}

const route = (host: string, upstream: string, uri: string, takes = 60): Route => ({ host, upstream, uri, takes })

const ROUTES: readonly [Route, ...Route[]] = [
  route('shop.example.com', 'shop-web-80', '/'),
  route('shop.example.com', 'shop-web-80', '/login'),
  route('shop.example.com', 'shop-web-80', '/static/app.js', 8),
  route('shop.example.com', 'shop-web-80', '/orders/N'),
  route('shop.example.com', 'shop-web-80', '/api/v1/items?page=N'),
  route('billing.example.com', 'billing-api-8080', '/api/v1/invoices/N', 300),
  route('billing.example.com', 'billing-api-8080', '/healthz', 4),
  route('dev.example.com', 'dev-web-80', '/api/v2/search?q=N', 900),
]
const AGENTS: readonly [string, ...string[]] = [
  'curl/7.68.0',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
  'kube-probe/1.20',
]
const MINUTE = 60_000
/** Of every hour, these minutes are bad ones. */
const BAD_MINUTES = new Set([17, 18, 42])

const statusOf = (dice: Dice, at: number, uri: string): number => {
  const throwOf = dice(1, 1000)
  if (uri.includes('/search') && throwOf < 60) return 504
  if (throwOf < (BAD_MINUTES.has(Math.floor(at / MINUTE) % 60) ? 260 : 8)) return throwOf % 3 === 0 ? 503 : 502
  if (throwOf < 300 && throwOf > 270) return 404
  if (throwOf > 990) return 499
  return uri.startsWith('/static') && throwOf > 500 ? 304 : 200
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The way nginx writes a moment: `24/Nov/2026:00:48:04 +0000`. */
const localTime = (at: number): string => {
  const iso = new Date(at).toISOString()
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}

/** The values of nginx's variables for one request. */
const requestOf = (dice: Dice, at: number) => {
  const { host, upstream, uri: template, takes } = pick(ROUTES, dice(2, 1000))
  const uri = template.replace('N', String(1 + dice(3, 60)))
  const status = statusOf(dice, at, uri)
  const took = status === 504 ? 60 + dice(4, 9) / 1000 : (1 + dice(4, takes * 2)) / 1000
  const method = uri.startsWith('/orders') && dice(5, 4) === 0 ? 'POST' : 'GET'
  const backend = `10.244.1.${9 + dice(6, 3)}:8080`
  const isRetried = status === 502
  const digits = (what: number) => dice(what, 0xffffffff).toString(16).padStart(8, '0')
  return (name: string): string => {
    switch (name) {
      case 'remote_addr':
        return `10.244.${dice(7, 4)}.${2 + dice(8, 253)}`
      case 'time_local':
        return localTime(at)
      case 'time_iso8601':
        return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')
      case 'request':
        return `${method} ${uri} HTTP/1.1`
      case 'request_method':
        return method
      case 'request_uri':
        return uri
      case 'uri':
        return uri.replace(/\?.*/, '')
      case 'status':
        return String(status)
      case 'body_bytes_sent':
      case 'bytes_sent':
        return String(80 + dice(9, 9000))
      case 'http_user_agent':
        return pick(AGENTS, dice(10, 4))
      case 'request_length':
        return String(90 + dice(11, 290))
      case 'request_time':
        return took.toFixed(3)
      case 'proxy_upstream_name':
        return upstream
      case 'proxy_alternative_upstream_name':
        return ''
      case 'upstream_addr':
        return isRetried ? `${backend}, 10.244.1.8:8080` : backend
      case 'upstream_response_length':
        return isRetried ? '0, 0' : String(80 + dice(12, 9000))
      case 'upstream_response_time':
        return isRetried ? '0.001, 0.002' : (took * 0.9).toFixed(3)
      case 'upstream_status':
        return isRetried ? '502, 502' : String(status)
      case 'req_id':
        return digits(13) + digits(14) + digits(15) + digits(16)
      case 'host':
      case 'http_host':
      case 'best_http_host':
        return host
      case 'service_name':
      case 'ingress_name':
        return upstream.replace(/-\d+$/, '')
      default:
        return '-'
    }
  }
}

/** What the controller writes when its options do not say otherwise (recording e10). */
const DEFAULT_FORMAT =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id'

const accessLine = (dice: Dice, at: number, format: string): string => {
  const valueOf = requestOf(dice, at)
  return format.replaceAll(/\$\{?([a-z_0-9]+)\}?/g, (_whole, name: string) => valueOf(name))
}

const errorLine = (dice: Dice, at: number): string => {
  const iso = new Date(at).toISOString()
  const moment = `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}`
  return `${moment} [error] 33#33: *${1000 + dice(20, 99_000)} connect() failed (111: Connection refused) while connecting to upstream, client: 10.244.1.61, server: shop.example.com, request: "GET /static/app.js HTTP/1.1", upstream: "http://10.244.1.9:8080/static/app.js", host: "shop.example.com"`
}

const controllerLine = (dice: Dice, at: number): string => {
  const iso = new Date(at).toISOString()
  const stamp = `${iso.slice(5, 7)}${iso.slice(8, 10)} ${iso.slice(11, 19)}.${String(dice(21, 1_000_000)).padStart(6, '0')}`
  return pick(
    [
      `I${stamp}       7 event.go:285] Event(v1.ObjectReference{Kind:"Ingress", Namespace:"shop", Name:"web"}): type: 'Normal' reason: 'Sync' Scheduled for sync`,
      `W${stamp}       7 controller.go:1112] Service "dev/web" does not have any active Endpoint.`,
      `I${stamp}       7 controller.go:155] "Configuration changes detected, backend reload required"`,
      `I${stamp}       7 controller.go:172] "Backend successfully reloaded"`,
    ],
    dice(22, 4),
  )
}

/** The lines of a pod, by their number. `at` in ms; `format` as in `log-format-upstream`, '' for the default. */
export const linesBy = (pod: string): ((index: number, at: number, format: string) => string) => {
  const seed = hash(pod)
  return (index, at, format) => {
    const dice = diceOf(mixed(seed ^ index))
    const kind = dice(0, 100)
    if (kind === 0) return controllerLine(dice, at)
    if (kind === 1) return errorLine(dice, at)
    return accessLine(dice, at, format || DEFAULT_FORMAT)
  }
}

/** A whole number from 0 up to and without `below`, always the same for a pod's line. */
export const offsetsBy = (pod: string): ((index: number, below: number) => number) => {
  const seed = hash(`${pod}/at`)
  return (index, below) => mixed(seed ^ index) % below
}

const RULE = '-'.repeat(79)

/** What a controller says when it starts (recording e16). */
export const banner: readonly string[] = [
  RULE,
  'NGINX Ingress controller',
  '  Release:       v1.1.0',
  '  Build:         cacbee86b6ccc45bde8ffc184521bed3022e7dee',
  '  Repository:    https://github.com/kubernetes/ingress-nginx',
  '  nginx version: nginx/1.19.9',
  '',
  RULE,
  '',
]

const ESC = '\u001B'

/** Lines as an attacker would have them written, or as no viewer likes them. */
export const hostileLines: readonly string[] = [
  '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
  `${ESC}[31mred${ESC}[0m and ${ESC}[1;32mbold green${ESC}[0m, then ${ESC}]0;owned${'\u0007'}a title`,
  `before${ESC}[2J${ESC}[1;1Hafter the screen was cleared`,
  'looks fine\rbut was written over',
  'bell\u0007 null\u0000 escape\u001B end',
  'invoice\u202Efdp.exe turned around',
  'zero\u200Bwidth\uFEFF',
  `${ESC}[2mdimmed${ESC}[0m words, no ${ESC}[31mer${ESC}[0mror at all`,
  '10.244.0.7 - - [24/Nov/2026:00:47:58 +0000] "GET /invoice\u202Efdp.exe HTTP/1.1" 404 120 "-" "curl/7.68.0" 90 0.002 [shop-web-80] [] 10.244.1.9:8080 120 0.002 404 0123456789abcdef0123456789abcdef',
  `long ${'0123456789'.repeat(10_000)} end of the long line`,
  '网关日志：中文与表情 😀',
]
