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

/** A list that was just read, with what a watch told meanwhile of the pods in it. */
export function withNewer(page: PodPage, known: PodPage | undefined): PodPage {
  const newer = (known?.items ?? []).filter((pod) =>
    page.items?.some((item) => isSame(item, pod) && isOlder(item, pod)),
  )
  return newer.reduce(upsertPod, page)
}
