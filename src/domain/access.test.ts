import { describe, expect, test } from 'vitest'
import type { PolicyRule } from '@/wire/session'
import { gatewayRight, isGranted, rightName, type Right } from './access'

const update: Right = { verb: 'update', group: 'gateway.kubesphere.io', resource: 'gateways' }
const rule = (change: Partial<PolicyRule> = {}): PolicyRule => ({
  verbs: ['update'],
  apiGroups: ['gateway.kubesphere.io'],
  resources: ['gateways'],
  ...change,
})

describe('isGranted', () => {
  test.each<[string, PolicyRule[], boolean]>([
    ['no rules', [], false],
    ['the very right', [rule()], true],
    ['everything, as a platform admin has it', [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }], true],
    ['any verb', [rule({ verbs: ['*'] })], true],
    ['any group', [rule({ apiGroups: ['*'] })], true],
    ['any resource', [rule({ resources: ['*'] })], true],
    ['one of many', [rule({ verbs: ['get', 'list'] }), rule({ verbs: ['get', 'update'] })], true],
    ['another verb', [rule({ verbs: ['get', 'list', 'watch'] })], false],
    ['another group', [rule({ apiGroups: ['apps'] })], false],
    ['another resource', [rule({ resources: ['nginxes'] })], false],
    ['a part of the resource only', [rule({ resources: ['gateways/status'] })], false],
    ['a verb that begins alike', [rule({ verbs: ['updates'] })], false],
    ['parts of the right in different rules', [rule({ verbs: ['get'] }), rule({ resources: ['pods'] })], false],
    ['single objects only', [rule({ resourceNames: ['kubesphere-router-dev'] })], false],
    ['an empty list of single objects', [rule({ resourceNames: [] })], true],
    ['no list of single objects', [rule({ resourceNames: null })], true],
    ['URLs only', [{ verbs: ['*'], nonResourceURLs: ['*'] }], false],
    ['null lists', [{ verbs: null, apiGroups: null, resources: null }], false],
  ])('%s', (_case, rules, granted) => {
    expect(isGranted(rules, update)).toBe(granted)
  })

  test('the core group has an empty name, which is not the same as no group', () => {
    const list: Right = { verb: 'list', group: '', resource: 'events' }
    expect(isGranted([{ verbs: ['list'], apiGroups: [''], resources: ['events'] }], list)).toBe(true)
    expect(isGranted([{ verbs: ['list'], resources: ['events'] }], list)).toBe(false)
  })
})

test.each<[Right, string]>([
  [update, 'update gateways.gateway.kubesphere.io'],
  [{ verb: 'list', group: '', resource: 'events' }, 'list events'],
  [{ ...update, verb: 'create', resource: 'gateways/upgrade' }, 'create gateways.gateway.kubesphere.io/upgrade'],
])('rightName reads as administrators write it', (right, name) => {
  expect(rightName(right)).toBe(name)
})

test.each([
  ['enable', 'cluster', 'create gateways.gateway.kubesphere.io'],
  ['enable', 'project', 'create gateways.gateway.kubesphere.io'],
  ['edit', 'cluster', 'update gateways.gateway.kubesphere.io'],
  ['edit', 'project', 'update gateways.gateway.kubesphere.io'],
  ['disable', 'cluster', 'delete gateways.gateway.kubesphere.io'],
  ['disable', 'project', 'deletecollection gateways.gateway.kubesphere.io'],
  ['disable', 'legacy', 'deletecollection router.resources.kubesphere.io'],
  ['upgrade', 'legacy', 'create gateways.gateway.kubesphere.io/upgrade'],
] as const)('to %s a %s gateway one needs: %s', (action, kind, name) => {
  expect(rightName(gatewayRight(action, kind))).toBe(name)
})
