import { describe, expect, test } from 'vitest'
import {
  wanting,
  rolling,
  deployment,
  allReady,
  made,
  starting,
  crashing,
  homeless,
  facts,
  applying,
} from '@/test/gateway-facts'
import { gatewayState, type GatewayFacts } from './gateway-status'

describe('what the Deployment says', () => {
  test.each<[string, Partial<GatewayFacts>, object]>([
    [
      'a rollout, 1 of 3 ready',
      {
        gateway: wanting(3),
        deployment: deployment(3, { replicas: 3, updatedReplicas: 3, readyReplicas: 1 }, rolling),
        pods: [starting],
      },
      applying('pods', 1, 3),
    ],
    [
      'a pod that has been there for a day and is not ready, long after the rollout',
      {
        gateway: wanting(3),
        deployment: deployment(3, { replicas: 3, updatedReplicas: 3, readyReplicas: 2 }),
        pods: [made('p-1', '2026-11-23T00:00:00Z', true), made('p-2', '2026-11-23T00:00:00Z', false)],
      },
      { kind: 'degraded', ready: 2, wanted: 3, message: null },
    ],
    [
      'a pod that was made a moment ago in the place of another',
      {
        gateway: wanting(3),
        deployment: deployment(3, { replicas: 3, updatedReplicas: 3, readyReplicas: 2 }),
        pods: [made('p-1', '2026-11-23T00:00:00Z', true), made('p-2', '2026-11-24T11:59:50Z', false)],
      },
      applying('pods', 2, 3),
    ],
    [
      'a pod that cannot even be made, the others ready',
      {
        gateway: wanting(3),
        deployment: deployment(3, { replicas: 2, updatedReplicas: 2, readyReplicas: 2 }),
        pods: [made('p-1', '2026-11-24T11:59:50Z', true), made('p-2', '2026-11-23T00:00:00Z', true)],
      },
      { kind: 'degraded', ready: 2, wanted: 3, message: null },
    ],
    [
      'the same right after a change: its pods are about to be made',
      {
        gateway: wanting(3),
        deployment: deployment(3, { replicas: 2, updatedReplicas: 2, readyReplicas: 2 }),
        pods: [made('p-1', '2026-11-23T00:00:00Z', true)],
        justWritten: true,
      },
      applying('pods', 2, 3),
    ],
    [
      'a rollout, pods not known',
      { gateway: wanting(3), deployment: deployment(3, { replicas: 3, updatedReplicas: 3, readyReplicas: 1 }) },
      applying('pods', 1, 3),
    ],
    [
      'all ready, but some of the version before',
      {
        gateway: wanting(2),
        deployment: deployment(2, { replicas: 2, updatedReplicas: 1, readyReplicas: 2 }, rolling),
      },
      applying('pods', 2, 2),
    ],
    [
      'a change its controller has not seen',
      { deployment: { ...allReady(1), metadata: { name: 'x', generation: 3 } } },
      applying('pods', 1, 1),
    ],
    ['the old count still asked for', { gateway: wanting(3), deployment: allReady(1) }, applying('pods', 1, 3)],
    [
      'scaled down, a surplus pod still there',
      { deployment: deployment(1, { replicas: 3, updatedReplicas: 3, readyReplicas: 3 }) },
      applying('pods', 3, 1),
    ],
    [
      'scaled to none, a pod still there',
      { gateway: wanting(0), deployment: deployment(0, { replicas: 1, updatedReplicas: 1, readyReplicas: 1 }) },
      applying('pods', 1, 0),
    ],
    ['stopped: zero counts are left out', { gateway: wanting(0), deployment: deployment(0, {}) }, { kind: 'stopped' }],
    [
      'a pod that keeps crashing',
      {
        gateway: wanting(2),
        deployment: deployment(2, { replicas: 2, updatedReplicas: 2, readyReplicas: 1 }, rolling),
        pods: [starting, crashing],
      },
      { kind: 'degraded', ready: 1, wanted: 2, message: 'p-crashing: CrashLoopBackOff' },
    ],
    [
      'a pod that finds no node',
      { deployment: deployment(1, { replicas: 1, updatedReplicas: 1 }, rolling), pods: [homeless] },
      { kind: 'degraded', ready: 0, wanted: 1, message: 'p-homeless: Unschedulable: 0/3 nodes are available' },
    ],
    [
      'a rollout that took too long, in the words of the Deployment',
      {
        deployment: deployment(
          1,
          { replicas: 1, updatedReplicas: 1 },
          { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'timed out' },
        ),
      },
      { kind: 'degraded', ready: 0, wanted: 1, message: 'timed out' },
    ],
    [
      'the same without words',
      {
        deployment: deployment(
          1,
          { replicas: 1 },
          { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' },
        ),
      },
      { kind: 'degraded', ready: 0, wanted: 1, message: 'ProgressDeadlineExceeded' },
    ],
    [
      'trouble of a pod tells more than the deadline',
      {
        deployment: deployment(
          1,
          { replicas: 1 },
          { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'timed out' },
        ),
        pods: [crashing],
      },
      { kind: 'degraded', ready: 0, wanted: 1, message: 'p-crashing: CrashLoopBackOff' },
    ],
    [
      'pods missing, and none on its way',
      { deployment: deployment(1, { replicas: 0 }), pods: [] },
      { kind: 'degraded', ready: 0, wanted: 1, message: null },
    ],
    ['no status at all', { deployment: { ...allReady(1), status: null } }, applying('pods', 0, 1)],
    ['pods before the Service', { deployment: deployment(1, {}, rolling), service: null }, applying('pods', 0, 1)],
  ])('%s', (_case, change, state) => {
    expect(gatewayState(facts(change))).toEqual(state)
  })
})
