import { describe, expect, test } from 'vitest'
import type { Cluster, Configz } from '@/wire/session'
import { clusterModules, clusterReady, clusterScope } from './cluster'

describe('clusterScope', () => {
  test.each<[string, string, Configz, ReturnType<typeof clusterScope>]>([
    ['a member of several', 'host', { multicluster: true }, { name: 'host', prefixed: true }],
    [
      'a member that happens to be called default',
      'default',
      { multicluster: true },
      { name: 'default', prefixed: true },
    ],
    ['the only cluster', 'default', { multicluster: false }, { name: 'default', prefixed: false }],
    ['any other name where there is one cluster', 'host', { multicluster: false }, null],
    ['a server that does not say', 'default', {}, { name: 'default', prefixed: false }],
    ['null is no', 'host', { multicluster: null }, null],
  ])('%s', (_case, name, configz, scope) => {
    expect(clusterScope(name, configz)).toEqual(scope)
  })
})

describe('clusterReady', () => {
  const cluster = (conditions: { type: string; status: string }[] | null | undefined): Cluster => ({
    metadata: { name: 'host' },
    status: conditions === undefined ? null : { conditions },
  })

  test.each<[string, Cluster, boolean | null]>([
    [
      'ready',
      cluster([
        { type: 'Initialized', status: 'False' },
        { type: 'Ready', status: 'True' },
      ]),
      true,
    ],
    ['not ready', cluster([{ type: 'Ready', status: 'False' }]), false],
    ['a cluster that lost contact is not ready', cluster([{ type: 'Ready', status: 'Unknown' }]), false],
    ['nothing said of it', cluster([{ type: 'Initialized', status: 'True' }]), null],
    ['no conditions', cluster(null), null],
    ['no status', cluster(undefined), null],
  ])('%s', (_case, of, ready) => {
    expect(clusterReady(of)).toBe(ready)
  })
})

describe('clusterModules', () => {
  const platform = { multicluster: true, servicemesh: true, logging: true }

  test('what a cluster says of itself comes before what the platform says, and nothing is made up', () => {
    const member: Cluster = { metadata: { name: 'west' }, status: { configz: { servicemesh: false } } }
    expect(clusterModules(platform, member)).toEqual({ multicluster: true, servicemesh: false, logging: true })
  })

  test('a member is still one of several, although its own server stands alone', () => {
    const member: Cluster = { metadata: { name: 'west' }, status: { configz: { multicluster: false } } }
    expect(clusterModules(platform, member).multicluster).toBe(true)
  })

  test.each([undefined, { metadata: { name: 'west' } }, { metadata: { name: 'west' }, status: { configz: null } }])(
    'a cluster that says nothing has what the platform has',
    (member) => {
      expect(clusterModules(platform, member)).toEqual(platform)
    },
  )
})
