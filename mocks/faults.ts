import { HttpResponse } from 'msw'
import { gatewayName, CLUSTER_GATEWAY } from './names'
import { saveGateway, updated } from './gateway-store'
import type { RequestInfo } from './request-info'
import { at, isObject, type JsonObject } from './json'
import { kapisError, type Cause } from './replies'
import type { FaultName } from './scenarios'
import type { Cluster } from './tables'
import type { World } from './world'

/** What is made to go wrong, on purpose. */

/** How long the fault `slow` holds an answer back, in milliseconds of real time. */
const SLOW = 3000

/** Whether a fault applies to a request, by method and path. */
export const isFaulty = (world: World, fault: FaultName, method: string, path: string): boolean => {
  const scope = method === 'GET' || method === 'HEAD' ? 'reads' : 'writes'
  const isToken = path === '/oauth/token'
  return world.db.faults.some((each) => {
    const [name, only] = each.split('@')
    if (name !== fault) return false
    // Signing in stays possible, except when everything is down.
    if (isToken) return only === undefined && (fault === 'dropped' || fault === 'error-500')
    return only === undefined || only === scope
  })
}

const spend = (world: World, fault: FaultName) => {
  world.db.faults = world.db.faults.filter((each) => each.split('@')[0] !== fault)
  world.db.commit()
}

/** Waits, or stops waiting when the client has gone. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Faults that come before an answer: the broken answer itself, or `undefined` when things go on. */
export const faultBefore = async (world: World, request: Request, path: string): Promise<Response | undefined> => {
  const has = (fault: FaultName) => isFaulty(world, fault, request.method, path)
  if (has('slow')) await pause(SLOW, request.signal)
  if (has('dropped')) return HttpResponse.error()
  if (has('error-500')) return kapisError('Internal Server Error', 500)
  return undefined
}

/** At the next write, nobody is signed in any more. Once. */
export const loseSession = (world: World, method: string, path: string): void => {
  if (method === 'GET' || method === 'HEAD' || !isFaulty(world, 'session-lost', method, path)) return
  for (const token of world.db.tokens.keys()) world.db.tokens.remove(token)
  spend(world, 'session-lost')
}

/** Just before a gateway is saved, somebody else saves it: then the 409 is a real one. Once. */
export const overtake = (world: World, cluster: Cluster, info: RequestInfo, method: string): void => {
  const isSave = method === 'PUT' && info.group === 'gateway.kubesphere.io' && info.resource === 'gateways'
  if (!isSave || !isFaulty(world, 'conflict', method, info.path)) return
  const name = info.root === 'kapis' ? gatewayName(info.namespace) : info.name || CLUSTER_GATEWAY
  const gateway = cluster.gateways.get(name)
  if (!gateway) return
  const { controller } = gateway.spec
  const spec = { ...gateway.spec, controller: { ...controller, config: { ...controller?.config, 'keep-alive': '90' } } }
  const at = world.now()
  saveGateway(world, cluster, updated(gateway, { metadata: gateway.metadata, spec }, 'unknown', at), at)
  spend(world, 'conflict')
}

const MOST_REPLICAS = 5

/**
 * What a rule of the cluster has against a Gateway, said as the API server says what a schema has against it (recording
 * d31); `undefined` for nothing, and where no such rule is asked for.
 */
export const policyAgainst = (world: World, body: JsonObject, method: string, path: string): Cause | undefined => {
  if (!isFaulty(world, 'policy', method, path)) return undefined
  const replicas = at(body, 'spec', 'deployment', 'replicas')
  if (typeof replicas === 'number' && replicas > MOST_REPLICAS) {
    const field = 'spec.deployment.replicas'
    const message = `Invalid value: ${replicas}: ${field} in body should be less than or equal to ${MOST_REPLICAS}`
    return { field, reason: 'FieldValueInvalid', message }
  }
  const config = at(body, 'spec', 'controller', 'config')
  const snippet = isObject(config) ? Object.keys(config).find((key) => key.endsWith('-snippet')) : undefined
  if (snippet === undefined) return undefined
  const field = `spec.controller.config.${snippet}`
  return { field, reason: 'FieldValueInvalid', message: `Invalid value: "string": ${field} is not allowed here` }
}

/** The answer with its JSON cut off in the middle, and a status that says all is well. */
export const cutOff = async (answer: Response): Promise<Response> => {
  const body = await answer.text()
  const half = body.slice(0, Math.max(1, Math.floor(body.length / 2)))
  return new Response(half, { status: 200, headers: { 'Content-Type': 'application/json' } })
}
