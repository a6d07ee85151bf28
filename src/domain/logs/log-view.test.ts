import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileFormat } from './access-format'
import { accessReader } from './access-line'
import { everything, facetNames, type FacetChoice } from './facets'
import type { LineFilter } from './line-filter'
import { BLOCK } from './log-block'
import { LogStore } from './log-store'
import { LogView } from './log-view'

const format = compileFormat('$request_method $uri $status $request_time $host')
const reader = format && accessReader(format)
const SECOND = 1_000_000

const texts = (store: LogStore, view: LogView) =>
  Array.from({ length: view.length }, (_, row) => store.text(view.lineAt(row) ?? -1))
const finish = (view: LogView) => {
  view.step(() => false)
  view.findStep(() => false)
}

const sample = ['GET /a 200 0.05 x', 'GET /a 503 0.2 x', 'POST /b 404 2 y', 'an error', 'GET /b 500 9 x']
const filled = () => {
  const store = new LogStore(reader)
  store.add(sample.map((text, index) => ({ time: index * SECOND, source: index % 2, text })))
  return { store, view: new LogView(store) }
}

describe('filters', () => {
  const cases: [string, LineFilter[], string[]][] = [
    ['none', [], sample],
    ['a text, whatever its case', [{ kind: 'text', keep: 'include', value: 'ERROR' }], ['an error']],
    ['a text to leave out', [{ kind: 'text', keep: 'exclude', value: 'get' }], ['POST /b 404 2 y', 'an error']],
    ['signs are only signs', [{ kind: 'text', keep: 'include', value: '/b 5.0' }], []],
    [
      'two of them, both must hold',
      [
        { kind: 'text', keep: 'include', value: '/a' },
        { kind: 'text', keep: 'exclude', value: '503' },
      ],
      ['GET /a 200 0.05 x'],
    ],
  ]
  test.each(cases)('%s', (_case, filters, expected) => {
    const { store, view } = filled()
    view.setFilters(filters)
    finish(view)
    expect(texts(store, view)).toEqual(expected)
  })

  test('the outcome of regular expressions is taken from the caller', () => {
    const { store, view } = filled()
    view.setFilters([{ kind: 'regex', keep: 'include', value: 'x' }])
    view.look(view.next(3), new Uint8Array([0, 1, 0]))
    view.look(view.next(3), new Uint8Array([1, 0]))
    expect(texts(store, view)).toEqual([sample[1], sample[3]])
  })
})

describe('facets', () => {
  const choose = (choice: Partial<FacetChoice>) => {
    const { store, view } = filled()
    view.setChoice({ ...everything, ...choice })
    finish(view)
    return { shown: texts(store, view), view }
  }
  test.each([
    ['a status class', { values: { status: ['5xx'] } }, [sample[1], sample[4]]],
    ['one status', { values: { status: ['404'] } }, [sample[2]]],
    ['raw lines', { values: { status: ['other'] } }, [sample[3]]],
    [
      'two values of one, one of another',
      { values: { method: ['GET', 'POST'], path: ['/b'] } },
      [sample[2], sample[4]],
    ],
    ['a host', { values: { host: ['y'] } }, [sample[2]]],
    ['a response time', { values: { duration: ['>3s'] } }, [sample[4]]],
    ['a time', { from: SECOND, to: 3 * SECOND }, [sample[1], sample[2]]],
    ['a pod', { sources: new Set([1]) }, [sample[1], sample[3]]],
  ])('%s', (_case, choice, expected) => {
    expect(choose(choice).shown).toEqual(expected)
  })

  test('the values of a facet stay to choose from, those of others follow', () => {
    const { view } = choose({ values: { status: ['5xx'] } })
    expect(Object.fromEntries(view.stats.facet('status', 9))).toEqual({ '2xx': 1, '4xx': 1, '5xx': 2, other: 1 })
    expect(view.stats.facet('method', 9)).toEqual([['GET', 2]])
  })

  test('the histogram keeps what is outside of the chosen time', () => {
    const { view } = choose({ from: SECOND, to: 2 * SECOND })
    const { bars, width } = view.stats.histogram(60)
    expect(width).toBe(SECOND)
    expect(bars.map((bar) => Object.entries(bar.counts).filter(([, count]) => count > 0))).toEqual([
      [['2xx', 1]],
      [['5xx', 1]],
      [['4xx', 1]],
      [['other', 1]],
      [['5xx', 1]],
    ])
  })

  test('the paths that fail and those that are slow', () => {
    const { view } = choose({})
    expect(view.stats.failingPaths(5).map(({ path, errors }) => [path, errors])).toEqual([
      ['/a', 1],
      ['/b', 1],
    ])
    expect(view.stats.slowestPaths(1)).toMatchObject([{ path: '/b', count: 2, average: 5.5 }])
  })
})

