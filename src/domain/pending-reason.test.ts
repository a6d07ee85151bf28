import { expect, test } from 'vitest'
import type { Condition, Event, Service } from '@/wire/k8s'
import { pendingReason, type PendingReason } from './pending-reason'

const service = (...conditions: Condition[]): Service => ({
  metadata: { name: 'gw' },
  spec: { type: 'LoadBalancer' },
  status: { loadBalancer: {}, conditions },
})
const condition = (type: string, status: string, message: string, lastTransitionTime?: string): Condition => ({
  type,
  status,
  reason: 'NoPool',
  message,
  ...(lastTransitionTime === undefined ? {} : { lastTransitionTime }),
})
const event = (message: string, change: Partial<Event>): Event => ({
  metadata: { name: 'e' },
  involvedObject: { kind: 'Service', name: 'gw' },
  type: 'Warning',
  reason: 'SyncFailed',
  message,
  ...change,
})
const first = '2026-11-25T00:00:01Z'
const second = '2026-11-25T00:00:02Z'
const third = '2026-11-25T00:00:03Z'

test.each<[string, Service | null | undefined, Event[], PendingReason | null]>([
  ['nobody tells', service(), [], null],
  ['the Service is not known', undefined, [], null],
  ['there is none', null, [], null],
  ['a warning', service(), [event('quota', { lastTimestamp: first })], { reason: 'SyncFailed', message: 'quota' }],
  [
    'the newest warning, by whichever time it tells',
    service(),
    [
      event('middle', { lastTimestamp: second }),
      event('newest', { lastTimestamp: null, eventTime: third }),
      event('oldest', { firstTimestamp: first }),
    ],
    { reason: 'SyncFailed', message: 'newest' },
  ],
  [
    'not what is no warning, nor one about something else',
    service(),
    [
      event('normal', { type: 'Normal', lastTimestamp: first }),
      event('a pod', { involvedObject: { kind: 'Pod', name: 'gw' }, lastTimestamp: first }),
    ],
    null,
  ],
  [
    'a condition before any warning, since it holds now',
    service(condition('example.com/Provisioned', 'False', 'no address left', first)),
    [event('quota', { lastTimestamp: third })],
    { reason: 'NoPool', message: 'no address left' },
  ],
  [
    'the condition that changed last',
    service(condition('A', 'False', 'old', first), condition('B', 'False', 'new', second), condition('C', 'False', '')),
    [],
    { reason: 'NoPool', message: 'new' },
  ],
  [
    'a condition named after the failure',
    service(condition('LoadBalancerPortsError', 'True', 'mixed protocols', first)),
    [],
    { reason: 'NoPool', message: 'mixed protocols' },
  ],
  [
    'not what is well',
    service(condition('Provisioned', 'True', 'fine', first), condition('LoadBalancerPortsError', 'False', 'fine')),
    [],
    null,
  ],
  [
    'a condition that says nothing leaves the word to the warning',
    service({ type: 'Provisioned', status: 'False' }),
    [event('quota', {})],
    { reason: 'SyncFailed', message: 'quota' },
  ],
])('%s', (_case, known, events, why) => {
  expect(pendingReason(known, events)).toEqual(why)
})
