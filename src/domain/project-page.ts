import type { Gateway } from '@/wire/gateway'
import { CLUSTER_GATEWAY_PROJECT, gatewayName, isClusterGateway, isLegacy } from './gateway'

/** Which part of all project gateways is asked for, and in which order. */
export interface ProjectPageQuery {
  /** From 1 up. */
  readonly page: number
  readonly limit: number
  readonly sortBy: 'name' | 'createTime'
  readonly ascending: boolean
  /** Part of the name of the object; '' for all. */
  readonly name: string
}

/** What the server says of a page. Its list holds the cluster gateway too (recording d11), in its place. */
export interface ListedPage {
  readonly items: readonly Gateway[]
  /** The first gateway after the page; null at the end of the list. */
  readonly following: Gateway | null
  /** The cluster gateway, whether it is on this page or matches the search or not; null when there is none. */
  readonly clusterGateway: Gateway | null
  readonly total: number
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** The server's order: by name, or by time and then name. */
function precedes(a: Gateway, b: Gateway, { sortBy, ascending }: ProjectPageQuery): boolean {
  const byName = compare(a.metadata.name, b.metadata.name)
  const byTime = compare(a.metadata.creationTimestamp ?? '', b.metadata.creationTimestamp ?? '')
  const order = sortBy === 'name' ? byName : byTime || byName
  return ascending ? order < 0 : order > 0
}

/** Whether the search finds the cluster gateway as well. */
const isFound = (clusterGateway: Gateway | null, { name }: ProjectPageQuery): boolean =>
  clusterGateway !== null && clusterGateway.metadata.name.includes(name)

/** Whether the cluster gateway stands before the page, so that every place on it is one too early. */
function standsBefore(clusterGateway: Gateway, items: readonly Gateway[], query: ProjectPageQuery): boolean {
  // Legacy gateways have no time, and the server's order among them is no order: others tell better.
  const first = items.find((gateway) => !isLegacy(gateway)) ?? items[0]
  return first !== undefined && precedes(clusterGateway, first, query)
}

/**
 * The page as it would be if the cluster gateway were not in the list: full, without a gap, and counted right. It needs
 * one gateway more than the page, because whatever stands after the cluster gateway moves up by one place.
 */
export function projectPage(
  listed: ListedPage,
  query: ProjectPageQuery,
): { gateways: readonly Gateway[]; total: number } {
  const { items, following, clusterGateway, total } = listed
  if (clusterGateway === null || !isFound(clusterGateway, query))
    return { gateways: items.filter((gateway) => !isClusterGateway(gateway)), total }
  const own = items.filter((gateway) => !isClusterGateway(gateway))
  const next = following && !isClusterGateway(following) ? [following] : []
  const isHere = own.length < items.length
  const moved = isHere ? own : standsBefore(clusterGateway, items, query) ? own.slice(1) : null
  return { gateways: moved === null ? own : [...moved, ...next], total: Math.max(0, total - 1) }
}

/** How many pages there are; one, when there is nothing. */
export const pageCount = (total: number, limit: number): number => Math.max(1, Math.ceil(total / limit))

/** The project a row belongs to by the name of its object, by which the server addresses it; null for a foreign name. */
export function projectOfName(name: string): string | null {
  const prefix = gatewayName({ project: '' })
  const project = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  return project === '' || project === CLUSTER_GATEWAY_PROJECT ? null : project
}

/**
 * The project by which a gateway can be changed. Kapis routes know nothing but the project, and act on the object of
 * that name: a gateway made by hand, whose name and scope tell different projects, would be mistaken for another, so
 * it has none.
 */
export function addressableProject(gateway: Gateway): string | null {
  const project = projectOfName(gateway.metadata.name)
  const scope = gateway.spec.controller?.scope?.namespace
  return project !== null && (!scope || scope === project) ? project : null
}
