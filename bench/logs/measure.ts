/** Looks at what a page feels like while something goes on. */

interface Seen {
  /** The longest time for which the page's thread answered nobody, in milliseconds. */
  readonly longest: number
  readonly frames: number
  readonly seconds: number
  /** Frames in the worst of the whole seconds. */
  readonly worst: number
}

/** Watches the page until it is told to stop. */
export function watchPage(): { readonly stop: () => Seen } {
  const began = performance.now()
  let last = began
  let longest = 0
  const frames: number[] = []
  let isOver = false
  const channel = new MessageChannel()
  const frame = () => {
    frames.push(performance.now() - began)
    if (!isOver) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  // As often as a key press would want to be answered.
  channel.port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setTimeout(() => channel.port2.postMessage(null), 4)
  }
  channel.port2.postMessage(null)
  return {
    stop: () => {
      isOver = true
      channel.port1.close()
      const now = performance.now()
      const seconds = (now - began) / 1000
      const bySecond = Array.from(
        { length: Math.floor(seconds) },
        (_, second) => frames.filter((at) => Math.floor(at / 1000) === second).length,
      )
      return { longest: Math.max(longest, now - last), frames: frames.length, seconds, worst: Math.min(...bySecond) }
    },
  }
}

/** Gives the thread back for a moment. */
export const breath = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until something is so, at most so many milliseconds; gives how long it took, or null. */
export async function until(isSo: () => boolean, most: number): Promise<number | null> {
  const began = performance.now()
  while (!isSo()) {
    if (performance.now() - began > most) return null
    await breath(4)
  }
  return performance.now() - began
}
