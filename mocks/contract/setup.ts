import { at, isObject, text } from '@mocks/json'
import type { Recording } from './recordings'
import type { Replay } from './replay'

/**
 * What happened between two recordings and was not kept: exchanges that are missing, and time that passed. Each entry
 * is done before the recording it is named after.
 */

const GW = '/kapis/gateway.kubesphere.io/v1alpha1'
const RAW = '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways'
const ROUTER = '/kapis/resources.kubesphere.io/v1alpha2'

const spec = (config: Record<string, string> = {}, type = 'NodePort') => ({
  controller: { replicas: 1, annotations: {}, config },
  deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'false' }, replicas: 1 },
  service: { annotations: {}, type },
})

const create =
  (project: string, body: unknown) =>
  async (replay: Replay): Promise<void> => {
    const answer = await replay.send('admin', 'POST', `${GW}/namespaces/${project}/gateways`, body)
    if (answer.status !== 200) throw new Error(`setup: ${project} ${String(answer.body)}`)
  }

const annotated = (provider: string, of: unknown) => ({
  metadata: { annotations: { 'kubesphere.io/annotations': provider, 'kubesphere.io/creator': 'admin' } },
  spec: of,
})

const change =
  (project: string, patch: (gateway: Record<string, unknown>) => unknown) =>
  async (replay: Replay): Promise<void> => {
    const { body } = await replay.send('admin', 'GET', `${GW}/namespaces/${project}/gateways`)
    const own = Array.isArray(body) ? body.findLast(isObject) : undefined
    const answer = await replay.send('admin', 'PUT', `${GW}/namespaces/${project}/gateways`, patch({ ...own }))
    if (answer.status !== 200) throw new Error(`setup: ${project} ${String(answer.body)}`)
  }

const withSpec = (part: string, patch: Record<string, unknown>) => (gateway: Record<string, unknown>) => {
  const before = isObject(gateway['spec']) ? gateway['spec'] : {}
  const inner = before[part]
  return { ...gateway, spec: { ...before, [part]: { ...(isObject(inner) ? inner : {}), ...patch } } }
}

const wait =
  (seconds: number) =>
  (replay: Replay): void => {
    replay.kubesphere.advance(seconds * 1000)
  }

/** Lets time pass until a moment of the recording. */
const until = (iso: string) => (replay: Replay) => {
  replay.kubesphere.advance(Date.parse(iso) - replay.kubesphere.now())
}

const legacy = (project: string) => async (replay: Replay) => {
  const body = { type: 'NodePort', annotations: { 'servicemesh.kubesphere.io/enabled': 'false' } }
  await replay.send('admin', 'POST', `${ROUTER}/namespaces/${project}/router`, body)
}

const CLUSTER_GATEWAY = `${RAW}/kubesphere-router-kubesphere-system`

const remove = async (replay: Replay) => {
  await replay.send('admin', 'DELETE', CLUSTER_GATEWAY)
  await replay.send('admin', 'DELETE', `${GW}/namespaces/shop/gateways`)
}

const enable = async (replay: Replay) => {
  const answer = await replay.send('admin', 'POST', CLUSTER_GATEWAY, {
    kind: 'Gateway',
    apiVersion: 'gateway.kubesphere.io/v1alpha1',
    metadata: { name: 'kubesphere-router-kubesphere-system' },
    spec: { ...spec(), deployment: { replicas: 2 } },
  })
  if (answer.status !== 201) throw new Error(`setup: cluster gateway ${String(answer.body)}`)
}

