import { describe, expect, test } from 'vitest'
import type { Pod, PodPage } from '@/wire/workload'
import { upsertPod, withNewer, withoutPod } from './pod-page'

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

test('a list that was overtaken by a watch keeps what the watch told, and drops what it no longer holds', () => {
  const known = page(pod('a', '8'), pod('b', '2'), pod('gone', '3'))
  expect(shown(withNewer(page(pod('a', '5'), pod('b', '4'), pod('c', '6')), known))).toEqual(['a@8', 'b@4', 'c@6', 3])
  expect(shown(withNewer(page(pod('a', '5')), undefined))).toEqual(['a@5', 1])
})
