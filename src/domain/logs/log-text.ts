import Anser from 'anser'

/** Names of the colours that a terminal has. */
export const ansiColours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const
export type AnsiColour = (typeof ansiColours)[number]

/** A piece of a line that looks the same all over. */
export interface Span {
  readonly text: string
  readonly colour?: AnsiColour
  readonly background?: AnsiColour
  readonly bold?: boolean
  readonly dim?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
}

/** Longer texts are shown without colours: somebody may have written thousands of escape sequences. */
const LONGEST_COLOURED = 16_384

const ESCAPE = '\u001B'
const BELL = '\u0007'
const STRING_END = String.raw`(?:${BELL}|${ESCAPE}\\)?`
/** Everything a terminal would obey but colours: titles, links, cursor moves, device strings, character sets. */
const ORDERS = new RegExp(
  [
    String.raw`${ESCAPE}\][^${BELL}${ESCAPE}]*${STRING_END}`,
    String.raw`${ESCAPE}\[[0-?]*[ -/]*[@-ln-~]`,
    String.raw`${ESCAPE}\[[<-?][0-?]*m`,
    String.raw`${ESCAPE}[PX^_][^${ESCAPE}]*${STRING_END}`,
    String.raw`${ESCAPE}[ -/]+[0-~]`,
    String.raw`${ESCAPE}[0-Z\\^-~]`,
  ].join('|'),
  'g',
)
/** What is no whole sequence would swallow what follows it. */
const STRAY = new RegExp(String.raw`${ESCAPE}(?!\[[0-9;]*m)`, 'g')
const COLOURS = new RegExp(String.raw`${ESCAPE}\[[0-9;]*m`, 'g')
/**
 * Characters that are not shown at all or turn what is around them: controls but the tab, zero-width and right-to-left
 * marks. They are made visible, as nothing in a log may hide or turn around its neighbours.
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const visible = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  // Control pictures have a sign for each of the first 32 and for DEL.
  if (code < 32) return String.fromCharCode(0x2400 + code)
  if (code === 127) return '\u2421'
  return `\u27E8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27E9`
}

/** A text in which everything can be seen and nothing is obeyed. */
export const withoutTricks = (text: string): string => text.replaceAll(INVISIBLE, visible)

/** Of most lines nothing has to be made visible, which is found out faster than which characters it would be. */
const OTHER_THAN_PLAIN = /[^\t -~]/

/** A line without colours and other orders to a terminal, everything in it visible: what `spansOf` shows, as one text. */
export const plainText = (text: string): string => (OTHER_THAN_PLAIN.test(text) ? withoutOrders(text) : text)

const withoutOrders = (text: string): string =>
  withoutTricks(text.includes(ESCAPE) ? text.replaceAll(ORDERS, '').replaceAll(COLOURS, '') : text)

const isColour = (name: string): name is AnsiColour => ansiColours.some((colour) => colour === name)

/** The nearest of the eight: only those are sure to be readable on both themes. */
function nearest(rgb: string): AnsiColour | undefined {
  const [red = 0, green = 0, blue = 0] = rgb.split(',').map(Number)
  const most = Math.max(red, green, blue)
  if (most - Math.min(red, green, blue) < 40) return most < 100 ? 'black' : 'white'
  const has = (value: number) => (value > most * 0.6 ? 1 : 0)
  return ansiColours[has(red) + has(green) * 2 + has(blue) * 4]
}

/** `0, 187, 0` as anser gives colours. */
const colourOf = (value: string | null | undefined, truecolour: string | null | undefined): AnsiColour | undefined => {
  if (!value) return undefined
  const name = /^ansi-(?:bright-)?([a-z]+)$/.exec(value)?.[1]
  if (name !== undefined && isColour(name)) return name
  if (value === 'ansi-truecolor' && truecolour) return nearest(truecolour)
  const index = /^ansi-palette-(\d+)$/.exec(value)?.[1]
  return index === undefined ? undefined : paletteColour(Number(index))
}

/** Colours 16 to 231 are a cube of 6, 232 to 255 are greys. */
function paletteColour(index: number): AnsiColour | undefined {
  if (index < 16) return ansiColours[index % 8]
  if (index >= 232) return nearest(`${(index - 232) * 10},${(index - 232) * 10},${(index - 232) * 10}`)
  const level = (step: number) => [0, 95, 135, 175, 215, 255][step] ?? 0
  const cube = index - 16
  return nearest(`${level(Math.floor(cube / 36))},${level(Math.floor(cube / 6) % 6)},${level(cube % 6)}`)
}

/**
 * A line as pieces with the colours its writer gave them. Colours are told by name only; whatever else an escape sequence
 * asks for is left out, and hidden text is shown.
 */
export function spansOf(text: string): readonly Span[] {
  if (!text.includes(ESCAPE)) return [{ text: withoutTricks(text) }]
  if (text.length > LONGEST_COLOURED) return [{ text: plainText(text) }]
  const clean = text.replaceAll(ORDERS, '').replaceAll(STRAY, visible)
  return Anser.ansiToJson(clean, { json: true, remove_empty: true, use_classes: true }).map((piece) => {
    const has = (name: string) => piece.decorations.some((each) => each === name)
    // Reversed colours come from anser as they are to be shown.
    const colour = colourOf(piece.fg, piece.fg_truecolor)
    const background = colourOf(piece.bg, piece.bg_truecolor)
    return {
      text: withoutTricks(piece.content),
      ...(colour && { colour }),
      ...(background && { background }),
      ...(has('bold') && { bold: true }),
      ...(has('dim') && { dim: true }),
      ...(has('italic') && { italic: true }),
      ...(has('underline') && { underline: true }),
      ...(has('strikethrough') && { strike: true }),
    }
  })
}

/** A span, and whether it is what was looked for. */
export interface MarkedSpan extends Span {
  readonly isHit: boolean
}

/** Most hits that are marked in one line. */
const MOST_HITS = 1_000

/** The pieces cut where a text looked for begins and ends, also across pieces. */
export function markHits(spans: readonly Span[], pattern: RegExp | null): readonly MarkedSpan[] {
  if (pattern === null) return spans.map((span) => ({ ...span, isHit: false }))
  const whole = spans.map((span) => span.text).join('')
  const all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
  const edges: number[] = []
  for (const match of whole.matchAll(all)) {
    if (match[0] !== '') edges.push(match.index, match.index + match[0].length)
    if (edges.length >= MOST_HITS * 2) break
  }
  const marked: MarkedSpan[] = []
  let at = 0
  let next = 0
  for (const span of spans) {
    const end = at + span.text.length
    while (at < end) {
      const edge = edges[next] ?? Infinity
      const stop = Math.min(edge, end)
      if (stop > at) marked.push({ ...span, text: whole.slice(at, stop), isHit: next % 2 === 1 })
      at = Math.max(at, stop)
      if (edge <= at && edge <= end) next += 1
      if (at === end) break
    }
  }
  return marked
}
