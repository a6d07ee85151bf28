import type { Cluster, Configz } from '@/wire/session'

/** A cluster as requests need it: whether `/clusters/{name}` goes into its paths. */
export interface ClusterScope {
  readonly name: string
  readonly prefixed: boolean
}

/** The name of the only cluster of a single-cluster install; no server knows it. */
export const SINGLE_CLUSTER = 'default'

/**
 * The scope of the cluster named in the URL. Single-cluster installs answer 404 to prefixed paths (recording a71),
 * so there the one cluster is called `default` and any other name is `null`: no such cluster.
 */
export function clusterScope(name: string, configz: Configz): ClusterScope | null {
  if (configz.multicluster === true) return { name, prefixed: true }
  return name === SINGLE_CLUSTER ? { name, prefixed: false } : null
}

/**
 * The modules of one cluster. A member tells its own in `status.configz` (KubeSphere's Cluster type); what it leaves
 * out, or a cluster that is not known yet, is as the platform says.
 */
export const clusterModules = (platform: Configz, cluster: Cluster | undefined): Configz => ({
  ...platform,
  ...cluster?.status?.configz,
  multicluster: platform.multicluster,
})

/** Whether a member cluster's Ready condition is true; `null` when it does not say. */
export function clusterReady(cluster: Cluster): boolean | null {
  const ready = cluster.status?.conditions?.find((condition) => condition.type === 'Ready')
  return ready === undefined ? null : ready.status === 'True'
}
