import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePairs } from './pasted-pairs'

describe('what is pairs', () => {
  test.each<[string, string, [string, string][]]>([
    ['one key: value line', 'keep-alive: 75', [['keep-alive', '75']]],
    [
      'several, in their order',
      'use-gzip: true\nkeep-alive: 75',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    [
      'key=value lines',
      'use-gzip=true\nkeep-alive=75',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    [
      'both kinds mixed',
      'use-gzip: true\nkeep-alive=75',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    ['spaces around = and lines', '  use-gzip = true  ', [['use-gzip', 'true']]],
    ['a value with = behind the first one', 'tags=Team=web', [['tags', 'Team=web']]],
    ['a value with = behind a colon', 'tags: Team=web', [['tags', 'Team=web']]],
    ['a value with a colon', 'syslog: udp:514', [['syslog', 'udp:514']]],
    ['a value that is a URL', 'endpoint: https://example.com/?a=b', [['endpoint', 'https://example.com/?a=b']]],
    [
      'no value',
      'use-gzip:\nkeep-alive=',
      [
        ['use-gzip', ''],
        ['keep-alive', ''],
      ],
    ],
    [
      'double quotes',
      'a: "x: y"\nb: "q \\"z\\""',
      [
        ['a', 'x: y'],
        ['b', 'q "z"'],
      ],
    ],
    [
      'single quotes',
      "a: 'x # y'\nb: 'it''s'",
      [
        ['a', 'x # y'],
        ['b', "it's"],
      ],
    ],
    [
      'quoted values behind =',
      'a="x y"\nb=\'z\'',
      [
        ['a', 'x y'],
        ['b', 'z'],
      ],
    ],
    [
      'quoted keys',
      '"use-gzip": true\n\'keep-alive\': 75',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    [
      'empty quotes',
      'a: ""\nb: \'\'',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [
      'comments and blank lines',
      '# copied\n\nuse-gzip: true\n  # more\nkeep-alive=75',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    ['a comment behind a YAML value', 'use-gzip: true # saves bytes', [['use-gzip', 'true']]],
    [
      'Windows newlines, YAML',
      'use-gzip: true\r\nkeep-alive: 75\r\n',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    [
      'Windows newlines, key=value',
      'use-gzip=true\r\nkeep-alive=75\r\n',
      [
        ['use-gzip', 'true'],
        ['keep-alive', '75'],
      ],
    ],
    [
      'an indented map, cut out of a manifest',
      '    a: 1\n    b: 2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a map behind a document mark', '---\na: 1', [['a', '1']]],
    [
      'a JSON object of texts',
      '{"a": "1", "b": "x"}',
      [
        ['a', '1'],
        ['b', 'x'],
      ],
    ],
    [
      'a value of several lines',
      'snippet: |\n  gzip on;\n  gzip_vary on;\n',
      [['snippet', 'gzip on;\ngzip_vary on;\n']],
    ],
    ['a star, which YAML takes for an alias', 'proxy-protocol: *', [['proxy-protocol', '*']]],
    [
      'a service annotation',
      'service.beta.kubernetes.io/aws-load-balancer-type: nlb',
      [['service.beta.kubernetes.io/aws-load-balancer-type', 'nlb']],
    ],
    [
      'names that every object has',
      'constructor: a\n__proto__: b',
      [
        ['constructor', 'a'],
        ['__proto__', 'b'],
      ],
    ],
  ])('%s', (_case, text, pairs) => {
    expect(parsePairs(text)).toEqual(pairs)
  })

  // Every value of these maps is a string to the server; YAML's own types would change what was written.
  test.each([
    'on',
    'off',
    'yes',
    'true',
    '1.10',
    '0x1F',
    '010',
    '1e3',
    '12345678901234567890',
    'null',
    '~',
    '2026-11-24',
    '.inf',
  ])('the value %s stays as written', (value) => {
    expect(parsePairs(`first: ${value}\nsecond: x`)).toEqual([
      ['first', value],
      ['second', 'x'],
    ])
    expect(parsePairs(`first=${value}`)).toEqual([['first', value]])
  })

  test('pairs written as YAML with JSON-quoted values come back', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9./-]{0,20}$/)
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', '\\', "'", '#', ':', '=', ' ', '\n', '\t', 'é', '中') }),
    )
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (map, newline) => {
          const text = Object.entries(map).map(([name, of]) => `${name}: ${JSON.stringify(of)}`)
          expect(parsePairs(text.join(newline))).toEqual(Object.entries(map))
        },
      ),
    )
  })
})

describe('what is an ordinary paste', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['comments only', '# a: 1\n# b: 2'],
    ['a single word', 'true'],
    ['several words', 'proxy buffer size'],
    ['a URL', 'https://example.com/path'],
    ['a host with a port', 'example.com:8080'],
    ['a time', '12:30'],
    ['a colon without a space', 'a:1'],
    ['a Windows path', 'C:\\nginx\\conf'],
    ['an IPv6 address', '2001:db8::1'],
    ['a list', '- a\n- b'],
    ['a list below a key', 'a:\n- 1\n- 2'],
    ['a value without a key', '=x'],
    ['a user agent', 'Mozilla/5.0 (X11; Linux x86_64)'],
    ['text below a pair', 'keep-alive=75\nand more text'],
  ])('%s', (_case, text) => {
    expect(parsePairs(text)).toBeNull()
  })

  test('never throws, and no text gives an empty list', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', ':', ' ', '\n', '=', '"', "'", '-', '{', '[', '*', '&', '!', '#', '|', '%'),
    })
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd), (text) => {
        expect(parsePairs(text)).not.toEqual([])
      }),
    )
  })
})