describe('find', () => {
  test('counts the rows that are shown and have it', () => {
    const { view } = filled()
    view.setFilters([{ kind: 'text', keep: 'exclude', value: '503' }])
    view.setFind('get')
    finish(view)
    expect([view.hitCount, view.hitAt(0), view.hitAt(1), view.hitsBelow(4)]).toEqual([2, 0, 4, 1])
    view.setFind('')
    expect(view.hitCount).toBe(0)
  })

  test.each([
    ['a word with colours in it', 'no \u001B[31mer\u001B[0mror', 'error', 1],
    ['an order that nobody sees', 'a\u001B]0;error\u0007b', 'error', 0],
    ['a sign that is made visible', 'x\u202Ey', '⟨U+202E⟩', 1],
  ])('%s is found as it is shown, and filtered', (_case, text, wanted, count) => {
    const store = new LogStore(null)
    store.add([{ time: 0, source: 0, text }])
    const view = new LogView(store)
    view.setFind(wanted)
    finish(view)
    expect(view.hitCount).toBe(count)
    view.setFilters([{ kind: 'text', keep: 'include', value: wanted }])
    finish(view)
    expect(view.length).toBe(count)
  })
})

test('a histogram of days has bars of a width that a person would choose', () => {
  const store = new LogStore(reader)
  store.add(
    Array.from({ length: 9_000 }, (_, index) => ({ time: index * 60 * SECOND, source: 0, text: sample[0] ?? '' })),
  )
  const view = new LogView(store)
  finish(view)
  const { bars, width } = view.stats.histogram(60)
  expect(bars.length).toBeLessThanOrEqual(60)
  expect(width / SECOND).toBe(14_400)
  expect(bars.reduce((sum, bar) => sum + bar.counts['2xx'], 0)).toBe(9_000)
})

test('however lines come, late or too many, the view is what a fresh look at the store gives', () => {
  const line = fc.record({ time: fc.nat(40).map((time) => time * SECOND), text: fc.constantFrom(...sample) })
  const batch = fc.array(line, { maxLength: 10 }).map((lines) => lines.toSorted((a, b) => a.time - b.time))
  const choice = fc.record({
    values: fc.record({ status: fc.constantFrom([], ['5xx'], ['2xx', 'other']), path: fc.constantFrom([], ['/a']) }),
    sources: fc.constant(null),
    from: fc.constantFrom(null, 5 * SECOND),
    to: fc.constantFrom(null, 20 * SECOND),
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(batch, fc.constantFrom('all', 'some', 'none')), { maxLength: 10 }),
      choice,
      fc.boolean(),
      (batches, chosen, isFull) => {
        const store = new LogStore(reader, isFull ? BLOCK : undefined)
        if (isFull) store.add(Array.from({ length: BLOCK - 3 }, () => ({ time: 0, source: 0, text: sample[0] ?? '' })))
        const view = new LogView(store)
        view.setChoice(chosen)
        view.setFind('get')
        for (const [lines, look] of batches) {
          store.add(lines.map((each) => ({ ...each, source: 0 })))
          if (look === 'all') finish(view)
          if (look === 'some') view.look(view.next(4))
        }
        finish(view)
        const fresh = new LogView(store)
        fresh.setChoice(chosen)
        fresh.setFind('get')
        finish(fresh)
        expect(texts(store, view)).toEqual(texts(store, fresh))
        expect(view.hitCount).toBe(fresh.hitCount)
        for (const name of facetNames)
          expect(new Map(view.stats.facet(name, 99))).toEqual(new Map(fresh.stats.facet(name, 99)))
        expect(view.stats.histogram(60)).toEqual(fresh.stats.histogram(60))
      },
    ),
    { numRuns: 60 },
  )
})
