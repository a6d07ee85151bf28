import { settle } from './controller'
import { createCluster, type CloudAddresses, type Cluster, type Db } from './tables'
import { gateway, namespace, node, route, type GatewayParts } from './fixtures'
import { createGateway } from './gateway-store'
import { gatewayName, SYSTEM } from './names'
import { between } from './random'
import { routesOf } from './routes'
import type { GatewayRecord, KubeObject } from './records'
import type { Table } from './table'
import type { World } from './world'

/** What worlds are made of: clusters with nodes, projects and routes, and gateways that are installed in them. */

/** Spans in milliseconds. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The projects of a platform that is not said to have others. */
export const PROJECTS = ['shop', 'shop-staging', 'billing', 'legacy-app', 'empty-proj', 'dev', 'dev-2']
const SYSTEM_NAMESPACES = ['default', 'kube-system', 'kube-public', 'kubesphere-system', 'kubesphere-controls-system']

const add = <Row extends KubeObject>(db: Db, table: Table<Row>, rows: readonly Row[]) => {
  for (const row of rows) table.put(row.metadata.name, db.stamp(row))
}

/** A cluster with nodes, projects and their routes, and without a gateway. */
export const emptyCluster = (
  db: Db,
  name: string,
  cloud: CloudAddresses,
  projects: readonly string[] = PROJECTS,
): Cluster => {
  const cluster = createCluster(name, cloud)
  const began = db.seededAt - 90 * DAY
  const address = (last: number) => `192.168.${name.length * 20}.${last}`
  add(db, cluster.nodes, [
    node('master-1', true, address(2), began),
    node('master-2', true, address(3), began + MINUTE),
    node('worker-1', false, address(4), began + 2 * MINUTE),
  ])
  add(
    db,
    cluster.namespaces,
    SYSTEM_NAMESPACES.map((each, index) => namespace(each, began + index * 1000)),
  )
  add(
    db,
    cluster.namespaces,
    projects.map((each, index) => namespace(each, began + DAY + index * HOUR, 'demo-ws')),
  )
  for (const parts of routesOf(projects)) {
    const row = route(parts, began + 2 * DAY + between(parts.name, 0, 30) * DAY)
    cluster.ingresses.put(`${parts.project}/${parts.name}`, db.stamp(row))
  }
  db.clusters.set(name, cluster)
  return cluster
}

/** Routes of billing, which stand before all others by name. */
export const addRoutes = (db: Db, cluster: Cluster, count: number) => {
  for (let index = 1; index <= count; index += 1) {
    const name = `api-${String(index).padStart(3, '0')}`
    const parts = { project: 'billing', name, host: `${name}.example.com`, service: 'api' }
    cluster.ingresses.put(`billing/${name}`, db.stamp(route(parts, db.seededAt - 5 * DAY)))
  }
}

/** A world whose operator is as fast as needed to have everything done when the scenario begins. */
export const worldOf = (db: Db): World => ({ db, now: () => db.seededAt, pace: 1, shuffles: 0 })

/** Installs a gateway that has been there for so long (ms), with all that its operator makes of it. */
export const install = (db: Db, cluster: Cluster, parts: GatewayParts, age: number): GatewayRecord => {
  const world = worldOf(db)
  const at = db.seededAt - age
  createGateway(world, cluster, gateway(parts, at), at)
  settle(world, at + HOUR / 2)
  const name = gatewayName(parts.namespace)
  const installed = cluster.gateways.get(name)
  if (!installed) throw new Error(`${name} was not installed`)
  return installed
}

/** The cluster gateway of most worlds. */
export const nodePort = (db: Db, cluster: Cluster) =>
  install(db, cluster, { namespace: SYSTEM, type: 'NodePort', config: { 'proxy-body-size': '20m' } }, 40 * DAY)
