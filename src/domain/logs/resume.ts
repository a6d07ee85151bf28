import { compareStamps, type StampedLine } from './stamp'

/** Where a stream was when it broke, so that the next one goes on without gap or repeat. */
export interface ResumePoint {
  /** `sinceTime` for the next stream: the whole second of the last line, or undefined before the first. */
  readonly sinceTime: () => string | undefined
  /** Says that the next line comes from a new stream, which begins with lines that were seen. */
  readonly reopened: () => void
  /** Whether a line is new. Must be asked for every line, in order. */
  readonly isNew: (line: StampedLine) => boolean
}

/**
 * A resume point for one pod. The kubelet cuts `sinceTime` to whole seconds, so the new stream repeats what was seen of
 * that second: older lines are left out, and of those with the very stamp of the last one as many as were seen.
 */
export function createResumePoint(): ResumePoint {
  let last: StampedLine | null = null
  let seenAtLast = 0
  let toSkip = 0
  let isReplaying = false
  const isRepeat = (line: StampedLine) => {
    if (!isReplaying || last === null) return false
    const order = compareStamps(line, last)
    if (order < 0) return true
    if (order === 0 && toSkip > 0) {
      toSkip -= 1
      return true
    }
    isReplaying = false
    return false
  }
  return {
    sinceTime: () =>
      last === null ? undefined : `${new Date(Math.floor(last.time / 1000)).toISOString().slice(0, 19)}Z`,
    reopened: () => {
      isReplaying = last !== null
      toSkip = seenAtLast
    },
    isNew: (line) => {
      if (isRepeat(line)) return false
      const order = last === null ? 1 : compareStamps(line, last)
      if (order > 0) {
        last = line
        seenAtLast = 1
      } else if (order === 0) seenAtLast += 1
      return true
    },
  }
}
