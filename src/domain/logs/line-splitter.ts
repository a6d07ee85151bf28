/** Makes lines of a stream of bytes. */
export interface LineSplitter {
  /** The lines that these bytes complete, without their line ends. */
  readonly push: (bytes: Uint8Array) => string[]
  /** What is left when the stream ends: a last line without a line end, or null. */
  readonly end: () => string | null
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * A splitter for one stream. Neither a half line nor a half UTF-8 character at the end of a chunk is lost; bytes that are
 * no UTF-8 become U+FFFD, as a log may hold anything.
 */
export function createLineSplitter(): LineSplitter {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  const cut = (text: string): string[] => {
    // A long line comes in many chunks: only the new part is searched, else its cost would grow with its square.
    if (!text.includes('\n')) {
      rest += text
      return []
    }
    const lines = text.split('\n')
    lines[0] = rest + (lines[0] ?? '')
    rest = lines.pop() ?? ''
    return lines.map(withoutReturn)
  }
  return {
    push: (bytes) => cut(decoder.decode(bytes, { stream: true })),
    end: () => {
      rest += decoder.decode()
      const last = rest
      rest = ''
      return last === '' ? null : withoutReturn(last)
    },
  }
}
