/** Looks at what a page feels like while something goes on. */

/** The longest time for which the page's thread answered nobody, and how many frames were drawn. */
export function watchPage(): { stop: () => { longest: number; frames: number; seconds: number } } {
  const began = performance.now()
  let last = began
  let longest = 0
  let frames = 0
  let isOver = false
  const channel = new MessageChannel()
  const frame = () => {
    frames += 1
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
      return { longest: Math.max(longest, now - last), frames, seconds: (now - began) / 1000 }
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
