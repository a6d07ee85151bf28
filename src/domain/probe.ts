import type { Pod } from '@/wire/workload'

type Probe = NonNullable<Pod['spec']['containers'][number]['readinessProbe']>

/** What a probe asks: `GET :10254/healthz`. Probes of other kinds are named by their kind. */
export function probeTarget(probe: Probe): string {
  if (probe.httpGet) return `GET :${probe.httpGet.port ?? ''}${probe.httpGet.path ?? '/'}`
  return (['tcpSocket', 'exec', 'grpc'] as const).find((kind) => probe[kind] !== undefined) ?? '?'
}
