import type { KeyValue, StringMap } from './key-values'
import { controllerOptions, isDefault, isKnownTo, optionByName, type ControllerOption } from './controller-options'
import { checkOption, type OptionFinding } from './option-check'

/** One option of a gateway: as it is set, and as the catalogue knows it. */
export interface OptionRow {
  readonly name: string
  /** Null when it is not set: then the default holds. */
  readonly value: string | null
  /** Null when the catalogue does not know it. */
  readonly option: ControllerOption | null
  readonly isDefault: boolean
  /** What is to be said of it, gravest first. */
  readonly findings: readonly OptionFinding[]
}

/** The options that are set, by name. `version` is the controller's, null when it is not known. */
export const setOptions = (config: StringMap, version: string | null): readonly OptionRow[] =>
  Object.entries(config)
    .map(([name, value]) => {
      const option = optionByName(name)
      const same = option !== undefined && isDefault(option, value)
      return { name, value, option: option ?? null, isDefault: same, findings: checkOption(name, value, version) }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Every option the controller knows with what holds for it, those that are set first. */
export const allOptions = (config: StringMap, version: string | null): readonly OptionRow[] => [
  ...setOptions(config, version),
  ...controllerOptions
    .filter((option) => !Object.hasOwn(config, option.name) && isKnownTo(option, version))
    .map((option) => ({ name: option.name, value: null, option, isDefault: true, findings: [] })),
]

/**
 * The rows after a change of keys: an option that was just named begins with its default, so that its field fits its
 * type. A value that somebody typed stays.
 */
export function withDefaults(before: readonly KeyValue[], after: readonly KeyValue[]): readonly KeyValue[] {
  const known = new Map(before.map((row) => [row.id, row]))
  return after.map((row) => {
    const was = known.get(row.id)
    if (was?.key === row.key) return row
    const untouched = row.value === '' || (was !== undefined && row.value === optionByName(was.key)?.default)
    return untouched ? { ...row, value: optionByName(row.key)?.default ?? '' } : row
  })
}
