import { describe, expect, test } from 'vitest'
import type { Pod } from '@/wire/workload'
import { containerWord, isPodReady, podWord, readyContainers, requestsOf, restartsOf } from './pod'

type Container = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]

const container = (change: Partial<Container> = {}): Container => ({
  name: 'controller',
  ready: true,
  restartCount: 0,
  state: { running: {} },
  ...change,
})
const pod = (containers: Container[], change: Partial<Pod> = {}): Pod => ({
  metadata: { name: 'p' },
  spec: { containers: [{ name: 'controller' }] },
  status: { phase: 'Running', containerStatuses: containers },
  ...change,
})
const waiting = (reason: string) => container({ ready: false, state: { waiting: { reason } } })

describe('podWord', () => {
  test.each<[string, Pod, string, string]>([
    ['a pod that takes traffic', pod([container()]), 'Running', 'success'],
    ['one whose probe fails', pod([container({ ready: false })]), 'NotReady', 'warning'],
    ['one that starts', pod([waiting('ContainerCreating')]), 'ContainerCreating', 'info'],
    ['one that crashes', pod([waiting('CrashLoopBackOff')]), 'CrashLoopBackOff', 'error'],
    [
      'one that ended',
      pod([container({ ready: false, state: { terminated: { reason: 'OOMKilled' } } })]),
      'OOMKilled',
      'error',
    ],
    [
      'one on its way out',
      pod([container()], { metadata: { name: 'p', deletionTimestamp: 'x' } }),
      'Terminating',
      'neutral',
    ],
    ['one nobody has looked at', pod([], { status: { phase: 'Pending' } }), 'Pending', 'info'],
    ['one without a status', pod([], { status: null }), 'Unknown', 'neutral'],
    [
      'one without a node',
      pod([], {
        status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] },
      }),
      'Unschedulable',
      'error',
    ],
  ])('%s', (_case, any, word, tone) => {
    expect(podWord(any)).toEqual({ word, tone })
  })
})

test('a container without a state is unknown', () => {
  expect([containerWord(null), containerWord(undefined), containerWord({})]).toEqual(['Unknown', 'Unknown', 'Unknown'])
})

test('readiness counts containers, and a pod on its way out takes no traffic', () => {
  expect(readyContainers(pod([container()]))).toEqual({ ready: 1, all: 1 })
  expect(isPodReady(pod([container()]))).toBe(true)
  expect(isPodReady(pod([]))).toBe(false)
  expect(isPodReady(pod([container()], { metadata: { name: 'p', deletionTimestamp: 'x' } }))).toBe(false)
})

test('restarts are summed, with the last reason and exit code where there are any', () => {
  const ended = container({ restartCount: 3, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } } })
  expect(restartsOf(pod([ended, container({ restartCount: 2 })]))).toEqual({
    count: 5,
    reason: 'OOMKilled',
    exitCode: 137,
  })
  expect(restartsOf(pod([container()]))).toEqual({ count: 0, reason: null, exitCode: null })
})

test('requests of all containers are added; what nobody asks for is not made up', () => {
  const asking = (requests: Record<string, string>) => ({ name: 'c', resources: { requests } })
  const two = { spec: { containers: [asking({ cpu: '100m', memory: '128Mi' }), asking({ cpu: '1' })] } }
  expect(requestsOf(pod([], two))).toEqual({ cpu: '1100m', memory: '128Mi' })
  expect(requestsOf(pod([]))).toEqual({ cpu: null, memory: null })
})
