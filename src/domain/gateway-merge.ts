import type { Gateway } from '@/wire/gateway'
import { changedParts, formFromGateway, savedMap, type AccessMode, type GatewayForm } from './gateway-form'
import { reviewChanges, type ReviewChange } from './gateway-review'
import type { KeyValue } from './key-values'

interface Sides<V> {
  readonly base: V
  readonly mine: V
  readonly theirs: V
}

/** Something that both changed, to different values; null is an option or annotation that is not there. */
export type Clash =
  | ({ readonly part: 'mode' } & Sides<AccessMode | null>)
  | ({ readonly part: 'replicas' } & Sides<number | null>)
  | ({ readonly part: 'tracing' } & Sides<boolean>)
  | ({ readonly part: 'provider' } & Sides<string>)
  | ({ readonly part: 'config' | 'annotations'; readonly key: string } & Sides<string | null>)

/** The outcome of taking somebody else's newer object into a form that is being edited. */
export interface MergedForm {
  /** Theirs where I changed nothing, mine where I did, also where they changed it too. */
  readonly form: GatewayForm
  /** Their changes, without those that clash: now in the form or, where the form does not show them, in the object. */
  readonly taken: readonly ReviewChange[]
  readonly clashes: readonly Clash[]
}

const valuesOf = (map: Readonly<Record<string, string>>) => new Map(Object.entries(map))
const asMap = (rows: readonly KeyValue[]) => new Map(rows.map((row) => [row.key, row.value]))

/** An id that no row has. */
function freeId(rows: readonly KeyValue[]): string {
  const taken = new Set(rows.map((row) => row.id))
  let number = rows.length
  while (taken.has(`theirs:${number}`)) number += 1
  return `theirs:${number}`
}

const withRow = (rows: readonly KeyValue[], key: string, value: string): readonly KeyValue[] => [
  ...rows,
  { id: freeId(rows), key, value },
]

/** Rows by key. Rows that are not finished (no key, or one that comes twice) stay as they are typed. */
function mergeRows(
  part: 'config' | 'annotations',
  base: readonly KeyValue[],
  mine: readonly KeyValue[],
  theirs: readonly KeyValue[],
): { rows: readonly KeyValue[]; clashes: readonly Clash[] } {
  const [before, ours, other] = [asMap(base), valuesOf(savedMap(mine, base)), asMap(theirs)]
  const keyOf = (row: KeyValue) => (before.has(row.key) ? row.key : row.key.trim())
  const isMine = (key: string) =>
    ours.get(key) !== before.get(key) || mine.filter((row) => keyOf(row) === key).length > 1
  const kept = mine.flatMap((row): readonly KeyValue[] => {
    const key = keyOf(row)
    const value = other.get(key)
    // A row that was only offered gives way to theirs, which is added below.
    if (!ours.has(key)) return value === undefined ? [row] : []
    if (isMine(key) || value === before.get(key)) return [row]
    return value === undefined ? [] : [{ ...row, value }]
  })
  const isNew = (key: string) => !ours.has(key) && !before.has(key)
  const rows = [...other].reduce<readonly KeyValue[]>(
    (all, [key, value]) => (isNew(key) ? withRow(all, key, value) : all),
    kept,
  )
  const clashes = [...new Set([...before.keys(), ...ours.keys()])].flatMap((key): readonly Clash[] => {
    const sides = { base: before.get(key) ?? null, mine: ours.get(key) ?? null, theirs: other.get(key) ?? null }
    const isClash = isMine(key) && sides.theirs !== sides.base && sides.theirs !== sides.mine
    return isClash ? [{ part, key, ...sides }] : []
  })
  return { rows, clashes }
}

const clashKeys = { option: 'config', annotation: 'annotations' } as const

const isClashing = (change: ReviewChange, clashes: readonly Clash[]): boolean =>
  clashes.some((clash) => {
    if (change.kind === 'option' || change.kind === 'annotation')
      return 'key' in clash && clash.part === clashKeys[change.kind] && clash.key === change.key
    return clash.part === change.kind
  })

/**
 * Three-way merge of a form by field: `base` is what the form was opened with, `theirs` what the server holds now.
 * Nothing typed is lost, nothing of theirs that I did not touch is overwritten; what both changed is a clash to decide.
 */
export function mergeForm(base: Gateway, mine: GatewayForm, theirs: Gateway): MergedForm {
  const [before, other] = [formFromGateway(base), formFromGateway(theirs)]
  const iChanged = new Set(changedParts(before, mine))
  const config = mergeRows('config', before.config, mine.config, other.config)
  const annotations = mergeRows('annotations', before.annotations, mine.annotations, other.annotations)
  const keep = <K extends keyof GatewayForm>(part: K): GatewayForm[K] => (iChanged.has(part) ? mine[part] : other[part])
  const sides = <K extends keyof GatewayForm>(part: K): Sides<GatewayForm[K]> => ({
    base: before[part],
    mine: mine[part],
    theirs: other[part],
  })
  const isClash = (part: 'mode' | 'replicas' | 'tracing' | 'provider') =>
    mine[part] !== before[part] && other[part] !== before[part] && other[part] !== mine[part]
  const clashes: readonly Clash[] = [
    ...(isClash('mode') ? [{ part: 'mode' as const, ...sides('mode') }] : []),
    ...(isClash('provider') ? [{ part: 'provider' as const, ...sides('provider') }] : []),
    ...annotations.clashes,
    ...(isClash('replicas') ? [{ part: 'replicas' as const, ...sides('replicas') }] : []),
    ...(isClash('tracing') ? [{ part: 'tracing' as const, ...sides('tracing') }] : []),
    ...config.clashes,
  ]
  return {
    form: {
      mode: keep('mode'),
      replicas: keep('replicas'),
      tracing: keep('tracing'),
      provider: keep('provider'),
      config: config.rows,
      annotations: annotations.rows,
    },
    taken: reviewChanges(base, theirs).filter((change) => !isClashing(change, clashes)),
    clashes,
  }
}

/** Tells clashes apart, also over several merges. */
export const clashId = (clash: Clash): string => ('key' in clash ? `${clash.part}:${clash.key}` : clash.part)

/** Clashes of an earlier merge that nobody has decided yet, with those of a later one. */
export const stillOpen = (earlier: readonly Clash[], later: readonly Clash[]): readonly Clash[] => {
  const found = new Set(later.map(clashId))
  return [...earlier.filter((clash) => !found.has(clashId(clash))), ...later]
}

function setRow(rows: readonly KeyValue[], key: string, value: string | null): readonly KeyValue[] {
  const isIt = (row: KeyValue) => row.key === key || row.key.trim() === key
  if (value === null) return rows.filter((row) => !isIt(row))
  return rows.some(isIt) ? rows.map((row) => (isIt(row) ? { ...row, value } : row)) : withRow(rows, key, value)
}

/** The form with one side's value where both had changed something. */
export function decide(form: GatewayForm, clash: Clash, side: 'mine' | 'theirs'): GatewayForm {
  switch (clash.part) {
    case 'mode':
      return { ...form, mode: clash[side] }
    case 'replicas':
      return { ...form, replicas: clash[side] }
    case 'tracing':
      return { ...form, tracing: clash[side] }
    case 'provider':
      return { ...form, provider: clash[side] }
    case 'config':
    case 'annotations':
      return { ...form, [clash.part]: setRow(form[clash.part], clash.key, clash[side]) }
  }
}
