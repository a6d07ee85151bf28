import { describe, expect, test } from 'vitest'
import type { Pod } from '@/wire/workload'
import { podTrouble, troubleOf } from './pod-trouble'

type Status = NonNullable<Pod['status']>
type Container = NonNullable<Status['containerStatuses']>[number]

const pod = (status: Status | null, metadata: Partial<Pod['metadata']> = {}): Pod => ({
  metadata: { name: 'kubesphere-router-shop-1', ...metadata },
  spec: { containers: [{ name: 'controller' }] },
  status,
})
const container = (state: Container['state'], ready = false): Container => ({
  name: 'controller',
  ready,
  restartCount: 0,
  state,
})
const scheduled = (status: string, reason?: string, message?: string): Status => ({
  phase: 'Pending',
  conditions: [
    { type: 'Ready', status: 'False', reason: 'ContainersNotReady' },
    { type: 'PodScheduled', status, ...(reason && { reason }), ...(message && { message }) },
  ],
})

describe('troubleOf', () => {
  test.each<[string, Pod, string | null]>([
    ['a running pod', pod({ phase: 'Running', containerStatuses: [container({ running: {} }, true)] }), null],
    ['a pod that nobody reported on', pod(null), null],
    ['a pod with empty parts', pod({ conditions: null, containerStatuses: null }), null],
    [
      'a pod that pulls its image',
      pod({ containerStatuses: [container({ waiting: { reason: 'ContainerCreating' } })] }),
      null,
    ],
    [
      'a pod that is being set up',
      pod({ containerStatuses: [container({ waiting: { reason: 'PodInitializing' } })] }),
      null,
    ],
    ['a container waiting for no reason', pod({ containerStatuses: [container({ waiting: {} })] }), null],
    ['a container without state', pod({ containerStatuses: [container(null)] }), null],
    ['a pod on its node', pod(scheduled('True')), null],
    [
      'a pod without a node',
      pod(scheduled('False', 'Unschedulable', '0/3 nodes are available')),
      'Unschedulable: 0/3 nodes are available',
    ],
    ['a pod without a node, no word why', pod(scheduled('False')), 'Unschedulable'],
    [
      'a container that keeps crashing',
      pod({ phase: 'Running', containerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } })] }),
      'CrashLoopBackOff',
    ],
    [
      'the second container is the broken one',
      pod({
        containerStatuses: [
          container({ running: {} }, true),
          container({ waiting: { reason: 'ImagePullBackOff', message: 'not found' } }),
        ],
      }),
      'ImagePullBackOff: not found',
    ],
    [
      'a container that just ended',
      pod({ containerStatuses: [container({ terminated: { reason: 'OOMKilled', exitCode: 137 } })] }),
      'OOMKilled',
    ],
    ['an evicted pod', pod({ phase: 'Failed', reason: 'Evicted', message: 'low on memory' }), 'Evicted: low on memory'],
    ['a failed pod, no word why', pod({ phase: 'Failed' }), 'Failed'],
  ])('%s', (_case, given, trouble) => {
    expect(troubleOf(given)).toBe(trouble)
  })

  test('a pod that is going away is no trouble, whatever its containers say', () => {
    const crashing = { containerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } })] }
    expect(troubleOf(pod(crashing, { deletionTimestamp: '2026-11-24T00:44:18Z' }))).toBeNull()
  })
})

describe('podTrouble', () => {
  test('the first pod in trouble is named', () => {
    const crashing = { containerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } })] }
    const pods = [pod({ phase: 'Running' }, { name: 'a' }), pod(crashing, { name: 'b' }), pod(crashing, { name: 'c' })]
    expect(podTrouble(pods)).toBe('b: CrashLoopBackOff')
  })

  test.each([[[]], [[pod({ phase: 'Running' })]]])('without trouble there is nothing to tell', (pods) => {
    expect(podTrouble(pods)).toBeNull()
  })
})
