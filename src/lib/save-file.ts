/** Gives a text to the person as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the text over by then; until it has, the address must stay good.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
