/**
 * Does something with every item, `atOnce` of them at a time, in order. `task` must not throw. After an abort no new
 * task begins; those that run are waited for.
 */
export async function runFew<Item>(
  items: readonly Item[],
  atOnce: number,
  task: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < items.length && !signal?.aborted) {
      const item = items[next]
      next += 1
      if (item !== undefined) await task(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}
