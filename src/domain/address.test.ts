import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import type { LoadBalancerIngress, Service } from '@/wire/k8s'
import { arbitraryGateway } from '@/test/arbitrary-gateway'
import { gatewayExposure, toAddresses } from './address'

const service = (type: string, ingress?: LoadBalancerIngress[]): Service => ({
  metadata: { name: 'x' },
  spec: { type },
  status: { loadBalancer: ingress ? { ingress } : {} },
})
const gateway = (type: string, ingress?: LoadBalancerIngress[]): Gateway => ({
  metadata: { name: 'x' },
  spec: { service: { type } },
  status: { loadBalancer: ingress ? { ingress } : {}, service: [{ port: 80 }] },
})

describe('toAddresses', () => {
  test('never throws, and has one order whatever the order of the entries', () => {
    const entry = fc.oneof(
      fc.record({ ip: fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()) }),
      fc.record({ hostname: fc.oneof(fc.domain(), fc.string()) }),
      fc.constant({}),
    )
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(toAddresses(entries.toReversed())).toEqual(toAddresses(entries))
      }),
    )
  })

  test('IPv4 by number, then IPv6, then host names, each once', () => {
    const entries = [
      { hostname: 'lb.example.com' },
      { ip: '2001:db8::1' },
      { ip: '10.0.0.10' },
      { ip: '10.0.0.9' },
      { ip: '10.0.0.9' },
      { ip: '', hostname: 'a.example.com' },
    ]
    expect(toAddresses(entries).map((address) => address.value)).toEqual([
      '10.0.0.9',
      '10.0.0.10',
      '2001:db8::1',
      'a.example.com',
      'lb.example.com',
    ])
  })
})

describe('gatewayExposure', () => {
  test('never throws, whatever the gateway', () => {
    fc.assert(
      fc.property(
        arbitraryGateway,
        fc.constantFrom(undefined, null, service('NodePort'), service('Foo')),
        (any, of) => {
          expect(gatewayExposure(any, of).kind).toBeTypeOf('string')
        },
      ),
    )
  })

  const node = [{ ip: '192.168.100.2' }]
  const balanced = [{ hostname: 'lb.example.com' }]
  test.each([
    ['NodePort with node addresses', gateway('NodePort', node), service('NodePort'), 'known'],
    ['a load balancer without address', gateway('LoadBalancer'), service('LoadBalancer'), 'pending'],
    [
      'a load balancer with a host name only',
      gateway('LoadBalancer', balanced),
      service('LoadBalancer', balanced),
      'known',
    ],
    ['no Service yet', gateway('NodePort'), null, 'none'],
    ['the old type still in place', gateway('LoadBalancer', node), service('NodePort'), 'switching'],
    [
      'the new type in place, the read still with old addresses',
      gateway('LoadBalancer', node),
      service('LoadBalancer'),
      'pending',
    ],
    ['a Service that may not be read', gateway('NodePort', node), undefined, 'known'],
  ])('%s', (_case, of, made, kind) => {
    expect(gatewayExposure(of, made).kind).toBe(kind)
  })

  test.each([
    ['to a load balancer, its Service may not be read', gateway('LoadBalancer', node), undefined, 'switching'],
    ['to NodePort, its Service already new', gateway('NodePort', balanced), service('NodePort'), 'switching'],
    [
      'to a load balancer whose Service tells',
      gateway('LoadBalancer', node),
      service('LoadBalancer', balanced),
      'known',
    ],
  ])('a moment after a change of type %s', (_case, of, made, kind) => {
    expect(gatewayExposure(of, made, true).kind).toBe(kind)
  })
})
