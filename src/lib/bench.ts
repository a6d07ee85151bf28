/** One benchmark: a page in which `scripts/bench.mjs` measures. */
export interface Bench {
  readonly name: string
  /** In order. Each may have a limit: the most milliseconds of scripting that it may cost. */
  readonly steps: readonly {
    readonly name: string
    readonly limit?: number
    readonly times: number
    readonly run: () => void
  }[]
  /** What some steps cost together, by their names. */
  readonly wholes?: readonly { readonly name: string; readonly of: readonly string[] }[]
  /** What the pointer moves over while frames are counted. */
  readonly hover?: string
}

declare global {
  interface Window {
    bench?: Bench
    /** When frames were drawn while the pointer moved. */
    frameTimes?: number[]
  }
}

/** Hands a benchmark to the script that runs it. */
export const offer = (bench: Bench): void => {
  window.bench = bench
}
