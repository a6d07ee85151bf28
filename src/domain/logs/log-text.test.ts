import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textPattern } from './line-filter'
import { markHits, plainText, spansOf } from './log-text'

const ESC = '\u001B'
const textOf = (text: string) =>
  spansOf(text)
    .map((span) => span.text)
    .join('')

describe('colours', () => {
  test.each([
    ['a colour', `${ESC}[31mred${ESC}[0m plain`, [{ text: 'red', colour: 'red' }, { text: ' plain' }]],
    ['a bright one', `${ESC}[92mgreen`, [{ text: 'green', colour: 'green' }]],
    ['one of 256', `${ESC}[38;5;196mred`, [{ text: 'red', colour: 'red' }]],
    ['one of 16 millions', `${ESC}[38;2;10;20;250mblue`, [{ text: 'blue', colour: 'blue' }]],
    ['a background', `${ESC}[43mwarn`, [{ text: 'warn', background: 'yellow' }]],
    ['bold and underlined', `${ESC}[1;4mloud`, [{ text: 'loud', bold: true, underline: true }]],
    ['turned around', `${ESC}[31;7mred`, [{ text: 'red', colour: 'black', background: 'red' }]],
    ['hidden, which nothing may be', `${ESC}[8msecret`, [{ text: 'secret' }]],
  ])('%s', (_case, text, spans) => {
    expect(spansOf(text)).toEqual(spans)
  })
})

describe('tricks', () => {
  test.each([
    ['HTML is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a title', `a${ESC}]0;owned\u0007b`, 'ab'],
    ['a link', `a${ESC}]8;;https://evil.example${ESC}\\click${ESC}]8;;${ESC}\\b`, 'aclickb'],
    ['cursor moves and clearing', `a${ESC}[2J${ESC}[1;1H${ESC}[?25lb`, 'ab'],
    ['a device string', `a${ESC}Pq#0${ESC}\\b`, 'ab'],
    ['a reset', `a${ESC}cb`, 'ab'],
    ['half a sequence', `a${ESC}`, 'a␛'],
    ['a carriage return', 'ok\rfaked', 'ok␍faked'],
    ['NUL and BEL', 'a\u0000\u0007b', 'a␀␇b'],
    ['right-to-left', 'a\u202Egnp.exe', 'a⟨U+202E⟩gnp.exe'],
    ['zero width', 'a\u200Bb\uFEFF', 'a⟨U+200B⟩b⟨U+FEFF⟩'],
    ['C1 controls', 'a\u009B31mb', 'a⟨U+009B⟩31mb'],
    ['tabs and other scripts stay', 'a\t网关 שלום', 'a\t网关 שלום'],
  ])('%s', (_case, text, shown) => {
    expect(textOf(text)).toBe(shown)
    expect(plainText(text)).toBe(shown)
  })

  test('ten thousand escape sequences in one line are no work', () => {
    const text = `${ESC}[1m${ESC}[31m`.repeat(10_000)
    const began = performance.now()
    expect(spansOf(`${text}end`)).toEqual([{ text: 'end' }])
    expect(performance.now() - began).toBeLessThan(200)
  })

  test('nothing that could act is left, whatever is written', () => {
    const unit = fc.constantFrom(
      ESC,
      '[',
      ']',
      '0',
      '1',
      '3',
      ';',
      'm',
      'P',
      '\\',
      '\u0007',
      '\r',
      '<',
      'a',
      '\u202E',
      '\u009B',
      '?',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(textOf(text)).not.toMatch(/(?!\t)\p{Cc}|\u202E/u)
        expect(plainText(text)).not.toContain(ESC)
        // What is looked for is what is shown.
        expect(plainText(text)).toBe(textOf(text))
      }),
    )
  })
})

describe('hits', () => {
  test('are marked all, also across colours', () => {
    const marked = markHits(spansOf(`no ${ESC}[31mer${ESC}[0mror, error`), textPattern('error'))
    expect(marked.map(({ text, isHit, colour }) => [text, isHit, colour])).toEqual([
      ['no ', false, undefined],
      ['er', true, 'red'],
      ['ror', true, undefined],
      [', ', false, undefined],
      ['error', true, undefined],
    ])
  })

  test('change nothing of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 2 }), (text, wanted) => {
        const spans = spansOf(text)
        expect(
          markHits(spans, textPattern(wanted))
            .map((span) => span.text)
            .join(''),
        ).toBe(spans.map((span) => span.text).join(''))
      }),
    )
  })
})
