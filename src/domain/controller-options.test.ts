import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closestOption,
  controllerOptions,
  controllerVersion,
  isDefault,
  isKnownTo,
  optionByName,
  type ControllerOption,
} from './controller-options'

/** Any code unit, half a surrogate pair too. */
const character = fc.nat(0xffff).map((code) => String.fromCharCode(code))
const anyText = fc.string({ unit: character })
const anyOption = fc.constantFrom(...controllerOptions)
const option = (change: Partial<ControllerOption>): ControllerOption => ({
  name: 'some-option',
  category: 'general',
  type: 'string',
  default: '',
  controllers: ['v0.48.1', 'v1.1.0', 'v1.3.1'],
  ...change,
})

describe('optionByName', () => {
  test('finds every option of the catalogue', () => {
    expect(controllerOptions.filter((one) => optionByName(one.name) !== one)).toEqual([])
  })

  test.each([[''], ['HSTS'], ['hsts '], ['no-such-option'], ['constructor'], ['__proto__']])('"%s" is none', (name) => {
    expect(optionByName(name)).toBeUndefined()
  })
})

describe('controllerVersion', () => {
  test.each([
    ['registry.k8s.io/ingress-nginx/controller:v1.1.0@sha256:9d6b1f6287eb', 'v1.1.0'],
    ['kubesphere/nginx-ingress-controller:v1.1.0', 'v1.1.0'],
    ['harbor.example:5000/kubesphere/nginx-ingress-controller:v1.3.1', 'v1.3.1'],
    ['nginx-ingress-controller:0.35.0', '0.35.0'],
    ['controller:v1.3.1-alpine', 'v1.3.1-alpine'],
    ['controller:v1.2', 'v1.2'],
    ['controller:v1.2.3.4', null],
    ['harbor.example:5000/controller', null],
    ['harbor.example:5000/controller@sha256:9d6b1f6287eb', null],
    ['kubesphere/nginx-ingress-controller@sha256:9d6b1f6287eb', null],
    ['kubesphere/nginx-ingress-controller', null],
    ['controller:latest', null],
    ['controller:', null],
    ['', null],
    [undefined, null],
  ])('%s names %s', (image, version) => expect(controllerVersion(image)).toBe(version))

  test('a digest changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'v', '1', '.', ':', '/', '-') }), (image) => {
        expect(controllerVersion(`${image}@sha256:0a1b`)).toBe(controllerVersion(image))
      }),
    )
  })

  test('no text is too odd', () => {
    fc.assert(fc.property(anyText, (image) => void controllerVersion(image)))
  })
})

describe('isKnownTo', () => {
  const old = option({ controllers: ['v0.48.1', 'v1.1.0'] })
  const recent = option({ controllers: ['v1.1.0', 'v1.3.1'] })
  const newest = option({ controllers: ['v1.3.1'] })

  test.each([
    ['v0.48.1', true, false, false],
    ['v1.1.0', true, true, false],
    ['v1.3.1', false, true, true],
    ['1.1.0', true, true, false],
    // Between two of the catalogue the older one counts, by number and not by letter.
    ['v1.0.5', true, false, false],
    ['v1.1.3', true, true, false],
    ['v1.2', true, true, false],
    ['v1.3.0', true, true, false],
    ['v1.10.0', false, true, true],
    ['v2.0.0', false, true, true],
    // Older than all: the oldest.
    ['v0.9.0', true, false, false],
    ['v0.48', true, false, false],
    ['v1.3.1-alpine', false, true, true],
  ])('%s: kept until v1.1.0 %s, since v1.1.0 %s, since v1.3.1 %s', (version, inOld, inRecent, inNewest) => {
    expect([old, recent, newest].map((one) => isKnownTo(one, version))).toEqual([inOld, inRecent, inNewest])
  })

  test.each([[null], ['latest'], ['']])('without a version (%s) every option is known', (version) => {
    expect([old, recent, newest].filter((one) => !isKnownTo(one, version))).toEqual([])
  })

  test('a version of the catalogue knows exactly the options that name it', () => {
    fc.assert(
      fc.property(anyOption, fc.constantFrom('v0.48.1', 'v1.1.0', 'v1.3.1'), (one, version) => {
        expect(isKnownTo(one, version)).toBe(one.controllers.includes(version))
      }),
    )
  })

  test('no version is too odd', () => {
    fc.assert(fc.property(anyOption, anyText, (one, version) => void isKnownTo(one, version)))
  })
})

