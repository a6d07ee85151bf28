import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOptions, setOptions, withDefaults } from './option-rows'

describe('setOptions', () => {
  test('by name, with what the catalogue knows', () => {
    const rows = setOptions({ 'use-gzip': 'true', 'keep-alive': '75' }, 'v1.1.0')
    expect(rows.map((row) => [row.name, row.value, row.option?.type, row.isDefault, row.findings])).toEqual([
      ['keep-alive', '75', 'int', true, []],
      ['use-gzip', 'true', 'bool', false, []],
    ])
  })

  test.each([
    ['a name that is no option', 'proxy-body-sise', { kind: 'unknown', closest: 'proxy-body-size' }],
    ['a name far from any', 'zzzzzzzzzz', { kind: 'unknown', closest: null }],
    ['an option of a later controller', 'ssl-reject-handshake', { kind: 'not-in-version', version: 'v1.1.0' }],
  ])('%s is remarked on', (_case, name, finding) => {
    expect(setOptions({ [name]: 'x' }, 'v1.1.0')[0]?.findings).toEqual([finding])
  })
})

describe('allOptions', () => {
  test.each([
    ['v0.48.1', 190],
    ['v1.1.0', 195],
    ['v1.3.1', 200],
    [null, 200],
  ])('%s has %i', (version, count) => {
    expect(allOptions({}, version)).toHaveLength(count)
  })

  test('set ones come first, and none comes twice', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom('use-gzip', 'keep-alive'), fc.string()), fc.string()),
        (config) => {
          const rows = allOptions(config, 'v1.1.0')
          const set = Object.keys(config).length
          expect(rows.slice(0, set).every((row) => row.value !== null)).toBe(true)
          expect(rows.slice(set).every((row) => row.value === null)).toBe(true)
          expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length)
        },
      ),
    )
  })
})

describe('withDefaults', () => {
  const row = (key: string, value: string) => ({ id: '1', key, value })
  test.each([
    ['an option that was just named gets its default', row('', ''), row('keep-alive', ''), '75'],
    [
      'the default of a name typed on the way does not stay',
      row('keep-alive', '75'),
      row('keep-alive-requests', '75'),
      '100',
    ],
    ['nor of a name that is no option any more', row('keep-alive', '75'), row('keep-alive-x', '75'), ''],
    ['what was typed stays', row('keep-alive', '9'), row('keep-alive-requests', '9'), '9'],
    ['a value that is being emptied stays empty', row('keep-alive', '7'), row('keep-alive', ''), ''],
  ])('%s', (_case, before, after, value) => {
    expect(withDefaults([before], [after])[0]?.value).toBe(value)
  })
})
