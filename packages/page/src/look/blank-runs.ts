/**
 * The longest stretch of a screenful in which nothing is drawn, down and across.
 *
 * A row is blank when nearly all of it is the screenful's most frequent colour; a stretch of such
 * rows is blank space. The same for columns. A plain coloured band is no blank: it has another
 * colour. O(pixels).
 */

import { findDominantColour, keyAt } from './dominant-colour.ts'
import type { RawScreen } from './raw-screen.ts'

export interface BlankRun {
  /** Share of the screen's height (rows) or width (columns), 0 to 1. */
  readonly share: number
  /** First and one past the last row or column, in pixels of the picture. */
  readonly from: number
  readonly to: number
}

export interface Blanks {
  readonly rows: BlankRun
  readonly columns: BlankRun
  /** Share of the pixels that lie in blank rows or in blank columns. */
  readonly area: number
}

/** Share of a row that must be blank; thin scroll bars and antialiasing are let pass. */
const NEARLY_ALL = 0.995

export function findBlanks(screen: RawScreen): Blanks {
  const { width, height } = screen
  const { key } = findDominantColour(screen)
  const inRow = new Uint32Array(height)
  const inColumn = new Uint32Array(width)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (keyAt(screen, y * width + x) !== key) continue
      inRow[y] = (inRow[y] ?? 0) + 1
      inColumn[x] = (inColumn[x] ?? 0) + 1
    }
  }
  const rows = Array.from(inRow, (count) => count >= width * NEARLY_ALL)
  const columns = Array.from(inColumn, (count) => count >= height * NEARLY_ALL)
  const blankRows = rows.filter(Boolean).length
  const blankColumns = columns.filter(Boolean).length
  return {
    rows: longestRun(rows),
    columns: longestRun(columns),
    area: 1 - ((height - blankRows) * (width - blankColumns)) / Math.max(1, width * height),
  }
}

function longestRun(blank: readonly boolean[]): BlankRun {
  let best = { from: 0, to: 0 }
  let from = 0
  blank.forEach((isBlank, at) => {
    if (!isBlank) from = at + 1
    else if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 }
  })
  return { ...best, share: (best.to - best.from) / Math.max(1, blank.length) }
}
