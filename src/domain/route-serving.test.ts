import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import type { Ingress, Service } from '@/wire/k8s'
import { toAddresses } from './address'
import { servedBy, servedRoutes, servingPoint, type ServedBy, type ServingPoint } from './route-serving'

const nodePort: ServingPoint = { type: 'NodePort', addresses: new Set(['10.96.1.1']) }
const otherNodePort: ServingPoint = { type: 'NodePort', addresses: new Set(['10.96.2.2']) }
const balanced: ServingPoint = { type: 'LoadBalancer', addresses: new Set(['203.0.113.7', 'lb.example.com']) }
const otherBalanced: ServingPoint = { type: 'LoadBalancer', addresses: new Set(['203.0.113.8']) }
const at = (...values: readonly string[]) =>
  toAddresses(values.map((value) => (/^[\d.]+$/.test(value) ? { ip: value } : { hostname: value })))

describe('who serves a route', () => {
  test.each<[string, readonly string[], ServingPoint, ServingPoint, ServedBy]>([
    ['no address', [], nodePort, balanced, 'nobody'],
    ["the cluster's load balancer", ['203.0.113.7'], balanced, nodePort, 'cluster'],
    ["the project's load balancer, by host name", ['lb.example.com'], nodePort, balanced, 'project'],
    ['a node, and only the project uses node ports', ['192.168.0.4'], balanced, nodePort, 'project'],
    ['a node, and only the cluster uses node ports', ['192.168.0.4'], nodePort, balanced, 'cluster'],
    ['a node, and both use node ports', ['192.168.0.4'], nodePort, otherNodePort, 'either'],
    ['the cluster IP of one of two node port gateways', ['10.96.2.2'], nodePort, otherNodePort, 'project'],
    ['an address of neither load balancer', ['198.51.100.1'], balanced, otherBalanced, 'other'],
    ['addresses of both', ['203.0.113.7', '203.0.113.8'], balanced, otherBalanced, 'either'],
  ])('%s', (_case, addresses, cluster, project, by) => {
    expect(servedBy(at(...addresses), { cluster, project })).toBe(by)
  })
})

describe('the serving point of a gateway', () => {
  const gateway = (type: string, ip: string): Gateway => ({
    metadata: { name: 'kubesphere-router-shop' },
    spec: { service: { type } },
    status: { loadBalancer: { ingress: [{ ip }] }, service: [] },
  })
  const service = (type: string, ip?: string): Service => ({
    metadata: { name: 'kubesphere-router-shop' },
    spec: { type, clusterIP: '10.96.1.1' },
    status: { loadBalancer: ip === undefined ? {} : { ingress: [{ ip }] } },
  })

  test('node addresses, which the server shows for NodePort, are not its own', () => {
    expect(servingPoint(gateway('NodePort', '192.168.0.2'), undefined)).toEqual({
      type: 'NodePort',
      addresses: new Set(),
    })
    expect(servingPoint(gateway('NodePort', '192.168.0.2'), service('NodePort'))).toEqual({
      type: 'NodePort',
      addresses: new Set(['10.96.1.1']),
    })
  })

  test('the Service is right while the Gateway still shows the addresses of the old type', () => {
    expect(servingPoint(gateway('LoadBalancer', '192.168.0.2'), service('NodePort')).type).toBe('NodePort')
    expect([
      ...servingPoint(gateway('LoadBalancer', '192.168.0.2'), service('LoadBalancer', '203.0.113.7')).addresses,
    ]).toEqual(['203.0.113.7', '10.96.1.1'])
  })

  test('without the right to read Services the Gateway tells', () => {
    expect(servingPoint(gateway('LoadBalancer', '203.0.113.7'), undefined).addresses).toEqual(new Set(['203.0.113.7']))
  })
})

test('only routes of projects with both kinds are listed', () => {
  const ingress = (namespace: string, name: string, ip?: string): Ingress => ({
    metadata: { namespace, name },
    spec: { rules: [{ host: `${name}.example.com` }] },
    status: { loadBalancer: ip === undefined ? {} : { ingress: [{ ip }] } },
  })
  const all = [ingress('dev', 'a', '203.0.113.7'), ingress('dev-2', 'b', '203.0.113.7'), ingress('dev', 'c')]
  const served = servedRoutes(all, nodePort, new Map([['dev', balanced]]))
  expect(served.map(({ route, by }) => [route.name, by])).toEqual([
    ['a', 'project'],
    ['c', 'nobody'],
  ])
})
