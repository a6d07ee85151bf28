/** Lines per block; the oldest block goes as a whole when there are too many lines. */
export const BLOCK = 4096

/** Up to `BLOCK` lines: their texts, and what is known of them as columns of numbers, thirty bytes a line. */
export interface Block {
  texts: string[]
  readonly time: Float64Array
  readonly source: Uint16Array
  readonly status: Uint16Array
  readonly method: Uint32Array
  readonly host: Uint32Array
  readonly path: Uint32Array
  readonly upstream: Uint32Array
  readonly duration: Float32Array
}

/** Columns whose values are numbers of an interner. */
export type TextColumn = 'method' | 'host' | 'path' | 'upstream'
export type NumberColumn = 'time' | 'source' | 'status' | 'duration' | TextColumn

const COLUMNS = ['time', 'source', 'status', 'method', 'host', 'path', 'upstream', 'duration'] as const

/** A block without lines. */
export const emptyBlock = (): Block => ({
  texts: [],
  time: new Float64Array(BLOCK),
  source: new Uint16Array(BLOCK),
  status: new Uint16Array(BLOCK),
  method: new Uint32Array(BLOCK),
  host: new Uint32Array(BLOCK),
  path: new Uint32Array(BLOCK),
  upstream: new Uint32Array(BLOCK),
  duration: new Float32Array(BLOCK),
})

/** The text of a line by its distance from the first of the blocks; '' behind the last. */
export const textIn = (blocks: readonly Block[], index: number): string =>
  blocks[Math.floor(index / BLOCK)]?.texts[index % BLOCK] ?? ''

/** A number of a line by its distance from the first of the blocks; 0 behind the last. */
export const numberIn = (blocks: readonly Block[], column: NumberColumn, index: number): number =>
  blocks[Math.floor(index / BLOCK)]?.[column][index % BLOCK] ?? 0

/** The block that the next line goes into; a new one when the last is full. */
export function openBlock(blocks: Block[]): Block {
  const last = blocks.at(-1)
  if (last && last.texts.length < BLOCK) return last
  const block = emptyBlock()
  blocks.push(block)
  return block
}

/** Puts a line of one block behind the last of others. */
export function copyLine(from: Block, at: number, to: Block[]): void {
  const block = openBlock(to)
  const end = block.texts.push(from.texts[at] ?? '') - 1
  block.time[end] = from.time[at] ?? 0
  block.source[end] = from.source[at] ?? 0
  block.status[end] = from.status[at] ?? 0
  block.method[end] = from.method[at] ?? 0
  block.host[end] = from.host[at] ?? 0
  block.path[end] = from.path[at] ?? 0
  block.upstream[end] = from.upstream[at] ?? 0
  block.duration[end] = from.duration[at] ?? 0
}

/** The first lines of a block as a block of their own. */
export function firstLines(block: Block, count: number): Block {
  const copy = emptyBlock()
  copy.texts = block.texts.slice(0, count)
  for (const column of COLUMNS) copy[column].set(block[column].subarray(0, count))
  return copy
}
