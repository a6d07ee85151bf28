import { describe, expect, test } from 'vitest'
import type { Ingress } from '@/wire/k8s'
import { splitByOwnGateway, toRoute, type Route } from './routes'

const ingress = (spec: Ingress['spec']): Ingress => ({ metadata: { name: 'storefront', namespace: 'shop' }, spec })
const route = (project: string, name = 'r'): Route => ({ project, name, hosts: [] })

describe('toRoute', () => {
  test.each<[string, Ingress['spec'], string[]]>([
    ['one host', { rules: [{ host: 'shop.example.com' }] }, ['shop.example.com']],
    ['each host once, in order', { rules: [{ host: 'b' }, { host: 'a' }, { host: 'b' }] }, ['b', 'a']],
    ['a rule for any host names none', { rules: [{}, { host: '' }, { host: 'a' }] }, ['a']],
    ['a default backend only', {}, []],
    ['null rules', { rules: null }, []],
  ])('%s', (_case, spec, hosts) => {
    expect(toRoute(ingress(spec))).toEqual({ project: 'shop', name: 'storefront', hosts })
  })

  test('an object without a namespace is of no project', () => {
    expect(toRoute({ metadata: { name: 'x' }, spec: {} }).project).toBe('')
  })
})

describe('splitByOwnGateway', () => {
  test('project names are compared whole, and order stays', () => {
    const routes = [route('dev-2', 'a'), route('dev', 'b'), route('shop', 'c'), route('dev', 'd')]
    expect(splitByOwnGateway(routes, new Set(['dev']))).toEqual({
      losing: [route('dev-2', 'a'), route('shop', 'c')],
      keeping: [route('dev', 'b'), route('dev', 'd')],
    })
  })

  test('without project gateways every route loses its address', () => {
    expect(splitByOwnGateway([route('dev')], new Set())).toEqual({ losing: [route('dev')], keeping: [] })
  })
})
