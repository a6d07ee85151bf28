/** Files of the user's own computer. */

interface SaveOptions {
  readonly suggestedName: string
  readonly types?: readonly {
    readonly description: string
    readonly accept: Readonly<Record<string, readonly string[]>>
  }[]
}

declare global {
  interface Window {
    /** Chromium only, and only over https or on localhost. */
    showSaveFilePicker?: (options: SaveOptions) => Promise<FileSystemFileHandle>
  }
}

/** Where a file is written to, part by part. */
export interface FileSink {
  readonly write: (part: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly close: () => Promise<void>
  /** Gives up; nothing is left behind. */
  readonly abort: () => Promise<void>
}

/** A name with the present moment in it, which no file system minds. */
export const fileName = (stem: string, ending: string): string =>
  `${stem}-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.${ending}`

/** Hands a finished file to the browser as a download. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Gives a text to the person as a file. */
export const saveFile = (name: string, type: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type }))

/** Without access to files the parts are collected, and handed over at the end. */
function collect(name: string, type: string): FileSink {
  const parts: Uint8Array<ArrayBuffer>[] = []
  return {
    write: (part) => Promise.resolve(void parts.push(part)),
    close: () => Promise.resolve(downloadBlob(name, new Blob(parts, { type }))),
    abort: () => Promise.resolve(void parts.splice(0)),
  }
}

/**
 * A file to write to while its content arrives: on disk where the browser can, else in memory. Null when the user chose
 * not to save. Must be called from a click, as the browser asks where.
 */
export async function openFile(name: string, type: string): Promise<FileSink | null> {
  if (!window.showSaveFilePicker) return collect(name, type)
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name })
    const stream = await handle.createWritable()
    return { write: (part) => stream.write(part), close: () => stream.close(), abort: () => stream.abort() }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}
