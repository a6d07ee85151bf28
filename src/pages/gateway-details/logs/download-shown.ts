import { formatStamp } from '@/domain/logs/stamp'
import type { LogSession } from './log-session'

export type ShownFormat = 'text' | 'json'

/** Lines made into text before the thread is given back. */
const PART = 2_000

const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/** The text of a line with its moment and pod, as it was written: a file has no need to make anything harmless. */
function asText(session: LogSession, line: number): string {
  const { store } = session
  const pod = session.pods[store.number('source', line)] ?? ''
  return `${formatStamp(store.number('time', line))} ${pod} ${store.text(line)}\n`
}

function asJson(session: LogSession, line: number): string {
  const { store, format } = session
  const text = store.text(line)
  const values = store.number('status', line) > 0 ? format?.parse(text) : null
  const fields = values && Object.fromEntries(format?.fields.map((field, index) => [field, values[index] ?? '']) ?? [])
  const pod = session.pods[store.number('source', line)] ?? ''
  return `${JSON.stringify({ time: formatStamp(store.number('time', line)), pod, line: text, ...(fields && { fields }) })}\n`
}

/** The lines that are shown now, as a file; made in parts, so that a million of them block nobody. */
export async function shownAsFile(session: LogSession, format: ShownFormat): Promise<Blob> {
  const { view } = session
  // Lines may come and go meanwhile; their numbers stay.
  const last = view.lineAt(view.length - 1) ?? -1
  const parts: string[] = []
  for (let next = view.lineAt(0); next !== undefined && next <= last;) {
    const texts: string[] = []
    let row = view.rowOf(next)
    for (
      let line = view.lineAt(row);
      line !== undefined && line <= last && texts.length < PART;
      line = view.lineAt(row)
    ) {
      texts.push(format === 'text' ? asText(session, line) : asJson(session, line))
      next = line + 1
      row += 1
    }
    parts.push(texts.join(''))
    if (texts.length < PART) break
    await breath()
  }
  return new Blob(parts, { type: format === 'text' ? 'text/plain' : 'application/x-ndjson' })
}
