import { isObject, mergePatch, sameJson } from '@mocks/json'
import { managed } from '@mocks/metadata'
import type { IngressRecord } from '@mocks/records'
import { badRequest, conflict, json, notFound, notImplemented, status } from '@mocks/replies'
import { withAddress } from '@mocks/route-status'
import { param, type Call } from '@mocks/router'
import { parseBody } from '@mocks/validation'

/** Merge patches of routes, as the API server takes them. None was recorded; the checks are those of `c62` and `c67`. */

const GROUP = 'networking.k8s.io'
const MERGE = 'application/merge-patch+json'
/** Kinds of patches that the API server takes of its own resources. */
const KINDS = [
  'application/json-patch+json',
  MERGE,
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
]

/** What Go says of a label or annotation that is no text, or `undefined` when all are. */
const wrongValue = (metadata: unknown): string | undefined => {
  for (const part of ['annotations', 'labels']) {
    const map = isObject(metadata) ? metadata[part] : undefined
    if (map === undefined || map === null) continue
    const wrong = isObject(map) ? Object.values(map).find((value) => typeof value !== 'string') : map
    if (wrong === undefined) continue
    const kind = typeof wrong === 'boolean' ? 'bool' : typeof wrong
    const type = isObject(map) ? 'string' : 'map[string]string'
    return `json: cannot unmarshal ${kind} into Go struct field ObjectMeta.metadata.${part} of type ${type}`
  }
  return undefined
}

/** Why a patch is not taken: it was made from another version (409), or it makes something that is no route (422). */
const refuse = (current: IngressRecord, patched: unknown): Response | undefined => {
  const metadata = isObject(patched) ? patched['metadata'] : undefined
  const { name, resourceVersion, uid } = current.metadata
  const about = { name, group: GROUP, resource: 'ingresses' }
  if (!isObject(metadata)) return badRequest('json: cannot unmarshal the patch')
  if (metadata['uid'] !== uid)
    return conflict(
      about,
      `Precondition failed: UID in precondition: ${String(metadata['uid'])}, UID in object meta: ${uid}`,
    )
  // Taking the version out of an object is the same as not to ask for one.
  if (metadata['resourceVersion'] && metadata['resourceVersion'] !== resourceVersion) return conflict(about)
  const wrong = wrongValue(metadata)
  return wrong === undefined
    ? undefined
    : status(
        422,
        'Invalid',
        ` "" is invalid: patch: Invalid value: ${JSON.stringify(JSON.stringify(patched))}: ${wrong}`,
      )
}

/** How tracing is switched on for a route. One that changes nothing is answered, and stores no new version. */
export const patchIngress = async (call: Call): Promise<Response> => {
  const { world, cluster, now } = call
  const key = `${param(call, 'ns')}/${param(call, 'name')}`
  const kind = (call.request.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''
  if (!KINDS.includes(kind)) {
    const message = `the body of the request was in an unknown format - accepted media types include: ${KINDS.join(', ')}`
    return status(415, 'UnsupportedMediaType', message)
  }
  if (kind !== MERGE) return notImplemented(`PATCH (${kind})`, call.info.path)
  const current = cluster.ingresses.get(key)
  if (!current) return notFound({ name: param(call, 'name'), group: GROUP, resource: 'ingresses' })
  const parsed = parseBody(await call.request.text())
  if ('error' in parsed) return badRequest(parsed.error)
  const patched = mergePatch(current, parsed.body)
  const refusal = refuse(current, patched)
  if (refusal) return refusal
  // JSON from outside: a merge of a valid route and whatever was sent.
  const { metadata, spec } = patched as IngressRecord
  const isNewSpec = !sameJson(spec, current.spec)
  const { annotations = {}, labels = {} } = metadata
  const isSame =
    !isNewSpec &&
    sameJson(annotations, current.metadata.annotations ?? {}) &&
    sameJson(labels, current.metadata.labels ?? {})
  if (isSame) return json(withAddress(cluster, current))
  const next = world.db.stamp({
    ...current,
    metadata: {
      ...current.metadata,
      generation: (current.metadata.generation ?? 1) + (isNewSpec ? 1 : 0),
      annotations,
      labels,
      managedFields: managed(current.metadata.managedFields, 'unknown', current.apiVersion, now, parsed.body),
    },
    spec,
  })
  if (call.query.get('dryRun') !== 'All') {
    cluster.ingresses.put(key, next)
    world.db.commit()
  }
  return json(withAddress(cluster, next))
}
