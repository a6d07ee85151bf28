import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import * as v from 'valibot'
import { MonitoringAnswer, type MetricSeries, type Sample } from '@/wire/monitoring'
import type { GatewayHistory } from '@/api/monitoring'
import { extended, newHistory } from '@/domain/metric-history'
import { metricNames, type MetricKey } from '@/domain/metrics'
import { gridSize, type Grid } from '@/domain/time-range'
import { loadTexts, startI18n, useT } from '@/lib/i18n/t'
import { offer } from '@/lib/bench'
import { createCrosshair } from '@/ui/chart/crosshair'
import { chartsOf } from './chart-data'
import { useFormats } from './formats'
import { MonitoringCharts } from './MonitoringCharts'
import { NowPanel } from './NowPanel'

/** Seven days of 13 metrics of 50 routes, 288 points each: first render, refresh and hovering. */

const STEP = 2100
const END = 1_795_481_400
const ROUTES = 50
/** The ten busiest routes and the rest, 4XX and 5XX, four latencies, connections, in and out. */
const LINES = 11 + 2 + 4 + 1 + 2
const STATUSES = ['200', '304', '401', '404', '500', '502', '503']

const samples = ({ start, step, ...grid }: Grid, base: number): readonly Sample[] =>
  Array.from({ length: gridSize({ start, step, ...grid }) }, (_, index) => {
    const at = start + index * step
    return [at, String(base * (1.2 + Math.sin(at / 40_000) + 0.2 * Math.sin(at * base)))]
  })

const single = (grid: Grid, base: number): MetricSeries[] => [{ values: samples(grid, base) }]

function answerFor(grid: Grid): MonitoringAnswer {
  const routes = Array.from({ length: ROUTES }, (_, index) => ({
    ingress: `route-${index}`,
    project: `project-${index % 9}`,
  }))
  const series: Record<string, MetricSeries[]> = {
    requests: single(grid, 30_000),
    failed4xx: single(grid, 900),
    failed5xx: single(grid, 120),
    successRate: single(grid, 0.4),
    connections: single(grid, 30),
    rate: single(grid, 100),
    p50: single(grid, 0.03),
    p95: single(grid, 0.15),
    p99: single(grid, 0.3),
    sent: single(grid, 300_000),
    received: single(grid, 20_000),
    rateByRoute: routes.map(({ ingress }, index) => ({ metric: { ingress }, values: samples(grid, 1 + index / 7) })),
    average: routes.flatMap(({ ingress, project }, index) =>
      STATUSES.map((status) => ({
        metric: { ingress, exported_namespace: project, status, pod: 'controller-1' },
        values: samples(grid, 0.02 + index / 1000),
      })),
    ),
  }
  const names: Record<string, string> = metricNames satisfies Record<MetricKey, string>
  return {
    results: Object.entries(series).map(([key, result]) => ({
      metric_name: names[key] ?? key,
      data: { resultType: 'matrix', result },
    })),
  }
}

const gridAt = (moves: number): Grid => ({
  start: END - 287 * STEP + moves * STEP,
  end: END + moves * STEP,
  step: STEP,
})

const view = {
  threshold: () => null,
  isolated: () => null,
  failedAs: 'rate' as const,
  zoomIn: () => {},
  zoomOut: () => {},
  set: () => {},
}
const crosshair = createCrosshair()

const NOTHING_TOLD: ReadonlySet<string> = new Set()
const calm = { error: null, refetch: () => new Promise<never>(() => {}), isFetching: false, isPlaceholderData: false }

function Now({ answer }: { answer: MonitoringAnswer }) {
  return <NowPanel query={{ ...calm, data: answer }} view={{ ...view, window: '10m' }} told={NOTHING_TOLD} />
}

function Charts({ history }: { history: GatewayHistory }) {
  const { t } = useT()
  const formats = useFormats()
  const charts = chartsOf(
    { grid: history.grid, current: history, previous: undefined, project: null, t, formats },
    'rate',
  )
  return (
    <MonitoringCharts
      grid={history.grid}
      charts={charts}
      view={view}
      crosshair={crosshair}
      createdAt={null}
      told={NOTHING_TOLD}
    />
  )
}

