import { describe, expect, test } from 'vitest'
import { choiceParam, countParam, flagParam, textParam } from './use-search-param'

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
