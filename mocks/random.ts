/** Made-up values that are always the same for the same seed text. `Math.random` appears nowhere in the mock. */

/** A 32 bit number made from a text (FNV-1a with a final mix). */
export const hash = (seed: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < seed.length; index += 1) {
    value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** A whole number from `from` up to and without `to`. */
export const between = (seed: string, from: number, to: number): number => from + (hash(seed) % (to - from))

/** One of the items. The list must not be empty. */
export const oneOf = <Item>(seed: string, items: readonly [Item, ...Item[]]): Item =>
  items[hash(seed) % items.length] ?? items[0]

const letters = (seed: string, length: number, alphabet: string): string =>
  Array.from({ length }, (_, index) => alphabet[hash(`${seed}#${index}`) % alphabet.length]).join('')

/** Hexadecimal digits. */
export const hex = (seed: string, length: number): string =>
  Array.from({ length: Math.ceil(length / 8) }, (_, index) => hash(`${seed}#${index}`).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, length)

/** Letters and digits as Kubernetes uses them for generated names, without vowels. */
export const suffix = (seed: string, length: number): string => letters(seed, length, 'bcdfghjklmnpqrstvwxz2456789')

/** A UUID in the form of version 4. */
export const uuid = (seed: string): string => {
  const digits = hex(seed, 32)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
}
