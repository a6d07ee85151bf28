/** How often counts are drawn, in milliseconds. */
const COUNTS = 400

/** Tells those who draw that there is something new: once per frame, and now and then those for whom that is too often. */
export class Redraw {
  #version = 0
  #frame = 0
  readonly #listeners = new Set<() => void>()
  #slowVersion = 0
  #slowAt = -Infinity
  #slowTimer: ReturnType<typeof setTimeout> | undefined
  readonly #slowListeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly version = (): number => this.#version
  readonly subscribeSlowly = (listener: () => void): (() => void) => {
    this.#slowListeners.add(listener)
    return () => this.#slowListeners.delete(listener)
  }
  readonly slowVersion = (): number => this.#slowVersion

  ask(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#version += 1
      for (const listener of this.#listeners) listener()
      // At once after a rest, then every now and then.
      this.#slowTimer ??= setTimeout(this.#askSlowly, Math.max(0, this.#slowAt + COUNTS - performance.now()))
    })
  }

  /** Tells nobody any more what was asked for. */
  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    clearTimeout(this.#slowTimer)
    this.#slowTimer = undefined
  }

  readonly #askSlowly = () => {
    this.#slowTimer = undefined
    this.#slowAt = performance.now()
    this.#slowVersion += 1
    for (const listener of this.#slowListeners) listener()
  }
}
