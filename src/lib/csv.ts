/** Spreadsheets run a cell that begins like this as a formula, whatever it is: it gets an apostrophe in front. */
const FORMULA = /^[=+\-@\t\r]/

const NUMBER = /^-?\d+(\.\d+)?$/

function cell(value: string | number): string {
  const raw = String(value)
  const safe = FORMULA.test(raw) && !NUMBER.test(raw) ? `'${raw}` : raw
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as comma separated values (RFC 4180): lines end with CRLF, and a byte order mark tells spreadsheets that it is
 * UTF-8. Texts cannot become formulas.
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
