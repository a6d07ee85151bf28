import { expect, test } from 'vitest'
import type { Node } from '@/wire/workload'
import { isSchedulable } from './node'

const node = (spec: Node['spec'], ready = 'True'): Node => ({
  metadata: { name: 'n' },
  spec,
  status: { conditions: [{ type: 'Ready', status: ready }] },
})

test.each<[string, Node, boolean]>([
  ['a plain node', node({}), true],
  ['a node that says nothing', { metadata: { name: 'n' } }, true],
  ['a cordoned one', node({ unschedulable: true }), false],
  ['one that is not ready', node({}, 'False'), false],
  ['one nobody hears from', node({}, 'Unknown'), false],
  [
    'a master that keeps pods away',
    node({ taints: [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }] }),
    false,
  ],
  ['one that would rather not', node({ taints: [{ key: 'spot', effect: 'PreferNoSchedule' }] }), true],
  [
    'a ready one with a left-over taint (e51)',
    node({ taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] }),
    true,
  ],
])('%s', (_case, any, schedulable) => {
  expect(isSchedulable(any)).toBe(schedulable)
})
