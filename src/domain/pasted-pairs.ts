import { parse } from 'yaml'

const asText = (value: unknown): string | null => {
  if (value === null) return ''
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function fromYaml(text: string): readonly [string, string][] | null {
  try {
    // The failsafe schema keeps every scalar a string: `on`, `1.10` and `0x1F` stay what was written.
    const map: unknown = parse(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return null
    const pairs = Object.entries(map).map(([key, value]) => [key, asText(value)] as const)
    return pairs.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key.trim(), value]])).length ===
      pairs.length
      ? pairs.map(([key, value]) => [key.trim(), value ?? ''])
      : null
  } catch {
    return null // not YAML: the line rules below decide
  }
}

function fromLine(line: string): readonly [string, string] | null {
  const match = /^\s*["']?([^\s"'=:][^"'=]*?)["']?\s*(?:=|:(?=\s|$))\s*(.*?)\s*$/.exec(line)
  const [, key, raw] = match ?? []
  if (key === undefined || raw === undefined) return null
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(raw)
  return [key.trim(), quoted ? (quoted[1] ?? quoted[2] ?? '') : raw]
}

/**
 * Pairs of a pasted text: `key: value` or `key=value` lines, or a YAML map. Null when the text is anything else,
 * such as a single word; then it is an ordinary paste.
 */
export function parsePairs(text: string): readonly (readonly [string, string])[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  if (lines.length === 0) return null
  const yaml = lines.some((line) => line.includes('=') && !/:(\s|$)/.test(line)) ? null : fromYaml(text)
  if (yaml !== null && yaml.length > 0) return yaml
  const pairs = lines.map(fromLine)
  return pairs.every((pair) => pair !== null) ? pairs : null
}
