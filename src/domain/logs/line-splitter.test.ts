import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLineSplitter } from './line-splitter'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** All lines of these bytes when they come in chunks of these sizes. */
const linesOf = (bytes: Uint8Array, sizes: readonly number[]): string[] => {
  const splitter = createLineSplitter()
  const lines: string[] = []
  let at = 0
  for (const size of [...sizes, bytes.length]) {
    lines.push(...splitter.push(bytes.subarray(at, at + size)))
    at += size
  }
  const last = splitter.end()
  return last === null ? lines : [...lines, last]
}

test.each([
  ['nothing', '', []],
  ['one line', 'a\n', ['a']],
  ['a last line without an end', 'a\nb', ['a', 'b']],
  ['empty lines', '\n\na\n', ['', '', 'a']],
  ['line ends of Windows', 'a\r\nb\r\n', ['a', 'b']],
  ['a carriage return inside a line', 'a\rb\n', ['a\rb']],
])('%s', (_case, text, lines) => {
  expect(linesOf(bytesOf(text), [])).toEqual(lines)
})

test('half a line and half a character wait for the rest', () => {
  const bytes = bytesOf('网关 ✓\n😀\n')
  expect(linesOf(bytes, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual(['网关 ✓', '😀'])
})

test('bytes that are no UTF-8 become the sign for that, and spoil nothing around them', () => {
  const bytes = new Uint8Array([...bytesOf('a'), 0xff, 0xc3, 0x28, ...bytesOf('b\nnext\n')])
  expect(linesOf(bytes, [2])).toEqual(['a\uFFFD\uFFFD(b', 'next'])
})

test('half a character at the very end is told', () => {
  expect(linesOf(new Uint8Array([0x61, 0xe7, 0xbd]), [])).toEqual(['a\uFFFD'])
})

test('however the bytes are cut, the lines are the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('\n'), fc.constant('\r\n'))),
      fc.uint8Array({ maxLength: 20 }),
      fc.array(fc.nat(7)),
      (texts, garbage, sizes) => {
        const bytes = new Uint8Array([...bytesOf(texts.join('')), ...garbage, ...bytesOf(texts.join('\n'))])
        expect(linesOf(bytes, sizes)).toEqual(linesOf(bytes, []))
      },
    ),
  )
})
