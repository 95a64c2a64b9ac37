/**
 * The other readings of a row, place by place: stretched units as one, spelled-out words joined.
 *
 * An edit replaces `count` units from `at` on by one unit, or by none. Edits come in order and do
 * not overlap; which reading wins where two are possible is the order of the readers below.
 */

import { toBit } from '../conversion.ts'
import { isDigit, isLatin, isSeparator } from '../fold/fold-table.ts'
import { EDGE, type TripleSet } from '../match/triple-set.ts'
import type { Row } from '../row.ts'
import { MAY_BE_HALF, type Readers, readAt } from './edit-readers.ts'
import type { Marks } from './marks.ts'

export interface Edit {
  readonly at: number
  readonly count: number
  /** The unit read instead; absent: nothing. */
  readonly unit?: number
  /** The conversion that this reading is, one bit. */
  readonly change: number
}

const REPEAT = toBit('repeat')
const SPELLED = toBit('spelled')

/** English doubles its letters; three in a row it does not. */
const LEAST_LATIN_RUN = 3
/** Three units apart have two separators between them; one is what ordinary sentences have. */
const LEAST_SEPARATORS = 2

/** `inWords` says which three units in a row a word can have at all. */
export function findEdits(
  row: Row,
  marks: Marks,
  inWords: TripleSet,
  readers: Readers,
): readonly Edit[] {
  const { places, count } = marks
  const { units } = row
  let edits = NO_EDITS
  let free = 0
  for (let nth = 0; nth < count; nth += 1) {
    const at = places[nth] as number
    const unit = units[at] as number
    let edit: Edit | undefined
    if (isSeparator(unit)) {
      edit = readSpelled(row, at)
    } else if (unit === units[at - 1] && unit !== units[at - 2] && at > free) {
      edit = readRun(row, at, free, inWords)
    }
    const kind = readers.kinds[unit] as number
    if (kind !== 0 && edit === undefined && !startsRun(row, at)) {
      edit = readAt(readers, kind, row, at)
      if (edit !== undefined && !isUseful(edit, row, free, readers, inWords)) continue
    }
    if (edit === undefined || edit.at < free) continue
    if (edits === NO_EDITS) edits = []
    edits.push(edit)
    free = edit.at + edit.count
  }
  return edits
}

const NO_EDITS: Edit[] = []

/**
 * Whether some word can have the new unit between its neighbours, or between neighbours edited too.
 *
 * What stands beside the neighbours is asked as well, unless it may be read as something else.
 */
function isUseful(
  { at, count, unit = 0 }: Edit,
  { units, length }: Row,
  free: number,
  readers: Readers,
  inWords: TripleSet,
): boolean {
  const end = at + count
  const before = at > 0 ? (units[at - 1] as number) : EDGE
  const after = end < length ? (units[end] as number) : EDGE
  const next = end + 1 < length ? (units[end + 1] as number) : EDGE
  if ((free === at && at > 0) || mayBeOther(readers, after, next)) return true
  if (!inWords.mayHold(before, unit, after)) return false
  const second = at > 1 ? (units[at - 2] as number) : EDGE
  const isSureBefore = free < at - 1 && isSure(before, second)
  const isSureAfter = readers.kinds[next] === 0 && isSure(after, next)
  const goesBack = !isSureBefore || inWords.mayFollow(second, before, unit)
  const goesOn = !isSureAfter || inWords.mayLead(unit, after, next)
  return inWords.mayHoldAmong(before, unit, after, goesBack, goesOn)
}

/** Whether a unit may be read as something else; a half only where its other half follows. */
function mayBeOther({ kinds, standIns }: Readers, unit: number, next: number): boolean {
  const kind = kinds[unit] as number
  return kind === MAY_BE_HALF ? standIns.get(unit, next) !== 0 : kind !== 0
}

/** Whether both will be read as they stand: neither is a separator, and they are no run. */
function isSure(near: number, far: number): boolean {
  return !isSeparator(near) && !isSeparator(far) && near !== far
}

/** Runs are read as runs, whatever else their units might be. */
function startsRun({ units, length }: Row, at: number): boolean {
  const unit = units[at] as number
  return at + 1 < length && unit === units[at + 1] && !isDigit(unit)
}

/**
 * `at` is the second unit of a run. Digits are left: 888 is a number like any other.
 *
 * A word of Han characters that begins or ends with the run is found as written, so only what has
 * it inside matters; a Latin word must end where the letters do.
 */
function readRun(row: Row, at: number, free: number, inWords: TripleSet): Edit | undefined {
  const unit = row.units[at] as number
  if (isDigit(unit)) return undefined
  let end = at + 1
  while (end < row.length && row.units[end] === unit) end += 1
  const count = end - at + 1
  if (isLatin(unit) && count < LEAST_LATIN_RUN) return undefined
  const before = row.units[at - 2] ?? 0
  const after = end < row.length ? (row.units[end] as number) : 0
  const isInside = isLatin(unit)
    ? inWords.mayHold(before, unit, after)
    : inWords.mayHave(before, unit, after)
  // What stands before may have been read as something else already.
  const followsEdit = free > 0 && at - 1 === free
  if (!isInside && !followsEdit) return undefined
  return { at: at - 1, count, unit, change: REPEAT }
}

/** A separator between single units, with another such at a distance of two. */
function readSpelled(row: Row, at: number): Edit | undefined {
  if (at === 0 || at + 1 >= row.length) return undefined
  let separators = 1
  for (const step of [-2, 2]) {
    for (let next = at + step; separators < LEAST_SEPARATORS; next += step) {
      if (!isLoneSeparator(row, next)) break
      separators += 1
    }
  }
  return separators < LEAST_SEPARATORS || !isLoneSeparator(row, at)
    ? undefined
    : { at, count: 1, change: SPELLED }
}

function isLoneSeparator(row: Row, at: number): boolean {
  const isGap = (place: number) =>
    place >= 0 && place < row.length && isSeparator(row.units[place] as number)
  return isGap(at) && !isGap(at - 1) && !isGap(at + 1)
}
