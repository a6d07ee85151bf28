import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gateway } from '@/wire/gateway'
import { CLUSTER_GATEWAY_NAME } from './gateway'
import { addressableProject, pageCount, projectOfName, projectPage, type ProjectPageQuery } from './project-page'

const gateway = (name: string, creationTimestamp: string, scope?: string): Gateway => ({
  metadata: { name, uid: name, creationTimestamp },
  spec: scope === undefined ? {} : { controller: { scope: { enabled: true, namespace: scope } } },
})
const time = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
/** What a server with these gateways answers, by the plainest reading of its rules. */
function sorted(all: readonly Gateway[], { sortBy, ascending, name }: ProjectPageQuery): readonly Gateway[] {
  const order = (a: Gateway, b: Gateway) => {
    const byName = compare(a.metadata.name, b.metadata.name)
    const byTime = compare(a.metadata.creationTimestamp ?? '', b.metadata.creationTimestamp ?? '')
    return sortBy === 'name' ? byName : byTime || byName
  }
  const found = all.filter((each) => each.metadata.name.includes(name)).toSorted(order)
  return ascending ? found : found.toReversed()
}

const projects = fc.uniqueArray(
  fc.record({ project: fc.stringMatching(/^[a-z]{1,3}(-system)?$/), second: fc.nat(9) }),
  { selector: (each) => each.project, maxLength: 30 },
)
const query: fc.Arbitrary<ProjectPageQuery> = fc.record({
  page: fc.integer({ min: 1, max: 5 }),
  limit: fc.integer({ min: 1, max: 8 }),
  sortBy: fc.constantFrom('name', 'createTime'),
  ascending: fc.boolean(),
  name: fc.constantFrom('', 'a', 'system', 'router', 'kube', 'zz'),
})

describe('a page of project gateways', () => {
  test('is what a list without the cluster gateway would give, on every page, in every order, for every search', () => {
    fc.assert(
      fc.property(projects, fc.option(fc.nat(9)), query, (some, clusterSecond, asked) => {
        const own = some.map(({ project, second }) => gateway(`kubesphere-router-${project}`, time(second)))
        const clusterGateway = clusterSecond === null ? null : gateway(CLUSTER_GATEWAY_NAME, time(clusterSecond))
        const listed = sorted(clusterGateway ? [...own, clusterGateway] : own, asked)
        const start = (asked.page - 1) * asked.limit
        const shown = projectPage(
          {
            items: listed.slice(start, start + asked.limit),
            following: listed[start + asked.limit] ?? null,
            clusterGateway,
            total: listed.length,
          },
          asked,
        )
        const wanted = sorted(own, asked)
        expect(shown.gateways.map((each) => each.metadata.name)).toEqual(
          wanted.slice(start, start + asked.limit).map((each) => each.metadata.name),
        )
        expect(shown.total).toBe(wanted.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('a page with nothing but legacy gateways, which have no time, is shifted too', () => {
    const legacy = (name: string): Gateway => ({ metadata: { name, creationTimestamp: null }, spec: {} })
    const asked: ProjectPageQuery = { page: 2, limit: 2, sortBy: 'createTime', ascending: false, name: '' }
    const { gateways } = projectPage(
      {
        items: [legacy('kubesphere-router-b'), legacy('kubesphere-router-c')],
        following: legacy('kubesphere-router-d'),
        clusterGateway: gateway(CLUSTER_GATEWAY_NAME, time(0)),
        total: 5,
      },
      asked,
    )
    expect(gateways.map((each) => each.metadata.name)).toEqual(['kubesphere-router-c', 'kubesphere-router-d'])
  })
})

test.each([
  [0, 10, 1],
  [1, 10, 1],
  [10, 10, 1],
  [11, 10, 2],
  [2000, 20, 100],
])('%i gateways, %i on a page, are %i pages', (total, limit, pages) => expect(pageCount(total, limit)).toBe(pages))

describe('which project a gateway is addressed by', () => {
  test.each([
    ['kubesphere-router-dev', 'dev'],
    ['kubesphere-router-dev-2', 'dev-2'],
    ['kubesphere-router-kubesphere-system', null],
    ['kubesphere-router-kubesphere-system-2', 'kubesphere-system-2'],
    ['kubesphere-router-', null],
    ['my-gateway', null],
  ])('%s: %s', (name, project) => expect(projectOfName(name)).toBe(project))

  test('a gateway whose scope tells another project than its name has none, so that neither is touched', () => {
    expect(addressableProject(gateway('kubesphere-router-dev-2', time(0), 'dev'))).toBeNull()
    expect(addressableProject(gateway('kubesphere-router-dev', time(0), 'dev'))).toBe('dev')
    expect(addressableProject(gateway('kubesphere-router-dev', time(0)))).toBe('dev')
  })
})