await startI18n('en')
await loadTexts('monitoring')
const main = document.createElement('main')
document.body.append(main)
const rootIn = () => createRoot(main.appendChild(document.createElement('div')))
const [nowRoot, chartsRoot] = [rootIn(), rootIn()]
let moves = 0
/** The answer to the question for now values, of the same metrics and series: the newest sample of each. */
const nowOf = ({ results }: MonitoringAnswer): MonitoringAnswer => ({
  results: (results ?? []).map(({ data, ...result }) => ({
    ...result,
    data: {
      resultType: 'vector',
      result: (data.result ?? []).flatMap(({ metric = {}, values = [] }) => {
        const value = values.at(-1)
        return value === undefined ? [] : [{ metric, value }]
      }),
    },
  })),
})

// What the server would send, made beforehand: the server makes it, not the page.
const textsOf = (grid: Grid) => {
  const answer = answerFor(grid)
  return { range: JSON.stringify(answer), now: JSON.stringify(nowOf(answer)) }
}
const firstTexts = textsOf(gridAt(0))
const refreshTexts = Array.from({ length: 12 }, (_, index) =>
  textsOf({ ...gridAt(index + 1), start: gridAt(index).end }),
)

/** As an answer is read: parsed, and checked against the schema. */
const read = (text: string): MonitoringAnswer => v.parse(MonitoringAnswer, JSON.parse(text), { abortPipeEarly: true })

const readBoth = (texts: { range: string; now: string }) => ({ range: read(texts.range), now: read(texts.now) })

let history: GatewayHistory | undefined
let first: ReturnType<typeof readBoth> | undefined
const refreshes: ReturnType<typeof readBoth>[] = []

offer({
  name: 'Monitoring: 7 days × 13 metrics × 50 routes, 288 points each',
  steps: [
    {
      name: 'reading the answer',
      times: 1,
      run: () => {
        first = readBoth(firstTexts)
      },
    },
    {
      name: 'first render',
      limit: 200,
      times: 1,
      run: () => {
        if (first === undefined) return
        const begun: GatewayHistory = { ...newHistory(gridAt(0), first.range), split: new Map(), downSince: null }
        history = begun
        flushSync(() => chartsRoot.render(<Charts history={begun} />))
      },
    },
    {
      name: 'now values',
      times: 1,
      run: () => {
        const answer = first?.now
        if (answer !== undefined) flushSync(() => nowRoot.render(<Now answer={answer} />))
      },
    },
    {
      name: 'reading a refresh',
      times: 9,
      run: () => {
        const texts = refreshTexts[refreshes.length]
        if (texts !== undefined) refreshes.push(readBoth(texts))
      },
    },
    {
      name: 'refresh',
      limit: 50,
      times: 9,
      run: () => {
        const answer = refreshes[moves]
        if (history === undefined || answer === undefined) return
        // Nothing is quicker than not to draw at all.
        const drawn = document.querySelectorAll('path[data-series]').length
        if (drawn !== LINES) throw new Error(`${drawn} lines are drawn instead of ${LINES}`)
        const part = { answer: answer.range, from: history.grid.end, whole: new Set<string>() }
        const moved: GatewayHistory = { ...history, ...extended(history, gridAt(moves + 1), part) }
        history = moved
        moves += 1
        flushSync(() => chartsRoot.render(<Charts history={moved} />))
      },
    },
    {
      name: 'now values, refresh',
      times: 9,
      run: () => {
        const answer = refreshes.shift()?.now
        if (answer !== undefined) flushSync(() => nowRoot.render(<Now answer={answer} />))
      },
    },
  ],
  wholes: [
    { name: 'opening, all of it', of: ['reading the answer', 'first render', 'now values'] },
    { name: 'refresh, all of it', of: ['reading a refresh', 'refresh', 'now values, refresh'] },
  ],
  hover: '[role="slider"]',
})
