import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneOf, oneOfNumbers, ordinal, readParam, resetting, withParam, words } from './use-search-param'

const page = ordinal('page')
const limit = oneOfNumbers('limit', [10, 20, 50, 100], 20)
const sort = oneOf('sort', ['name', 'createTime'], 'name')
const name = words('name')
const of = (search: string) => new URLSearchParams(search)

describe('reading', () => {
  test.each(['', 'page=0', 'page=-1', 'page=1.5', 'page=x', 'page=1e3', 'page=', 'page=9999999999'])(
    '?%s is page 1',
    (search) => expect(readParam(of(search), page)).toBe(1),
  )

  test('what is not offered is the fallback', () => {
    expect(readParam(of('limit=30'), limit)).toBe(20)
    expect(readParam(of('limit=050'), limit)).toBe(20)
    expect(readParam(of('limit=50'), limit)).toBe(50)
    expect(readParam(of('sort=age'), sort)).toBe('name')
    expect(readParam(of('sort=createTime'), sort)).toBe('createTime')
  })

  test('spaces around a text do not count', () => {
    expect(readParam(of('name=+shop+'), name)).toBe('shop')
  })
})

describe('changing', () => {
  test('a fallback is left out, and nothing else is touched', () => {
    const before = of('scenario=legacy&page=3&limit=50')
    expect(withParam(before, page, 1).toString()).toBe('scenario=legacy&limit=50')
    expect(withParam(before, limit, 20).toString()).toBe('scenario=legacy&page=3')
    expect(before.toString()).toBe('scenario=legacy&page=3&limit=50')
  })

  test('takes away what it makes meaningless', () => {
    const search = withParam(of('page=3&limit=50'), resetting(name, page), 'shop')
    expect(search.toString()).toBe('limit=50&name=shop')
  })

  test('what was written is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.string(), (number, text) => {
        expect(readParam(withParam(of('a=b'), page, number), page)).toBe(number)
        expect(readParam(withParam(of('a=b'), name, text), name)).toBe(text.trim())
      }),
    )
  })
})
