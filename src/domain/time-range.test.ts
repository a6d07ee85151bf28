import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  earlier,
  goDuration,
  gridOf,
  gridSize,
  lengthName,
  LONGEST,
  MAX_POINTS,
  MIN_POINTS,
  parseLength,
  parseRange,
  rangeLength,
  rangeNames,
  rangeProblem,
  SHORTEST,
  stepFor,
  stepsFor,
  widened,
  windowNames,
} from './time-range'

const lengths = fc.integer({ min: SHORTEST, max: LONGEST })
const NOW = 1_795_481_359

describe('parseLength', () => {
  test.each([
    ['90s', 90],
    ['10m', 600],
    ['1h30m', 5400],
    ['7d', 604_800],
  ])('%s', (text, seconds) => expect(parseLength(text)).toBe(seconds))

  test.each(['', '0s', '1', 'm', '-1h', '1.5h', '1w', '1h ', '99999999999999999d'])(
    'nothing can be made of "%s"',
    (text) => expect(parseLength(text)).toBeNull(),
  )
})

describe('goDuration', () => {
  test.each([
    [90, '90s'],
    [600, '10m'],
    [86_400, '24h'],
    [604_800, '168h'],
  ])('%i s', (seconds, text) => expect(goDuration(seconds)).toBe(text))

  test('never has days, which the server takes for five minutes, and means the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (seconds) => {
        expect(goDuration(seconds)).toMatch(/^\d+[smh]$/)
        expect(parseLength(goDuration(seconds))).toBe(seconds)
        expect(parseLength(lengthName(seconds))).toBe(seconds)
      }),
    )
  })

  test('offered lengths keep their names', () => {
    for (const name of [...rangeNames, ...windowNames]) expect(lengthName(parseLength(name) ?? 0)).toBe(name)
  })
})

test('what is offered', () => {
  expect(rangeNames).toEqual(['10m', '20m', '30m', '1h', '2h', '3h', '5h', '12h', '1d', '2d', '3d', '7d'])
  expect(windowNames).toEqual(['1m', '5m', '10m', '30m', '1h', '3h', '6h', '12h'])
})

describe('steps', () => {
  test.each(rangeNames.map((name) => [name, parseLength(name) ?? 0] as const))(
    '%s has 60 to 300 points',
    (_, length) => {
      const points = gridSize(gridOf({ kind: 'last', length }, stepFor(length), NOW))
      expect(points).toBeGreaterThanOrEqual(MIN_POINTS)
      expect(points).toBeLessThanOrEqual(MAX_POINTS)
    },
  )

  test('so has every range that can be asked for', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        expect(length / stepFor(length)).toBeGreaterThanOrEqual(MIN_POINTS)
        expect(length / stepFor(length)).toBeLessThanOrEqual(MAX_POINTS)
        expect(stepsFor(length)).toContain(stepFor(length))
      }),
    )
  })
})

describe('gridOf', () => {
  test('points are multiples of the step, inside the range', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 100_000 }), (length, later) => {
        const step = stepFor(length)
        const grid = gridOf({ kind: 'last', length }, step, NOW + later)
        expect(grid.start % step).toBe(0)
        expect(grid.end % step).toBe(0)
        expect(grid.start).toBeGreaterThanOrEqual(NOW + later - length)
        expect(grid.end).toBeLessThanOrEqual(NOW + later)
      }),
    )
  })

  test('a range that is not over ends now', () => {
    expect(gridOf({ kind: 'between', start: NOW - 600, end: NOW + 600 }, 10, NOW).end).toBe(NOW)
  })

  test('a range of one’s own begins to the second, and its last point is less than a step before its end', () => {
    expect(gridOf({ kind: 'between', start: NOW - 607, end: NOW - 3 }, 5, NOW)).toEqual({
      start: NOW - 607,
      end: NOW - 7,
      step: 5,
    })
  })

  test('whatever part of a range is over has 60 to 300 points', () => {
    fc.assert(
      fc.property(lengths, lengths, (past, future) => {
        for (const end of [NOW, NOW + future]) {
          const range = { kind: 'between', start: NOW - past, end } as const
          const points = gridSize(gridOf(range, stepFor(rangeLength(range, NOW)), NOW))
          expect(points).toBeGreaterThanOrEqual(MIN_POINTS)
          expect(points).toBeLessThanOrEqual(MAX_POINTS)
        }
      }),
    )
  })

  test('the time before joins it without a gap', () => {
    const grid = gridOf({ kind: 'last', length: 3600 }, 30, NOW)
    expect(earlier(grid).end).toBe(grid.start - 30)
    expect(gridSize(earlier(grid))).toBe(gridSize(grid))
  })
})

describe('widened', () => {
  test('what was chosen is in it, it can be shown, and nothing of it is still to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (length, ago) => {
        const [from, to] = [NOW - ago - length, NOW - ago]
        const [start, end] = widened(from, to, NOW)
        expect(start).toBeLessThanOrEqual(from)
        expect(end).toBeGreaterThanOrEqual(to)
        expect(end).toBeLessThanOrEqual(NOW)
        expect(end - start).toBe(Math.max(length, SHORTEST))
        expect(rangeProblem(start, end, NOW)).toBeNull()
      }),
    )
  })
})

describe('parseRange', () => {
  const read = (search: Partial<Record<'last' | 'from' | 'to', string>>) =>
    parseRange({ last: null, from: null, to: null, ...search }, NOW, '1h')

  test('to the second', () => {
    expect(read({ from: String(NOW - 100), to: String(NOW - 1) })).toEqual({
      range: { kind: 'between', start: NOW - 100, end: NOW - 1 },
      problem: null,
    })
  })

  test.each([
    [{ last: '25m' }, 1500, null],
    [{}, 3600, null],
    [{ last: 'x' }, 3600, 'missing'],
    [{ last: '5s' }, 3600, 'short'],
    [{ last: '9999d' }, 3600, 'long'],
    [{ from: '1' }, 3600, 'missing'],
    [{ from: String(NOW), to: String(NOW - 60) }, 3600, 'order'],
  ])('%j', (search, length, problem) => {
    expect(read(search)).toEqual({ range: { kind: 'last', length }, problem })
  })

  test.each([
    [NOW - 60, NOW, null],
    [NOW - 59, NOW, 'short'],
    [NOW, NOW, 'order'],
    [NOW + 1, NOW + 600, 'future'],
    [NOW - 30, NOW + 600, 'short'],
    [0, NOW, 'long'],
    [Number.NaN, NOW, 'missing'],
    [1.5, NOW, 'missing'],
  ])('between %d and %d: %s', (start, end, problem) => expect(rangeProblem(start, end, NOW)).toBe(problem))
})
