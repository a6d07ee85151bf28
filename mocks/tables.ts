import type * as records from './records'
import type { Fault, ScenarioName } from './scenarios'
import { createTable, type Table } from './table'

/** What a cluster's cloud gives to Services of type LoadBalancer. */
export type CloudAddresses = 'ip' | 'dual' | 'hostname' | 'never'

/** Something the operator will do. Kept in the database, so it happens also after a reload. */
export interface Step {
  /** Milliseconds since 1970. */
  at: number
  action: StepAction
  /** Name of the gateway. */
  gateway: string
  /** The gateway this was meant for: one of the same name made later is another. */
  uid: string
}
export type StepAction =
  | 'install'
  | 'deploy'
  | 'release'
  | 'rollout'
  | 'service'
  | 'address'
  | 'pods'
  | 'remove'
  | 'sweep'

/** What keeps new pods of a cluster from getting ready. */
export type Ailment = 'crash-loop' | 'image-pull' | 'unschedulable' | 'not-ready'

/** The tables of one cluster. */
export interface Cluster {
  name: string
  cloud: CloudAddresses
  /** Whether the controllers of gateways write addresses into routes. None ran in the recorded cluster. */
  writesRoutes: boolean
  gateways: Table<records.GatewayRecord>
  nginxes: Table<records.NginxRecord>
  services: Table<records.ServiceRecord>
  deployments: Table<records.DeploymentRecord>
  /** By name of the gateway, because nobody asks for pods in any other way. */
  pods: Table<records.PodRecord[]>
  /** By `namespace/name`. */
  ingresses: Table<records.IngressRecord>
  namespaces: Table<records.NamespaceRecord>
  nodes: Table<records.NodeRecord>
  events: Table<records.EventRecord>
  /** Options of legacy gateways, by project: they live in a ConfigMap that only the upgrade reads. */
  legacyConfigs: Table<Record<string, string>>
  steps: Step[]
  /** Pods that are gone, with the version of their going, for watches that go on from before it. Not saved. */
  buried: records.PodRecord[]
  /** Part of the scenario, so not saved. */
  ailment?: Ailment
}

/** Which modules the platform has, and which clusters. */
export interface Platform {
  servicemesh: boolean
  /** The module, or `down` when it is there and its Elasticsearch is not. */
  logging: 'on' | 'off' | 'down'
  multicluster: boolean
}

export interface Db {
  scenario: ScenarioName
  /** When the world began, milliseconds since 1970. */
  seededAt: number
  platform: Platform
  faults: Fault[]
  clusters: Map<string, Cluster>
  clusterObjects: Table<records.ClusterRecord>
  users: Table<records.UserRecord>
  globalRoles: Table<records.RoleRecord>
  tokens: Table<records.TokenRecord>
  /** The newest resourceVersion. */
  version: () => number
  /** The object with the next resourceVersion. */
  stamp: <Row extends { metadata: records.Meta }>(row: Row) => Row
  /** A name nobody had before, for uids and tokens. */
  unique: (what: string) => string
  /** Saves everything that differs from the beginning of the world, at once, so that it survives a reload. */
  commit: () => void
}

/** A cluster without anything. */
export const createCluster = (name: string, cloud: CloudAddresses): Cluster => ({
  name,
  cloud,
  writesRoutes: true,
  gateways: createTable(),
  nginxes: createTable(),
  services: createTable(),
  deployments: createTable(),
  pods: createTable(),
  ingresses: createTable(),
  namespaces: createTable(),
  nodes: createTable(),
  events: createTable(),
  legacyConfigs: createTable(),
  steps: [],
  buried: [],
})
