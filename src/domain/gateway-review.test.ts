import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { diffGateways } from './gateway-diff'
import { effectsOf, reviewChanges } from './gateway-review'

const gateway = (spec: Gateway['spec'], annotations: Record<string, string> = {}): Gateway => ({
  metadata: { name: 'kubesphere-router-kubesphere-system', annotations },
  spec,
})

describe('reviewChanges', () => {
  test('is empty for what differs in nothing, and only then', () => {
    fc.assert(
      fc.property(arbitraryGateway, arbitraryGateway, (before, after) => {
        expect(reviewChanges(before, structuredClone(before))).toEqual([])
        if (diffGateways(before, after).length === 0) expect(reviewChanges(before, after)).toEqual([])
        else expect(reviewChanges(before, after).length).toBeGreaterThan(0)
      }),
    )
  })

  test('the options it tells make one config of the other', () => {
    const configOf = (any: Gateway) => new Map(Object.entries(any.spec.controller?.config ?? {}))
    fc.assert(
      fc.property(arbitraryGateway, arbitraryGateway, (before, after) => {
        const config = configOf(before)
        for (const change of reviewChanges(before, after)) {
          if (change.kind !== 'option') continue
          if (change.after === null) config.delete(change.key)
          else config.set(change.key, change.after)
        }
        expect(config).toEqual(configOf(after))
      }),
    )
  })

  test('says what the form knows in its words, and the rest by its path', () => {
    const before = gateway(
      {
        controller: { config: { a: '1', b: '1' } },
        deployment: { replicas: 1, annotations: { 'servicemesh.kubesphere.io/enabled': 'false' } },
        service: { type: 'NodePort' },
      },
      { 'kubesphere.io/annotations': '' },
    )
    const after = gateway(
      {
        controller: { config: { a: '2', c: '1' } },
        deployment: {
          replicas: 3,
          annotations: { 'servicemesh.kubesphere.io/enabled': 'true' },
          resources: { limits: { cpu: '1' } },
        },
        service: { type: 'LoadBalancer', annotations: { x: 'y' } },
      },
      { 'kubesphere.io/annotations': 'Aliyun ACK' },
    )
    expect(reviewChanges(before, after)).toEqual([
      { kind: 'provider', before: null, after: 'Aliyun ACK' },
      { kind: 'option', key: 'a', before: '1', after: '2' },
      { kind: 'option', key: 'b', before: '1', after: null },
      { kind: 'option', key: 'c', before: null, after: '1' },
      { kind: 'replicas', before: 1, after: 3 },
      { kind: 'tracing', after: true },
      { kind: 'other', path: 'spec.deployment.resources.limits.cpu', before: null, after: '"1"' },
      { kind: 'mode', before: 'NodePort', after: 'LoadBalancer' },
      { kind: 'annotation', key: 'x', before: null, after: 'y' },
    ])
  })

  test('a type that is left out is the load balancer the chart makes of it, not a change of mode', () => {
    expect(reviewChanges(gateway({ service: {} }), gateway({ service: { type: 'LoadBalancer' } }))).toEqual([
      { kind: 'other', path: 'spec.service.type', before: null, after: '"LoadBalancer"' },
    ])
  })
})

describe('effectsOf', () => {
  test.each([
    [{ kind: 'replicas', before: 2, after: 0 }, ['stops-traffic']],
    [{ kind: 'replicas', before: 0, after: 1 }, ['starts-traffic', 'no-redundancy']],
    [{ kind: 'replicas', before: 3, after: 2 }, ['fewer-pods']],
    [{ kind: 'replicas', before: 1, after: 2 }, []],
    [{ kind: 'option', key: 'a', before: '1', after: '2' }, ['reloads']],
    [{ kind: 'tracing', after: true }, ['restarts-pods']],
    [{ kind: 'mode', before: 'NodePort', after: 'LoadBalancer' }, ['gets-balancer']],
    [{ kind: 'mode', before: 'LoadBalancer', after: 'NodePort' }, ['loses-balancer']],
    [{ kind: 'other', path: 'spec.deployment.resources.limits.cpu', before: null, after: '"1"' }, ['restarts-pods']],
    [{ kind: 'other', path: 'spec.future', before: null, after: '1' }, []],
  ] as const)('%j', (change, effects) => {
    expect(effectsOf([change])).toEqual(effects)
  })

  test('annotations say nothing of their own beside a load balancer that comes', () => {
    expect(
      effectsOf([
        { kind: 'mode', before: 'NodePort', after: 'LoadBalancer' },
        { kind: 'annotation', key: 'x', before: null, after: 'y' },
      ]),
    ).toEqual(['gets-balancer'])
  })
})