/** The path of a recorded pod's log with the name of the first pod that shop has in the mock. */
const ownPod = async (replay: Replay, path: string): Promise<string> => {
  const { body } = await replay.send('admin', 'GET', `${GW}/namespaces/shop/gateways/x/pods?limit=1`)
  const items = at(body, 'items')
  const name = Array.isArray(items) ? text(at(items[0], 'metadata', 'name')) : ''
  return path.replace(/\/pods\/[^/]+\//, `/pods/${name}/`)
}

/** Recordings of the log of a pod that exists. */
const OF_A_POD = /^e1\d-.*pod-log/

type Step = (replay: Replay) => void | Promise<void>

/** By name of the recording, in order. */
export const before: Readonly<Record<string, readonly Step[]>> = {
  'a01-oauth-token-ok': [
    // The recorded cluster had no cloud: a load balancer came only to Services that asked with an annotation.
    ({ kubesphere }) => {
      const cluster = kubesphere.db().clusters.get('default')
      if (cluster) cluster.cloud = 'never'
    },
    // Nor did it run any pod, so that nobody wrote addresses into routes.
    ({ kubesphere }) => {
      const cluster = kubesphere.db().clusters.get('default')
      if (cluster) cluster.writesRoutes = false
    },
  ],
  'b11-get-project-right-after-create': [
    create('shop', annotated('', spec({ 'proxy-body-size': '20m', 'worker-processes': '4' }))),
  ],
  'b14-create-no-trailing-slash': [wait(7)],
  'b30-get-shop': [
    create('dup-proj', { metadata: {}, spec: {} }),
    create('lb-pending', annotated('OpenELB', spec({}, 'LoadBalancer'))),
    wait(6),
  ],
  'c31-put-stale-resourceVersion': [
    change('shop', (gateway) =>
      withSpec('controller', { config: { 'keep-alive': '75', 'worker-processes': '8' } })(gateway),
    ),
  ],
  'c43-get-after-scale': [wait(5)],
  'c47-get-after-type-Foo': [wait(3)],
  'c49-get-after-negative-replicas': [change('ghost-ns', withSpec('deployment', { replicas: -1 })), wait(3)],
  'c52-pods-after-replicas-0': [wait(4)],
  'c56-get-after-nodeport-to-loadbalancer': [wait(5)],
  'c58-get-after-loadbalancer-to-nodeport': [
    change('shop-staging', withSpec('service', { type: 'NodePort', annotations: {} })),
    wait(1),
  ],
  'c68-crd-list': [change('billing', withSpec('deployment', { replicas: 2 }))],
  'd01-get-cluster': [wait(5)],
  'd25-get-cluster-after-scale': [wait(5)],
  'd33-get-cluster-lb-ip-and-hostname': [wait(1.5)],
  'd41-get-cluster-5s-after-delete': [wait(5)],
  'd43-delete-cluster-kapis': [wait(6)],
  // Nine seconds in the recording; the point is that the old Service is still there when the new gateway is made.
  'd44-create-cluster-crd-collection': [wait(2.1)],
  'e02-pods-limit1': [wait(30)],
  // The recorded projects were as young as their gateways, which a range of thirty days shows (f31).
  'f01-overview-cluster-10m': [
    until('2026-11-24T00:49:30Z'),
    ({ kubesphere }) => {
      const cluster = kubesphere.db().clusters.get('default')
      const shop = cluster?.namespaces.get('shop')
      const metadata = { ...shop?.metadata, creationTimestamp: '2026-11-24T00:39:15Z' }
      if (shop) cluster?.namespaces.put('shop', { ...shop, metadata: { ...shop.metadata, ...metadata } })
    },
  ],
  'i07-projectadmin-monitoring-own': [until('2026-11-24T00:54:30Z')],
  'h02-legacy-two-get': [wait(4)],
  'h04-upgrade-legacy': [
    ({ kubesphere }) => {
      kubesphere.db().clusters.get('default')?.legacyConfigs.put('legacy-two', { 'proxy-body-size': '50m' })
    },
  ],
  // Eight seconds in the recording: the real operator takes longer to take over the Service.
  'h07-get-8s-after-upgrade': [wait(3)],
  'h24-get-6s-after-delete': [wait(6)],
  'h27-delete-upgraded-legacy': [wait(1)],
  'h30-final-list': [legacy('legacy-app'), wait(10)],
  // The log searches were recorded on a fresh cluster with two gateways, some minutes after they began.
  'l01-configz-logging': [
    ({ kubesphere }) => {
      kubesphere.db().platform.logging = 'on'
    },
    remove,
    wait(10),
    create('shop', { metadata: {}, spec: { ...spec(), deployment: { replicas: 3 } } }),
    enable,
    wait(1000),
  ],
  'l15-logs-elasticsearch-down': [
    ({ kubesphere }) => {
      kubesphere.db().platform.logging = 'down'
    },
  ],
}

/** What has to be asked differently of the mock, because names are made up by the server. */
export const changesFor = async (
  { name, request }: Recording,
  replay: Replay,
): Promise<{ path?: string; query?: Record<string, string>; body?: unknown }> => {
  const login = (username: string, password = 'P@88w0rd') => ({
    body: { grant_type: 'password', username, password, client_id: 'kubesphere', client_secret: 'kubesphere' },
  })
  if (OF_A_POD.test(name)) return { path: await ownPod(replay, request.path) }
  switch (name) {
    case 'a08-oauth-refresh-ok': {
      const token =
        replay.kubesphere
          .db()
          .tokens.keys()
          .find((key) => key.startsWith('mock-refresh-admin')) ?? ''
      return {
        body: {
          grant_type: 'refresh_token',
          refresh_token: token,
          client_id: 'kubesphere',
          client_secret: 'kubesphere',
        },
      }
    }
    case 'e03-pods-name-filter': {
      const { body } = await replay.send('admin', 'GET', `${GW}/namespaces/shop/gateways/x/pods?limit=1`)
      const items = at(body, 'items')
      const first = Array.isArray(items) ? text(at(items[0], 'metadata', 'name')) : ''
      return { query: { name: first.slice(-5) } }
    }
    // The recorded user was locked out on the way; the mock has one user for each case.
    case 'i40-login-after-12-failures-not-yet-locked':
      return login('regular', 'bad')
    case 'i41-login-good-password-not-yet-locked':
      return login('regular')
    case 'i42-login-disabled-user':
      return login('disabled')
    case 'i43-login-locked-out':
      return login('locked')
    default:
      return {}
  }
}
