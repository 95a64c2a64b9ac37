/**
 * The neighbourhoods of edits, with the edits made: a short row in which only words that need an
 * edit are new. Neighbourhoods are parted by a separator, so no word runs from one to the next.
 */

import { AFTER_SEPARATORS } from '../fold/fold-table.ts'
import type { Row } from '../row.ts'
import type { Edit } from './edits.ts'

const BREAK = AFTER_SEPARATORS - 1

export class PatchedRow implements Row {
  text = ''
  units = new Uint16Array(256)
  starts = new Uint32Array(256)
  lasts = new Uint32Array(256)
  changes = new Uint32Array(256)
  /** For each unit, how many edits were made up to it; what it stands for itself included. */
  editCounts = new Uint32Array(256)
  length = 0
  private editCount = 0

  /** `reach` units on either side of an edit are kept: no less than the longest word needs. */
  make(row: Row, edits: readonly Edit[], reach: number): this {
    this.text = row.text
    this.length = 0
    this.editCount = 0
    let copied = 0
    for (const [nth, edit] of edits.entries()) {
      const from = Math.max(copied, edit.at - reach)
      if (from > copied) this.put(BREAK, row.starts[from] as number, row.starts[from] as number, 0)
      this.copy(row, from, edit.at)
      this.putEdit(row, edit)
      const next = edits[nth + 1]
      const end = edit.at + edit.count
      copied = Math.min(row.length, end + reach, next?.at ?? row.length)
      this.copy(row, end, copied)
    }
    return this
  }

  /** Whether one of these units is another reading, or stands where one was left out. */
  hasEdit(at: number, count: number): boolean {
    const before = (this.editCounts[at] as number) - (this.changes[at] === 0 ? 0 : 1)
    return (this.editCounts[at + count - 1] as number) > before
  }

  private putEdit(row: Row, edit: Edit): void {
    this.editCount += 1
    if (edit.unit === undefined) return
    const last = edit.at + edit.count - 1
    this.put(edit.unit, row.starts[edit.at] as number, row.lasts[last] as number, edit.change)
  }

  private copy(row: Row, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      this.put(row.units[at] as number, row.starts[at] as number, row.lasts[at] as number, 0)
    }
  }

  private put(unit: number, start: number, last: number, change: number): void {
    if (this.length === this.units.length) this.grow()
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.lasts[this.length] = last
    this.changes[this.length] = change
    this.editCounts[this.length] = this.editCount
    this.length += 1
  }

  private grow(): void {
    const size = this.units.length * 2
    const { units, starts, lasts, changes, editCounts } = this
    this.units = new Uint16Array(size)
    this.starts = new Uint32Array(size)
    this.lasts = new Uint32Array(size)
    this.changes = new Uint32Array(size)
    this.editCounts = new Uint32Array(size)
    this.units.set(units)
    this.starts.set(starts)
    this.lasts.set(lasts)
    this.changes.set(changes)
    this.editCounts.set(editCounts)
  }
}
