/** Columns that stay aligned when Chinese and Latin letters mix: a Chinese letter is two wide. */

import stringWidth from 'string-width'

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** Rows as lines: each column as wide as its widest cell, two spaces between, none at the end. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell))
    }
  }
  return rows.map((row) =>
    row
      .map((cell, index) => padEnd(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
