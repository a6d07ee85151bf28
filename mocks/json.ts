/** Reading and changing JSON whose shape is not known. Nothing here changes what it was given. */

export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object (not null, not an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys, or `undefined` when any step is missing. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)

/** The value as text, or `''` when it is something else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The string entries of an object, or `undefined` when there is none. */
export const stringMap = (value: unknown): Record<string, string> | undefined => {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' ? [[key, item] as const] : [],
  )
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export const sameJson = (left: unknown, right: unknown): boolean => {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]))
  }
  if (isObject(left) && isObject(right)) {
    const keys = Object.keys(left)
    return keys.length === Object.keys(right).length && keys.every((key) => sameJson(left[key], right[key]))
  }
  return left === right
}

/** RFC 7386: `null` removes a key, objects merge, everything else replaces. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = mergePatch(result[key], value)
  }
  return result
}

const scalar = (value: unknown) =>
  typeof value === 'string' && !/^[\w./-]+$/.test(value) ? JSON.stringify(value) : String(value)

const yamlLines = (value: unknown, indent: string): string[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const [first = '', ...rest] =
        isObject(item) || Array.isArray(item) ? yamlLines(item, `${indent}  `) : [scalar(item)]
      return [`${indent}- ${first.trimStart()}`, ...rest]
    })
  }
  if (!isObject(value)) return [`${indent}${scalar(value)}`]
  return Object.entries(value).flatMap(([key, item]) => {
    const empty = (isObject(item) && Object.keys(item).length === 0) || (Array.isArray(item) && item.length === 0)
    if (empty) return [`${indent}${key}: ${Array.isArray(item) ? '[]' : '{}'}`]
    if (isObject(item)) return [`${indent}${key}:`, ...yamlLines(item, `${indent}  `)]
    if (Array.isArray(item)) return [`${indent}${key}:`, ...yamlLines(item, indent)]
    return [`${indent}${key}: ${scalar(item)}`]
  })
}

/** JSON as YAML, the way Helm prints a manifest. */
export const toYaml = (value: unknown): string => `${yamlLines(value, '').join('\n')}\n`
