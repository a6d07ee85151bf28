import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineNumbers } from './line-numbers'

const ascending = (most: number) =>
  fc.uniqueArray(fc.nat(most), { maxLength: 60 }).map((lines) => lines.toSorted((a, b) => a - b))

test('others are put between those that are there', () => {
  fc.assert(
    fc.property(ascending(200), fc.nat(10), (all, every) => {
      const numbers = new LineNumbers()
      for (const line of all.filter((_, index) => index % (every + 1) !== 0)) numbers.push(line)
      numbers.insert(all.filter((_, index) => index % (every + 1) === 0))
      expect(Array.from(numbers.part())).toEqual(all)
    }),
  )
})

test('lines move on by as many as have come before them', () => {
  // The old lines are 0 to 30; the inserted ones are told by their numbers afterwards.
  fc.assert(
    fc.property(ascending(40), fc.nat(30), (inserted, from) => {
      const isNew = new Set(inserted)
      const places = Array.from({ length: 80 }, (_, line) => line).filter((line) => !isNew.has(line))
      const numbers = new LineNumbers()
      for (let line = from; line <= 30; line += 1) numbers.push(line)
      numbers.moveOn(Float64Array.from(inserted))
      expect(Array.from(numbers.part())).toEqual(places.slice(from, 31))
    }),
  )
})
