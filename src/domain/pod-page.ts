import type { Pod, PodPage } from '@/wire/workload'
import { isOlder } from './version'

const isSame = (a: Pod, b: Pod) =>
  a.metadata.uid === undefined ? a.metadata.name === b.metadata.name : a.metadata.uid === b.metadata.uid

/** The list with a pod as it is now: in its place, or first when it is new. What is known newer stays. */
export function upsertPod(page: PodPage, pod: Pod): PodPage {
  const items = page.items ?? []
  const known = items.find((item) => isSame(item, pod))
  if (known === undefined) return { ...page, items: [pod, ...items], totalItems: page.totalItems + 1 }
  if (isOlder(pod, known)) return page
  return { ...page, items: items.map((item) => (item === known ? pod : item)) }
}

/** The list without a pod that is gone. */
export function withoutPod(page: PodPage, pod: Pod): PodPage {
  const items = (page.items ?? []).filter((item) => !isSame(item, pod))
  const gone = (page.items ?? []).length - items.length
  return gone === 0 ? page : { ...page, items, totalItems: page.totalItems - gone }
}

/** What a watch told of pods, by uid: each as it is now, or null when it is gone; a uid never comes back. */
export type ToldPods = ReadonlyMap<string, Pod | null>

/**
 * A list that was just read, with what a watch told (`told`), and had told when the reading began (`before`): what is
 * gone stays gone, what is newer stays, and what was made meanwhile is in it. A pod that was told earlier and is not in
 * the list went while nobody watched.
 */
export function withTold(page: PodPage, told: ToldPods, before: ToldPods): PodPage {
  let now = page
  for (const [uid, pod] of told) {
    const listed = page.items?.find((item) => item.metadata.uid === uid)
    if (pod === null) now = listed ? withoutPod(now, listed) : now
    else if (listed || before.get(uid) !== pod) now = upsertPod(now, pod)
  }
  return now
}
