import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFormat } from './access-format'
import { accessReader } from './access-line'
import { BLOCK } from './log-block'
import { LogStore, type NewLine } from './log-store'

const all = (store: LogStore) =>
  Array.from({ length: store.size }, (_, index) => ({
    time: store.number('time', store.first + index),
    source: store.number('source', store.first + index),
    text: store.text(store.first + index),
  }))

const lines = (count: number, from = 0): NewLine[] =>
  Array.from({ length: count }, (_, index) => ({ time: from + index, source: 1, text: `line ${from + index}` }))

test('lines that come late go to their place, after those of the same moment', () => {
  const store = new LogStore(null)
  store.add([
    { time: 1, source: 0, text: 'a' },
    { time: 5, source: 0, text: 'c' },
  ])
  store.add([
    { time: 1, source: 1, text: 'b' },
    { time: 9, source: 1, text: 'd' },
  ])
  expect(all(store).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd'])
})

test('in whatever parts lines come, they are kept once and in order of time', () => {
  const batch = fc.array(fc.nat(30), { maxLength: 8 }).map((times) => times.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
      const store = new LogStore(null)
      const wanted: NewLine[] = []
      for (const [number, times] of batches.entries()) {
        const part = times.map((time, index) => ({ time, source: number, text: `${number}/${index}` }))
        store.add(part)
        wanted.push(...part)
      }
      expect(all(store)).toEqual(wanted.toSorted((a, b) => a.time - b.time))
    }),
  )
})

test('late lines of many blocks keep what was read from the others', () => {
  const format = compileFormat('$status $uri')
  const store = new LogStore(format && accessReader(format))
  const even = Array.from({ length: BLOCK + 10 }, (_, index) => ({ time: index * 2, source: 0, text: `200 /${index}` }))
  store.add(even)
  const before = store.snapshot()
  const steps = store.adding(
    even.slice(5).map((line) => ({ ...line, time: line.time + 1, text: line.text.replace('200', '500') })),
  )
  let count = 1
  while (!steps(() => true)) count += 1
  expect(count).toBeGreaterThan(10)
  // Who has asked before still reads what was there.
  expect(before.text(BLOCK)).toBe(`200 /${BLOCK}`)
  expect(store.size).toBe((BLOCK + 10) * 2 - 5)
  const at = store.placeAfter(2 * BLOCK) - 1
  expect([store.text(at), store.number('status', at), store.value('path', at)]).toEqual([
    `200 /${BLOCK}`,
    200,
    `/${BLOCK}`,
  ])
  expect([store.text(at + 1), store.number('status', at + 1)]).toEqual([`500 /${BLOCK}`, 500])
})

test('the oldest go when there are too many, and their numbers are not given again', () => {
  const store = new LogStore(null, BLOCK)
  store.add(lines(BLOCK))
  expect(store.forgotten).toBe(0)
  store.add(lines(10, BLOCK))
  expect([store.first, store.size, store.forgotten]).toEqual([BLOCK, 10, BLOCK])
  expect(store.text(BLOCK)).toBe(`line ${BLOCK}`)
})

test('hostile traffic cannot fill the memory with paths', () => {
  const format = compileFormat('$status $uri')
  const store = new LogStore(format && accessReader(format))
  for (let from = 0; from < 60_000; from += 2_000)
    store.add(lines(2_000, from).map((line) => ({ ...line, text: `200 /${line.time}` })))
  expect(store.value('path', 59_999)).toBe('…')
})
