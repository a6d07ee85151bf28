import { describe, expect, test } from 'vitest'
import { clientOf, CLUSTER, dig, gatewayBody, GW, listAt, RAW } from '@mocks/test-client'

const KUBE = '/api/v1/namespaces/kubesphere-controls-system'
const MERGE = { 'Content-Type': 'application/merge-patch+json' }

describe('paths', () => {
  test.each([
    ['/kapis/monitoring.kubesphere.io/v1alpha3/cluster', 501],
    ['/apis/batch/v1/jobs', 501],
    [`${GW}/nope`, 404],
    ['/kapis/nope.kubesphere.io/v1/things', 404],
    ['/apis/clusters/host/gateway.kubesphere.io/v1alpha1/gateways', 404],
    ['/api/clusters/host/v1/namespaces/shop', 404],
  ])('%s answers %i', async (path, status) => {
    const client = await clientOf()
    const got = await client.send('GET', path)
    expect(got.status).toBe(status)
    if (status === 501) expect(got.body).toBe(`mock: GET ${path} is not implemented\n`)
  })
})

describe('several clusters', () => {
  test('each have their own gateways below their own prefix', async () => {
    const client = await clientOf({ scenario: 'multicluster' })
    const clusters = await client.get('/kapis/tenant.kubesphere.io/v1alpha2/clusters?sortBy=name&ascending=true')
    expect(listAt(clusters, 'items').map((each) => dig(each, 'metadata', 'name'))).toEqual([
      'host',
      'member-east',
      'member-west',
    ])
    const type = async (prefix: string) =>
      dig(
        await client.get(`/kapis${prefix}/gateway.kubesphere.io/v1alpha1/gateways`),
        'items',
        0,
        'spec',
        'service',
        'type',
      )
    expect(await type('')).toBe('NodePort')
    expect(await type('/clusters/host')).toBe('NodePort')
    expect(await type('/clusters/member-east')).toBe('LoadBalancer')
    expect((await client.send('GET', '/kapis/clusters/nowhere/gateway.kubesphere.io/v1alpha1/gateways')).status).toBe(
      404,
    )
    const object = `/apis/clusters/member-east/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways/${CLUSTER}`
    expect((await client.send('DELETE', object)).status).toBe(200)
    client.wait(3)
    expect((await client.send('GET', object)).status).toBe(404)
    expect(await type('/clusters/host')).toBe('NodePort')
  })
})

describe('RAW writes', () => {
  test('dryRun=All checks and stores nothing', async () => {
    const client = await clientOf({ pace: 0 })
    const dry = `${RAW}/gateways?dryRun=All`
    expect((await client.send('POST', dry, gatewayBody())).status).toBe(201)
    const bad = gatewayBody({ deployment: { replicas: 'x' } })
    expect((await client.send('POST', dry, bad)).body).toMatchObject({
      code: 422,
      message: `Gateway.gateway.kubesphere.io "${CLUSTER}" is invalid: spec.deployment.replicas: Invalid value: "string": spec.deployment.replicas in body must be of type integer: "string"`,
    })
    expect(await client.get(`${GW}/namespaces/kubesphere-system/gateways`)).toBeNull()
    await client.send('POST', `${RAW}/gateways`, gatewayBody())
    const patched = await client.send(
      'PATCH',
      `${RAW}/gateways/${CLUSTER}?dryRun=All`,
      { spec: { deployment: { replicas: 9 } } },
      MERGE,
    )
    expect(dig(patched.body, 'spec', 'deployment', 'replicas')).toBe(9)
    expect(dig(await client.get(`${RAW}/gateways/${CLUSTER}`), 'spec', 'deployment', 'replicas')).toBe(1)
  })

  test('keep what kapis does not know and does not show', async () => {
    const client = await clientOf({ pace: 0 })
    const body = gatewayBody({ controller: { replicas: 1, config: {}, fromTheFuture: { a: 1 } } })
    await client.send('POST', `${RAW}/gateways`, body)
    expect(dig(await client.get(`${RAW}/gateways/${CLUSTER}`), 'spec', 'controller')).toEqual({
      replicas: 1,
      config: {},
      fromTheFuture: { a: 1 },
    })
    const typed = await client.get(`${GW}/namespaces/kubesphere-system/gateways`)
    expect(dig(typed, 0, 'spec', 'controller')).toEqual({ replicas: 1, scope: {} })
  })

  test('know a gateway that is gone by its uid', async () => {
    const client = await clientOf({ scenario: 'nodeport' })
    const before = await client.get(`${RAW}/gateways/${CLUSTER}`)
    await client.send('DELETE', `${RAW}/gateways/${CLUSTER}`)
    client.wait(3)
    expect((await client.send('PUT', `${RAW}/gateways/${CLUSTER}`, before)).status).toBe(409)
  })
})

