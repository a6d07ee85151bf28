import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { GatewayRef } from '@/domain/gateway'
import { followDeployment, followPods } from '@/api/follow'
import { noteDeployment, notePod, workloadQueries } from '@/api/workloads'
import type { WatchState } from '@/api/watch'

/** Both watches as one: live only while both are. */
const worst = (states: readonly WatchState[]): WatchState =>
  (['refused', 'broken', 'connecting', 'live'] as const).find((state) => states.includes(state)) ?? 'live'

/**
 * Keeps Deployment and pods of a gateway in the cache as they are, by watch, while the component is there. Where the
 * server offers no watch the caller has to ask again and again; the answer says which it is.
 */
export function useLiveWorkloads(ref: GatewayRef): WatchState {
  const client = useQueryClient()
  const [states, setStates] = useState<{ deployment: WatchState; pods: WatchState }>({
    deployment: 'connecting',
    pods: 'connecting',
  })
  const { cluster, project } = ref
  const { name, prefixed } = cluster
  useEffect(() => {
    const here: GatewayRef = { cluster: { name, prefixed }, project }
    const deployment = workloadQueries.deployment(here).queryKey
    const pods = workloadQueries.pods(here).queryKey
    const leave = new AbortController()
    const { signal } = leave
    void followDeployment(here, {
      signal,
      onState: (state) => setStates((known) => ({ ...known, deployment: state })),
      onGap: () => void client.invalidateQueries({ queryKey: deployment }),
      onEvent: (event) => noteDeployment(client, here, event),
    })
    void followPods(here, {
      signal,
      onState: (state) => setStates((known) => ({ ...known, pods: state })),
      onGap: () => void client.invalidateQueries({ queryKey: pods }),
      onEvent: (event) => notePod(client, here, event),
    })
    return () => leave.abort()
  }, [client, name, prefixed, project])
  return worst([states.deployment, states.pods])
}
