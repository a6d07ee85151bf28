import { expect, test } from 'vitest'
import { runFew } from './run-few'

const tick = () => new Promise<void>((resolve) => setTimeout(resolve))

test('every item is done once, and never more than a few at a time', async () => {
  const items = Array.from({ length: 20 }, (_, index) => index)
  const done: number[] = []
  let running = 0
  let most = 0
  await runFew(items, 3, async (item) => {
    running += 1
    most = Math.max(most, running)
    await tick()
    running -= 1
    done.push(item)
  })
  expect(done.toSorted((a, b) => a - b)).toEqual(items)
  expect(most).toBe(3)
})

test('after an abort nothing new begins, and what runs is waited for', async () => {
  const stop = new AbortController()
  const done: number[] = []
  await runFew(
    [1, 2, 3, 4, 5, 6],
    2,
    async (item) => {
      if (item === 2) stop.abort()
      await tick()
      done.push(item)
    },
    stop.signal,
  )
  expect(done).toEqual([1, 2])
})
