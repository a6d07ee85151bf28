/** One benchmark: a page in which `scripts/bench.mjs` measures. */
export interface Bench {
  readonly name: string
  /** In order. The first of a name is not repeated; each is given the most milliseconds of scripting it may cost. */
  readonly steps: readonly {
    readonly name: string
    readonly limit: number
    readonly times: number
    readonly run: () => void
  }[]
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
