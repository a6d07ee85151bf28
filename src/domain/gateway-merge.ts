import type { Gateway } from '@/wire/gateway'
import { changedParts, formFromGateway, type GatewayForm } from './gateway-form'
import type { KeyValue } from './key-values'

/** The outcome of taking somebody else's newer object into a form that is being edited. */
export interface MergedForm {
  readonly form: GatewayForm
  /** Parts that only they changed: now in the form. */
  readonly taken: readonly (keyof GatewayForm)[]
  /** Parts that both changed differently: the form keeps mine, saving overwrites theirs. */
  readonly clashes: readonly (keyof GatewayForm)[]
}

/** Rows by key: theirs where I changed nothing, mine where I did; a key I deleted stays deleted. */
function mergeRows(base: readonly KeyValue[], mine: readonly KeyValue[], theirs: readonly KeyValue[]) {
  const valueIn = (rows: readonly KeyValue[], key: string) => rows.find((row) => row.key === key)?.value
  const keys = [...new Set([...mine, ...theirs].map((row) => row.key))]
  let clash = false
  const rows = keys.flatMap((key): readonly KeyValue[] => {
    const [before, ours, other] = [valueIn(base, key), valueIn(mine, key), valueIn(theirs, key)]
    const iChanged = ours !== before
    const theyChanged = other !== before
    if (iChanged && theyChanged && ours !== other) clash = true
    const value = iChanged ? ours : other
    const id = [...mine, ...theirs].find((row) => row.key === key)?.id ?? key
    return value === undefined ? [] : [{ id: `m:${id}`, key, value }]
  })
  return { rows, clash }
}

/**
 * Three-way merge of a form after a conflict (409): `base` is what the form was opened with, `theirs` what the server
 * holds now. Nothing typed is lost, nothing of theirs that I did not touch is overwritten.
 */
export function mergeForm(base: Gateway, mine: GatewayForm, theirs: Gateway): MergedForm {
  const [before, other] = [formFromGateway(base), formFromGateway(theirs)]
  const iChanged = new Set(changedParts(before, mine))
  const theyChanged = changedParts(before, other)
  const differ = new Set(changedParts(mine, other))
  const config = mergeRows(before.config, mine.config, other.config)
  const annotations = mergeRows(before.annotations, mine.annotations, other.annotations)
  const keep = <K extends keyof GatewayForm>(part: K): GatewayForm[K] => (iChanged.has(part) ? mine[part] : other[part])
  const rowClash = { config: config.clash, annotations: annotations.clash }
  const clashes = theyChanged.filter((part) =>
    part === 'config' || part === 'annotations' ? rowClash[part] : iChanged.has(part) && differ.has(part),
  )
  return {
    form: {
      mode: keep('mode'),
      replicas: keep('replicas'),
      tracing: keep('tracing'),
      provider: keep('provider'),
      config: config.rows,
      annotations: annotations.rows,
    },
    taken: theyChanged.filter((part) => !clashes.includes(part) && differ.has(part)),
    clashes,
  }
}
