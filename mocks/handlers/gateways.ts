import { createGateway, deleteGateway, drafted, saveGateway, updated, type GatewayDraft } from '@mocks/gateway-store'
import { policyAgainst } from '@mocks/faults'
import { isObject, type JsonObject } from '@mocks/json'
import { handedOver, legacyOf, legacyServices, legacySpec } from '@mocks/legacy'
import { clientMeta } from '@mocks/metadata'
import { CLUSTER_GATEWAY, gatewayName, projectOf, SYSTEM, WORKING } from '@mocks/names'
import { listed, paged, type Listed } from '@mocks/paging'
import type { GatewayRecord } from '@mocks/records'
import { conflictText, existsText, invalidText, json, kapisError, notFoundText } from '@mocks/replies'
import { param, type Call, type Route } from '@mocks/router'
import { decodeError, parseBody } from '@mocks/validation'
import { legacyGateway, readGateway, savedGateway, throughKapis, typedGateway, typedObject } from '@mocks/views'

/** Gateways through kapis: `/kapis/gateway.kubesphere.io/v1alpha1`. Errors are texts. */

const GROUP = 'gateway.kubesphere.io'
const ROOT = `/kapis/${GROUP}/v1alpha1`
const about = (name: string) => ({ name, group: GROUP, resource: 'gateways' })

const list = ({ world, cluster, query }: Call) => {
  const gateways: Listed<() => unknown>[] = cluster.gateways.values().map((gateway) => ({
    item: () => ({ kind: gateway.kind, apiVersion: gateway.apiVersion, ...readGateway(world, cluster, gateway) }),
    metadata: gateway.metadata,
    namespace: projectOf(gateway),
  }))
  const legacy: Listed<() => unknown>[] = legacyServices(cluster).map((service) => ({
    item: () => legacyGateway(world, cluster, service),
    metadata: { name: service.metadata.name },
    namespace: service.metadata.labels?.['project'] ?? '',
  }))
  return json(paged([...gateways, ...legacy], query, (show) => show()))
}

/** The cluster gateway first, then the project's own. For `kubesphere-system` that is the same one twice (d01). */
const read = (call: Call) => {
  const { world, cluster } = call
  const namespace = param(call, 'ns')
  const global = cluster.gateways.get(CLUSTER_GATEWAY)
  const legacy = legacyOf(cluster, namespace)
  const own = cluster.gateways.get(gatewayName(namespace))
  const shown = [
    ...(global ? [readGateway(world, cluster, global)] : []),
    ...(legacy ? [legacyGateway(world, cluster, legacy)] : own ? [readGateway(world, cluster, own)] : []),
  ]
  return json(shown.length > 0 ? shown : null)
}

/** The body as a draft. Name, namespace and scope are the server's (recordings b15 and c35). */
const draftOf = (body: JsonObject, namespace: string): GatewayDraft => {
  const { annotations, labels, finalizers } = clientMeta(body['metadata'])
  const given = isObject(body['spec']) ? body['spec'] : {}
  const scope = namespace === SYSTEM ? {} : { enabled: true, namespace }
  const controller = isObject(given['controller']) ? given['controller'] : {}
  // `decodeError` has checked the types of everything the Go structs know; the rest is dropped here.
  const spec = throughKapis({ ...given, controller: { ...controller, scope } } as GatewayRecord['spec'])
  return {
    metadata: {
      name: gatewayName(namespace),
      namespace: WORKING,
      ...(annotations && { annotations }),
      ...(labels && { labels }),
      ...(finalizers && { finalizers }),
    },
    spec,
  }
}

const bodyOf = async (call: Call): Promise<JsonObject | Response> => {
  const type = call.request.headers.get('Content-Type') ?? ''
  const text = await call.request.text()
  if (!type.startsWith('application/json')) {
    return kapisError(`[ServiceError:400] Unable to unmarshal content of type:${type.split(';')[0] ?? ''}`, 400)
  }
  const parsed = parseBody(text)
  if ('error' in parsed) return kapisError(parsed.error, 400)
  const error = decodeError(parsed.body)
  return error ? kapisError(error, 400) : parsed.body
}

const create = async (call: Call) => {
  const { world, cluster, now } = call
  const namespace = param(call, 'ns')
  const body = await bodyOf(call)
  if (body instanceof Response) return body
  if (cluster.gateways.get(CLUSTER_GATEWAY)) {
    return kapisError("can't create project gateway if global gateway enabled", 500)
  }
  if (legacyOf(cluster, namespace)) {
    const why = "can't create project gateway if legacy gateway exists, please upgrade the gateway firstly"
    return kapisError(why, 500)
  }
  const name = gatewayName(namespace)
  if (cluster.gateways.get(name)) return kapisError(existsText(about(name)), 409)
  const record = drafted(world, draftOf(body, namespace), 'ks-apiserver', now)
  return json(typedGateway(createGateway(world, cluster, record, now)))
}

