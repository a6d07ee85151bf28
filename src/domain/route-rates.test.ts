import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MonitoringAnswer } from '@/wire/monitoring'
import { projectsToAsk, rateSum, routeRates } from './route-rates'
import type { Route } from './routes'

const route = (project: string, name: string): Route => ({ project, name, hosts: [] })
const answer = (values: Record<string, string>, labels: Record<string, string> = {}): MonitoringAnswer => ({
  results: [
    {
      metric_name: 'ingress_request_volume_by_ingress',
      data: {
        result: Object.entries(values).map(([ingress, value]) => ({
          metric: { ingress, ...labels },
          value: [1795481360, value] as const,
        })),
      },
    },
  ],
})
const none = new Map<string, MonitoringAnswer>()

describe('projectsToAsk', () => {
  const routes = [route('shop', 'web'), route('billing', 'web'), route('dev', 'preview')]
  test('those that share a name, and no others', () => {
    expect(projectsToAsk(routes, true)).toEqual(['billing', 'shop'])
  })
  test('all of them, when there may be others that were not read', () => {
    expect(projectsToAsk(routes, false)).toEqual(['billing', 'dev', 'shop'])
  })
  test('not hundreds', () => {
    const many = Array.from({ length: 300 }, (_, index) => route(`project-${index}`, 'web'))
    expect(projectsToAsk(many, true)).toHaveLength(20)
  })
})

describe('routeRates', () => {
  test('a name that is there once is the route itself', () => {
    const routes = [route('shop', 'web'), route('dev', 'preview')]
    const rateOf = routeRates(routes, true, { all: answer({ web: '12.5', preview: '0' }), split: none })
    expect(routes.map(rateOf)).toEqual([12.5, 0])
  })

  test('routes of one name are told apart by the answers for their projects, and never given the sum', () => {
    const routes = [route('shop', 'web'), route('billing', 'web'), route('dev', 'web')]
    const split = new Map([
      ['shop', answer({ web: '1' })],
      ['billing', answer({ web: '2' })],
    ])
    expect(routes.map(routeRates(routes, true, { all: answer({ web: '7' }), split }))).toEqual([1, 2, null])
  })

  test('in a list that is not complete only the answer for the project counts', () => {
    const routes = [route('shop', 'web'), route('dev', 'preview')]
    const split = new Map([['dev', answer({ preview: '3' })]])
    const all = answer({ web: '12.5', preview: '9' })
    expect(routes.map(routeRates(routes, false, { all, split }))).toEqual([null, 3])
  })

  test.each<[string, MonitoringAnswer]>([
    ['no series', answer({ other: '1' })],
    ['no value', answer({ web: 'NaN' })],
    ['a series of another project', answer({ web: '1' }, { exported_namespace: 'dev' })],
    ['a metric that failed', { results: [{ metric_name: 'ingress_request_volume_by_ingress', error: 'x', data: {} }] }],
    ['no answer', { results: null }],
  ])('%s is unknown, which is not zero', (_case, all) => {
    const routes = [route('shop', 'web')]
    expect(routes.map(routeRates(routes, true, { all, split: none }))).toEqual([null])
  })
})

test('a sum is of what is known, and says of how many nothing is', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(1000))), (rates) => {
      const sum = rateSum(rates)
      expect(sum.unknown).toBe(rates.filter((rate) => rate === null).length)
      expect(sum.value).toBe(rates.reduce<number>((all, rate) => all + (rate ?? 0), 0))
    }),
  )
})