describe('closestOption', () => {
  test.each([
    ['proxy-body-size', 'proxy-body-size'],
    ['proxy-bodysize', 'proxy-body-size'],
    ['proxy-boddy-size', 'proxy-body-size'],
    ['proxy-body-siez', 'proxy-body-size'],
    ['client-max-body-size', null],
    ['proxy_body_size', 'proxy-body-size'],
    ['Proxy-Body-Size', 'proxy-body-size'],
    [' use-gzip ', 'use-gzip'],
    ['HSTS', 'hsts'],
    ['hstz', 'hsts'],
    ['hxtz', null],
    ['worker-process', 'worker-processes'],
    ['enable-brotly', 'enable-brotli'],
    ['use-http3', 'use-http2'],
    ['foo', null],
    ['-', null],
    ['', null],
    ['__proto__', null],
  ])('"%s" meant %s', (name, meant) => expect(closestOption(name)).toBe(meant))

  test('a name of the catalogue is its own, however it is written', () => {
    fc.assert(
      fc.property(anyOption, ({ name }) => {
        expect(closestOption(name)).toBe(name)
        expect(closestOption(name.toUpperCase().replaceAll('-', '_'))).toBe(name)
      }),
    )
  })

  const letter = fc.string({
    unit: fc.constantFrom('a', 'e', 'o', 's', 't', 'z', '2', '-'),
    minLength: 1,
    maxLength: 1,
  })
  const places = (a: string, b: string) => [...a].filter((character, index) => character !== b[index]).length

  test('one changed letter still gives the name, or another one letter away', () => {
    fc.assert(
      fc.property(anyOption, fc.nat(), letter, ({ name }, at, by) => {
        const place = at % name.length
        const typed = name.slice(0, place) + by + name.slice(place + 1)
        const found = closestOption(typed) ?? ''
        const sameLength = found.length === typed.length
        expect(optionByName(found)).toBeDefined()
        expect(sameLength ? places(found, typed) : Math.abs(found.length - typed.length)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('one letter too many or too few still gives a name', () => {
    fc.assert(
      fc.property(anyOption, fc.nat(), letter, ({ name }, at, by) => {
        const place = at % name.length
        expect(closestOption(name.slice(0, place) + by + name.slice(place))).not.toBeNull()
        expect(closestOption(name.slice(0, place) + name.slice(place + 1))).not.toBeNull()
      }),
    )
  })

  test('no text is too odd or too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 200 }), (name) => {
        const found = closestOption(name)
        expect(found === null || optionByName(found) !== undefined).toBe(true)
      }),
    )
    expect(closestOption('x'.repeat(1_000_000))).toBeNull()
  })
})

describe('isDefault', () => {
  const on = option({ type: 'bool', default: 'true' })
  const seconds = option({ type: 'int', default: '60' })
  const share = option({ type: 'float', default: '1.0' })
  const size = option({ default: '8k' })
  const empty = option({ type: 'int[]', default: '' })

  test.each<[ControllerOption, string, boolean]>([
    [on, 'true', true],
    [on, 'True', true],
    [on, ' TRUE\n', true],
    [on, 'false', false],
    [on, '', false],
    [seconds, '60', true],
    [seconds, ' 060 ', true],
    [seconds, '60.0', true],
    [seconds, '61', false],
    [seconds, '60s', false],
    [seconds, '0x3c', false],
    [seconds, '', false],
    [option({ type: 'int', default: '0' }), '', false],
    [option({ type: 'int', default: '0' }), '-0', true],
    [share, '1', true],
    [share, '1.00', true],
    [share, '0.1', false],
    [size, '8k', true],
    [size, ' 8k ', true],
    [size, '8K', false],
    [empty, '', true],
    [empty, '  ', true],
    [empty, '404', false],
    // Texts are compared as texts, also when they look like numbers.
    [option({ default: '1.0' }), '1', false],
  ])('$type, $default by default', (one, value, expected) => {
    expect(isDefault(one, value), `"${value}"`).toBe(expected)
  })

  test('the default of every option is its default, also with white space around it', () => {
    fc.assert(
      fc.property(anyOption, fc.constantFrom('', ' ', '\n', '\t '), (one, space) => {
        expect(isDefault(one, space + one.default + space)).toBe(true)
      }),
    )
  })

  test('no value is too odd', () => {
    fc.assert(fc.property(anyOption, anyText, (one, value) => void isDefault(one, value)))
  })
})
