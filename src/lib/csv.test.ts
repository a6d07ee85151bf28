import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCsv } from './csv'

/** A reader of RFC 4180, as plain as it can be. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let text = ''
  let isQuoted = false
  const source = csv.replace(/^\uFEFF/, '')
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]
    if (isQuoted) {
      if (char === '"' && source[at + 1] === '"') {
        text += '"'
        at += 1
      } else if (char === '"') isQuoted = false
      else text += char
    } else if (char === '"') isQuoted = true
    else if (char === ',') {
      row.push(text)
      text = ''
    } else if (char === '\r' && source[at + 1] === '\n') {
      rows.push([...row, text])
      row = []
      text = ''
      at += 1
    } else text += char
  }
  return rows
}

describe('comma separated values', () => {
  test('begin with a byte order mark and end every line with CRLF', () => {
    expect(
      toCsv([
        ['Name', 'Replicas'],
        ['a', 2],
      ]),
    ).toBe('\uFEFFName,Replicas\r\na,2\r\n')
  })

  test.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['@cmd', "'@cmd"],
    ['-cmd|x', "'-cmd|x"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['-1', '-1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%s', (value, cell) => expect(toCsv([[value]])).toBe(`\uFEFF${cell}\r\n`))

  test('whatever the texts, a reader gets the same rows, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const read = parse(toCsv(rows))
        expect(read.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
          rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))),
        )
        for (const text of read.flat()) expect(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(text)).toBe(false)
      }),
    )
  })
})
