import { afterEach, describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { formatDateTime, formatList, formatRelative, unescapeHtml } from './format'

const entity = (code: number | string) => `&#${code};`

describe('unescapeHtml', () => {
  test.each([
    ['plain text', 'plain text'],
    ['a &amp; b', 'a & b'],
    ['&lt;none&gt;', '<none>'],
    ['&quot;x&quot; isn&apos;t', '"x" isn\'t'],
    ['&#34;x&#34; isn&#39;t', '"x" isn\'t'],
    ['&#x22;', '"'],
    ['&#X2f;&#x2F;', '//'],
    ['&AMP;', '&'],
    [entity(20013), '中'],
    [entity('x1F600'), '😀'],
    ['once only: &amp;lt;', 'once only: &lt;'],
    ['not ours: &nbsp; &copy; & &; &#; &#x;', 'not ours: &nbsp; &copy; & &; &#; &#x;'],
    ['no character: &#0;', 'no character: &#0;'],
    [entity(1114112), entity(1114112)],
  ])('%s becomes %s', (escaped, text) => {
    expect(unescapeHtml(escaped)).toBe(text)
  })

  test('undoes what Go escapes', () => {
    const go = new Map([
      ['&', '&amp;'],
      ["'", '&#39;'],
      ['"', '&#34;'],
      ['<', '&lt;'],
      ['>', '&gt;'],
    ])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', "'", '"', '<', '>', ';', '#', 'a', 'm', 'p', 'l', 't', '3') }),
        (text) => {
          expect(unescapeHtml([...text].map((character) => go.get(character) ?? character).join(''))).toBe(text)
        },
      ),
    )
  })
})

// ICU puts a narrow no-break space before AM and PM.
const spaces = (text: string) => text.replaceAll(/\s/g, ' ')

describe('formatDateTime', () => {
  afterEach(() => vi.unstubAllEnvs())

  test.each([
    ['en', 'Nov 24, 2026, 12:41:49 AM'],
    ['zh-CN', '2026年11月24日 00:41:49'],
  ])('in UTC and in %s', (locale, text) => {
    expect(spaces(formatDateTime('2026-11-24T00:41:49Z', locale, true))).toBe(text)
  })

  test("in the reader's zone", () => {
    vi.stubEnv('TZ', 'Asia/Shanghai')
    expect(spaces(formatDateTime('2026-11-23T16:41:49Z', 'en'))).toBe('Nov 24, 2026, 12:41:49 AM')
  })
})

describe('formatRelative', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
  const minute = 60
  const hour = 60 * minute
  const day = 24 * hour

  test.each([
    [0, 'now'],
    [1, '1 second ago'],
    [59, '59 seconds ago'],
    [59.6, '1 minute ago'],
    [90 * minute - 1, '1 hour ago'],
    [90 * minute, '1 hour ago'],
    [23 * hour, '23 hours ago'],
    [day, 'yesterday'],
    [3 * day, '3 days ago'],
    [29 * day, '29 days ago'],
    [90 * day, '3 months ago'],
    [720 * day, '2 years ago'],
    [7200 * day, '20 years ago'],
    [-5, 'in 5 seconds'],
    [-2 * hour, 'in 2 hours'],
  ])('%i seconds back: %s', (seconds, text) => {
    expect(formatRelative(ago(seconds), 'en', now)).toBe(text)
  })

  test('in Chinese', () => expect(formatRelative(ago(3 * hour), 'zh-CN', now)).toBe('3小时前'))
})

test.each([
  [[], 'en', ''],
  [['a'], 'en', 'a'],
  [['a', 'b', 'c'], 'en', 'a, b, and c'],
  [['a', 'b', 'c'], 'zh-CN', 'a、b和c'],
])('the list %j in %s: %s', (items, locale, text) => {
  expect(formatList(items, locale)).toBe(text)
})
