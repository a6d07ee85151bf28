import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controllerOptions } from './controller-options'
import { checkOption, severityOf } from './option-check'

const kinds = (name: string, value: string, version: string | null = 'v1.1.0') =>
  checkOption(name, value, version).map((finding) => finding.kind)

describe('values', () => {
  test.each([
    ['use-gzip', 'true', []],
    ['use-gzip', 'False', []],
    ['use-gzip', 'yes', ['wrong-type']],
    ['use-gzip', '', ['wrong-type']],
    ['keep-alive', '75', []],
    ['keep-alive', '75s', ['wrong-type']],
    ['keep-alive', '7.5', ['wrong-type']],
    ['proxy-body-size', '20m', []],
    ['proxy-body-size', '0', []],
    ['proxy-body-size', '20 MB', ['wrong-format']],
    ['proxy-body-size', '', []],
    ['ssl-session-timeout', '1d 12h', []],
    ['ssl-session-timeout', 'ten minutes', ['wrong-format']],
    ['whitelist-source-range', '10.0.0.0/8, 192.168.1.1', []],
    ['whitelist-source-range', '2001:db8::/32', []],
    ['whitelist-source-range', 'example.com', ['wrong-format']],
    ['custom-http-errors', '404,503', []],
    ['custom-http-errors', '404 503', ['wrong-format']],
    ['gzip-types', 'text/css application/json', []],
    ['gzip-types', '*', []],
    ['worker-processes', 'auto', []],
    ['worker-processes', '4', []],
    ['worker-processes', '0', ['wrong-format']],
    ['ssl-protocols', 'TLSv1.2 TLSv1.3', []],
    ['ssl-protocols', 'TLSv1.2 TLSv9', ['not-a-choice']],
    ['error-log-level', 'loud', ['not-a-choice']],
    ['proxy-buffering', 'on', []],
  ])('%s: %s', (name, value, found) => {
    expect(kinds(name, value)).toEqual(found)
  })

  test('a number below the least or above the most is out of range', () => {
    const limited = controllerOptions.filter((option) => option.type === 'int' && option.max !== undefined)
    expect(limited.length).toBeGreaterThan(0)
    for (const option of limited)
      expect(kinds(option.name, String((option.max ?? 0) + 1), null)).toContain('out-of-range')
  })
})

describe('keys', () => {
  test.each([
    ['proxy-body-sise', [{ kind: 'unknown', closest: 'proxy-body-size' }]],
    ['no-such-thing-at-all', [{ kind: 'unknown', closest: null }]],
    ['ssl-reject-handshake', [{ kind: 'not-in-version', version: 'v1.1.0' }]],
  ])('%s', (name, found) => {
    expect(checkOption(name, 'true', 'v1.1.0')).toEqual(found)
  })

  test('a snippet is a risk, a deprecated option names what replaces it, a reserved one is remarked on', () => {
    expect(kinds('http-snippet', 'x')).toEqual(['risk'])
    expect(checkOption('http2-max-field-size', '4k', 'v1.1.0')).toContainEqual({
      kind: 'deprecated',
      replacedBy: 'large-client-header-buffers',
    })
    expect(kinds('allow-snippet-annotations', 'true')).toEqual(['reserved'])
  })
})

test('the default of every option is a good value of it', () => {
  const odd = controllerOptions.filter(({ name, type, default: value }) => {
    const isUnset = value === '' && type !== 'bool' && type !== 'int' && type !== 'float'
    return !isUnset && checkOption(name, value, null).some((finding) => severityOf(finding) === 'error')
  })
  expect(odd.map((option) => [option.name, option.default])).toEqual([])
})

test('never throws, whatever is typed', () => {
  const name = fc.oneof(fc.constantFrom(...controllerOptions.map((option) => option.name)), fc.string())
  fc.assert(
    fc.property(name, fc.string(), fc.option(fc.string()), (key, value, version) => {
      expect(Array.isArray(checkOption(key, value, version))).toBe(true)
    }),
  )
})
