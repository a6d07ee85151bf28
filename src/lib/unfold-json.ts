/** A JSON object or list on many lines, indented; null for any other text. */
export function unfoldJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : null
  } catch {
    return null // it only looked like JSON
  }
}
