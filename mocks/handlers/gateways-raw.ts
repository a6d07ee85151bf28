import { createGateway, deleteGateway, drafted, saveGateway, updated, type GatewayDraft } from '@mocks/gateway-store'
import { isObject, mergePatch, type JsonObject } from '@mocks/json'
import { kubeList, selected } from '@mocks/kube-list'
import { clientMeta } from '@mocks/metadata'
import { GATEWAY_API, WORKING } from '@mocks/names'
import type { GatewayRecord } from '@mocks/records'
import { policyAgainst } from '@mocks/faults'
import { alreadyExists, badRequest, conflict, invalid, json, notFound, status } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import { parseBody, schemaError } from '@mocks/validation'
import { rawGateway, rawNginx } from '@mocks/views'
import { watch } from '@mocks/watch'
import { missingVersion, refuseUpdate } from './gateways'

/** Gateways and Nginx objects as the API server has them: `/apis/gateway.kubesphere.io/v1alpha1`. Errors are `Status`. */

const GROUP = 'gateway.kubesphere.io'
const ROOT = `/apis/${GROUP}/v1alpha1`
const IN_NAMESPACE = `${ROOT}/namespaces/:ns`
const about = (name: string, resource = 'gateways') => ({ name, group: GROUP, resource })
const isDryRun = ({ query }: Call) => query.get('dryRun') === 'All'

/** Gateways live in one namespace; others are empty. */
const gatewaysOf = (call: Call): GatewayRecord[] =>
  ['', WORKING].includes(param(call, 'ns')) ? call.cluster.gateways.values() : []

const list = (call: Call) => {
  if (call.info.verb === 'watch') return watch(call, () => gatewaysOf(call), rawGateway)
  const kind = {
    kind: 'GatewayList',
    apiVersion: GATEWAY_API,
    resourceVersion: call.world.db.version(),
    isCustom: true,
  }
  return kubeList(gatewaysOf(call), call.query, kind, rawGateway)
}

const find = (call: Call) => gatewaysOf(call).find(({ metadata }) => metadata.name === param(call, 'name'))

const read = (call: Call) => {
  if (call.info.verb === 'watch') {
    return watch(
      call,
      () => gatewaysOf(call).filter(({ metadata }) => metadata.name === param(call, 'name')),
      rawGateway,
    )
  }
  const found = find(call)
  return found ? json(rawGateway(found)) : notFound(about(param(call, 'name')))
}

/** The body, or why the API server cannot read it (recording d27). */
const bodyOf = async (call: Call): Promise<JsonObject | Response> => {
  const text = await call.request.text()
  const parsed = parseBody(text)
  const cannot = 'Gateway in version "v1alpha1" cannot be handled as a Gateway:'
  if ('error' in parsed) return badRequest(`${cannot} ${parsed.error}`)
  for (const [key, name] of [
    ['kind', 'Kind'],
    ['apiVersion', 'apiVersion'],
  ] as const) {
    if (!parsed.body[key]) return badRequest(`${cannot} unmarshalerDecoder: Object '${name}' is missing in '${text}'`)
  }
  return parsed.body
}

const draftOf = (body: JsonObject, name: string): GatewayDraft => {
  const { annotations, labels, finalizers } = clientMeta(body['metadata'])
  return {
    metadata: {
      name,
      namespace: WORKING,
      ...(annotations && { annotations }),
      ...(labels && { labels }),
      ...(finalizers && { finalizers }),
    },
    // `schemaError` has checked the types of what the schema knows; fields it does not know are kept.
    spec: (isObject(body['spec']) ? body['spec'] : {}) as GatewayRecord['spec'],
  }
}

const refuseBody = (call: Call, body: JsonObject, name: string): Response | undefined => {
  const asked = clientMeta(body['metadata'])
  if (asked.namespace && asked.namespace !== param(call, 'ns')) {
    return badRequest('the namespace of the provided object does not match the namespace sent on the request')
  }
  const cause = schemaError(body) ?? policyAgainst(call.world, body, call.request.method, call.info.path)
  return cause && invalid('Gateway', GROUP, name, cause)
}

/** Also `POST …/gateways/{name}` creates; the name in the path is not looked at (recordings c65, d44, d47, d48). */
const create = async (call: Call) => {
  const { world, cluster, now } = call
  const body = await bodyOf(call)
  if (body instanceof Response) return body
  const { name } = clientMeta(body['metadata'])
  const refusal = refuseBody(call, body, name)
  if (refusal) return refusal
  if (!name) {
    const message = 'Required value: name or generateName is required'
    return invalid('Gateway', GROUP, '', { field: 'metadata.name', reason: 'FieldValueRequired', message })
  }
  const present = cluster.gateways.get(name)
  if (present) return alreadyExists(about(name), Boolean(present.metadata.deletionTimestamp))
  const record = drafted(world, draftOf(body, name), 'unknown', now)
  return json(rawGateway(isDryRun(call) ? record : createGateway(world, cluster, record, now)), 201)
}

