import type { Deployment } from '@/wire/workload'
import { editDistance } from '@/lib/edit-distance'
import data from './controller-options.json'

/** One key of the controller's ConfigMap, with what is known of it. */
export interface ControllerOption {
  readonly name: string
  readonly category: string
  readonly type: string
  readonly default: string
  readonly format?: string
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly values?: readonly string[]
  /** Several of the values, with spaces between. */
  readonly multi?: boolean
  readonly deprecated?: boolean
  readonly replacedBy?: string
  readonly reserved?: string
  readonly effect?: string
  readonly risk?: string
  /** Controller versions that know the key. */
  readonly controllers: readonly string[]
}

/** Every option of ingress-nginx v0.48.1, v1.1.0 and v1.3.1, by name. */
export const controllerOptions: readonly ControllerOption[] = data

/** What options are about, in the order in which they are offered: what most people come for first. */
export const categories = [
  'proxy',
  'client-limits',
  'client-ip-headers',
  'tls',
  'upstream',
  'compression',
  'rate-limit',
  'logging',
  'auth',
  'http2',
  'general',
  'workers',
  'hash-tables',
  'waf-block',
  'tracing',
  'snippets',
] as const

const byName: ReadonlyMap<string, ControllerOption> = new Map(controllerOptions.map((option) => [option.name, option]))

/** The option with exactly this name. */
export const optionByName = (name: string): ControllerOption | undefined => byName.get(name)

/** The version a controller image's tag names, such as `v1.1.0`; null without a tag, or when the tag is no version. */
export function controllerVersion(image: string | undefined): string | null {
  const [withoutDigest = ''] = (image ?? '').split('@')
  // Only after the last slash does a colon begin a tag: a registry may have a port.
  const tag = /:([^:/]+)$/.exec(withoutDigest)?.[1] ?? ''
  return numbersOf(tag) === null ? null : tag
}

/**
 * Whether a controller of this version knows the option. A version the catalogue was not made from counts as the nearest
 * older one, or as the oldest. Without a version the option is known: nobody should be warned on a guess.
 */
export function isKnownTo(option: ControllerOption, version: string | null): boolean {
  const known = version === null ? null : nearestListed(version)
  return known === null || option.controllers.includes(known)
}

const listed: readonly string[] = [...new Set(controllerOptions.flatMap((option) => option.controllers))].toSorted(
  (a, b) => compareNumbers(numbersOf(a) ?? [], numbersOf(b) ?? []),
)

function nearestListed(version: string): string | null {
  const wanted = numbersOf(version)
  if (wanted === null) return null
  const older = listed.findLast((candidate) => compareNumbers(numbersOf(candidate) ?? [], wanted) <= 0)
  return older ?? listed[0] ?? null
}

/** Major, minor and patch; a suffix such as `-alpine` does not count. */
function numbersOf(version: string): readonly number[] | null {
  const found = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/.exec(version)
  return found && found.slice(1).map((part) => Number(part ?? 0))
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}

const MOST_EDITS = 3

/**
 * The option a mistyped name probably meant: the nearest by edits, at most three and at most a third of what was typed.
 * Case and underscores do not count. Null when nothing is near.
 */
export function closestOption(name: string): string | null {
  const typed = name.trim().toLowerCase().replaceAll('_', '-')
  const limit = Math.min(MOST_EDITS, Math.floor(typed.length / 3))
  let closest: string | null = null
  let fewest = limit + 1
  for (const { name: known } of controllerOptions) {
    // Texts differ by at least their difference in length; this spares most of the work.
    if (Math.abs(known.length - typed.length) >= fewest) continue
    const edits = editDistance(typed, known)
    if (edits < fewest) [closest, fewest] = [known, edits]
  }
  return closest
}

/** Whether setting the option to this value changes nothing, because it is the default, perhaps written differently. */
export function isDefault(option: ControllerOption, value: string): boolean {
  return meant(option, value) === meant(option, option.default)
}

const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/

/** One spelling for all values that mean the same. */
function meant(option: ControllerOption, value: string): string {
  const text = value.trim()
  if (option.type === 'bool') return text.toLowerCase()
  const isNumber = option.type === 'int' || option.type === 'float'
  // An empty text is no number, though JavaScript would make it 0.
  return isNumber && DECIMAL.test(text) ? String(Number(text)) : text
}

/** The image of the controller's container, undefined when there is no Deployment or no such container. */
export const controllerImage = (deployment: Deployment | null): string | undefined =>
  deployment?.spec.template.spec?.containers?.find((container) => container.name === 'controller')?.image
