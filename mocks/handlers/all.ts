import { http, type HttpHandler } from 'msw'
import { authenticate, may, refuse } from '@mocks/access'
import { settle } from '@mocks/controller'
import { cutOff, faultBefore, isFaulty, loseSession, overtake } from '@mocks/faults'
import { kapisNotFound, notImplemented, plain, status } from '@mocks/replies'
import { requestInfo, type RequestInfo } from '@mocks/request-info'
import { matchRoute, type Call, type Match, type Route } from '@mocks/router'
import { dated } from '@mocks/server-clock'
import { token } from '@mocks/sessions'
import type { Cluster } from '@mocks/tables'
import type { World } from '@mocks/world'
import { gatewayRoutes } from './gateways'
import { rawGatewayRoutes } from './gateways-raw'
import { legacyRouterRoutes } from './legacy-router'
import { logRoutes } from './logs'
import { monitoringRoutes } from './monitoring'
import { sessionRoutes } from './session'
import { workloadRoutes } from './workloads'

/** The way of a request through the server, in the order of the real one: who, whether, where, what. */

const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...rawGatewayRoutes,
  ...legacyRouterRoutes,
  ...monitoringRoutes,
  ...logRoutes,
  ...sessionRoutes,
  ...workloadRoutes,
]

/** Paths that belong to the API. Everything else is none of the mock's business. */
const isApi = (url: string) => /^\/(oauth|kapis|apis|api)\//.test(new URL(url).pathname)

/** API groups of kapis that exist on the real server, though the mock may know only parts of them. */
const KAPIS_GROUPS =
  /^(alerting|application|auditing|cluster|config|devops|edgeruntime|events|gateway|iam|kubeedge|metering|monitoring|network|notification|openpitrix|operations|resources|servicemesh|tenant|terminal)\.kubesphere\.io$/

const unknown = (method: string, info: RequestInfo, pathname: string): Response => {
  if (info.root !== 'kapis') return notImplemented(method, pathname)
  const isKnown = info.group !== 'gateway.kubesphere.io' && KAPIS_GROUPS.test(info.group)
  return isKnown ? notImplemented(method, pathname) : kapisNotFound()
}

const wrongMethod = (info: RequestInfo, method: string, allow: readonly string[]): Response => {
  if (info.root !== 'kapis') {
    return status(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource')
  }
  return plain(method === 'HEAD' ? '' : '405: Method Not Allowed', 405, { Allow: allow.join(', ') })
}

/** Whether the client takes JSON. `Accept: text/html` alone does not (recordings i20–i22). */
const takesJson = (accept: string | null) =>
  !accept ||
  accept
    .split(',')
    .some((each) => ['application/json', 'application/*', '*/*'].includes(each.split(';')[0]?.trim() ?? ''))

/** `//` in a path: Go's router sends the client to the clean path (recordings a60 and i31). */
const cleaned = (url: URL): Response => {
  const clean = `${url.pathname.replace(/\/{2,}/g, '/')}${url.search}`
  return new Response(`<a href="${clean}">Moved Permanently</a>.\n\n`, {
    status: 301,
    headers: { 'Content-Type': 'text/html; charset=utf-8', Location: clean },
  })
}

/** The tables a request is about; `undefined` for a cluster that is not there. */
const clusterOf = ({ db }: World, { cluster }: RequestInfo): Cluster | undefined => {
  if (cluster === undefined) return [...db.clusters.values()][0]
  return db.platform.multicluster ? db.clusters.get(cluster) : undefined
}

/** A dry run stores nothing, so it is not the write that some faults wait for. */
const isDryRun = (query: URLSearchParams) => query.get('dryRun') === 'All'

const answerFound = async (call: Call, match: Match & { kind: 'found' }): Promise<Response> => {
  if (!isDryRun(call.query)) overtake(call.world, call.cluster, call.info, call.request.method)
  return match.route.answer({ ...call, params: match.params })
}

const answer = async (world: World, request: Request): Promise<Response> => {
  const url = new URL(request.url)
  const { method } = request
  if (url.pathname === '/oauth/token')
    return method === 'POST' ? token(world, request) : notImplemented(method, url.pathname)
  if (!isDryRun(url.searchParams)) loseSession(world, method, url.pathname)
  const user = authenticate(world, request.headers.get('Authorization'))
  if (user instanceof Response) return user
  const info = requestInfo(method, url.pathname, url.searchParams)
  if (!may(info, user)) return refuse(info, user)
  const cluster = clusterOf(world, info)
  if (!cluster) return kapisNotFound()
  if (url.pathname.includes('//')) return cleaned(url)
  const match = matchRoute(routes, method, info.path)
  if (match.kind === 'none') return unknown(method, info, url.pathname)
  if (match.kind === 'wrong-method') return wrongMethod(info, method, match.allow)
  if (info.root === 'kapis' && !takesJson(request.headers.get('Accept'))) {
    return plain('406: Not Acceptable\n\nAvailable representations: application/json', 406)
  }
  const call = { world, cluster, now: world.now(), request, info, query: url.searchParams, params: {}, user }
  return answerFound(call, match)
}

/** Answers one request: faults first, then what the operator did in the meantime, then the request itself. */
const respond = async (world: World, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  const broken = await faultBefore(world, request, pathname)
  if (broken) return broken
  settle(world, world.now())
  const answered = dated(world, await answer(world, request))
  const isJson = answered.headers.get('Content-Type') === 'application/json'
  return isJson && isFaulty(world, 'malformed', request.method, pathname) ? cutOff(answered) : answered
}

/** The handlers of one pretend server. `world` is asked for at every request, because a reset puts another in place. */
export const handlersOf = (world: () => World): HttpHandler[] => [
  http.all(
    ({ request }) => isApi(request.url),
    ({ request }) => respond(world(), request),
  ),
]
