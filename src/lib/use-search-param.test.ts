import { describe, expect, test } from 'vitest'
import {
  choiceParam,
  countParam,
  flagParam,
  numberChoiceParam,
  textParam,
  withParam,
  wordsParam,
} from './use-search-param'

describe('what stands in the URL', () => {
  test.each([
    [null, 20],
    ['', 20],
    ['50', 50],
    ['0', 20],
    ['-5', 20],
    ['1.5', 20],
    ['abc', 20],
    ['1000', 20],
  ])('a count %s is %d', (text, value) => {
    expect(countParam(20, 1, 100).parse(text)).toBe(value)
  })

  test('a word that is not offered is the default', () => {
    const order = choiceParam(['name', 'createTime'], 'name')
    expect([null, 'name', 'createTime', 'type'].map(order.parse)).toEqual(['name', 'name', 'createTime', 'name'])
  })

  test('a default leaves no trace', () => {
    expect(countParam(20).format(20)).toBeNull()
    expect(choiceParam(['a', 'b'], 'a').format('a')).toBeNull()
    expect(textParam().format('')).toBeNull()
    expect(flagParam.format(false)).toBeNull()
  })

  test('what is written reads back', () => {
    expect(countParam(20).parse(countParam(20).format(35))).toBe(35)
    expect(textParam().parse(textParam().format('a b&c'))).toBe('a b&c')
    expect(flagParam.parse(flagParam.format(true))).toBe(true)
  })
})

describe('changing the query', () => {
  test('a default is left out, and nothing else is touched', () => {
    const before = new URLSearchParams('scenario=legacy&page=3&limit=50')
    expect(withParam(before, 'page', countParam(1), 1).toString()).toBe('scenario=legacy&limit=50')
    expect(before.toString()).toBe('scenario=legacy&page=3&limit=50')
  })

  test('what loses its meaning goes', () => {
    const search = withParam(new URLSearchParams('page=3&limit=50'), 'name', wordsParam, ' shop ', ['page'])
    expect(search.toString()).toBe('limit=50&name=shop')
  })

  test('a number that is not offered is the default', () => {
    const limit = numberChoiceParam([10, 20, 50], 20)
    expect([null, '30', '050', '50'].map(limit.parse)).toEqual([20, 20, 20, 50])
  })
})
