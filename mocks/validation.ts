import { isObject, type JsonObject } from './json'
import type { Cause } from './replies'

/** What the two write routes check of a Gateway's body, each in its own words. Neither checks values, only types. */

type Kind = 'int32' | 'string' | 'bool' | 'strings' | 'object'

/** The fields that have a type: path, type, and the Go struct that kapis names in its error. */
const FIELDS: readonly (readonly [path: string, kind: Kind, struct: string])[] = [
  ['metadata.name', 'string', 'ObjectMeta'],
  ['metadata.namespace', 'string', 'ObjectMeta'],
  ['metadata.labels', 'strings', 'ObjectMeta'],
  ['metadata.annotations', 'strings', 'ObjectMeta'],
  ['spec', 'object', 'Gateway'],
  ['spec.controller', 'object', 'GatewaySpec'],
  ['spec.controller.replicas', 'int32', 'ControllerSpec'],
  ['spec.controller.annotations', 'strings', 'ControllerSpec'],
  ['spec.controller.config', 'strings', 'ControllerSpec'],
  ['spec.controller.scope', 'object', 'ControllerSpec'],
  ['spec.controller.scope.enabled', 'bool', 'Scope'],
  ['spec.controller.scope.namespace', 'string', 'Scope'],
  ['spec.deployment', 'object', 'GatewaySpec'],
  ['spec.deployment.replicas', 'int32', 'DeploymentSpec'],
  ['spec.deployment.annotations', 'strings', 'DeploymentSpec'],
  ['spec.deployment.resources', 'object', 'DeploymentSpec'],
  ['spec.service', 'object', 'GatewaySpec'],
  ['spec.service.type', 'string', 'ServiceSpec'],
  ['spec.service.annotations', 'strings', 'ServiceSpec'],
]

const valueAt = (body: JsonObject, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), body)

const isInt32 = (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_648

const fits = (value: unknown, kind: Exclude<Kind, 'strings'>): boolean => {
  switch (kind) {
    case 'int32':
      return isInt32(value)
    case 'string':
      return typeof value === 'string'
    case 'bool':
      return typeof value === 'boolean'
    case 'object':
      return isObject(value)
  }
}

/** The first value that does not fit, with the path it lies at. */
const misfit = (body: JsonObject, nullFits: boolean) => {
  const isWrong = (value: unknown, kind: Exclude<Kind, 'strings'>) =>
    value !== undefined && !(nullFits && value === null) && !fits(value, kind)
  for (const [path, kind, struct] of FIELDS) {
    const value = valueAt(body, path)
    if (kind !== 'strings') {
      if (isWrong(value, kind)) return { path, inner: path, kind, struct, value }
    } else if (isWrong(value, 'object')) {
      return { path, inner: path, kind: 'object' as const, struct, value }
    } else if (isObject(value)) {
      const entry = Object.entries(value).find(([, item]) => isWrong(item, 'string'))
      if (entry) return { path, inner: `${path}.${entry[0]}`, kind: 'string' as const, struct, value: entry[1] }
    }
  }
  return undefined
}

const jsonType = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

/** Go's word for a JSON value it cannot put into a field. */
const goValue = (value: unknown, kind: Kind): string => {
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return kind === 'int32' ? `number ${value}` : 'number'
  return jsonType(value)
}

/** Why kapis refuses the body (400 text, recordings b07, b08 and c38), or `undefined`. Go accepts `null` everywhere. */
export const decodeError = (body: JsonObject): string | undefined => {
  const wrong = misfit(body, true)
  if (!wrong) return undefined
  const goType = { int32: 'int32', string: 'string', bool: 'bool', object: 'map[string]string' }[wrong.kind]
  return `json: cannot unmarshal ${goValue(wrong.value, wrong.kind)} into Go struct field ${wrong.struct}.${wrong.path} of type ${goType}`
}

/** What the CRD's schema says against the body (422, recording d31), or `undefined`. */
export const schemaError = (body: JsonObject): Cause | undefined => {
  const wrong = misfit(body, true)
  if (!wrong) return undefined
  const type = { int32: 'integer', string: 'string', bool: 'boolean', object: 'object' }[wrong.kind]
  const found = jsonType(wrong.value)
  return {
    field: wrong.inner,
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${found}": ${wrong.inner} in body must be of type ${type}: "${found}"`,
  }
}

/** The body of a request as an object, or why Go could not read it (recordings b04 and c37). */
export const parseBody = (text: string): { body: JsonObject } | { error: string } => {
  if (text.trim() === '') return { error: 'EOF' }
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body)
      ? { body }
      : { error: `json: cannot unmarshal ${goValue(body, 'object')} into Go value of type v1alpha1.Gateway` }
  } catch {
    const first = text.trimStart()[0] ?? ''
    return {
      error: '{["-0123456789tfn'.includes(first)
        ? 'unexpected EOF'
        : `invalid character '${first}' looking for beginning of value`,
    }
  }
}
