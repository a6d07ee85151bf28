const segment = encodeURIComponent

export type DetailsTab = 'monitors' | 'gateway-configs' | 'logs' | 'resource-status' | 'tracing' | 'metadata'
export type GatewayKind = 'cluster' | 'project'

/** The only place that builds URLs of pages. The paths are those of KubeSphere's own console, so links carry over. */
export const links = {
  home: () => '/',
  login: (next?: string) => (next === undefined || next === '/' ? '/login' : `/login?next=${segment(next)}`),
  clusters: () => '/clusters',
  gateways: (cluster: string, kind: GatewayKind = 'cluster') => `/clusters/${segment(cluster)}/gateways/${kind}`,
  gateway: (cluster: string, kind: GatewayKind, name: string, tab?: DetailsTab): string =>
    `/clusters/${segment(cluster)}/gateways/${kind}/${segment(name)}${tab === undefined ? '' : `/${tab}`}`,
  /** The log of one pod of a gateway. */
  podLog: (cluster: string, kind: GatewayKind, name: string, pod: string): string =>
    `${links.gateway(cluster, kind, name, 'logs')}?pods=${segment(pod)}`,
}

/** A return path that stays on this site; anything else becomes the start page. */
export const safeReturnPath = (next: string | null): string =>
  next !== null && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/'
