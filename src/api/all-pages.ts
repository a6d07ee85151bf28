/** A list that was read to its end, as far as that is possible. */
export interface WholeList<Item> {
  readonly items: readonly Item[]
  /** How many there are, as the server says. */
  readonly total: number
  /** Whether all of them are here. */
  readonly isComplete: boolean
}

interface Page<Item> {
  readonly items?: readonly Item[] | null | undefined
  readonly totalItems: number
}

/** How many pages are asked for at the same time, and at most. */
const AT_ONCE = 4
const MOST = 100

/**
 * All items of a paged list. `read` gives a page, from 1 up, of `limit` items. Items that move to another page while it is
 * read come twice or not at all: they are told apart by `keyOf`, and a list that misses one says so. Fails as its pages do.
 */
export async function allPages<Item>(
  read: (page: number) => Promise<Page<Item>>,
  limit: number,
  keyOf: (item: Item) => string,
): Promise<WholeList<Item>> {
  const first = await read(1)
  const pages = [first]
  const last = Math.min(MOST, Math.ceil(first.totalItems / limit))
  for (let next = 2; next <= last; next += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, last - next + 1) }, (_, index) => next + index)
    pages.push(...(await Promise.all(numbers.map(read))))
  }
  const items = new Map(pages.flatMap((page) => page.items ?? []).map((item) => [keyOf(item), item]))
  const total = pages.at(-1)?.totalItems ?? 0
  return { items: [...items.values()], total, isComplete: items.size >= total }
}
