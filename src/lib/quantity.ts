/** Factors of the suffixes of Kubernetes quantities. */
const factors: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
}

/** A Kubernetes quantity (`100m`, `1.5`, `512Mi`, `2e3`) as a number of cores or bytes; null when it is none. */
export function parseQuantity(text: string): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(text.trim())
  const [, mantissa, exponent = '', suffix = ''] = match ?? []
  const factor = factors[suffix]
  return mantissa === undefined || factor === undefined ? null : Number(`${mantissa}${exponent}`) * factor
}

/** Cores in the form people type: whole cores, or thousandths. */
export const formatCores = (cores: number): string =>
  Number.isInteger(cores) ? String(cores) : `${Math.round(cores * 1000)}m`

const units = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const

/** Bytes in the largest binary unit that leaves at least one of it. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / 2 ** (10 * power)
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)}${units[power] ?? ''}`
}
