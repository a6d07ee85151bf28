import { Deployment, Pod } from '@/wire/workload'
import { gatewayName, nginxName, type GatewayRef } from '@/domain/gateway'
import { paths } from './paths'
import { watchObjects, type WatchEvent, type WatchState } from './watch'

interface Follower<T> {
  readonly signal: AbortSignal
  readonly onEvent: (event: WatchEvent<T>) => void
  readonly onState: (state: WatchState) => void
  readonly onGap: () => void
}

/** Follows the gateway's Deployment until the signal ends it. */
export const followDeployment = (ref: GatewayRef, follower: Follower<Deployment>): Promise<void> =>
  watchObjects({
    ...follower,
    path: paths.watchedDeployments(ref.cluster),
    query: { fieldSelector: `metadata.name=${gatewayName(ref)}` },
    schema: Deployment,
  })

/** Follows the gateway's pods until the signal ends it. */
export const followPods = (ref: GatewayRef, follower: Follower<Pod>): Promise<void> =>
  watchObjects({
    ...follower,
    path: paths.watchedPods(ref.cluster),
    query: { labelSelector: `app.kubernetes.io/name=ingress-nginx,app.kubernetes.io/instance=${nginxName(ref)}` },
    schema: Pod,
  })
