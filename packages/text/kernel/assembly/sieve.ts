/**
 * Leaves out the marks and the stretches of letters of which no word could make use, so that ordinary
 * text leaves almost none: `src/kernel/sieve.ts` says what is asked for that.
 *
 * Whoever reads what is left looks more closely; here only a yes may be wrong, never a no.
 */

import {
  BESIDE_INITIALS,
  BESIDE_MEANT,
  BYTES_PER_CELL,
  IN_WORDS,
  INITIAL_WINDOWS,
  KEPT_RUNS,
  MARK_COUNT,
  MARKS,
  READS_DIGITS,
  READS_INITIALS,
  RUN_COUNT,
  RUNS,
  STAND_IN_MASK,
  STAND_IN_SHIFT,
  STAND_INS,
  SYLLABLE_EDGES,
} from './cells.ts'
import { PAIR_FACTOR } from './find-words.ts'
import { AFTER_SEPARATORS, DIGITS, FIRST_DIGIT, FIRST_LETTER, LETTERS } from './mark.ts'
import { EDGE, mayHave, mayHold } from './triples.ts'

const IS_MARKED: u32 = 0x8000
const IS_LEFT: u32 = 0x4000
const IS_RIGHT: u32 = 0x2000
/** As in `src/search/initial-search.ts` and `src/disguise/spelled-syllables.ts`. */
const MOST_INITIALS: u32 = 4
const LONGEST_SPELLED: u32 = 60
const ALL_LETTERS: u32 = 2
/** What letters may be of use for. */
const BESIDE_DIGITS: u32 = 1
const AS_SYLLABLES: u32 = 2
const AS_INITIALS: u32 = 4

/** `traits` is 0 where there are none. */
export function sieveMarks(units: usize, traits: usize, length: u32): void {
  const marks = load<u32>(MARKS) as usize
  const end = marks + ((load<u32>(MARK_COUNT) as usize) << 2)
  let kept = marks
  for (let mark = marks; mark < end; mark += BYTES_PER_CELL) {
    const at = load<u32>(mark)
    store<u32>(kept, at)
    if (isPromising(units, traits, at, length)) kept += BYTES_PER_CELL
  }
  store<u32>(MARK_COUNT, ((kept - marks) >>> 2) as u32)
}

/** Each stretch that is left says what it may be, as `src/searched-row.ts` counts. */
export function sieveRuns(units: usize, length: u32): void {
  const edges = load<u32>(RUNS) as usize
  const end = edges + ((load<u32>(RUN_COUNT) as usize) << 3)
  let kept = load<u32>(KEPT_RUNS) as usize
  for (let run = edges; run < end; run += 2 * BYTES_PER_CELL) {
    const first = load<u32>(run)
    const after = load<u32>(run, BYTES_PER_CELL)
    const uses = usesOf(units, first, after, length)
    store<u32>(kept, first)
    store<u32>(kept, after, BYTES_PER_CELL)
    store<u32>(kept, uses, 2 * BYTES_PER_CELL)
    if (uses !== 0) kept += 3 * BYTES_PER_CELL
  }
  store<u32>(RUN_COUNT, ((kept - (load<u32>(KEPT_RUNS) as usize)) / (3 * BYTES_PER_CELL)) as u32)
}

function isPromising(units: usize, traits: usize, at: u32, length: u32): bool {
  const unit = unitAt(units, at)
  if (isSeparator(unit)) return true
  if (at > 0 && unit === unitAt(units, at - 1) && isPromisingRun(units, traits, at)) return true
  if (traits === 0) return false
  const trait = unitAt(traits, at)
  if ((trait & IS_MARKED) !== 0 && !isLetter(unit)) {
    if (isUseful(units, traits, at, 1, standsFor(unit, 0))) return true
  }
  if ((trait & IS_LEFT) === 0 || at + 1 >= length) return false
  const whole = standsFor(unit, unitAt(units, at + 1))
  return whole !== 0 && isUseful(units, traits, at, 2, whole)
}

/** `at` is a unit that follows its like. Only the second of a run is looked at. */
function isPromisingRun(units: usize, traits: usize, at: u32): bool {
  const unit = unitAt(units, at)
  const before = at > 1 ? unitAt(units, at - 2) : EDGE
  if (isDigit(unit) || before === unit) return false
  // English doubles its letters; three in a row it does not.
  if (isLetter(unit)) return unitAt(units, at + 1) === unit
  if (mayEndEdit(units, traits, at - 1)) return true
  let end = at + 1
  while (unitAt(units, end) === unit) end += 1
  return mayHave(IN_WORDS, before, unit, unitAt(units, end))
}

/** Whether some word can have `meant` in the place of `count` units, or something beside them is no unit to rely on. */
function isUseful(units: usize, traits: usize, at: u32, count: u32, meant: u32): bool {
  const end = at + count
  const after = unitAt(units, end)
  if (mayEndEdit(units, traits, at) || mayBeginEdit(units, traits, end)) return true
  const before = at > 0 ? unitAt(units, at - 1) : EDGE
  return mayHold(BESIDE_MEANT, before, meant, after)
}

