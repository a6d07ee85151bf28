import type { KubeObject } from './records'
import { json } from './replies'
import { matchesFields, matchesLabels } from './selectors'

/** Lists of `/api` and `/apis`: ordered by name, cut with `limit` and continued with a token. */

const firstOf = (token: string | null): string => {
  try {
    return token ? atob(token) : ''
  } catch {
    return ''
  }
}

/** What a list says about itself besides its items. */
export interface ListKind {
  kind: string
  apiVersion: string
  resourceVersion: number
  /** Custom resources always have `continue`, built-in kinds only when there is more (recordings c68 and e32). */
  isCustom: boolean
}

/** The items a query asks for, by `fieldSelector` and `labelSelector`. */
export const selected = <Item extends Pick<KubeObject, 'metadata'>>(
  items: readonly Item[],
  query: URLSearchParams,
): Item[] =>
  items
    .filter((item) => matchesFields(item, query.get('fieldSelector')))
    .filter((item) => matchesLabels(item.metadata.labels, query.get('labelSelector')))
    .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))

const keyOf = ({ metadata }: Pick<KubeObject, 'metadata'>) => `${metadata.namespace ?? ''}/${metadata.name}`

/** The answer for a list. */
export const kubeList = <Item extends Pick<KubeObject, 'metadata'>>(
  items: readonly Item[],
  query: URLSearchParams,
  list: ListKind,
  show: (item: Item) => unknown,
): Response => {
  const from = firstOf(query.get('continue'))
  const found = selected(items, query).filter((item) => keyOf(item) > from)
  const limit = Number(query.get('limit') ?? 0) || found.length
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const remaining = found.length - page.length
  const next = remaining > 0 && last ? { continue: btoa(keyOf(last)), remainingItemCount: remaining } : {}
  const metadata = { ...(list.isCustom && { continue: '' }), ...next, resourceVersion: String(list.resourceVersion) }
  return json({ kind: list.kind, apiVersion: list.apiVersion, metadata, items: page.map(show) })
}
