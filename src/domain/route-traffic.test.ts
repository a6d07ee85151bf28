import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MetricSeries } from '@/wire/monitoring'
import { metricNames, type Metric } from './metrics'
import { projectsByRoute, routeLabel, routeTraffic, sharedProjects, topRoutes } from './route-traffic'

const GRID = { start: 0, end: 20, step: 10 }
const rate = (ingress: string, value: number, more: Record<string, string> = {}): MetricSeries => ({
  metric: { ingress, ...more },
  values: [
    [0, String(value)],
    [10, String(value)],
  ],
})
const metric = (...series: MetricSeries[]): Metric => ({ kind: 'series', series })
const known = projectsByRoute({
  results: [
    {
      metric_name: metricNames.average,
      data: {
        result: [
          { metric: { ingress: 'preview', exported_namespace: 'dev-2', status: '200' } },
          { metric: { ingress: 'preview', exported_namespace: 'dev', status: '200' } },
          { metric: { ingress: 'preview', exported_namespace: 'dev', status: '404' } },
          { metric: { ingress: 'search', exported_namespace: 'shop' } },
          { metric: { ingress: 'odd' } },
        ],
      },
    },
  ],
})
const labels = (routes: ReturnType<typeof routeTraffic>) => routes.map(routeLabel)

test('the labels of the latencies tell whose a route is', () => {
  expect([...known]).toEqual([
    ['preview', ['dev', 'dev-2']],
    ['search', ['shop']],
  ])
  expect(sharedProjects(known)).toEqual(['dev', 'dev-2'])
})

describe('routeTraffic', () => {
  const both = metric(rate('search', 1), rate('preview', 5))

  test('busiest first, with the requests of the range', () => {
    const routes = routeTraffic(both, GRID, { project: null, known, split: new Map() })
    expect(routes.map(({ total }) => total)).toEqual([100, 20])
    expect(routes[0]?.values).toEqual([5, 5, null])
  })

  test('one name in two projects is told as both while they cannot be told apart', () => {
    expect(labels(routeTraffic(both, GRID, { project: null, known, split: new Map() }))).toEqual([
      'dev, dev-2/preview',
      'shop/search',
    ])
  })

  test('and is two routes when each project was asked', () => {
    const split = new Map([
      ['dev', metric(rate('preview', 2))],
      ['dev-2', metric(rate('preview', 3))],
    ])
    const routes = routeTraffic(both, GRID, { project: null, known, split })
    expect(labels(routes)).toEqual(['dev-2/preview', 'dev/preview', 'shop/search'])
    expect(routes.map(({ total }) => total)).toEqual([60, 40, 20])
  })

  test('a server that says the project itself is believed', () => {
    const told = metric(
      rate('preview', 2, { exported_namespace: 'dev' }),
      rate('preview', 3, { exported_namespace: 'x' }),
    )
    expect(labels(routeTraffic(told, GRID, { project: null, known: new Map(), split: new Map() }))).toEqual([
      'x/preview',
      'dev/preview',
    ])
  })

  test('routes of a project gateway are of its project', () => {
    expect(labels(routeTraffic(both, GRID, { project: 'p', known: new Map(), split: new Map() }))).toEqual([
      'p/preview',
      'p/search',
    ])
  })
})

test('the top and the rest are all there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      (rates, limit) => {
        const all = metric(...rates.map((value, index) => rate(`r${index}`, value)))
        const routes = routeTraffic(all, GRID, { project: 'p', known: new Map(), split: new Map() })
        const { top, other } = topRoutes(routes, limit)
        expect(top.length).toBe(Math.min(limit, rates.length))
        const first = (values: readonly (number | null)[] | undefined) => values?.[0] ?? 0
        const sum = top.reduce((total, route) => total + first(route.values), first(other?.values))
        expect(sum).toBe(rates.reduce((total, value) => total + value, 0))
        expect(other?.count ?? 0).toBe(Math.max(0, rates.length - limit))
      },
    ),
  )
})
