import { describe, expect, test } from 'vitest'
import type { Event } from '@/wire/k8s'
import type { Deployment, Pod } from '@/wire/workload'
import { obstacles } from './stall'

const NOW = Date.parse('2026-11-25T00:10:00Z')
const deployment = (replicas: number, made: number, progressing = 'True'): Deployment => ({
  metadata: { name: 'gw' },
  spec: { replicas, template: {} },
  status: {
    replicas: made,
    conditions: [
      { type: 'Progressing', status: progressing, reason: 'ProgressDeadlineExceeded', message: 'timed out' },
    ],
  },
})
type State = NonNullable<NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state']>
const pod = (state: State, ready = false): Pod => ({
  metadata: { name: 'gw-1-a', creationTimestamp: '2026-11-25T00:09:00Z' },
  spec: { containers: [{ name: 'controller' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'controller', ready, restartCount: 0, state }] },
})
const warning = (name: string, reason: string, message: string): Event => ({
  metadata: { name: 'e' },
  involvedObject: { kind: 'Pod', name },
  type: 'Warning',
  reason,
  message,
})
const creating = { waiting: { reason: 'ContainerCreating' } }
const running = (startedAt: string) => ({ running: { startedAt } })

describe('obstacles', () => {
  test.each<[string, Deployment | null, Pod[], Event[], object[]]>([
    ['nothing while all is well', deployment(1, 1), [pod(running('2026-11-25T00:00:00Z'), true)], [], []],
    ['nothing while a pod has just started', deployment(1, 1), [pod(running('2026-11-25T00:09:50Z'))], [], []],
    [
      'a pod that cannot pull its image, in its own words',
      deployment(1, 1),
      [pod({ waiting: { reason: 'ImagePullBackOff', message: 'Back-off pulling' } })],
      [],
      [{ name: 'gw-1-a', reason: 'ImagePullBackOff', message: 'Back-off pulling' }],
    ],
    [
      'a pod that is not ready for long, in the words of the newest warning',
      deployment(1, 1),
      [pod(running('2026-11-25T00:00:00Z'))],
      [warning('gw-1-a', 'Unhealthy', 'probe failed')],
      [{ name: 'gw-1-a', reason: 'NotReady', message: 'probe failed' }],
    ],
    ...['FailedMount', 'FailedCreatePodSandBox'].map((reason): [string, Deployment, Pod[], Event[], object[]] => [
      `a pod whose containers cannot be made, as with ${reason}`,
      deployment(1, 1),
      [pod(creating)],
      [warning('gw-1-a', reason, 'it failed')],
      [{ name: 'gw-1-a', reason, message: 'it failed' }],
    ]),
    ['nothing while containers are being made and nobody warns', deployment(1, 1), [pod(creating)], [], []],
    [
      'nothing for a warning about a pod that was made just now',
      deployment(1, 1),
      [{ ...pod(creating), metadata: { name: 'gw-1-a', creationTimestamp: '2026-11-25T00:09:50Z' } }],
      [warning('gw-1-a', 'FailedMount', 'it failed')],
      [],
    ],
    [
      'pods that could not be made, as with a quota',
      deployment(3, 1),
      [],
      [warning('gw-1', 'FailedCreate', 'exceeded quota')],
      [{ name: 'gw-1', reason: 'FailedCreate', message: 'exceeded quota' }],
    ],
    [
      'a Deployment that gave up, when nothing else tells',
      deployment(1, 1, 'False'),
      [],
      [],
      [{ name: 'gw', reason: 'ProgressDeadlineExceeded', message: 'timed out' }],
    ],
    ['nothing without a Deployment', null, [], [], []],
  ])('%s', (_case, deployed, pods, events, found) => {
    expect(obstacles(deployed, pods, events, NOW)).toEqual(found)
  })
})
