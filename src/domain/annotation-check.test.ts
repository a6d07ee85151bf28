import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnnotation } from './annotation-check'
import { annotationsOf, switchProvider } from './lb-annotations'
import { lbProviders } from './lb-providers'

const ALIYUN = 'Aliyun ACK'
const EKS = 'Amazon EKS'
const spec = 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec'

describe('checkAnnotation', () => {
  test('a key with a trailing tab is repaired by taking it away', () => {
    expect(checkAnnotation(`${spec}\t`, 'slb.s1.small', ALIYUN)).toEqual([{ kind: 'stray-space', repaired: spec }])
  })

  test('a misspelt key names the one that was meant', () => {
    expect(checkAnnotation(spec.replace('spec', 'sepc'), 'x', ALIYUN)).toEqual([{ kind: 'misspelt', repaired: spec }])
  })

  test("a key of nobody is nobody's mistake", () => {
    expect(checkAnnotation('example.com/mine', 'x', ALIYUN)).toEqual([])
    expect(checkAnnotation(spec, 'x', '')).toEqual([])
  })

  test('a template that is filled in is known', () => {
    expect(
      checkAnnotation('service.beta.kubernetes.io/port_443_no_lb_rule', 'true', 'Aure Kubernetes Service'),
    ).toEqual([])
    expect(
      checkAnnotation('service.beta.kubernetes.io/port_443_no_lb_rule', 'yes', 'Aure Kubernetes Service').map(
        ({ kind }) => kind,
      ),
    ).toEqual(['wrong-value'])
  })

  test('a deprecated key names what replaces it', () => {
    const all = lbProviders.flatMap(({ stored }) => annotationsOf(stored).map((annotation) => ({ stored, annotation })))
    const old = all.filter(({ annotation }) => annotation.deprecated && annotation.replacedBy)
    expect(old.length).toBeGreaterThan(0)
    for (const { stored, annotation } of old)
      expect(checkAnnotation(annotation.key, String(annotation.default ?? ''), stored)).toContainEqual({
        kind: 'deprecated',
        repaired: annotation.replacedBy,
      })
  })

  test.each([
    ['boolean', 'yes', 'wrong-value'],
    ['integer', '1.5', 'wrong-value'],
    ['ip', 'example.com', 'wrong-value'],
    ['json', '{', 'wrong-value'],
  ])('a value that is no %s is told', (type, value, kind) => {
    const found = lbProviders
      .flatMap(({ stored }) => annotationsOf(stored).map((annotation) => ({ stored, annotation })))
      .find(({ annotation }) => annotation.type === type && !annotation.values)
    expect(found).toBeDefined()
    expect(checkAnnotation(found?.annotation.key ?? '', value, found?.stored ?? '').map((each) => each.kind)).toContain(
      kind,
    )
  })

  test('never throws', () => {
    const provider = fc.constantFrom('', ...lbProviders.map(({ stored }) => stored))
    const key = fc.oneof(fc.string(), fc.constantFrom(...annotationsOf(EKS).map((annotation) => annotation.key)))
    fc.assert(
      fc.property(key, fc.string(), provider, (name, value, stored) => {
        expect(Array.isArray(checkAnnotation(name, value, stored))).toBe(true)
      }),
    )
  })
})

describe('switchProvider', () => {
  const row = (id: string, key: string) => ({ id, key, value: 'v' })
  const mine = row('1', 'example.com/mine')
  const aliyun = row('2', spec)

  test("puts the old provider's keys aside and keeps those of nobody", () => {
    const after = switchProvider([mine, aliyun], new Map(), ALIYUN, EKS)
    expect(after.rows).toEqual([mine])
    expect(after.aside.get(ALIYUN)).toEqual([aliyun])
  })

  test('there and back again loses nothing, whatever was typed', () => {
    const keys = fc.oneof(fc.constantFrom(spec, 'service.beta.kubernetes.io/aws-load-balancer-type'), fc.string())
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 6 }), fc.constantFrom('', EKS, 'OpenELB'), (names, other) => {
        const rows = names.map((name, index) => row(String(index), name))
        const away = switchProvider(rows, new Map(), ALIYUN, other)
        const back = switchProvider(away.rows, away.aside, other, ALIYUN)
        const left = [...back.aside.values()].flat()
        expect(new Set([...back.rows, ...left])).toEqual(new Set(rows))
        expect(back.rows.filter((each) => each.key === spec)).toEqual(rows.filter((each) => each.key === spec))
      }),
    )
  })
})
