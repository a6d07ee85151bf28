import { createContext, use } from 'react'
import type { ClusterScope } from '@/domain/cluster'
import type { Configz } from '@/wire/session'

interface ClusterHere {
  readonly scope: ClusterScope
  /** Modules of the platform. */
  readonly modules: Configz
}

/** The cluster of the page one is on. */
export const ClusterContext = createContext<ClusterHere | null>(null)

export function useCluster(): ClusterHere {
  const cluster = use(ClusterContext)
  if (cluster === null) throw new Error('useCluster outside of a cluster page')
  return cluster
}
