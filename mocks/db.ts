import { isObject, text } from './json'
import { uuid } from './random'
import { isFault, isScenarioName, type Fault, type ScenarioName } from './scenarios'
import { createTable, type Table } from './table'
import type { Db, Step } from './tables'
import { build } from './worlds'

const FORMAT = 1
const FIRST_VERSION = 20_000
/** Where the state lies in a browser's sessionStorage. */
export const STORAGE_KEY = 'gateway-console.mock'

/** The tables that are saved, by the name they are saved under. */
const savedTables = (db: Db): [string, Pick<Table<never>, 'changes' | 'restore' | 'settle'>][] => [
  ['users', db.users],
  ['tokens', db.tokens],
  ...[...db.clusters.values()].flatMap((cluster) =>
    (['gateways', 'nginxes', 'services', 'deployments', 'pods', 'ingresses', 'events', 'legacyConfigs'] as const).map(
      (name): [string, Pick<Table<never>, 'changes' | 'restore' | 'settle'>] => [
        `${cluster.name}/${name}`,
        cluster[name],
      ],
    ),
  ),
]

/** The world as it begins. `now` in milliseconds since 1970; the same arguments always give the same world. */
export const seed = (scenario: ScenarioName, now: number, storage?: Storage): Db => {
  let version = FIRST_VERSION
  let serial = 0
  let isBuilt = false
  const db: Db = {
    scenario,
    seededAt: now,
    platform: { servicemesh: true, logging: 'off', multicluster: false },
    faults: [],
    clusters: new Map(),
    clusterObjects: createTable(),
    users: createTable(),
    globalRoles: createTable(),
    tokens: createTable(),
    version: () => version,
    stamp: (row) => {
      version += 1
      return { ...row, metadata: { ...row.metadata, resourceVersion: String(version) } }
    },
    unique: (what) => {
      serial += 1
      return uuid(`${scenario}/${now}/${serial}/${what}`)
    },
    commit: () => {
      // While the world is being built there is nothing to save, and what was saved before must not be lost.
      if (!isBuilt) return
      try {
        storage?.setItem(STORAGE_KEY, JSON.stringify(save()))
      } catch {
        // A full storage costs the memory across a reload, and nothing else.
      }
    },
  }
  const save = () => ({
    format: FORMAT,
    scenario,
    seededAt: now,
    faults: db.faults,
    version,
    serial,
    steps: Object.fromEntries([...db.clusters.values()].map((cluster) => [cluster.name, cluster.steps])),
    tables: Object.fromEntries(savedTables(db).map(([name, table]) => [name, table.changes()])),
  })
  build(db)
  for (const [, table] of savedTables(db)) table.settle()
  const saved = readSaved(storage)
  if (saved && saved.scenario === scenario && saved.seededAt === now) {
    version = saved.version
    serial = saved.serial
    db.faults = saved.faults
    for (const cluster of db.clusters.values()) cluster.steps = saved.steps[cluster.name] ?? []
    for (const [name, table] of savedTables(db)) table.restore(saved.tables[name] ?? {})
  }
  isBuilt = true
  return db
}

interface Saved {
  scenario: ScenarioName
  seededAt: number
  faults: Fault[]
  version: number
  serial: number
  steps: Record<string, Step[]>
  tables: Record<string, Record<string, unknown>>
}

/** What a storage holds, or `undefined` when it holds nothing usable. */
export const readSaved = (storage: Storage | undefined): Saved | undefined => {
  const saved = parse(storage?.getItem(STORAGE_KEY))
  if (!isObject(saved) || saved['format'] !== FORMAT) return undefined
  const scenario = text(saved['scenario'])
  if (!isScenarioName(scenario) || !isObject(saved['tables']) || !isObject(saved['steps'])) return undefined
  return {
    scenario,
    seededAt: Number(saved['seededAt']),
    faults: Array.isArray(saved['faults']) ? saved['faults'].map(text).filter(isFault) : [],
    version: Number(saved['version']),
    serial: Number(saved['serial']),
    // Written by `save` above, with the same format number.
    steps: saved['steps'] as Saved['steps'],
    tables: saved['tables'] as Saved['tables'],
  }
}

const parse = (json: string | null | undefined): unknown => {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return undefined
  }
}
