import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMerge, type SourcedLine } from './merge'
import { compareStamps, type StampedLine } from './stamp'

const at = (time: number, text = String(time)): StampedLine => ({ time, nano: 0, text })
const texts = (lines: readonly SourcedLine[]) => lines.map((line) => line.text)

describe('two streams', () => {
  test('give their lines in the order of time', () => {
    const merge = createMerge()
    merge.open(0, 0)
    merge.open(1, 0)
    merge.push(0, [at(1), at(4)], 0)
    merge.push(1, [at(2), at(3)], 0)
    expect(texts(merge.take(5_000, 10))).toEqual(['1', '2', '3', '4'])
  })

  test('wait for one that has just begun', () => {
    const merge = createMerge()
    merge.open(0, 0)
    merge.open(1, 0)
    merge.push(0, [at(1)], 10)
    expect(merge.take(20, 10)).toEqual([])
    expect(merge.waiting()).toBe(1)
  })

  test('do not wait for one that is silent', () => {
    const merge = createMerge()
    merge.open(0, 0)
    merge.open(1, 0)
    merge.push(1, [at(1)], 0)
    merge.take(2_000, 10)
    merge.push(0, [at(5)], 3_000)
    expect(texts(merge.take(3_001, 10))).toEqual(['5'])
  })

  test('do not wait for one that is closed, nor longer than a second', () => {
    const merge = createMerge()
    merge.open(0, 0)
    merge.open(1, 0)
    merge.push(0, [at(5)], 0)
    merge.close(1)
    expect(texts(merge.take(1, 10))).toEqual(['5'])
    merge.open(2, 0)
    merge.push(0, [at(6)], 0)
    expect(texts(merge.take(1_000, 10))).toEqual(['6'])
  })
})

test('the merge is sorted and stable, and every line comes once', () => {
  const stream = fc.array(fc.nat(20)).map((times) => times.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(fc.array(stream, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (streams, most) => {
      const merge = createMerge()
      for (const [source, times] of streams.entries()) {
        merge.open(source, 0)
        merge.push(
          source,
          times.map((time, index) => at(time, `${source}/${index}`)),
          0,
        )
      }
      const all: SourcedLine[] = []
      for (let part = merge.take(9_000, most); part.length > 0; part = merge.take(9_000, most)) all.push(...part)
      expect(merge.waiting()).toBe(0)
      expect(all.toSorted(compareStamps)).toEqual(all)
      for (const [source, times] of streams.entries())
        expect(texts(all.filter((line) => line.source === source))).toEqual(
          times.map((_, index) => `${source}/${index}`),
        )
    }),
  )
})
