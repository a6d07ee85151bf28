import { describe, expect, test } from 'vitest'
import { detailsEn } from './areas/details.en'
import { detailsZh } from './areas/details.zh'
import { dialogsEn } from './areas/dialogs.en'
import { dialogsZh } from './areas/dialogs.zh'
import { optionsEn } from './areas/options.en'
import { optionsZh } from './areas/options.zh'
import { monitoringEn } from './areas/monitoring.en'
import { monitoringZh } from './areas/monitoring.zh'
import { logsEn } from './areas/logs.en'
import { logsZh } from './areas/logs.zh'
import { projectsEn } from './areas/projects.en'
import { projectsZh } from './areas/projects.zh'
import { signInEn } from './areas/sign-in.en'
import { signInZh } from './areas/sign-in.zh'
import { en } from './en'
import { zh } from './zh'

const areas: Readonly<Record<string, readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>]>> = {
  core: [en, zh],
  details: [detailsEn, detailsZh],
  dialogs: [dialogsEn, dialogsZh],
  options: [optionsEn, optionsZh],
  monitoring: [monitoringEn, monitoringZh],
  logs: [logsEn, logsZh],
  projects: [projectsEn, projectsZh],
  signIn: [signInEn, signInZh],
}
const merged = (language: 0 | 1): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(areas).flatMap((texts) => Object.entries(texts[language])))
const english = merged(0)
const chinese = merged(1)
const all = [...Object.entries(english), ...Object.entries(chinese)]

const parameters = (text: string | undefined) => [...new Set(text?.match(/\{\{[^{}]*\}\}/g) ?? [])].toSorted()
const withoutPlural = (key: string) => key.replace(/_(?:one|other)$/, '')
const keysWhere = (texts: Readonly<Record<string, string>>, is: (text: string, key: string) => boolean) =>
  Object.entries(texts).flatMap(([key, text]) => (is(text, key) ? [key] : []))

describe('keys', () => {
  test('both languages have the same, but for the English singular', () => {
    const needed = Object.keys(english).filter((key) => !key.endsWith('_one'))
    expect(Object.keys(chinese).toSorted()).toEqual(needed.toSorted())
  })

  test('every key belongs to one area', () => {
    const keys = Object.values(areas).flatMap(([texts]) => Object.keys(texts))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('an English plural has a singular, and the other way round; neither has a text without number', () => {
    const plurals = Object.keys(english).filter((key) => key !== withoutPlural(key))
    expect(plurals).not.toEqual([])
    for (const stem of new Set(plurals.map(withoutPlural))) {
      expect(plurals.filter((key) => withoutPlural(key) === stem)).toEqual([`${stem}_one`, `${stem}_other`])
      expect(english).not.toHaveProperty([stem])
    }
  })
})

describe('parameters', () => {
  test.each(Object.keys(english))('%s has the same ones in both languages', (key) => {
    const other = key.replace(/_one$/, '_other')
    expect(parameters(chinese[other])).toEqual(parameters(english[key]))
    expect(parameters(english[key])).toEqual(parameters(english[other]))
  })

  test('plural texts tell the count', () => {
    const plural = (text: string, key: string) => key !== withoutPlural(key) && !text.includes('{{count}}')
    expect([...keysWhere(english, plural), ...keysWhere(chinese, plural)]).toEqual([])
  })

  test('braces come in pairs around a plain name', () => {
    const odd = all.filter(([, text]) => /[{}]/.test(text.replaceAll(/\{\{[a-z][A-Za-z]*\}\}/g, '')))
    expect(odd).toEqual([])
  })
})

describe('texts', () => {
  test('none is empty or has white space at its ends or twice inside', () => {
    expect(all.filter(([, text]) => text === '' || text !== text.trim() || /\s\s/.test(text))).toEqual([])
  })

  test('only names are the same in both languages', () => {
    const same = keysWhere(chinese, (text, key) => text === english[key])
    expect(same).toEqual(['title.page', 'language.en', 'language.zh'])
  })

  test('no Chinese in the English texts but the name of the language', () => {
    expect(keysWhere(english, (text) => /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(text))).toEqual([
      'language.zh',
    ])
  })

  test('Chinese sentences have Chinese punctuation', () => {
    // Halfwidth marks next to a Chinese character, and fullwidth ones between Latin ones.
    const slip = /\p{Script=Han}\s*[,.?!:;()]|[,.?!:;()]\s*\p{Script=Han}|[a-z\d][，。？！：；]\s*[a-z\d]|\.\.\./u
    expect(keysWhere(chinese, (text) => slip.test(text))).toEqual([])
  })
})