const save = (call: Call, current: GatewayRecord, draft: GatewayDraft) => {
  const { world, cluster, now } = call
  const next = updated(current, draft, 'unknown', now)
  return json(rawGateway(isDryRun(call) ? next : saveGateway(world, cluster, next, now)))
}

const replace = async (call: Call) => {
  const name = param(call, 'name')
  const body = await bodyOf(call)
  if (body instanceof Response) return body
  const asked = clientMeta(body['metadata'])
  if (asked.name !== name) {
    return badRequest(`the name of the object (${asked.name}) does not match the name on the URL (${name})`)
  }
  const current = find(call)
  const refusal = refuseUpdate(name, current, asked)
  if (refusal?.code === 422) return invalid('gateways', GROUP, name, missingVersion)
  if (refusal?.code === 409) return conflict(about(name), refusal.why)
  if (!current) return notFound(about(name))
  return refuseBody(call, body, name) ?? save(call, current, draftOf(body, name))
}

/** A merge patch (recording c67). JSON patches and server-side apply are not part of the mock. */
const patch = async (call: Call) => {
  const name = param(call, 'name')
  if (!(call.request.headers.get('Content-Type') ?? '').startsWith('application/merge-patch+json')) {
    const message =
      'the body of the request was in an unknown format - accepted media types include: application/merge-patch+json'
    return status(415, 'UnsupportedMediaType', message)
  }
  const current = find(call)
  if (!current) return notFound(about(name))
  const parsed = parseBody(await call.request.text())
  if ('error' in parsed) return badRequest(parsed.error)
  const asked = clientMeta(parsed.body['metadata'])
  if (asked.resourceVersion && asked.resourceVersion !== current.metadata.resourceVersion) return conflict(about(name))
  const body = mergePatch(current, parsed.body)
  if (!isObject(body)) return badRequest('json: cannot unmarshal the patch')
  return refuseBody(call, body, name) ?? save(call, current, draftOf(body, name))
}

/** With a finalizer the object stays and is the answer (recording d38), without one a `Status` says it is gone. */
const remove = (call: Call) => {
  const { world, cluster, now } = call
  const name = param(call, 'name')
  const current = find(call)
  if (!current) return notFound(about(name))
  if (isDryRun(call)) return json(rawGateway(current))
  const deleted = deleteGateway(world, cluster, current, now)
  if (deleted.metadata.deletionTimestamp) return json(rawGateway(deleted))
  const details = { name, group: GROUP, kind: 'gateways', uid: deleted.metadata.uid }
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details })
}

const readNginx = ({ cluster, ...call }: Call) => {
  const name = call.params['name'] ?? ''
  const found = cluster.nginxes.get(name)
  return found ? json(rawNginx(found)) : notFound(about(name, 'nginxes'))
}

const listNginxes = ({ world, cluster, query }: Call) => {
  const kind = { kind: 'NginxList', apiVersion: GATEWAY_API, resourceVersion: world.db.version(), isCustom: true }
  return kubeList(selected(cluster.nginxes.values(), query), query, kind, rawNginx)
}

export const rawGatewayRoutes: readonly Route[] = [
  { method: 'GET', path: `${ROOT}/gateways`, answer: list },
  { method: 'GET', path: `${IN_NAMESPACE}/gateways`, answer: list },
  { method: 'POST', path: `${IN_NAMESPACE}/gateways`, answer: create },
  { method: 'GET', path: `${IN_NAMESPACE}/gateways/:name`, answer: read },
  { method: 'POST', path: `${IN_NAMESPACE}/gateways/:name`, answer: create },
  { method: 'PUT', path: `${IN_NAMESPACE}/gateways/:name`, answer: replace },
  { method: 'PATCH', path: `${IN_NAMESPACE}/gateways/:name`, answer: patch },
  { method: 'DELETE', path: `${IN_NAMESPACE}/gateways/:name`, answer: remove },
  { method: 'GET', path: `${IN_NAMESPACE}/nginxes`, answer: listNginxes },
  { method: 'GET', path: `${IN_NAMESPACE}/nginxes/:name`, answer: readNginx },
]
