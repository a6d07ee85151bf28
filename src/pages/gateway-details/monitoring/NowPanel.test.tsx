import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { MetricResult, MonitoringAnswer } from '@/wire/monitoring'
import { metricNames } from '@/domain/metrics'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { NowPanel } from './NowPanel'

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('monitoring')
})

/** As the server has them: latencies in seconds, the success rate from 0 to 1. In an order of their own, as there. */
const values = [
  ['p99', 1.295],
  ['failed5xx', 549],
  ['requests', 91_657],
  ['p50', 0.0419],
  ['connections', 65],
  ['average', 0.09],
  ['failed4xx', 3553],
  ['p95', 0.195],
  ['successRate', 0.9552],
] as const

const answerOf = (
  result: (value: number) => Pick<MetricResult, 'data'> & { readonly error?: string },
): MonitoringAnswer => ({
  results: values.map(([key, value]) => ({ metric_name: metricNames[key], ...result(value) })),
})

const panel = (answer: MonitoringAnswer, told: readonly string[] = []) => (
  <NowPanel
    query={{
      data: answer,
      error: null,
      isFetching: false,
      isPlaceholderData: false,
      refetch: () => Promise.reject(new Error('nothing to fetch')),
    }}
    view={{ window: '10m', set: () => {} }}
    told={new Set(told)}
  />
)

const facts = () =>
  [...document.querySelectorAll('dl > div')].map((each) =>
    // Behind a name there may be what it means.
    [each.querySelector('dt')?.firstChild, each.querySelector('dd')].map((part) => part?.textContent),
  )

test('each value stands beside its own name, with its unit', async () => {
  const answer = answerOf((value) => ({ data: { result: [{ value: [1_795_480_800, String(value)] }] } }))
  await render(panel(answer))
  expect(facts()).toEqual([
    ['Total requests', '91,657'],
    ['4XX requests', '3,553'],
    ['5XX requests', '549'],
    ['Success rate', '95.52%'],
    ['Connections', '65'],
    ['Average latency', '90 ms'],
    ['P50 latency', '41.9 ms'],
    ['P95 latency', '195 ms'],
    ['P99 latency', '1,295 ms'],
  ])
})

test('a failure has its reason beside it, unless that is told above already', async () => {
  const answer = answerOf(() => ({ data: {}, error: 'refused' }))
  const { rerender } = await render(panel(answer))
  expect(facts().map(([, text]) => text)).toEqual(Array.from({ length: 9 }, () => 'Not availablerefused'))
  await rerender(panel(answer, ['refused']))
  expect(facts().map(([, text]) => text)).toEqual(Array.from({ length: 9 }, () => 'Not available'))
})
