import { describe, expect, test } from 'vitest'
import type { Pod, PodPage } from '@/wire/workload'
import { upsertPod, withoutPod, withTold, type ToldPods } from './pod-page'

const pod = (name: string, resourceVersion: string, uid = name): Pod => ({
  metadata: { name, uid, resourceVersion },
  spec: { containers: [] },
})
const page = (...items: Pod[]): PodPage => ({ items, totalItems: items.length })
const shown = ({ items, totalItems }: PodPage) => [
  ...(items ?? []).map(({ metadata }) => `${metadata.name}@${metadata.resourceVersion ?? ''}`),
  totalItems,
]

describe('upsertPod', () => {
  test.each<[string, PodPage, Pod, (string | number)[]]>([
    ['a new pod comes first', page(pod('a', '1')), pod('b', '2'), ['b@2', 'a@1', 2]],
    ['a known one keeps its place', page(pod('a', '1'), pod('b', '2')), pod('b', '3'), ['a@1', 'b@3', 2]],
    ['what is older is not believed', page(pod('a', '9')), pod('a', '10'), ['a@10', 1]],
    ['what is known newer stays', page(pod('a', '10')), pod('a', '9'), ['a@10', 1]],
    ['another pod of the same name is another', page(pod('a', '1')), pod('a', '5', 'other'), ['a@5', 'a@1', 2]],
    ['into a list that was null', { items: null, totalItems: 0 }, pod('a', '1'), ['a@1', 1]],
  ])('%s', (_case, known, arrived, result) => {
    expect(shown(upsertPod(known, arrived))).toEqual(result)
  })
})

test('a pod that went is gone from list and total, and an unknown one changes nothing', () => {
  const known = page(pod('a', '1'), pod('b', '2'))
  expect(shown(withoutPod(known, pod('a', '7')))).toEqual(['b@2', 1])
  expect(withoutPod(known, pod('z', '7'))).toBe(known)
})

describe('a list that was read while a watch told', () => {
  const told = (pods: Record<string, Pod | null>): ToldPods => new Map(Object.entries(pods))
  const made = pod('c', '9')
  test.each<[string, PodPage, ToldPods, ToldPods, (string | number)[]]>([
    ['keeps what is newer in it', page(pod('a', '5')), told({ a: pod('a', '8') }), told({}), ['a@8', 1]],
    ['does not put back what is gone', page(pod('a', '5'), pod('b', '6')), told({ a: null }), told({}), ['b@6', 1]],
    ['nor later, when it is behind', page(pod('a', '5')), told({ a: null }), told({ a: null }), [0]],
    ['has what was made meanwhile', page(pod('a', '5')), told({ c: made }), told({}), ['c@9', 'a@5', 2]],
    ['drops what went unseen', page(pod('a', '5')), told({ c: made }), told({ c: made }), ['a@5', 1]],
    ['is newer than what was told', page(pod('c', '10')), told({ c: made }), told({ c: made }), ['c@10', 1]],
    ['stays as it is when nothing was told', page(pod('a', '5')), told({}), told({}), ['a@5', 1]],
    ['was null', { items: null, totalItems: 0 }, told({ a: null, c: made }), told({}), ['c@9', 1]],
  ])('%s', (_case, read, now, before, result) => {
    expect(shown(withTold(read, now, before))).toEqual(result)
  })
})
