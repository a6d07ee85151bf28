import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterFromParam, filterToParam, regexProblem, textPattern } from './line-filter'
import { lineLinkFromParam, lineLinkToParam } from './line-link'

test('a filter comes back from a link as it was', () => {
  const filter = fc.record({
    kind: fc.constantFrom('text' as const, 'regex' as const),
    keep: fc.constantFrom('include' as const, 'exclude' as const),
    value: fc.string({ minLength: 1 }),
  })
  fc.assert(
    fc.property(filter, (each) => {
      expect(filterFromParam(filterToParam(each))).toEqual(each)
    }),
  )
})

test.each(['', 'include', 'include.text.', 'include.glob.x', 'keep.text.x'])('%s is no filter', (param) => {
  expect(filterFromParam(param)).toBeNull()
})

test('a text is found as it is, whatever signs are in it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(textPattern(text).test(`x${text}y`)).toBe(true)
    }),
  )
})

describe('regexProblem', () => {
  test('says what is wrong', () => {
    expect(regexProblem('(a')).toMatch(/unterminated group/i)
  })
  test('says nothing when nothing is', () => {
    expect(regexProblem('a|b')).toBeNull()
  })
})

test('a link to a line comes back as it was', () => {
  const link = fc.record({ pod: fc.stringMatching(/^[a-z0-9-]{1,60}$/), time: fc.nat(), nth: fc.nat(999_999) })
  fc.assert(
    fc.property(link, (each) => {
      expect(lineLinkFromParam(lineLinkToParam(each))).toEqual(each)
    }),
  )
})

test.each([null, '', 'pod', 'pod@', '@1', 'pod@x', 'a/b@1', 'pod@1.'])('%s points at nothing', (param) => {
  expect(lineLinkFromParam(param)).toBeNull()
})
