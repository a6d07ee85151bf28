import { useQuery } from '@tanstack/react-query'
import { nodeQueries, workloadQueries } from '@/api/workloads'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useLiveWorkloads } from '@/gateway/use-live-workloads'
import { EventsPanel } from './EventsPanel'
import { PodsPanel } from './PodsPanel'
import { PortsPanel } from './PortsPanel'
import { ReplicasPanel } from './ReplicasPanel'
import { useGatewayEvents } from './use-gateway-events'

/** How often pods are asked for where the server offers no watch, and beside a watch, in milliseconds. */
const POLLING = 3_000
const BESIDE_WATCH = 30_000

/** What carries the gateway: replicas, ports, pods, and what happened to them. */
export function Component() {
  const { ref } = useGatewayHere()
  const watch = useLiveWorkloads(ref)
  const refetchInterval = watch === 'live' ? BESIDE_WATCH : POLLING
  const pods = useQuery({ ...workloadQueries.pods(ref), refetchInterval })
  const deployment = useQuery({ ...workloadQueries.deployment(ref), refetchInterval })
  const nodes = useQuery(nodeQueries.all(ref.cluster))
  const events = useGatewayEvents(ref)
  return (
    <>
      <ReplicasPanel
        deployment={deployment.data ?? null}
        pods={pods.data?.items ?? []}
        events={events.events}
        nodes={nodes.data?.items ?? null}
        watch={watch}
        pollingSeconds={POLLING / 1000}
      />
      <PortsPanel />
      <PodsPanel query={pods} events={events.events} />
      <EventsPanel {...events} />
    </>
  )
}
