/**
 * Reads CSV with a header: values in quotes may hold commas, line breaks and doubled quotes.
 *
 * Source: RFC 4180; `\n` alone ends a line too.
 */

export interface CsvRow {
  /** Where the row begins, counted from 1. */
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** A value in quotes, or up to the next comma or line break; then what ends it. */
const VALUE = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/y

export function readCsv(source: string): readonly CsvRow[] {
  const [header = { line: 1, cells: [] }, ...rows] = readCells(source)
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => ({
      line,
      values: Object.fromEntries(header.cells.map((name, at) => [name.trim(), cells[at] ?? ''])),
    }))
}

function readCells(source: string): readonly { line: number; cells: readonly string[] }[] {
  const rows: { line: number; cells: readonly string[] }[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  VALUE.lastIndex = 0
  while (VALUE.lastIndex < source.length) {
    const match = VALUE.exec(source)
    // A quote that never closes: the rest of the source is its value.
    if (match === null) break
    const [whole, quoted, plain = '', end] = match
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.split('\n').length - 1
    if (end === ',') continue
    rows.push({ line: begun, cells })
    cells = []
    begun = line
  }
  if (cells.length > 0) rows.push({ line: begun, cells })
  return rows
}
