import { isForbidden, type ApiError, type FieldCause } from '@/lib/api-error'
import type { GatewayForm } from './gateway-form'
import type { KeyValue } from './key-values'

/** What the server has against single fields of the form, in its own words; rows by their key. */
export interface RefusedFields {
  readonly mode?: string
  readonly replicas?: string
  readonly config: ReadonlyMap<string, string>
  readonly annotations: ReadonlyMap<string, string>
  /** What has no field of its own in the form. */
  readonly rest: readonly string[]
}

/**
 * Whether the user may not ask at all: the server's rights say so (recordings d37, i09), or something in the cluster
 * cannot take part in a dry run. A 403 in other words is a rule's answer to this very change.
 */
export const isNotAllowed = (error: ApiError): boolean =>
  (isForbidden(error) && /User ".*" cannot |^\s*Forbidden\s*$/.test(error.message)) ||
  error.status === 405 ||
  /does not support dry ?run/i.test(error.message)

/** Whether the server has something against what was sent, rather than being in trouble itself. */
export const isRefusal = (error: ApiError): boolean =>
  !isNotAllowed(error) && (error.status === 400 || error.status === 422 || isForbidden(error))

/** The first path of a field in a text such as `json: cannot unmarshal … DeploymentSpec.spec.deployment.replicas of type`. */
const pathIn = (text: string): string => /\bspec\.[^\s:,"]+/.exec(text)?.[0] ?? ''

const keyBelow = (map: string, path: string): string | null => {
  if (path.startsWith(`${map}.`)) return path.slice(map.length + 1)
  return path.startsWith(`${map}[`) && path.endsWith(']') ? path.slice(map.length + 1, -1) : null
}

/** Brings what the server said to the fields it is about. Without causes (kapis, recording c38) its message is searched. */
export function refusedFields(error: Pick<ApiError, 'causes' | 'message'>): RefusedFields {
  const causes: readonly FieldCause[] =
    error.causes.length > 0 ? error.causes : [{ field: pathIn(error.message), message: error.message.trim() }]
  const [config, annotations] = [new Map<string, string>(), new Map<string, string>()]
  const found: { mode?: string; replicas?: string } = {}
  const rest: string[] = []
  for (const { field, message } of causes) {
    const option = keyBelow('spec.controller.config', field)
    const annotation = keyBelow('spec.service.annotations', field)
    if (field === 'spec.deployment.replicas') found.replicas = message
    else if (field === 'spec.service.type') found.mode = message
    else if (option !== null) config.set(option, message)
    else if (annotation !== null) annotations.set(annotation, message)
    else rest.push(message)
  }
  return { ...found, config, annotations, rest }
}

const byRow = (
  refused: ReadonlyMap<string, string>,
  asked: readonly KeyValue[],
  rows: readonly KeyValue[],
): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap((row): readonly [string, string][] => {
      const message = refused.get(row.key.trim())
      const isAsAsked = asked.some((other) => other.key === row.key && other.value === row.value)
      return message !== undefined && isAsAsked ? [[row.id, message]] : []
    }),
  )

/** What of a refusal still holds for a form: what was changed since it was asked for is not refused any more. Rows by id. */
export const stillRefused = (refused: RefusedFields, asked: GatewayForm, form: GatewayForm): RefusedFields => ({
  ...(refused.mode !== undefined && form.mode === asked.mode && { mode: refused.mode }),
  ...(refused.replicas !== undefined && form.replicas === asked.replicas && { replicas: refused.replicas }),
  config: byRow(refused.config, asked.config, form.config),
  annotations: byRow(refused.annotations, asked.annotations, form.annotations),
  rest: form === asked ? refused.rest : [],
})
