import type { Gateway } from '@/wire/gateway'
import { optionByName } from './controller-options'
import {
  CREATOR_ANNOTATION,
  GATEWAY_API,
  GATEWAY_NAMESPACE,
  PROVIDER_ANNOTATION,
  TRACING_ANNOTATION,
  gatewayName,
  hasTracing,
  providerOf,
  serviceType,
  wantedReplicas,
} from './gateway'
import {
  fromRows,
  isBlank,
  keyProblems,
  sameMap,
  toRows,
  type KeyProblem,
  type KeyValue,
  type StringMap,
} from './key-values'

export const accessModes = ['NodePort', 'LoadBalancer'] as const
export type AccessMode = (typeof accessModes)[number]

/** What the dialog shows and owns. Everything else of a Gateway is carried over untouched. */
export interface GatewayForm {
  /** Null when the object holds a type the console does not offer. */
  readonly mode: AccessMode | null
  /** As it stands in the field; null while it is empty. */
  readonly replicas: number | null
  readonly tracing: boolean
  readonly config: readonly KeyValue[]
  /** Belongs to LoadBalancer; '' is none. Kept while NodePort is chosen, but not saved then. */
  readonly provider: string
  readonly annotations: readonly KeyValue[]
}

export interface FormProblems {
  readonly mode?: 'required'
  readonly replicas?: 'not-a-count' | 'too-many'
  readonly config: ReadonlyMap<string, KeyProblem>
  readonly annotations: ReadonlyMap<string, KeyProblem>
}

/** More replicas than any cluster of this kind runs; catches a slip of the finger. */
export const MAX_REPLICAS = 100

export const emptyForm = (): GatewayForm => ({
  mode: 'NodePort',
  replicas: 1,
  tracing: false,
  config: [],
  provider: '',
  annotations: [],
})

const offeredRow = (key: string): KeyValue => ({ id: `option:${key}`, key, value: optionByName(key)?.default ?? '' })

/** The form with a row for an option, at its default, which counts once it is changed; the same form when it has one. */
export const withOption = (form: GatewayForm, key: string): GatewayForm =>
  form.config.some((row) => row.key === key) ? form : { ...form, config: [...form.config, offeredRow(key)] }

/** A row that `withOption` put there and nobody touched. */
const isUntouched = (row: KeyValue): boolean => {
  const offered = offeredRow(row.key)
  return row.id === offered.id && row.value === offered.value
}

/** The form of an existing gateway. */
export function formFromGateway(gateway: Gateway): GatewayForm {
  const type = serviceType(gateway)
  return {
    mode: accessModes.find((mode) => mode === type) ?? null,
    replicas: wantedReplicas(gateway),
    tracing: hasTracing(gateway),
    config: toRows(gateway.spec.controller?.config),
    provider: providerOf(gateway) ?? '',
    annotations: toRows(gateway.spec.service?.annotations),
  }
}

/** What keeps the form from being sent; the server would accept most of it and break later (c46, c49). */
export function formProblems(form: GatewayForm): FormProblems {
  const { replicas } = form
  const isCount = replicas !== null && Number.isInteger(replicas) && replicas >= 0
  return {
    ...(form.mode === null ? { mode: 'required' as const } : {}),
    ...(!isCount
      ? { replicas: 'not-a-count' as const }
      : replicas > MAX_REPLICAS
        ? { replicas: 'too-many' as const }
        : {}),
    config: keyProblems(form.config),
    annotations: form.mode === 'LoadBalancer' ? keyProblems(form.annotations) : new Map(),
  }
}

export const hasProblems = (problems: FormProblems): boolean =>
  problems.mode !== undefined ||
  problems.replicas !== undefined ||
  problems.config.size > 0 ||
  problems.annotations.size > 0

/**
 * The map that rows would be saved as, without blank and merely offered ones. Spaces around a typed key are slips and go; a key that the object already has
 * stays as it is, even with a stray tab, since nobody asked to change it.
 */
export function savedMap(rows: readonly KeyValue[], base: readonly KeyValue[]): StringMap {
  const known = new Set(base.map((row) => row.key))
  const kept = rows.filter((row) => known.has(row.key) || !(isBlank(row) || isUntouched(row)))
  return fromRows(kept.map((row) => (known.has(row.key) ? row : { ...row, key: row.key.trim() })))
}

