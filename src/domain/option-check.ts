import { closestOption, isKnownTo, optionByName, type ControllerOption } from './controller-options'

/** Something to be said of an option that is set. */
export type OptionFinding =
  /** The controller ignores the key silently. */
  | { readonly kind: 'unknown'; readonly closest: string | null }
  | { readonly kind: 'not-in-version'; readonly version: string }
  /** The controller would use the default instead. */
  | { readonly kind: 'wrong-type'; readonly type: 'bool' | 'int' | 'float' }
  | { readonly kind: 'not-a-choice'; readonly values: readonly string[] }
  | { readonly kind: 'out-of-range'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'wrong-format'; readonly format: string }
  /** The Helm chart may write it too. */
  | { readonly kind: 'reserved' }
  | { readonly kind: 'no-effect' }
  | { readonly kind: 'deprecated'; readonly replacedBy: string | null }
  /** Free nginx text, in which an error stops every reload. */
  | { readonly kind: 'risk' }

/** An error means that the value will not do what it says; a warning, that one should know. */
export const severityOf = (finding: OptionFinding): 'error' | 'warning' =>
  ['wrong-type', 'not-a-choice', 'out-of-range', 'wrong-format'].includes(finding.kind) ? 'error' : 'warning'

/** What Go's strconv.ParseBool takes, with which the controller reads switches. */
const BOOL = /^(?:1|0|t|f|true|false|True|False|TRUE|FALSE|T|F)$/
const INT = /^[-+]?\d+$/
const FLOAT = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

const TIME = '\\d+(?:ms|s|m|h|d|w|M|y)?'
const eachOf = (separator: RegExp, one: RegExp) => (text: string) =>
  text
    .trim()
    .split(separator)
    .every((part) => one.test(part))

const COMMA = /\s*,\s*/
const IP = '(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)'

/** How to tell whether a text has one of the catalogue's formats. Those that are free text are not here. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'nginx-size': (text) => /^\d+[kKmMgG]?$/.test(text),
  'nginx-time': (text) => new RegExp(`^${TIME}(?:\\s*${TIME})*$`).test(text),
  'nginx-number-size': (text) => /^\d+\s+\d+[kKmM]?$/.test(text),
  'go-duration': (text) => /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$|^0$/.test(text),
  'cidr-list, comma separated': eachOf(COMMA, new RegExp(`^${IP}(?:/\\d{1,3})?$`)),
  'ip-list, comma separated': eachOf(COMMA, new RegExp(`^${IP}$`)),
  'status-list, comma separated': eachOf(COMMA, /^[1-5]\d\d$/),
  'mime-list, space separated': eachOf(/\s+/, /^(?:\*|[\w.+-]+\/(?:\*|[\w.+-]+))$/),
  url: (text) => /^https?:\/\/\S+$/.test(text),
  'namespace/configmap': (text) => /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(text),
  'namespace/secret': (text) => /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(text),
  'positive integer | auto': (text) => /^(?:auto|[1-9]\d*)$/.test(text),
}

const TYPES = ['bool', 'int', 'float'] as const

/** What is wrong with a value of a known option; null for nothing. */
function wrongValue(option: ControllerOption, value: string): OptionFinding | null {
  const text = value.trim()
  const type = TYPES.find((each) => each === option.type)
  const pattern = type && { bool: BOOL, int: INT, float: FLOAT }[type]
  if (type && pattern && !pattern.test(text)) return { kind: 'wrong-type', type }
  if (text === '') return null // unset: the default holds
  const { values, multi, min = null, max = null, format } = option
  if (values) {
    const chosen = multi ? text.split(/\s+/) : [text]
    if (chosen.some((one) => !values.includes(one))) return { kind: 'not-a-choice', values }
  }
  const isNumber = type === 'int' || type === 'float'
  if (isNumber && ((min !== null && Number(text) < min) || (max !== null && Number(text) > max)))
    return { kind: 'out-of-range', min, max }
  const hasFormat = format === undefined ? undefined : formats[format]
  return format !== undefined && hasFormat && text !== option.default && !hasFormat(text)
    ? { kind: 'wrong-format', format }
    : null
}

/**
 * Everything to be said of an option that is set to a value, gravest first; nothing for an ordinary one. `version` is
 * the controller's, null when it is not known.
 */
export function checkOption(name: string, value: string, version: string | null): readonly OptionFinding[] {
  const option = optionByName(name)
  if (option === undefined) return [{ kind: 'unknown', closest: closestOption(name) }]
  if (version !== null && !isKnownTo(option, version)) return [{ kind: 'not-in-version', version }]
  const wrong = wrongValue(option, value)
  return [
    ...(wrong ? [wrong] : []),
    ...(option.effect === 'none' ? [{ kind: 'no-effect' as const }] : []),
    ...(option.deprecated ? [{ kind: 'deprecated' as const, replacedBy: option.replacedBy ?? null }] : []),
    ...(option.reserved ? [{ kind: 'reserved' as const }] : []),
    ...(option.risk ? [{ kind: 'risk' as const }] : []),
  ]
}
