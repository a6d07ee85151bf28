import { at as atPath, text } from './json'
import type { GatewayRecord, IngressRecord, PodRecord } from './records'
import {
  connections,
  cpu,
  isLull,
  meanDuration,
  memory,
  quantile,
  requestCount,
  requestRate,
  statuses,
  traffic,
  type Weather,
} from './traffic'

/** The metrics that the server's monitoring module knows of gateways, computed from `traffic.ts`. */

/** What a metric is asked about. */
export interface Subject {
  gateway: GatewayRecord
  pods: readonly PodRecord[]
  /** The routes that are counted: of the gateway, and of the asked namespace. */
  routes: readonly IngressRecord[]
  weather: Weather
  /** Length of the window that counts and averages look back over, in seconds. */
  window: number
}

/** One series: its labels, and its value at a moment in seconds since 1970; undefined when it has none then. */
export interface SeriesOf {
  labels?: Record<string, string>
  at: (moment: number) => number | undefined
}

type Metric = (subject: Subject) => SeriesOf[]

/** `round(…, 0.001)` of the server's query. */
const thousandths = (value: number) => Math.round(value * 1000) / 1000

/** Series of requests do not exist before the first request. */
const ofRequests =
  (value: (subject: Subject, at: number) => number): Metric =>
  (subject) =>
    subject.routes.length === 0 || subject.weather.mood === 'no-traffic'
      ? []
      : [{ at: (moment) => value(subject, moment) }]

const total = ({ routes, window, weather }: Subject, at: number) => requestCount(routes, at, window, weather)
/** Prometheus divides nothing by nothing: NaN. */
const orNaN =
  (value: (subject: Subject, at: number) => number) =>
  (subject: Subject, at: number): number =>
    isLull(subject.weather, at) ? Number.NaN : value(subject, at)

const byIngress: Metric = ({ routes, weather }) => {
  if (weather.mood === 'no-traffic') return []
  // By name of the ingress only: two projects with the same name are one series (recording f21).
  const names = [...new Set(routes.map(({ metadata }) => metadata.name))].toSorted()
  return names.map((ingress) => {
    const same = routes.filter(({ metadata }) => metadata.name === ingress)
    return {
      labels: { ingress },
      at: (moment) => thousandths(same.reduce((sum, route) => sum + requestRate(route, moment, weather), 0)),
    }
  })
}

const serviceOf = (rule: unknown): string => {
  const paths = atPath(rule, 'http', 'paths')
  return text(atPath(Array.isArray(paths) ? paths[0] : undefined, 'backend', 'service', 'name'))
}

/** Not aggregated: a series for every pod, route and status (recording f01). */
const average: Metric = ({ gateway, pods, routes, weather }) => {
  if (weather.mood === 'no-traffic') return []
  const { name, namespace = '' } = gateway.metadata
  return pods.flatMap((pod) =>
    routes.flatMap((route) =>
      statuses.map((status) => {
        const rule = route.spec.rules?.[0]
        const job = `${name}-metrics`
        return {
          labels: {
            container: 'controller',
            controller_class: 'k8s.io/ingress-nginx',
            controller_namespace: namespace,
            controller_pod: pod.metadata.name,
            endpoint: 'metrics',
            exported_namespace: route.metadata.namespace ?? '',
            exported_service: serviceOf(rule),
            host: rule?.host ?? '',
            ingress: route.metadata.name,
            instance: `${pod.status.podIP ?? ''}:10254`,
            job,
            method: 'GET',
            namespace,
            path: '/',
            pod: pod.metadata.name,
            service: job,
            status,
          },
          at: (moment: number) => (isLull(weather, moment) ? Number.NaN : meanDuration(route, status, moment, weather)),
        }
      }),
    ),
  )
}

/** By name, as the real server lists them. */
export const metrics: Readonly<Record<string, Metric>> = {
  ingress_request_count: ofRequests((subject, at) => Math.round(total(subject, at))),
  ingress_request_4xx_count: ofRequests(({ routes, window, weather }, at) =>
    Math.round(requestCount(routes, at, window, weather, '4')),
  ),
  ingress_request_5xx_count: ofRequests(({ routes, window, weather }, at) =>
    Math.round(requestCount(routes, at, window, weather, '5')),
  ),
  ingress_active_connections: ({ gateway, routes, weather }) => [
    { at: (moment) => connections(gateway.metadata.name, routes, moment, weather) },
  ],
  ingress_success_rate: ofRequests(
    orNaN((subject, at) => {
      const { routes, window, weather } = subject
      const failed = requestCount(routes, at, window, weather, '4') + requestCount(routes, at, window, weather, '5')
      return 1 - failed / total(subject, at)
    }),
  ),
  ingress_request_duration_average: average,
  ingress_request_duration_50percentage: ofRequests(
    orNaN(({ routes, weather }, at) => quantile(routes, '50', at, weather)),
  ),
  ingress_request_duration_95percentage: ofRequests(
    orNaN(({ routes, weather }, at) => quantile(routes, '95', at, weather)),
  ),
  ingress_request_duration_99percentage: ofRequests(
    orNaN(({ routes, weather }, at) => quantile(routes, '99', at, weather)),
  ),
  ingress_request_volume: ofRequests(({ routes, weather }, at) =>
    thousandths(routes.reduce((sum, route) => sum + requestRate(route, at, weather), 0)),
  ),
  ingress_request_volume_by_ingress: byIngress,
  ingress_request_network_sent: ofRequests(({ routes, weather }, at) => traffic(routes, at, weather, 'sent')),
  ingress_request_network_received: ofRequests(({ routes, weather }, at) => traffic(routes, at, weather, 'received')),
  ingress_request_memory_bytes: ({ gateway }) => [{ at: (moment) => memory(gateway.metadata.name, moment) }],
  ingress_request_cpu_usage: ({ gateway, routes, weather }) => [
    { at: (moment) => cpu(gateway.metadata.name, routes, moment, weather) },
  ],
}

/** Metrics whose query would not hold without a job (recording f06). */
export const needJob: ReadonlySet<string> = new Set([
  'ingress_active_connections',
  'ingress_request_4xx_count',
  'ingress_request_5xx_count',
  'ingress_success_rate',
  'ingress_request_memory_bytes',
  'ingress_request_cpu_usage',
])
