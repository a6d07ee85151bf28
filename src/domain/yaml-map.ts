import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import type { StringMap } from './key-values'

/** What a text says as a map of texts, or where it stops being one. */
export type YamlMap =
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [string, string])[] }
  /** `line` counts from 1. */
  | { readonly kind: 'error'; readonly line: number; readonly message: string }

/** A map of texts as YAML, one pair a line, in its order; an empty one is an empty text. */
export const toYaml = (map: StringMap): string =>
  Object.keys(map).length === 0
    ? ''
    : stringify(
        Object.entries(map).reduce((all, [key, value]) => all.set(key, value), new Map<string, string>()),
        { lineWidth: 0 },
      )

/**
 * Reads a map of texts. Every scalar stays what was written (`on`, `1.10`), since the controller reads texts. A list, a
 * map inside, a key that comes twice or is empty, and anything that is no YAML is an error with its line.
 */
export function fromYaml(text: string): YamlMap {
  if (text.trim() === '') return { kind: 'map', pairs: [] }
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, logLevel: 'silent', prettyErrors: true })
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const [broken] = document.errors
  if (broken) return { kind: 'error', line: lineAt(broken.pos[0]), message: broken.message.split('\n')[0] ?? '' }
  if (document.contents === null) return { kind: 'map', pairs: [] }
  if (!isMap(document.contents)) return { kind: 'error', line: 1, message: 'not a map' }
  const pairs: [string, string][] = []
  for (const { key, value } of document.contents.items) {
    const line = isScalar(key) ? lineAt(key.range?.[0] ?? 0) : 1
    if (!isScalar(key) || typeof key.value !== 'string' || key.value.trim() === '')
      return { kind: 'error', line, message: 'a key that is no text' }
    if (value !== null && !isScalar(value)) return { kind: 'error', line, message: `${key.value} is no text` }
    pairs.push([key.value, typeof value?.value === 'string' ? value.value : ''])
  }
  return { kind: 'map', pairs }
}
