import { beforeAll, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { ChartFailures } from './ChartFailures'
import { MoreFailures, NextTry, OutageNotice } from './FailureNotices'

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('monitoring')
})

test('an outage is said once, and can be tried again', async () => {
  const refetch = vi.fn<() => void>()
  const screen = await render(
    <OutageNotice monitoring={{ outage: new Set(['refused']), isFetching: false, refetch }} />,
  )
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/^The metrics could not be read\.refused/)
  await screen.getByRole('button', { name: 'Retry' }).click()
  expect(refetch).toHaveBeenCalledOnce()
})

describe('what was wanted beside the metrics', () => {
  const question = (error: string | null, isEnabled = true) => ({
    error: error === null ? null : new Error(error),
    isEnabled,
    isFetching: false,
    refetch: vi.fn<() => Promise<unknown>>().mockResolvedValue(null),
  })

  test('says of each that failed what it is, and asks again for that alone', async () => {
    const [before, resources, resourcesBefore] = [question('slow'), question(null), question('refused')]
    const screen = await render(<MoreFailures {...{ before, resources, resourcesBefore }} />)
    const alerts = screen.getByRole('alert')
    await expect.element(alerts.first()).toHaveTextContent(/The period before could not be loaded\..*slow/)
    await expect
      .element(alerts.last())
      .toHaveTextContent(/CPU and memory of the period before could not be loaded\..*refused/)
    expect(alerts.elements()).toHaveLength(2)
    await alerts.last().getByRole('button', { name: 'Retry' }).click()
    expect(resourcesBefore.refetch).toHaveBeenCalledOnce()
    expect(before.refetch).not.toHaveBeenCalled()
  })

  test('is not spoken of when it is not wanted any more', async () => {
    const screen = await render(
      <MoreFailures
        before={question('slow', false)}
        resources={question('slow', false)}
        resourcesBefore={question('slow', false)}
      />,
    )
    expect(screen.getByRole('alert').elements()).toEqual([])
  })
})

describe('the next try', () => {
  const asking = {
    status: 'success',
    dataUpdatedAt: 1,
    errorUpdatedAt: 0,
    errorUpdateCount: 0,
    isError: false,
  } as const

  test.each([
    ['all is well', { ...asking, data: { downSince: null } }, 30_000, ''],
    ['nothing can be read', { ...asking, data: { downSince: 1 } }, 40_000, 'The next try is in about 40 seconds.'],
    ['nothing can be read, and nobody asks again', { ...asking, data: { downSince: 1 } }, false, ''],
    [
      'the server is down',
      { ...asking, status: 'error', errorUpdatedAt: 2, errorUpdateCount: 5, isError: true },
      150_000,
      'The server does not answer. The next try is in about 3 minutes.',
    ],
  ] as const)('%s', async (_, range, wait, text) => {
    const { container } = await render(<NextTry range={range} wait={wait} />)
    expect(container.textContent).toBe(text)
  })
})

test('metrics of a chart that fail for one reason share a notice; what is told above is not told again', async () => {
  const failures = [
    { metric: 'p50', message: 'too many samples' },
    { metric: 'p95', message: 'refused' },
    { metric: 'p99', message: 'too many samples' },
    { metric: 'average', message: 'too many samples' },
  ] as const
  const screen = await render(<ChartFailures failures={failures} told={new Set(['refused'])} />)
  const notices = screen.getByRole('note')
  expect(notices.elements().map(({ textContent }) => textContent)).toEqual([
    'P50 latency, P99 latency, and Average latency could not be read.too many samples',
  ])
})
