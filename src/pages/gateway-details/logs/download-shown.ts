import type { StoreSnapshot } from '@/domain/logs/log-store'
import { formatStamp } from '@/domain/logs/stamp'
import type { LogSession } from './log-session'

export type ShownFormat = 'text' | 'json'

/** Lines made into text before the thread is given back. */
const PART = 2_000

const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

/** The lines that are shown now, as a file; made in parts, so that a million of them block nobody. */
export async function shownAsFile(session: LogSession, format: ShownFormat): Promise<Blob> {
  // Late lines give others new numbers meanwhile; what is saved is what was shown when one asked for it.
  const lines = session.view.lines()
  const store = session.store.snapshot()
  const write = format === 'text' ? asText : asJson
  const parts: string[] = []
  for (let from = 0; from < lines.length; from += PART) {
    parts.push(Array.from(lines.subarray(from, from + PART), (line) => write(session, store, line)).join(''))
    await breath()
  }
  return new Blob(parts, { type: format === 'text' ? 'text/plain' : 'application/x-ndjson' })
}

/** The text of a line with its moment and pod, as it was written: a file has no need to make anything harmless. */
function asText(session: LogSession, store: StoreSnapshot, line: number): string {
  const pod = session.pods[store.number('source', line)] ?? ''
  return `${formatStamp(store.number('time', line))} ${pod} ${store.text(line)}\n`
}

function asJson({ format, pods }: LogSession, store: StoreSnapshot, line: number): string {
  const text = store.text(line)
  const values = store.number('status', line) > 0 ? format?.parse(text) : null
  const fields = values && Object.fromEntries(format?.fields.map((field, index) => [field, values[index] ?? '']) ?? [])
  const pod = pods[store.number('source', line)] ?? ''
  return `${JSON.stringify({ time: formatStamp(store.number('time', line)), pod, line: text, ...(fields && { fields }) })}\n`
}
