/** What a request is about, the way the server reads it off the path before it decides about rights. */
export interface RequestInfo {
  /** `kapis`, `apis`, `api`, `oauth` */
  root: string
  /** The cluster after `/clusters/`, if the path has that prefix. */
  cluster: string | undefined
  /** The path without the cluster prefix. */
  path: string
  verb: string
  group: string
  version: string
  resource: string
  subresource: string
  namespace: string
  name: string
}

const VERBS: Readonly<Record<string, { one: string; many: string }>> = {
  GET: { one: 'get', many: 'list' },
  HEAD: { one: 'get', many: 'list' },
  POST: { one: 'create', many: 'create' },
  PUT: { one: 'update', many: 'update' },
  PATCH: { one: 'patch', many: 'patch' },
  DELETE: { one: 'delete', many: 'deletecollection' },
}

/** Reads a request. `OPTIONS` has no verb, which shows in the refusal (recording i23). */
export const requestInfo = (method: string, pathname: string, query: URLSearchParams): RequestInfo => {
  const [root = '', ...all] = pathname.split('/').slice(1)
  const hasPrefix = all[0] === 'clusters' && ['kapis', 'apis', 'api'].includes(root)
  const cluster = hasPrefix ? all[1] : undefined
  const rest = hasPrefix ? all.slice(2) : all
  const parts = rest.map(decoded).filter((part, index) => part !== '' || index < rest.length - 1)
  const [group = '', version = '', ...inner] = root === 'api' ? ['', ...parts] : parts
  const isWatchPath = inner[0] === 'watch'
  const scoped = isWatchPath ? inner.slice(1) : inner
  const [namespace, [resource = '', name = '', ...sub]] = split(scoped)
  const words = VERBS[method] ?? { one: '', many: '' }
  const isWatch = isWatchPath || (root !== 'kapis' && query.get('watch') === 'true' && method === 'GET')
  return {
    root,
    cluster,
    path: `/${[root, ...rest].join('/')}`,
    verb: isWatch ? 'watch' : words[name ? 'one' : 'many'],
    group,
    version,
    resource,
    subresource: sub.join('/'),
    namespace,
    name,
  }
}

const split = (parts: readonly string[]): [string, readonly string[]] => {
  const [first, namespace = '', ...rest] = parts
  return first === 'namespaces' && rest.length > 0 ? [namespace, rest] : ['', parts]
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
