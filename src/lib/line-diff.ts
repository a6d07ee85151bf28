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

/** More cells than this are not compared line by line, which would take seconds: the differing middle is exchanged. */
const MOST_CELLS = 4_000_000

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
const as = (kind: DiffLine['kind'], lines: readonly string[]) => lines.map((text): DiffLine => ({ kind, text }))

/** How many lines two texts have in common at one end. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((line, index) => line !== b[index])
  return differing < 0 ? a.length : differing
}

/** The shortest way from one list of lines to another, by their longest common subsequence. */
function shortest(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const width = b.length + 1
  if ((a.length + 1) * width > MOST_CELLS) return [...as('removed', a), ...as('added', b)]
  // longest[i * width + j]: how many lines the rest of a from i and the rest of b from j have in common.
  const longest = new Uint32Array((a.length + 1) * width)
  const common = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1))
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left })
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ kind: 'removed', text: left })
      i += 1
    } else {
      lines.push({ kind: 'added', text: right ?? '' })
      j += 1
    }
  }
  return lines
}

/** Two texts line by line: what stays, what goes and what comes, with what goes before what comes in its place. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const head = commonLength(a, b)
  const [restA, restB] = [a.slice(head), b.slice(head)]
  const tail = Math.min(commonLength(restA.toReversed(), restB.toReversed()), restA.length, restB.length)
  return [
    ...as('same', a.slice(0, head)),
    ...shortest(restA.slice(0, restA.length - tail), restB.slice(0, restB.length - tail)),
    ...as('same', restA.slice(restA.length - tail)),
  ]
}

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
