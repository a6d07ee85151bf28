import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import type { Deployment } from '@/wire/workload'
import { toRows } from './gateway-row'

const deployed = [{ type: 'Deployed', status: 'True' }]
const gateway = (project: string, replicas: number, rest: Partial<Gateway> = {}): Gateway => ({
  metadata: { name: `kubesphere-router-${project}`, uid: project, resourceVersion: '1' },
  spec: { deployment: { replicas }, service: { type: 'NodePort' }, controller: { scope: { namespace: project } } },
  status: { conditions: deployed, service: [], loadBalancer: { ingress: [{ ip: '192.168.0.2' }] } },
  ...rest,
})
const deployment = (
  project: string,
  replicas: number,
  ready: number,
  reason = 'NewReplicaSetAvailable',
): Deployment => ({
  metadata: { name: `kubesphere-router-${project}` },
  spec: { replicas, template: {} },
  status: {
    readyReplicas: ready,
    updatedReplicas: ready,
    replicas,
    conditions: [{ type: 'Progressing', status: 'True', reason }],
  },
})
const known = (items: readonly Deployment[], ...names: readonly string[]) => ({
  names: names.map((name) => `kubesphere-router-${name}`),
  pages: [{ items }],
})

describe('the row of a gateway', () => {
  test('counts what is ready, and tells trouble from a start', () => {
    const rows = toRows(
      [gateway('a', 2), gateway('b', 3), gateway('c', 2), gateway('d', 0)],
      known(
        [
          deployment('a', 2, 2),
          deployment('b', 3, 2),
          deployment('c', 2, 1, 'ReplicaSetUpdated'),
          deployment('d', 0, 0),
        ],
        'a',
        'b',
        'c',
        'd',
      ),
    )
    expect(rows.map((row) => [row.project, row.ready, row.wanted, row.state?.kind])).toEqual([
      ['a', 2, 2, 'ready'],
      ['b', 2, 3, 'degraded'],
      ['c', 1, 2, 'applying'],
      ['d', 0, 0, 'stopped'],
    ])
  })

  test('of another page waits for its Deployment, and is never taken for one that has none', () => {
    const [before, after] = toRows([gateway('a', 1), gateway('b', 1)], known([deployment('a', 1, 1)], 'a'))
    expect(before?.state?.kind).toBe('ready')
    expect(after?.state).toBeNull()
    expect(after?.ready).toBeNull()
    expect(toRows([gateway('a', 1)], undefined)[0]?.state).toBeNull()
  })

  test('says that it is not known without the right to read Deployments', () => {
    const [row] = toRows([gateway('a', 1)], null)
    expect(row?.state).toEqual({ kind: 'unknown', why: 'rights' })
    expect(row?.ready).toBeNull()
  })

  test('of a legacy gateway, or one being removed, or of a foreign one says so', () => {
    const legacy = gateway('a', 1, { metadata: { name: 'kubesphere-router-a', creationTimestamp: null } })
    const leaving = gateway('b', 1)
    const foreign = gateway('c', 1)
    const rows = toRows(
      [
        legacy,
        { ...leaving, metadata: { ...leaving.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } },
        { ...foreign, metadata: { ...foreign.metadata, name: 'kubesphere-router-other' } },
      ],
      known([], 'a', 'b', 'other'),
    )
    expect(rows.map((row) => [row.isLegacy, row.isBeingRemoved, row.addressable, row.state?.kind])).toEqual([
      [true, false, 'a', 'unknown'],
      [false, true, 'b', 'removing'],
      [false, false, null, 'applying'],
    ])
  })
})
