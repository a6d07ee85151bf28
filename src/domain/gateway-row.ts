import type { Gateway } from '@/wire/gateway'
import type { Deployment } from '@/wire/workload'
import { gatewayExposure, type Exposure } from './address'
import { gatewayPorts, hasTracing, isBeingRemoved, isLegacy, projectOf, serviceType, wantedReplicas } from './gateway'
import { gatewayState, type GatewayState } from './gateway-status'
import { addressableProject, projectOfName } from './project-page'

/** The Deployments of the gateways on screen: what was asked for, and what was found. */
export interface KnownDeployments {
  readonly names: readonly string[]
  readonly pages: readonly { readonly items?: readonly Deployment[] | null | undefined }[]
}

/** A project gateway as a table shows it. */
export interface GatewayRow {
  readonly name: string
  readonly gateway: Gateway
  /** The project it says it serves. */
  readonly project: string
  /** The project by which it can be changed; null for one whose name and scope disagree. */
  readonly addressable: string | null
  /** Whether it has a page of its own. */
  readonly hasPage: boolean
  readonly isLegacy: boolean
  readonly isBeingRemoved: boolean
  readonly type: string
  readonly exposure: Exposure
  readonly ports: ReturnType<typeof gatewayPorts>
  readonly tracing: boolean
  readonly wanted: number
  /** Null when it is not known. */
  readonly ready: number | null
  /** Null while it is being looked up. */
  readonly state: GatewayState | null
}

/** Undefined: may not be read. Null: there is none. 'waiting': not answered yet. */
type Found = Deployment | null | undefined | 'waiting'

/** A row, from what a list tells: the objects behind a gateway, its Nginx object and pods, are asked for on its page only. */
function toRow(gateway: Gateway, deployment: Found): GatewayRow {
  const known = deployment === 'waiting' ? undefined : deployment
  return {
    name: gateway.metadata.name,
    gateway,
    project: projectOf(gateway) ?? '',
    addressable: addressableProject(gateway),
    hasPage: projectOfName(gateway.metadata.name) !== null,
    isLegacy: isLegacy(gateway),
    isBeingRemoved: isBeingRemoved(gateway),
    type: serviceType(gateway),
    exposure: gatewayExposure(gateway, undefined),
    ports: gatewayPorts(gateway),
    tracing: hasTracing(gateway),
    wanted: wantedReplicas(gateway),
    ready: known ? (known.status?.readyReplicas ?? 0) : null,
    state:
      deployment === 'waiting'
        ? null
        : gatewayState({ gateway, nginx: undefined, deployment: known, pods: [], now: 0 }),
  }
}

/** Rows of gateways. `deployments` is undefined until the first answer, null when they may not be read. */
export function toRows(
  gateways: readonly Gateway[],
  deployments: KnownDeployments | null | undefined,
): readonly GatewayRow[] {
  const asked = new Set(deployments?.names)
  const found = new Map(
    (deployments?.pages ?? []).flatMap((page) => page.items ?? []).map((item) => [item.metadata.name, item]),
  )
  return gateways.map((gateway) => {
    const { name } = gateway.metadata
    if (deployments === null) return toRow(gateway, undefined)
    return toRow(gateway, asked.has(name) ? (found.get(name) ?? null) : 'waiting')
  })
}
