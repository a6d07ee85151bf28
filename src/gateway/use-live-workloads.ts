import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PodPage } from '@/wire/workload'
import type { GatewayRef } from '@/domain/gateway'
import { upsertPod, withoutPod } from '@/domain/pod-page'
import { isOlder } from '@/domain/version'
import { followDeployment, followPods } from '@/api/follow'
import { workloadQueries } from '@/api/workloads'
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
      onEvent: ({ type, object }) => {
        const known = client.getQueryData(deployment)
        if (known && isOlder(object, known)) return
        client.setQueryData(deployment, type === 'DELETED' ? null : object)
      },
    })
    void followPods(here, {
      signal,
      onState: (state) => setStates((known) => ({ ...known, pods: state })),
      onGap: () => void client.invalidateQueries({ queryKey: pods }),
      onEvent: ({ type, object }) =>
        client.setQueryData<PodPage>(pods, (page) => {
          if (page === undefined) return undefined // the list is on its way and will hold it
          return type === 'DELETED' ? withoutPod(page, object) : upsertPod(page, object)
        }),
    })
    return () => leave.abort()
  }, [client, name, prefixed, project])
  return worst([states.deployment, states.pods])
}
