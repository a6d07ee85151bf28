import { describe, expect, test } from 'vitest'
import type { Event } from '@/wire/k8s'
import { gatewayEvents, isAbout, newestWarning, seenAt } from './events'

const ref = { cluster: { name: 'default', prefixed: false }, project: 'dev' }
const event = (kind: string, name: string, change: Partial<Event> = {}): Event => ({
  metadata: { name: `${name}.1`, uid: `${kind}/${name}` },
  involvedObject: { kind, name },
  ...change,
})

describe('isAbout', () => {
  test.each([
    ['Gateway', 'kubesphere-router-dev', true],
    ['Service', 'kubesphere-router-dev', true],
    ['Nginx', 'kubesphere-router-dev-ingress', true],
    ['ReplicaSet', 'kubesphere-router-dev-766848cfc5', true],
    ['Pod', 'kubesphere-router-dev-766848cfc5-rj9fn', true],
    // Gateways of the projects dev-2 and dev-abc, whose names begin alike.
    ['Gateway', 'kubesphere-router-dev-2', false],
    ['Pod', 'kubesphere-router-dev-2-766848cfc5-rj9fn', false],
    ['ReplicaSet', 'kubesphere-router-dev-abc-766848cfc5', false],
    ['Nginx', 'kubesphere-router-dev-2-ingress', false],
    ['Pod', 'kubesphere-router-de', false],
    ['Node', 'kubesphere-router-dev-766848cfc5', false],
  ])('%s %s: %s', (kind, name, expected) => {
    expect(isAbout(event(kind, name), ref)).toBe(expected)
  })
})

test('events come newest first, each once, by whichever time they tell', () => {
  const own = 'kubesphere-router-dev'
  const old = event('Service', own, { firstTimestamp: '2026-01-01T00:00:00Z' })
  const mid = event('Gateway', own, { lastTimestamp: null, eventTime: '2026-01-02T00:00:00Z' })
  const late = event('Deployment', own, { lastTimestamp: '2026-01-03T00:00:00Z' })
  const silent = event('Nginx', `${own}-ingress`)
  expect(seenAt(silent)).toBeNull()
  expect(gatewayEvents(ref, [[old, late], [mid, late, silent], [event('Pod', 'other')]])).toEqual([
    late,
    mid,
    old,
    silent,
  ])
})

test('of events in the same second, the one that was written last comes first', () => {
  const at = (name: string, resourceVersion: string) =>
    event('Pod', 'kubesphere-router-dev-766848cfc5-rj9fn', {
      metadata: { name, uid: name, resourceVersion },
      lastTimestamp: '2026-01-01T00:00:00Z',
    })
  const names = gatewayEvents(ref, [[at('b', '99'), at('c', '100'), at('a', '98')]]).map((each) => each.metadata.name)
  expect(names).toEqual(['c', 'b', 'a'])
})

test('the newest warning is about that very object', () => {
  const warn = event('Pod', 'a', { type: 'Warning', message: 'new' })
  expect(
    newestWarning([event('Pod', 'a', { type: 'Normal' }), event('Pod', 'b', { type: 'Warning' }), warn], 'a'),
  ).toBe(warn)
  expect(newestWarning([], 'a')).toBeUndefined()
})
