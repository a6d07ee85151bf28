import { editDistance } from '@/lib/edit-distance'
import { annotationsOf, isKeyOf, type LbAnnotation } from './lb-annotations'

/** Something to be said of an annotation of a load balancer. */
export type AnnotationFinding =
  /** White space around the key, such as the tab that older consoles left there: nobody reads the key then. */
  | { readonly kind: 'stray-space'; readonly repaired: string }
  | { readonly kind: 'misspelt'; readonly repaired: string }
  | { readonly kind: 'deprecated'; readonly repaired: string | null }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'wrong-value'; readonly expected: 'boolean' | 'integer' | 'ip' | 'json' }
  | { readonly kind: 'not-a-choice'; readonly values: readonly string[] }
  | { readonly kind: 'out-of-range'; readonly min: number | null; readonly max: number | null }

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a value is of a type of the catalogue; types that are free text take everything. */
const ofType: Readonly<Record<string, (text: string) => boolean>> = {
  boolean: (text) => text === 'true' || text === 'false',
  integer: (text) => /^-?\d+$/.test(text),
  ip: (text) => IPV4.test(text) || (text.includes(':') && /^[0-9a-fA-F:.]+$/.test(text)),
  json: isJson,
}

function wrongValue(annotation: LbAnnotation, value: string): AnnotationFinding | null {
  const text = value.trim()
  if (annotation.values && !annotation.values.includes(text)) return { kind: 'not-a-choice', values: annotation.values }
  const type = (['boolean', 'integer', 'ip', 'json'] as const).find((each) => each === annotation.type)
  if (type && ofType[type]?.(text) === false) return { kind: 'wrong-value', expected: type }
  const { min = null, max = null } = annotation
  if (type === 'integer' && ((min !== null && Number(text) < min) || (max !== null && Number(text) > max)))
    return { kind: 'out-of-range', min, max }
  return null
}

/** A key of the provider that was probably meant: the same but for case, or at most two letters apart. */
function closest(key: string, known: readonly LbAnnotation[]): string | null {
  const typed = key.toLowerCase()
  return known.find((annotation) => editDistance(annotation.key.toLowerCase(), typed) <= 2)?.key ?? null
}

/** Everything to be said of an annotation that is set, for the provider with this stored value. */
export function checkAnnotation(key: string, value: string, provider: string): readonly AnnotationFinding[] {
  if (key.trim() === '') return []
  if (key !== key.trim()) return [{ kind: 'stray-space', repaired: key.trim() }]
  const known = annotationsOf(provider)
  const annotation = known.find((each) => isKeyOf(each, key))
  if (annotation === undefined) {
    const repaired = closest(key, known)
    return repaired === null ? [] : [{ kind: 'misspelt', repaired }]
  }
  const wrong = wrongValue(annotation, value)
  return [
    ...(wrong ? [wrong] : []),
    ...(annotation.readOnly ? [{ kind: 'read-only' as const }] : []),
    ...(annotation.deprecated ? [{ kind: 'deprecated' as const, repaired: annotation.replacedBy ?? null }] : []),
  ]
}
