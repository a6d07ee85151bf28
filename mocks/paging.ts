import type { Meta } from './records'

/** Lists of kapis: filter, sort, page. All oddities are the real server's (recordings c01–c20, a36, a43). */

/** Keys of a query that are not filters. */
const NOT_FILTERS = ['page', 'limit', 'sortBy', 'ascending', 'labelSelector']

/** What a list needs to know about an item: its metadata, and how it answers to filters of its own. */
export interface Listed<Item> {
  item: Item
  metadata: Pick<Meta, 'name'> & Partial<Meta>
  /** What the `namespace` filter compares. */
  namespace: string
}

const matchesMap = (map: Readonly<Record<string, string>> | undefined, wanted: string) => {
  const [key = '', value] = wanted.split('=')
  const found = map?.[key]
  return found !== undefined && (value === undefined || value === found)
}

const matches = <Item>(listed: Listed<Item>, key: string, wanted: string): boolean => {
  switch (key) {
    case 'name':
      return listed.metadata.name.includes(wanted)
    case 'names':
      return wanted.split(',').includes(listed.metadata.name)
    case 'uid':
      return listed.metadata.uid === wanted
    case 'namespace':
      return listed.namespace === wanted
    case 'annotation':
      return matchesMap(listed.metadata.annotations, wanted)
    case 'label':
      return matchesMap(listed.metadata.labels, wanted)
    default:
      // Any other key is a filter that matches nothing (recordings c11 and c20).
      return false
  }
}

const compare = (left: string, right: string) => (left < right ? -1 : Number(left > right))

/** Ascending order. By time, equal times are told apart by name; legacy gateways have no time and count as oldest. */
const order =
  (sortBy: string) =>
  <Item>(left: Listed<Item>, right: Listed<Item>): number => {
    const byName = compare(left.metadata.name, right.metadata.name)
    if (sortBy === 'name') return byName
    return compare(left.metadata.creationTimestamp ?? '', right.metadata.creationTimestamp ?? '') || byName
  }

const wholeNumber = (text: string | null): number | undefined =>
  text !== null && /^[+-]?\d+$/.test(text) ? Number(text) : undefined

/** The page that a query asks for: all items when there is no usable `limit`, none for a limit or page below one. */
const pageOf = <Item>(items: readonly Item[], query: URLSearchParams): Item[] => {
  const limit = wholeNumber(query.get('limit')) ?? -1
  const page = wholeNumber(query.get('page')) ?? 1
  if (limit === -1) return [...items]
  const offset = (page - 1) * limit
  return limit < 0 || offset < 0 ? [] : items.slice(offset, offset + limit)
}

/**
 * `{ items, totalItems }` for a query. Newest first unless the query says otherwise. `show` is called for the items of
 * the page only, so a list of thousands stays cheap.
 */
export const paged = <Item>(
  all: readonly Listed<Item>[],
  query: URLSearchParams,
  show: (item: Item) => unknown,
): { items: unknown[]; totalItems: number } => {
  const filters = [...query.entries()].filter(([key]) => !NOT_FILTERS.includes(key))
  const found = all.filter((listed) => filters.every(([key, wanted]) => matches(listed, key, wanted)))
  const ascending = found.toSorted(order(query.get('sortBy') ?? 'createTime'))
  const isAscending = ['true', '1', 't', 'TRUE', 'True', 'T'].includes(query.get('ascending') ?? '')
  const sorted = isAscending ? ascending : ascending.toReversed()
  return { items: pageOf(sorted, query).map(({ item }) => show(item)), totalItems: found.length }
}

/** Objects as `paged` wants them. */
export const listed = <Item extends { metadata: Meta }>(items: readonly Item[]): Listed<Item>[] =>
  items.map((item) => ({ item, metadata: item.metadata, namespace: item.metadata.namespace ?? '' }))
