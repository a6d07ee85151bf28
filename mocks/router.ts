import type { RequestInfo } from './request-info'
import type { UserRecord } from './records'
import type { Cluster } from './tables'
import type { World } from './world'

/** One request on its way through the mock. */
export interface Call {
  world: World
  cluster: Cluster
  /** Milliseconds since 1970. */
  now: number
  request: Request
  info: RequestInfo
  query: URLSearchParams
  /** What stood in the places of `:name` in the route's path. */
  params: Readonly<Record<string, string>>
  /** `undefined` on the few routes that need no token. */
  user: UserRecord | undefined
}

/** What answers a method on a path. `:name` in the path matches one segment. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  answer: (call: Call) => Response | Promise<Response>
}

/** What a router says about a request. */
export type Match =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong-method'; allow: string[] }
  | { kind: 'none' }

const segments = (path: string) => path.replace(/\/+$/, '').split('/')

const paramsOf = (pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined => {
  if (pattern.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const found = path[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(found)
    else if (part !== found) return undefined
  }
  return params
}

/** Finds the route for a request. A slash at the end of the path makes no difference (recording a53). */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Match => {
  const parts = segments(path)
  const onPath = routes.flatMap((route) => {
    const params = paramsOf(segments(route.path), parts)
    return params ? [{ route, params }] : []
  })
  const found = onPath.find(({ route }) => route.method === method)
  if (found) return { kind: 'found', ...found }
  return onPath.length > 0 ? { kind: 'wrong-method', allow: onPath.map(({ route }) => route.method) } : { kind: 'none' }
}

/** The parameter of a route. Empty when the route has none of that name. */
export const param = (call: Call, name: string): string => call.params[name] ?? ''