describe('routes of projects', () => {
  const ROUTES = '/apis/networking.k8s.io/v1/namespaces/shop/ingresses'

  test('can be told to go through the service mesh', async () => {
    const client = await clientOf()
    const patch = { metadata: { annotations: { 'nginx.ingress.kubernetes.io/service-upstream': 'true' } } }
    const patched = await client.send('PATCH', `${ROUTES}/storefront`, patch, MERGE)
    expect(dig(patched.body, 'metadata', 'annotations')).toEqual(patch.metadata.annotations)
    expect(dig(await client.get(`${ROUTES}/storefront`), 'metadata', 'annotations')).toEqual(patch.metadata.annotations)
    await client.signIn('projectviewer')
    expect((await client.send('PATCH', `${ROUTES}/storefront`, patch, MERGE)).status).toBe(403)
    await client.signIn('projectadmin')
    expect((await client.send('PATCH', `${ROUTES}/storefront`, patch, MERGE)).status).toBe(200)
  })

  describe('take a merge patch', () => {
    const KEY = 'nginx.ingress.kubernetes.io/service-upstream'
    const annotate = (value: unknown, more: object = {}) => ({ metadata: { annotations: { [KEY]: value }, ...more } })

    test('that is made from the newest version, or from none', async () => {
      const client = await clientOf()
      const before = await client.get(`${ROUTES}/storefront`)
      const resourceVersion = dig(before, 'metadata', 'resourceVersion')
      const first = await client.send('PATCH', `${ROUTES}/storefront`, annotate('true', { resourceVersion }), MERGE)
      expect(first.status).toBe(200)
      const stale = await client.send('PATCH', `${ROUTES}/storefront`, annotate('false', { resourceVersion }), MERGE)
      expect(stale.body).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on ingresses.networking.k8s.io "storefront": the object has been modified; please apply your changes to the latest version and try again',
      })
      expect(dig(await client.get(`${ROUTES}/storefront`), 'metadata', 'annotations', KEY)).toBe('true')
      expect((await client.send('PATCH', `${ROUTES}/storefront`, annotate('x', { uid: 'gone' }), MERGE)).status).toBe(
        409,
      )
    })

    test('that takes a key out, and leaves the others, the spec and the generation', async () => {
      const client = await clientOf()
      const other = { metadata: { annotations: { 'example.com/kept': 'yes' } } }
      await client.send('PATCH', `${ROUTES}/checkout`, other, MERGE)
      const before = await client.get(`${ROUTES}/checkout`)
      const { body } = await client.send('PATCH', `${ROUTES}/checkout`, annotate(null), MERGE)
      expect(dig(body, 'metadata', 'annotations')).toEqual(other.metadata.annotations)
      expect(dig(body, 'spec')).toEqual(dig(before, 'spec'))
      expect(dig(body, 'metadata', 'generation')).toBe(dig(before, 'metadata', 'generation'))
      expect(dig(body, 'metadata', 'resourceVersion')).not.toBe(dig(before, 'metadata', 'resourceVersion'))
      const again = await client.send('PATCH', `${ROUTES}/checkout`, annotate(null), MERGE)
      expect(dig(again.body, 'metadata', 'resourceVersion')).toBe(dig(body, 'metadata', 'resourceVersion'))
    })

    test('and refuse what is no text, no merge patch, or for nothing', async () => {
      const client = await clientOf()
      const wrong = await client.send('PATCH', `${ROUTES}/storefront`, annotate(true), MERGE)
      expect(wrong.body).toMatchObject({ code: 422, reason: 'Invalid' })
      expect(dig(wrong.body, 'message')).toContain('cannot unmarshal bool into Go struct field ObjectMeta.metadata')
      expect((await client.send('PATCH', `${ROUTES}/storefront`, annotate('true'))).status).toBe(415)
      const json = { 'Content-Type': 'application/json-patch+json' }
      expect((await client.send('PATCH', `${ROUTES}/storefront`, annotate('true'), json)).status).toBe(501)
      expect((await client.send('PATCH', `${ROUTES}/nothing`, annotate('true'), MERGE)).status).toBe(404)
      const dry = await client.send('PATCH', `${ROUTES}/storefront?dryRun=All`, annotate('true'), MERGE)
      expect(dig(dry.body, 'metadata', 'annotations', KEY)).toBe('true')
      expect(dig(await client.get(`${ROUTES}/storefront`), 'metadata', 'annotations')).not.toHaveProperty([KEY])
    })
  })

  test('are listed for the cluster, by name', async () => {
    const client = await clientOf()
    const list = await client.get('/kapis/resources.kubesphere.io/v1alpha3/ingresses?name=preview&limit=1')
    expect(list).toMatchObject({ totalItems: 2 })
    expect(listAt(await client.get('/apis/networking.k8s.io/v1/ingresses'), 'items')).toHaveLength(9)
  })
})