/** The parts of the form that differ between two states of it, as they would be saved. */
export function changedParts(before: GatewayForm, after: GatewayForm): readonly (keyof GatewayForm)[] {
  const parts: (keyof GatewayForm)[] = []
  if (before.mode !== after.mode) parts.push('mode')
  if (before.replicas !== after.replicas) parts.push('replicas')
  if (before.tracing !== after.tracing) parts.push('tracing')
  if (!sameMap(fromRows(before.config), savedMap(after.config, before.config))) parts.push('config')
  if (before.provider !== after.provider) parts.push('provider')
  if (!sameMap(fromRows(before.annotations), savedMap(after.annotations, before.annotations))) parts.push('annotations')
  return parts
}

/** Provider and annotations that were typed but belong to LoadBalancer, while another mode is chosen. */
export function unsavedParts(base: GatewayForm, form: GatewayForm): readonly ('provider' | 'annotations')[] {
  if (form.mode === 'LoadBalancer') return []
  return changedParts(base, form).filter((part) => part === 'provider' || part === 'annotations')
}

/**
 * The gateway with what the form changed, and nothing else: parts that equal the base's are not touched, so an
 * untouched form gives back an equal object whatever fields it has.
 */
export function applyForm(base: Gateway, form: GatewayForm): Gateway {
  const before = formFromGateway(base)
  const unsaved: readonly string[] = unsavedParts(before, form)
  const changed = new Set(changedParts(before, form).filter((part) => !unsaved.includes(part)))
  if (changed.size === 0) return base
  const { metadata, spec } = base
  return {
    ...base,
    metadata: changed.has('provider')
      ? { ...metadata, annotations: { ...metadata.annotations, [PROVIDER_ANNOTATION]: form.provider } }
      : metadata,
    spec: {
      ...spec,
      ...(changed.has('config') && {
        controller: { ...spec.controller, config: savedMap(form.config, before.config) },
      }),
      ...((changed.has('replicas') || changed.has('tracing')) && {
        deployment: {
          ...spec.deployment,
          ...(changed.has('replicas') && form.replicas !== null && { replicas: form.replicas }),
          ...(changed.has('tracing') && {
            annotations: { ...spec.deployment?.annotations, [TRACING_ANNOTATION]: String(form.tracing) },
          }),
        },
      }),
      ...((changed.has('mode') || changed.has('annotations')) && {
        service: {
          ...spec.service,
          ...(changed.has('mode') && form.mode !== null && { type: form.mode }),
          ...(changed.has('annotations') && { annotations: savedMap(form.annotations, before.annotations) }),
        },
      }),
    },
  }
}

/** The gateway with another number of replicas, and everything else as it was. */
export const withReplicas = (gateway: Gateway, replicas: number): Gateway => ({
  ...gateway,
  spec: { ...gateway.spec, deployment: { ...gateway.spec.deployment, replicas } },
})

/**
 * The object that enables a gateway: for the cluster (`project` null) or for one project. The server fills in neither
 * the creator nor, on the RAW route, the scope (recordings c65, b15).
 */
export function newGateway(project: string | null, form: GatewayForm, creator: string): Gateway {
  const balanced = form.mode === 'LoadBalancer'
  return {
    apiVersion: GATEWAY_API,
    kind: 'Gateway',
    metadata: {
      name: gatewayName({ project }),
      namespace: GATEWAY_NAMESPACE,
      annotations: { [PROVIDER_ANNOTATION]: balanced ? form.provider : '', [CREATOR_ANNOTATION]: creator },
    },
    spec: {
      controller: {
        replicas: 1,
        annotations: {},
        config: savedMap(form.config, []),
        scope: { enabled: project !== null, namespace: project ?? '' },
      },
      deployment: { annotations: { [TRACING_ANNOTATION]: String(form.tracing) }, replicas: form.replicas ?? 1 },
      service: { annotations: balanced ? savedMap(form.annotations, []) : {}, type: form.mode ?? 'NodePort' },
    },
  }
}