/** Whether the unit before `at` may be the last of something that is read as something else. */
function mayEndEdit(units: usize, traits: usize, at: u32): bool {
  if (at === 0) return false
  const last = unitAt(units, at - 1)
  if (isSeparator(last) || isDigit(last)) return true
  if (at > 1 && last === unitAt(units, at - 2)) return true
  if (traits === 0) return false
  if (at > 1 && mayBeHalves(traits, at - 2)) return true
  return (unitAt(traits, at - 1) & IS_MARKED) !== 0 && !isLetter(last)
}

/** Whether the unit at `at` may be read as something else, with what follows it or alone. */
function mayBeginEdit(units: usize, traits: usize, at: u32): bool {
  const unit = unitAt(units, at)
  if (isDigit(unit) || mayBeHalves(traits, at)) return true
  return (unitAt(traits, at) & IS_MARKED) !== 0 && !isLetter(unit)
}

function mayBeHalves(traits: usize, at: u32): bool {
  return (unitAt(traits, at) & IS_LEFT) !== 0 && (unitAt(traits, at + 1) & IS_RIGHT) !== 0
}

/** The character that stands for two halves, or for one that looks like it; 0: none. */
function standsFor(first: u32, second: u32): u32 {
  const slots = load<u32>(STAND_INS) as usize
  const mask = load<u32>(STAND_IN_MASK)
  const key = first | (second << 16)
  let slot = ((key * PAIR_FACTOR) >>> load<u32>(STAND_IN_SHIFT)) << 3
  let known = load<u32>(slots + slot)
  while (known !== 0 && known !== key) {
    slot = (slot + 8) & mask
    known = load<u32>(slots + slot)
  }
  return load<u32>(slots + slot, 4)
}

/** Whether these letters have a digit beside them, may fall into syllables, or may be initials. */
function usesOf(units: usize, first: u32, after: u32, length: u32): u32 {
  let uses: u32 = 0
  if (load<u32>(READS_DIGITS) !== 0) {
    const isAfter = isDigit(unitAt(units, after))
    if (isAfter || (first > 0 && isDigit(unitAt(units, first - 1)))) uses = BESIDE_DIGITS
  }
  if (mayBeSpelled(units, first, after)) uses |= AS_SYLLABLES
  if (mayBeInitials(units, first, after, length)) uses |= AS_INITIALS
  return uses
}

/** Whether a syllable begins with the first two letters, and one ends with the last. */
function mayBeSpelled(units: usize, first: u32, after: u32): bool {
  const edges = load<u32>(SYLLABLE_EDGES) as usize
  const size = after - first
  if (edges === 0 || size < 2 || size > LONGEST_SPELLED) return false
  const beginnings = load<u32>(edges + ((letterAt(units, first) as usize) << 2))
  const endings = load<u32>(edges + ((LETTERS as usize) << 2))
  const hasBeginning = (beginnings >>> letterAt(units, first + 1)) & 1
  return (hasBeginning & (endings >>> letterAt(units, after - 1)) & 1) !== 0
}

function mayBeInitials(units: usize, place: u32, end: u32, length: u32): bool {
  const reads = load<u32>(READS_INITIALS)
  const letters = end - place
  if (reads === 0 || letters > MOST_INITIALS) return false
  if (reads === ALL_LETTERS) return true
  const before = place > 0 ? unitAt(units, place - 1) : EDGE
  const second = place > 1 ? unitAt(units, place - 2) : EDGE
  const after = unitAt(units, end)
  const next = end + 1 < length ? unitAt(units, end + 1) : EDGE
  const isBesideLetters = isLetter(second) || isLetter(next)
  const first = unitAt(units, place)
  const last = unitAt(units, end - 1)
  if (letters === 1) {
    if (isBesideLetters) return mayHold(BESIDE_INITIALS, before, first, after)
    return (
      mayHave(INITIAL_WINDOWS, before, first, after) ||
      mayHave(INITIAL_WINDOWS, first, after, next) ||
      mayHave(INITIAL_WINDOWS, second, before, first)
    )
  }
  const goesBack = mayHave(BESIDE_INITIALS, before, first, unitAt(units, place + 1))
  const goesOn = mayHave(BESIDE_INITIALS, unitAt(units, end - 2), last, after)
  if (isBesideLetters) return goesBack || goesOn
  return (
    (goesBack && goesOn) ||
    mayHave(INITIAL_WINDOWS, second, before, first) ||
    mayHave(INITIAL_WINDOWS, last, after, next)
  )
}

function unitAt(row: usize, at: u32): u32 {
  return load<u16>(row + ((at as usize) << 1)) as u32
}

function letterAt(units: usize, at: u32): u32 {
  return unitAt(units, at) - (FIRST_LETTER as u32)
}

function isSeparator(unit: u32): bool {
  return unit < (AFTER_SEPARATORS as u32)
}

function isDigit(unit: u32): bool {
  return unit - (FIRST_DIGIT as u32) < (DIGITS as u32)
}

function isLetter(unit: u32): bool {
  return unit - (FIRST_LETTER as u32) < (LETTERS as u32)
}
