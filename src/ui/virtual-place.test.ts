import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorOf, contentHeight, MOST_HEIGHT, rangeOf, shareOf } from './virtual-place'

const extent = { count: 1000, rowHeight: 20, view: 400 }

describe('rows of one height scroll as a plain list does', () => {
  test('whatever the scrollbar says', () => {
    fc.assert(
      fc.property(fc.nat(19_600), (scrollTop) => {
        const share = scrollTop / (contentHeight(extent) - extent.view)
        const { row, y } = anchorOf({ kind: 'share', share }, extent)
        expect(y - row * 20).toBeCloseTo(-scrollTop)
      }),
    )
  })

  test('and the scrollbar is where the rows are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 979 }), fc.integer({ min: -19, max: 0 }), (row, y) => {
        const share = shareOf({ kind: 'row', row, y }, extent)
        expect(share * (contentHeight(extent) - extent.view)).toBeCloseTo(Math.min(19_600, row * 20 - y))
      }),
    )
  })
})

test('what can be seen is drawn, whatever the scrollbar says and however long the list is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1_000_000), (share, count) => {
      const list = { count, rowHeight: 20, view: 400 }
      const { from, to } = rangeOf({ kind: 'share', share }, list, 20)
      expect(to - from).toBeLessThanOrEqual(60)
      const { row, y } = anchorOf({ kind: 'share', share }, list)
      const top = y - (row - from) * 20
      expect(from === 0 || top <= 0).toBe(true)
      expect(to === count || top + (to - from) * 20 >= 400).toBe(true)
    }),
  )
})

test('a million rows are no higher than a browser can draw', () => {
  expect(contentHeight({ count: 1_000_000, rowHeight: 20, view: 400 })).toBe(MOST_HEIGHT)
})
