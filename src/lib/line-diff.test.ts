import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffLines, withContext, type DiffLine } from './line-diff'

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'long line'), { maxLength: 14 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))
const joined = (lines: readonly DiffLine[], without: DiffLine['kind']) =>
  lines
    .filter((line) => line.kind !== without)
    .map((line) => `${line.text}\n`)
    .join('')

describe('diffLines', () => {
  test('holds both texts, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = diffLines(before, after)
        expect(joined(lines, 'added')).toBe(before)
        expect(joined(lines, 'removed')).toBe(after)
      }),
    )
  })

  test('the same text has nothing removed and nothing added', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(diffLines(text, text).every((line) => line.kind === 'same')).toBe(true)
      }),
    )
  })

  test('one changed line is one removed and one added, in its place', () => {
    expect(diffLines('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 9\nc: 3\n')).toEqual([
      { kind: 'same', text: 'a: 1' },
      { kind: 'removed', text: 'b: 2' },
      { kind: 'added', text: 'b: 9' },
      { kind: 'same', text: 'c: 3' },
    ])
  })

  test('texts too long to compare are exchanged, with what they share at both ends', () => {
    const many = (letter: string) => Array.from({ length: 2_500 }, (_, index) => `${letter}${index}`).join('\n')
    const lines = diffLines(`top\n${many('a')}\nend\n`, `top\n${many('b')}\nend\n`)
    expect(lines[0]).toEqual({ kind: 'same', text: 'top' })
    expect(lines.at(-1)).toEqual({ kind: 'same', text: 'end' })
    expect(lines.filter((line) => line.kind === 'same')).toHaveLength(2)
  })
})

describe('withContext', () => {
  test('leaves out what is far from a change, and counts it', () => {
    const lines = diffLines('1\n2\n3\n4\n5\n6\n7\n', '1\n2\n3\nx\n5\n6\n7\n')
    expect(withContext(lines, 1)).toEqual([
      { kind: 'gap', count: 2 },
      { kind: 'same', text: '3' },
      { kind: 'removed', text: '4' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: '5' },
      { kind: 'gap', count: 2 },
    ])
  })

  test('no line is lost or told twice', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(3), (before, after, context) => {
        const lines = diffLines(before, after)
        const told = withContext(lines, context).reduce((sum, line) => sum + (line.kind === 'gap' ? line.count : 1), 0)
        expect(told).toBe(lines.length)
      }),
    )
  })
})
