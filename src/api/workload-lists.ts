import { queryOptions } from '@tanstack/react-query'
import { ServicePage } from '@/wire/k8s'
import { DeploymentPage } from '@/wire/workload'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayQueries } from './gateways'
import { request } from './http'
import { paths } from './paths'

/** So many names fit into a URL that every proxy lets pass. */
const NAMES_AT_ONCE = 50

/** Pages of the objects with these names, asked for side by side. */
const named = async <Page>(
  names: readonly string[],
  list: (query: Readonly<Record<string, string | number>>) => Promise<Page>,
) => {
  const chunks = Array.from({ length: Math.ceil(names.length / NAMES_AT_ONCE) }, (_, index) =>
    names.slice(index * NAMES_AT_ONCE, (index + 1) * NAMES_AT_ONCE),
  )
  return Promise.all(chunks.map((chunk) => list({ names: chunk.join(','), limit: NAMES_AT_ONCE, page: 1 })))
}
/** Pages of the Deployments with these names. */
export const listDeployments = (
  cluster: ClusterScope,
  names: readonly string[],
  options: { signal?: AbortSignal } = {},
) => named(names, (query) => request('GET', paths.deployments(cluster), { ...options, schema: DeploymentPage, query }))
const listServices = (cluster: ClusterScope, names: readonly string[]) =>
  named(names, (query) => request('GET', paths.services(cluster), { schema: ServicePage, query }))

/** What Helm made of several gateways. It changes when they do, so it hangs below the gateways' root. */
export const workloadListQueries = {
  /** The Deployments of several gateways at once, by the gateways' names. */
  deploymentsNamed: (cluster: ClusterScope, names: readonly string[]) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'deployments', names],
      queryFn: async () => ({ names, pages: await listDeployments(cluster, names) }),
    }),
  /** The Services of several gateways at once. */
  servicesNamed: (cluster: ClusterScope, names: readonly string[]) =>
    queryOptions({
      queryKey: [...gatewayQueries.all(cluster), 'services', names],
      queryFn: () => listServices(cluster, names),
    }),
}
