import { diffArrays } from 'diff'

/** A line of a comparison of two texts. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Lines that are left out since they are the same, in a comparison cut down to what differs. */
export interface DiffGap {
  readonly kind: 'gap'
  readonly count: number
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

/** Two texts line by line: what stays, what goes and what comes, with what goes before what comes in its place. */
export const diffLines = (before: string, after: string): readonly DiffLine[] =>
  diffArrays(linesOf(before), linesOf(after)).flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value.map((text): DiffLine => ({ kind, text }))
  })

/** Only what differs, with so many lines around it; what is left out between is counted. */
export function withContext(lines: readonly DiffLine[], context: number): readonly (DiffLine | DiffGap)[] {
  const near = new Set<number>()
  lines.forEach((line, index) => {
    if (line.kind === 'same') return
    for (let at = index - context; at <= index + context; at += 1) near.add(at)
  })
  const shown: (DiffLine | DiffGap)[] = []
  let left = 0
  const close = () => {
    if (left > 0) shown.push({ kind: 'gap', count: left })
    left = 0
  }
  lines.forEach((line, index) => {
    if (near.has(index)) {
      close()
      shown.push(line)
    } else left += 1
  })
  close()
  return shown
}
