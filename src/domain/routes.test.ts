import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import type { Ingress } from '@/wire/k8s'
import { byProject, fallbacks, toRoute, type Route } from './routes'

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

describe('byProject', () => {
  test('names are compared whole and stand in their order', () => {
    const routes = [route('dev-2', 'a'), route('dev', 'd'), route('shop', 'c'), route('dev', 'b')]
    expect(byProject(routes, (project) => (project === 'dev' ? 'own' : null))).toEqual([
      { project: 'dev', routes: [route('dev', 'b'), route('dev', 'd')], fallback: 'own' },
      { project: 'dev-2', routes: [route('dev-2', 'a')], fallback: null },
      { project: 'shop', routes: [route('shop', 'c')], fallback: null },
    ])
  })

  test('no route is lost, and none comes twice', () => {
    const anyRoute = fc.record({
      project: fc.constantFrom('dev', 'dev-2', 'shop', ''),
      name: fc.string(),
      hosts: fc.constant([]),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyRoute, { selector: (each) => `${each.project}/${each.name}` }), (routes) => {
        const groups = byProject(routes, () => null)
        expect(new Set(groups.flatMap((group) => group.routes))).toEqual(new Set(routes))
        expect(groups.flatMap((group) => group.routes)).toHaveLength(routes.length)
        for (const group of groups) expect(group.routes.every((each) => each.project === group.project)).toBe(true)
      }),
    )
  })
})

describe('fallbacks', () => {
  const gateway = (project: string, replicas?: number, deletionTimestamp?: string): Gateway => ({
    metadata: { name: `kubesphere-router-${project}`, ...(deletionTimestamp && { deletionTimestamp }) },
    spec: {
      controller: { scope: project === 'kubesphere-system' ? {} : { enabled: true, namespace: project } },
      ...(replicas !== undefined && { deployment: { replicas } }),
    },
  })

  test.each<[string, string | null, Gateway[], string, string | null]>([
    ['nothing beside the cluster gateway', null, [gateway('kubesphere-system')], 'dev', null],
    ['its own gateway', null, [gateway('kubesphere-system'), gateway('dev')], 'dev', 'kubesphere-router-dev'],
    ['not the gateway of another project', null, [gateway('dev')], 'dev-2', null],
    ['not one that is being removed', null, [gateway('dev', 1, '2026-11-24T08:00:00Z')], 'dev', null],
    ['not one without replicas', null, [gateway('dev', 0)], 'dev', null],
    [
      'the cluster gateway, when its own goes',
      'dev',
      [gateway('kubesphere-system'), gateway('dev')],
      'dev',
      'kubesphere-router-kubesphere-system',
    ],
    ['nothing, when its own is the only one', 'dev', [gateway('dev')], 'dev', null],
    ['not a cluster gateway that is stopped', 'dev', [gateway('kubesphere-system', 0)], 'dev', null],
  ])('%s', (_case, project, gateways, asked, found) => {
    expect(fallbacks({ project }, gateways)(asked)).toBe(found)
  })
})
