import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import {
  creatorOf,
  gatewayName,
  gatewayPorts,
  gatewayProject,
  hasTracing,
  isBeingRemoved,
  isClusterGateway,
  isLegacy,
  nginxName,
  projectOf,
  providerOf,
  serviceType,
  wantedReplicas,
} from './gateway'

const gateway = (change: Partial<Gateway> = {}): Gateway => ({
  metadata: { name: 'kubesphere-router-dev', uid: 'u', resourceVersion: '1' },
  spec: {},
  ...change,
})
const named = (name: string) => gateway({ metadata: { name } })

describe('names', () => {
  test.each([
    ['the cluster gateway', null, 'kubesphere-router-kubesphere-system', 'kubesphere-system'],
    ['a project gateway', 'dev', 'kubesphere-router-dev', 'dev'],
    ['a project with a longer name', 'dev-2', 'kubesphere-router-dev-2', 'dev-2'],
  ])('%s', (_case, project, name, namespace) => {
    expect(gatewayName({ project })).toBe(name)
    expect(nginxName({ project })).toBe(`${name}-ingress`)
    expect(gatewayProject({ project })).toBe(namespace)
  })

  test.each([
    ['kubesphere-router-kubesphere-system', true],
    ['kubesphere-router-kubesphere-system-2', false],
    ['kubesphere-router-kubesphere', false],
    ['x-kubesphere-router-kubesphere-system', false],
    ['kubesphere-router-dev', false],
  ])('%s is the cluster gateway: %s', (name, is) => {
    expect(isClusterGateway(named(name))).toBe(is)
  })
})

describe('projectOf', () => {
  const scoped = (name: string, namespace: string | null) =>
    gateway({ metadata: { name }, spec: { controller: { scope: { enabled: true, namespace } } } })

  test.each<[string, Gateway, string | null]>([
    ['the scope names it', scoped('kubesphere-router-dev', 'dev'), 'dev'],
    ['`dev` is not `dev-2`', scoped('kubesphere-router-dev-2', 'dev-2'), 'dev-2'],
    ['without a scope the name tells', named('kubesphere-router-dev-2'), 'dev-2'],
    ['an empty scope counts as none', scoped('kubesphere-router-dev', ''), 'dev'],
    ['null parts count as none', gateway({ spec: { controller: null } }), 'dev'],
    ['the cluster gateway serves none', named('kubesphere-router-kubesphere-system'), null],
    ['the cluster gateway with an empty scope', scoped('kubesphere-router-kubesphere-system', ''), null],
  ])('%s', (_case, of, project) => {
    expect(projectOf(of)).toBe(project)
  })

  test('is what gatewayName was given', () => {
    const project = fc
      .stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/)
      .filter((name) => name !== 'kubesphere-system')
    fc.assert(
      fc.property(project, (name) => {
        expect(projectOf(named(gatewayName({ project: name })))).toBe(name)
      }),
    )
  })
})

describe('what a gateway tells of itself', () => {
  test.each([
    ['no identity at all', { creationTimestamp: null }, true],
    ['a uid only', { uid: 'u' }, false],
    ['a version only', { resourceVersion: '1' }, false],
    ['both', { uid: 'u', resourceVersion: '1' }, false],
  ])('%s: legacy %s', (_case, identity, legacy) => {
    expect(isLegacy(gateway({ metadata: { name: 'kubesphere-router-dev', ...identity } }))).toBe(legacy)
  })

  test.each([
    [undefined, false],
    [null, false],
    ['2026-11-24T00:52:41Z', true],
  ])('with deletionTimestamp %s it is being removed: %s', (deletionTimestamp, removed) => {
    const metadata = { name: 'x', ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }) }
    expect(isBeingRemoved(gateway({ metadata }))).toBe(removed)
  })

  test.each([
    ['no annotations', undefined, null, null],
    ['null annotations', null, null, null],
    ['empty values', { 'kubesphere.io/creator': '', 'kubesphere.io/annotations': '' }, null, null],
    [
      'both there',
      { 'kubesphere.io/creator': 'admin', 'kubesphere.io/annotations': 'Aliyun ACK' },
      'admin',
      'Aliyun ACK',
    ],
  ])('creator and provider: %s', (_case, annotations, creator, provider) => {
    const of = gateway({ metadata: { name: 'x', ...(annotations === undefined ? {} : { annotations }) } })
    expect([creatorOf(of), providerOf(of)]).toEqual([creator, provider])
  })

  test.each<[string, Gateway['spec'], number, string, boolean]>([
    ['an empty spec is what the chart makes of it', {}, 1, 'LoadBalancer', false],
    ['null parts too', { controller: null, deployment: null, service: null }, 1, 'LoadBalancer', false],
    [
      'null values too',
      { deployment: { replicas: null, annotations: null }, service: { type: null } },
      1,
      'LoadBalancer',
      false,
    ],
    ['an empty type too', { service: { type: '' } }, 1, 'LoadBalancer', false],
    ['zero replicas are zero', { deployment: { replicas: 0 } }, 0, 'LoadBalancer', false],
    ['replicas of the controller do not count', { controller: { replicas: 5 } }, 1, 'LoadBalancer', false],
    ['a type the console does not offer stays', { service: { type: 'Foo' } }, 1, 'Foo', false],
    [
      'tracing is the text "true"',
      { deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'true' } }, service: { type: 'NodePort' } },
      1,
      'NodePort',
      true,
    ],
    [
      'and off for "false"',
      { deployment: { annotations: { 'servicemesh.kubesphere.io/enabled': 'false' } } },
      1,
      'LoadBalancer',
      false,
    ],
    [
      'the same annotation at the service does not count (legacy gateways have it there)',
      { service: { annotations: { 'servicemesh.kubesphere.io/enabled': 'true' } } },
      1,
      'LoadBalancer',
      false,
    ],
  ])('%s', (_case, spec, replicas, type, tracing) => {
    const of = gateway({ spec })
    expect([wantedReplicas(of), serviceType(of), hasTracing(of)]).toEqual([replicas, type, tracing])
  })
})

describe('gatewayPorts', () => {
  test.each<[string, Partial<Gateway>, number[]]>([
    ['no status', {}, []],
    ['status null, right after a create', { status: null }, []],
    ['no Service yet', { status: { service: null } }, []],
    [
      'lowest first, by number',
      { status: { service: [{ port: 8080 }, { port: 443 }, { port: 80 }] } },
      [80, 443, 8080],
    ],
  ])('%s', (_case, change, ports) => {
    expect(gatewayPorts(gateway(change)).map((one) => one.port)).toEqual(ports)
  })

  test('the given object keeps its order', () => {
    const of = gateway({ status: { service: [{ port: 443 }, { port: 80 }] } })
    gatewayPorts(of)
    expect(of.status?.service).toEqual([{ port: 443 }, { port: 80 }])
  })
})

test('nothing throws, whatever the gateway', () => {
  fc.assert(
    fc.property(arbitraryGateway, (any) => {
      expect(isClusterGateway(any) ? projectOf(any) === null : typeof projectOf(any) === 'string').toBe(true)
      expect(creatorOf(any)).not.toBe('')
      expect(providerOf(any)).not.toBe('')
      expect(serviceType(any)).not.toBe('')
      expect(wantedReplicas(any)).toBeTypeOf('number')
      expect([isLegacy(any), isBeingRemoved(any), hasTracing(any)].every((fact) => typeof fact === 'boolean')).toBe(
        true,
      )
      const ports = gatewayPorts(any).map((one) => one.port)
      expect(ports).toEqual(ports.toSorted((a, b) => a - b))
    }),
  )
})
