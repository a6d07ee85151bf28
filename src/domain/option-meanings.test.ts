import { describe, expect, test } from 'vitest'
import { controllerOptions } from './controller-options'
import { loadMeanings } from './option-meanings'

const en = await loadMeanings('en')
const zh = await loadMeanings('zh')
const names = controllerOptions.map((option) => option.name)

describe.each([
  ['en', en, 140, /^[A-Z]/, /[^.]\.$/],
  ['zh', zh, 70, /^\S/, /[^。]。$/],
] as const)('meanings in %s', (_language, meanings, longest, start, end) => {
  const entries = Object.entries(meanings)
  const thoseWhere = (holds: (text: string) => boolean) => entries.filter(([, text]) => holds(text))

  test('there is one for every option, and they come by name', () => expect(Object.keys(meanings)).toEqual(names))

  test('none is long', () => expect(thoseWhere((text) => text.length > longest)).toEqual([]))

  test('each is one sentence with a full stop', () => {
    expect(thoseWhere((text) => !start.test(text) || !end.test(text))).toEqual([])
    expect(thoseWhere((text) => /[.。] ?[A-Z\p{Script=Han}]/u.test(text))).toEqual([])
  })

  test('none has stray white space', () => {
    expect(thoseWhere((text) => text !== text.trim() || /[^\S ]| {2}/.test(text))).toEqual([])
  })

  test('none has HTML or Markdown', () => expect(thoseWhere((text) => /[<>`*[\]]|&\w+;/.test(text))).toEqual([]))

  test('no two options share one', () => expect(new Set(Object.values(meanings)).size).toBe(entries.length))

  test('options it points to exist', () => {
    // Three words or more joined by hyphens are the name of an option; fewer may be plain English.
    const named = entries.flatMap(([, text]) => text.match(/\b[a-z]+(?:-[a-z]+){2,}\b/g) ?? [])
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })
})

test('Chinese meanings are Chinese, English ones are not', () => {
  const hasChinese = (text: string) => /\p{Script=Han}/u.test(text)
  expect(Object.entries(zh).filter(([, text]) => !hasChinese(text))).toEqual([])
  expect(Object.entries(en).filter(([, text]) => hasChinese(text) || /[，。；：（）]/.test(text))).toEqual([])
})

test('Chinese meanings use Chinese punctuation, and a space between Chinese and Latin', () => {
  const odd = /\p{Script=Han}[,;:()]|[,;()]\p{Script=Han}|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u
  expect(Object.entries(zh).filter(([, text]) => odd.test(text))).toEqual([])
})
