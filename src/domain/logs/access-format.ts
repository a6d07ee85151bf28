/** A log format as a parser: the names of its fields, and a function that finds their values in a line. */
export interface AccessFormat {
  /** Names of nginx variables without `$`, in the order of the line. */
  readonly fields: readonly string[]
  /** The values of `fields`, or null for a line that was not written in this format. */
  readonly parse: (line: string) => readonly string[] | null
}

/** What ingress-nginx writes unless `log-format-upstream` says otherwise (recording e10). */
export const DEFAULT_FORMAT =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id'

/** Longer lines are not access log lines worth understanding, in characters. */
const LONGEST = 16_384

/** Values that a variable must have; they tell an access line from any other text. */
const shapes: Readonly<Record<string, RegExp>> = {
  status: /^\d{3}$/,
  request_time: /^[\d.-]+$/,
  body_bytes_sent: /^\d+$/,
  bytes_sent: /^\d+$/,
  request_length: /^\d+$/,
}

const VARIABLE = /\$\{([a-z_][a-z0-9_]*)\}|\$([a-z_][a-z0-9_]*)/gi

interface Part {
  readonly field: string
  /** The text between this field and the next one, '' at the end of the line. */
  readonly after: string
}

/** The text before the first field, and the fields. */
function partsOf(format: string): { before: string; parts: readonly Part[] } | null {
  const found = [...format.matchAll(VARIABLE)]
  const parts = found.map((match, index) => ({
    field: match[1] ?? match[2] ?? '',
    after: format.slice(match.index + match[0].length, found[index + 1]?.index ?? format.length),
  }))
  // Two variables side by side cannot be told apart, whatever the line is.
  if (parts.length === 0 || parts.some((part, index) => part.after === '' && index < parts.length - 1)) return null
  return { before: format.slice(0, found[0]?.index), parts }
}

/** Whether the text before `end` ends with a backslash that escapes what follows. */
function isEscaped(line: string, end: number): boolean {
  let slashes = 0
  while (line[end - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

/**
 * Where a value ends. nginx writes several upstreams as `a, b` and `a : b`: a blank there is part of the value. With
 * JSON escapes an escaped quote is part of it too.
 */
function endOf(line: string, start: number, after: string, isJson: boolean): number {
  let end = line.indexOf(after, start)
  while (end >= 0) {
    const isInList =
      after.startsWith(' ') && (line[end - 1] === ',' || line.startsWith(' : ', end) || line.endsWith(' :', end))
    if (!isInList && !(isJson && isEscaped(line, end))) return end
    end = line.indexOf(after, end + 1)
  }
  return -1
}

/**
 * Makes a parser of a `log-format-upstream`. Every value is looked for from where the last one ended, so a line costs
 * what its length is, however hostile it is. Null for a format in which the values cannot be told apart.
 */
export function compileFormat(format: string, isJson = false): AccessFormat | null {
  const compiled = partsOf(format.trim())
  if (compiled === null) return null
  const { before, parts } = compiled
  const parse = (line: string): readonly string[] | null => {
    if (line.length > LONGEST || !line.startsWith(before)) return null
    const values: string[] = []
    let at = before.length
    for (const { field, after } of parts) {
      const end = after === '' ? line.length : endOf(line, at, after, isJson)
      if (end < 0) return null
      const value = line.slice(at, end)
      if (shapes[field]?.test(value) === false) return null
      values.push(value)
      at = end + after.length
    }
    return at === line.length ? values : null
  }
  return { fields: parts.map((part) => part.field), parse }
}

/** The format of a gateway, from its own options: the default one, or what `log-format-upstream` says. */
export function formatOf(config: Readonly<Record<string, string>> | null | undefined): AccessFormat | null {
  const own = config?.['log-format-upstream']?.trim()
  return compileFormat(own ? own : DEFAULT_FORMAT, config?.['log-format-escape-json'] === 'true')
}
