import type { AccessFormat } from './access-format'

/** What an access log line tells, as far as its format has it. */
export interface AccessLine {
  /** HTTP status, such as 503. */
  readonly status: number
  /** '' when the format has none, as all texts here. */
  readonly method: string
  readonly host: string
  /** Without its query. */
  readonly path: string
  readonly upstream: string
  /** Seconds from the first byte of the request to the last of the answer; NaN when unknown. */
  readonly duration: number
}

const firstOf = (fields: readonly string[], names: readonly string[]) =>
  names.map((name) => fields.indexOf(name)).find((index) => index >= 0) ?? -1

const known = (value: string | undefined) => (value === undefined || value === '-' ? '' : value)

function withoutQuery(uri: string): string {
  const end = uri.search(/[?#]/)
  return end < 0 ? uri : uri.slice(0, end)
}

/** A reader for the lines of a format; null when the format does not even have a status. */
export function accessReader(format: AccessFormat): ((line: string) => AccessLine | null) | null {
  const { fields } = format
  const status = fields.indexOf('status')
  if (status < 0) return null
  const request = fields.indexOf('request')
  const method = fields.indexOf('request_method')
  const path = firstOf(fields, ['request_uri', 'uri', 'path', 'location_path'])
  const host = firstOf(fields, ['best_http_host', 'host', 'http_host', 'server_name', 'this_host'])
  const upstream = firstOf(fields, ['proxy_upstream_name', 'service_name', 'upstream_addr', 'proxy_host'])
  const duration = firstOf(fields, ['request_time', 'upstream_response_time'])
  return (line) => {
    const values = format.parse(line)
    if (values === null) return null
    // A client may send anything; only a request of three words has a method and a path.
    const words = request < 0 ? [] : (values[request] ?? '').split(' ')
    const uri = path >= 0 ? values[path] : words.length >= 2 ? words[1] : ''
    return {
      status: Number(values[status]),
      method: known(method >= 0 ? values[method] : words.length >= 2 ? words[0] : ''),
      host: known(values[host]),
      path: withoutQuery(known(uri)),
      upstream: known(values[upstream]),
      duration: duration < 0 ? Number.NaN : Number.parseFloat(values[duration] ?? ''),
    }
  }
}

/** Classes of statuses, in the order in which they are shown; `other` for lines that are no access log lines. */
export const statusClasses = ['2xx', '3xx', '4xx', '5xx', '1xx', 'other'] as const
export type StatusClass = (typeof statusClasses)[number]

const byHundred: readonly StatusClass[] = ['other', '1xx', '2xx', '3xx', '4xx', '5xx']

/** The class of a status; 0 stands for a line that is no access log line. */
export const statusClass = (status: number): StatusClass => byHundred[Math.floor(status / 100)] ?? 'other'

/** Response times as ranges, upper ends in seconds. */
export const durationClasses = ['<0.1s', '0.1–0.5s', '0.5–1s', '1–3s', '>3s'] as const
const UPPER_ENDS = [0.1, 0.5, 1, 3]

/** The range of a response time, or '' when it is unknown. */
export function durationClass(seconds: number): string {
  if (Number.isNaN(seconds)) return ''
  const index = UPPER_ENDS.findIndex((end) => seconds < end)
  return durationClasses[index < 0 ? UPPER_ENDS.length : index] ?? ''
}
