import { describe, expect, test } from 'vitest'
import options from './controller-options.json'
import { categories, controllerOptions } from './controller-options'
import data from './lb-annotations.json'
import { annotationsOf, type LbAnnotation } from './lb-annotations'
import { lbProviders, providerName } from './lb-providers'

/** Every text in a value, however deep, keys included. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)])
}
const untidy = (value: unknown) => textsIn(value).filter((text) => text !== text.trim() || text.includes('\t'))

const bounds = ({ min, max }: { min?: number; max?: number }): [number, number] => [min ?? -Infinity, max ?? Infinity]
const outOfBounds = (entry: { default?: unknown; min?: number; max?: number }) => {
  const [min, max] = bounds(entry)
  const number = Number(entry.default)
  return entry.default !== '' && (number < min || number > max)
}

describe('controller options', () => {
  const names = options.map((option) => option.name)

  test.each([
    ['v0.48.1', 190],
    ['v1.1.0', 195],
    ['v1.3.1', 200],
  ])('%s knows %i of them', (controller, count) => {
    expect(options.filter((option) => option.controllers.includes(controller))).toHaveLength(count)
  })

  test('their categories are those that are offered', () => {
    expect(new Set(options.map((option) => option.category))).toEqual(new Set(categories))
  })

  test('no other controllers are named, and every option is known to one', () => {
    expect(new Set(options.flatMap((option) => option.controllers))).toEqual(new Set(['v0.48.1', 'v1.1.0', 'v1.3.1']))
    expect(options.filter((option) => option.controllers.length === 0)).toEqual([])
  })

  test('they come by name, each once', () => {
    expect(names).toEqual([...new Set(names)].toSorted())
    expect(controllerOptions.map((option) => option.name)).toEqual(names)
  })

  test('names are as a ConfigMap writes them', () => {
    expect(names.filter((name) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
  })

  test('no text has stray white space', () => expect(untidy(options)).toEqual([]))

  test('types are those of the controller', () => {
    const known = ['bool', 'duration', 'float', 'int', 'int[]', 'map[string]size', 'string', 'string[]']
    expect([...new Set(options.map((option) => option.type))].toSorted()).toEqual(known)
  })

  test('what replaces an option is an option, and the replaced one is deprecated', () => {
    const replaced = controllerOptions.filter((option) => option.replacedBy !== undefined)
    expect(replaced).not.toEqual([])
    expect(replaced.filter((option) => !names.includes(option.replacedBy ?? ''))).toEqual([])
    expect(replaced.filter((option) => option.deprecated !== true)).toEqual([])
  })

  test('a least value is not above the greatest', () => {
    expect(controllerOptions.some((option) => option.min !== undefined)).toBe(true)
    expect(controllerOptions.filter((option) => bounds(option)[0] > bounds(option)[1])).toEqual([])
  })

  test('defaults are of their type and within bounds', () => {
    const pattern: Record<string, RegExp> = { bool: /^(?:true|false)$/, int: /^-?\d+$/, float: /^\d+(?:\.\d+)?$/ }
    expect(options.filter((option) => !(pattern[option.type]?.test(option.default) ?? true))).toEqual([])
    expect(options.filter(outOfBounds)).toEqual([])
  })

  test('a default is one of the values', () => {
    // Unset by default: the controller then forwards the method, or balances, as nginx does.
    const unset = ['global-auth-method', 'load-balance']
    const limited = options.filter((option) => option.values !== undefined)
    const odd = limited.filter((option) => {
      const chosen = option.multi ? option.default.split(' ') : [option.default]
      return chosen.some((one) => !option.values?.includes(one))
    })
    expect(limited.length).toBeGreaterThan(unset.length)
    expect(odd.map((option) => [option.name, option.default])).toEqual(unset.map((name) => [name, '']))
  })
})

describe('load balancer providers', () => {
  test('the stored values are those of gateways that exist, the misspelt one too', () => {
    expect(lbProviders.map((provider) => provider.stored)).toEqual([
      'Aliyun ACK',
      'Aure Kubernetes Service',
      'Huawei Cloud CCE',
      'Amazon EKS',
      'Google Kubernetes Engine',
      'QingCloud Kubernetes Engine',
      'Tencent Kubernetes Engine',
      'OpenELB',
    ])
  })

  test.each([
    ['Aure Kubernetes Service', 'Azure Kubernetes Service'],
    ['Aliyun ACK', 'Alibaba Cloud ACK'],
    ['OpenELB', 'OpenELB'],
    ['Some Cloud', 'Some Cloud'],
    ['', ''],
  ])('%s reads %s', (stored, name) => {
    expect(providerName(stored)).toBe(name)
  })

  test('there are annotations for every provider, and no others', () => {
    expect(Object.keys(data).toSorted()).toEqual(lbProviders.map((provider): string => provider.id).toSorted())
  })
})

describe.each(lbProviders)('annotations for $name', ({ id, stored }) => {
  const all: readonly (LbAnnotation & { min?: number; max?: number })[] = data[id]
  const keys = all.map((annotation) => annotation.key)
  const counts: Record<typeof id, [all: number, common: number]> = {
    EKS: [53, 30],
    Azure: [45, 8],
    Aliyun: [81, 15],
    Tencent: [23, 16],
    Huawei: [43, 4],
    GKE: [10, 1],
    QingCloud: [22, 2],
    OpenELB: [8, 3],
  }

  test('all are offered under the stored name, common ones first', () => {
    const offered = annotationsOf(stored)
    const [total, common] = counts[id]
    expect(offered.map((annotation) => annotation.key).toSorted()).toEqual(keys.toSorted())
    expect(offered).toHaveLength(total)
    expect(offered.findIndex((annotation) => !annotation.common)).toBe(common)
    expect(offered.slice(common).filter((annotation) => annotation.common)).toEqual([])
  })

  test('each key is there once, also when case does not count', () => {
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length)
  })

  test('no text has stray white space', () => expect(untidy(all)).toEqual([]))

  test('types are known ones', () => {
    const known = [
      'boolean',
      'integer',
      'integer | traffic-port | named-service-port',
      'ip',
      'json',
      'label selector',
      'string',
      'stringList',
      'stringMap',
      undefined,
    ]
    expect(all.filter((annotation) => !known.includes(annotation.type))).toEqual([])
  })

  test('what replaces an annotation is one of the same provider', () => {
    const replaced = all.filter((annotation) => annotation.replacedBy !== undefined)
    expect(replaced.filter((annotation) => !keys.includes(annotation.replacedBy ?? ''))).toEqual([])
    expect(replaced.filter((annotation) => annotation.deprecated !== true)).toEqual([])
  })

  test('bounds are in order, and a default is within them and among the values', () => {
    expect(all.filter((annotation) => bounds(annotation)[0] > bounds(annotation)[1])).toEqual([])
    expect(all.filter(outOfBounds)).toEqual([])
    const limited = all.filter((annotation) => annotation.values !== undefined && annotation.default !== undefined)
    expect(limited.filter((annotation) => !annotation.values?.includes(String(annotation.default)))).toEqual([])
  })
})

test.each([['Azure Kubernetes Service'], ['Some Cloud'], ['']])('nothing is offered for "%s"', (stored) => {
  expect(annotationsOf(stored)).toEqual([])
})
