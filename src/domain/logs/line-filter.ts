/** A condition on the text of a line. */
export interface LineFilter {
  readonly kind: 'text' | 'regex'
  readonly keep: 'include' | 'exclude'
  readonly value: string
}

const kinds = ['text', 'regex'] as const
const keeps = ['include', 'exclude'] as const

/** A filter as it stands in a link, such as `exclude.regex.^10\.`. */
export const filterToParam = (filter: LineFilter): string => `${filter.keep}.${filter.kind}.${filter.value}`

/** The filter a link asks for; null for anything else. */
export function filterFromParam(param: string): LineFilter | null {
  const [keepText = '', kindText = '', ...rest] = param.split('.')
  const keep = keeps.find((each) => each === keepText)
  const kind = kinds.find((each) => each === kindText)
  const value = rest.join('.')
  return keep && kind && value !== '' ? { keep, kind, value } : null
}

/** A plain text as an expression that finds it, whatever its case. It has no way to take long. */
export const textPattern = (text: string, flags = 'i'): RegExp =>
  new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`), flags)

/** The expression of a filter. Throws SyntaxError for one that is no regular expression. */
export const filterPattern = (filter: LineFilter): RegExp =>
  filter.kind === 'text' ? textPattern(filter.value) : new RegExp(filter.value, 'i')

/** What is wrong with a regular expression, in the browser's words; null when nothing is. */
export function regexProblem(source: string): string | null {
  try {
    void new RegExp(source)
    return null
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error)
  }
}

/** Whether a line passes filters that are made of plain texts. */
export function textTest(filters: readonly LineFilter[]): ((text: string) => boolean) | null {
  const tests = filters
    .filter((filter) => filter.kind === 'text')
    .map((filter) => ({ pattern: filterPattern(filter), wanted: filter.keep === 'include' }))
  return tests.length === 0 ? null : (text) => tests.every(({ pattern, wanted }) => pattern.test(text) === wanted)
}