const update = async (call: Call) => {
  const { world, cluster, now } = call
  const namespace = param(call, 'ns')
  const body = await bodyOf(call)
  if (body instanceof Response) return body
  const asked = clientMeta(body['metadata'])
  if (asked.namespace !== WORKING) return kapisError("namespace doesn't match with origin namespace", 500)
  const name = gatewayName(namespace)
  const current = cluster.gateways.get(name)
  const refusal = refuseUpdate(name, current, asked)
  if (refusal || !current) return kapisError(refusal?.text ?? '', refusal?.code ?? 404)
  const against = policyAgainst(world, body, call.request.method, call.info.path)
  if (against) return kapisError(invalidText(`Gateway.${GROUP}`, name, against), 422)
  const next = updated(current, draftOf(body, namespace), 'ks-apiserver', now)
  return json(savedGateway(saveGateway(world, cluster, next, now)))
}

/** Why an update cannot be stored (recordings a63, c31, c32), in the order in which the API server looks. */
export const refuseUpdate = (
  name: string,
  current: GatewayRecord | undefined,
  asked: { uid?: string; resourceVersion?: string },
): { code: 404 | 409 | 422; text: string; why?: string } | undefined => {
  if (!current && asked.uid) {
    const why = `StorageError: invalid object, Code: 4, Key: /registry/${GROUP}/gateways/${WORKING}/${name}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${asked.uid}, UID in object meta: `
    return { code: 409, text: conflictText(about(name), why), why }
  }
  if (!current) return { code: 404, text: notFoundText(about(name)) }
  if (!asked.resourceVersion) {
    return { code: 422, text: invalidText(`gateways.${GROUP}`, name, missingVersion) }
  }
  if (asked.uid && asked.uid !== current.metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${asked.uid}, UID in object meta: ${current.metadata.uid}`
    return { code: 409, text: conflictText(about(name), why), why }
  }
  if (asked.resourceVersion !== current.metadata.resourceVersion) {
    return { code: 409, text: conflictText(about(name)) }
  }
  return undefined
}

/** What is wrong with an update without resourceVersion (recordings c32 and c64). */
export const missingVersion = {
  field: 'metadata.resourceVersion',
  reason: 'FieldValueInvalid',
  message: 'Invalid value: 0x0: must be specified for an update',
} as const

const remove = (call: Call) => {
  const { world, cluster, now } = call
  const name = gatewayName(param(call, 'ns'))
  const current = cluster.gateways.get(name)
  if (!current) return kapisError(notFoundText(about(name)), 404)
  deleteGateway(world, cluster, current, now)
  return json({ message: 'success' })
}

/** Makes a Gateway of a legacy one. The body is not read (recordings h04 and h10). */
const upgrade = (call: Call) => {
  const { world, cluster, now } = call
  const project = param(call, 'ns')
  const legacy = legacyOf(cluster, project)
  if (!legacy) return kapisError('invalid operation, no legacy gateway was found', 500)
  const spec = throughKapis(legacySpec(legacy, cluster.legacyConfigs.get(project)))
  const metadata = { name: gatewayName(project), namespace: WORKING }
  cluster.services.put(legacy.metadata.name, world.db.stamp(handedOver(legacy)))
  cluster.legacyConfigs.remove(project)
  const record = drafted(world, { metadata, spec }, 'ks-apiserver', now)
  return json(typedGateway(createGateway(world, cluster, record, now)))
}

/** The pods of a project's gateway. The gateway's name in the path is not looked at (recording e05). */
const pods = (call: Call) => {
  const found = call.cluster.pods.get(gatewayName(param(call, 'ns'))) ?? []
  return json(paged(listed(found), call.query, typedObject))
}

/** All of them, in the order in which a 405 lists the methods (recording a69). */
export const gatewayRoutes: readonly Route[] = [
  { method: 'GET', path: `${ROOT}/gateways`, answer: list },
  { method: 'DELETE', path: `${ROOT}/namespaces/:ns/gateways`, answer: remove },
  { method: 'PUT', path: `${ROOT}/namespaces/:ns/gateways`, answer: update },
  { method: 'GET', path: `${ROOT}/namespaces/:ns/gateways`, answer: read },
  { method: 'POST', path: `${ROOT}/namespaces/:ns/gateways`, answer: create },
  { method: 'POST', path: `${ROOT}/namespaces/:ns/gateways/:name/upgrade`, answer: upgrade },
  { method: 'GET', path: `${ROOT}/namespaces/:ns/gateways/:name/pods`, answer: pods },
]
