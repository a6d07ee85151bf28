/**
 * Puts a text on the clipboard; it may still have to be made. Rejects with the reason when the browser refuses or the
 * text cannot be had.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  // Pages that came over plain http from another machine have no clipboard to write to, only the way from before it.
  if (!window.isSecureContext) {
    const { default: copySelected } = await import('copy-to-clipboard')
    if (!(await copySelected(await text))) throw new Error('the browser did not copy it')
    return
  }
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  // Said at once what will come: some browsers forget the click that asked for it while it is made.
  const blob = text.then((made) => new Blob([made], { type: 'text/plain' }))
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}