describe('lists of the API server', () => {
  test('are cut and continued', async () => {
    const client = await clientOf({ scenario: 'degraded' })
    const first = await client.get(`${KUBE}/events?limit=3`)
    const all = listAt(await client.get(`${KUBE}/events`), 'items')
    expect(dig(first, 'metadata', 'remainingItemCount')).toBe(all.length - 3)
    const token = encodeURIComponent(String(dig(first, 'metadata', 'continue')))
    const rest = await client.get(`${KUBE}/events?continue=${token}`)
    expect([...listAt(first, 'items'), ...listAt(rest, 'items')]).toEqual(all)
  })

  test('know selectors', async () => {
    const client = await clientOf({ scenario: 'degraded' })
    const label = encodeURIComponent(`app.kubernetes.io/instance=${CLUSTER}-ingress`)
    expect(listAt(await client.get(`${KUBE}/pods?labelSelector=${label}`), 'items')).toHaveLength(3)
    const warnings = await client.get(`${KUBE}/events?fieldSelector=involvedObject.kind=Pod,type!=Normal`)
    expect(new Set(listAt(warnings, 'items').map((event) => dig(event, 'reason')))).toEqual(
      new Set(['FailedScheduling', 'Unhealthy', 'BackOff']),
    )
  })
})

describe('rights', () => {
  test('decide what one learns about oneself and others', async () => {
    const client = await clientOf({ scenario: 'nodeport' }, 'clusterviewer')
    const iam = '/kapis/iam.kubesphere.io/v1alpha2'
    const roles = await client.get(`${iam}/clustermembers/clusterviewer/clusterroles`)
    expect(dig(roles, 0, 'rules', 0)).toEqual({ verbs: ['get', 'list', 'watch'], apiGroups: ['*'], resources: ['*'] })
    expect((await client.send('GET', `${iam}/users/admin`)).status).toBe(403)
    expect(dig(await client.get(`${iam}/users/clusterviewer/globalroles`), 0, 'metadata', 'name')).toBe(
      'platform-regular',
    )
    await client.signIn('admin')
    expect(await client.get(`${iam}/clustermembers/admin/clusterroles`)).toEqual([])
    expect(dig(await client.get(`${iam}/users/admin`), 'password')).toBeUndefined()
  })

  test('a first password can be changed', async () => {
    const client = await clientOf({}, 'fresh')
    const user = '/kapis/iam.kubesphere.io/v1alpha2/users/fresh'
    const mark = async () => dig(await client.get(user), 'metadata', 'annotations', 'iam.kubesphere.io/uninitialized')
    expect(await mark()).toBe('true')
    const change = (currentPassword: string) =>
      client.send('PUT', `${user}/password`, { currentPassword, password: 'N3w-P@ss' })
    expect((await change('wrong')).status).toBe(400)
    expect((await change('P@88w0rd')).status).toBe(200)
    expect(await mark()).toBeUndefined()
  })
})
