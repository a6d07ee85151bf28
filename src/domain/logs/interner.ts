/** Gives texts that come again and again one small number each, so that a million lines hold numbers. */
export interface Interner {
  /** The number of a text. '' is always 0. When the table is full, new texts share the number 1. */
  readonly idOf: (text: string) => number
  /** The number of a text that is there already, else undefined. */
  readonly find: (text: string) => number | undefined
  readonly textOf: (id: number) => string
}

/** What the number 1 stands for: hostile traffic can make up any number of paths, and they must not fill the memory. */
export const OTHERS = '…'

/** An empty table for at most `most` texts. */
export function createInterner(most = 50_000): Interner {
  const texts = ['', OTHERS]
  const ids = new Map(texts.map((text, id) => [text, id]))
  return {
    idOf: (text) => {
      const known = ids.get(text)
      if (known !== undefined) return known
      if (texts.length >= most) return 1
      const id = texts.length
      // A copy: a part of a line would keep the whole line, and what it was read with, in memory.
      const own = ` ${text}`.slice(1)
      texts.push(own)
      ids.set(own, id)
      return id
    },
    find: (text) => ids.get(text),
    textOf: (id) => texts[id] ?? '',
  }
}
