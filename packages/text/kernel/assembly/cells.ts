/** Where things lie in the memory of a kernel: cells of 32 bits, in the order of `src/kernel/memory.ts`. */

export const BYTES_PER_CELL: usize = 4

/** Where things lie. The order is that of `CELLS` in `src/kernel/memory.ts`. */
export const READINGS: usize = 0 * BYTES_PER_CELL
export const SOURCE: usize = 1 * BYTES_PER_CELL
export const UNITS: usize = 2 * BYTES_PER_CELL
export const STARTS: usize = 3 * BYTES_PER_CELL
export const TRAITS: usize = 4 * BYTES_PER_CELL
export const SIGNS: usize = 5 * BYTES_PER_CELL
export const MARKS: usize = 6 * BYTES_PER_CELL
export const PAIRS: usize = 7 * BYTES_PER_CELL
export const CANDIDATES: usize = 8 * BYTES_PER_CELL
/** Each with its end in the next cell. */
export const FOUND: usize = 10 * BYTES_PER_CELL
export const HEARD: usize = 12 * BYTES_PER_CELL
/** Where stretches of Latin letters begin and end, by turns; then those that are left, and what for. */
export const KEPT_RUNS: usize = 9 * BYTES_PER_CELL
export const RUNS: usize = 15 * BYTES_PER_CELL
/** 0: no unit has traits, none is looked for by its sound, and a reading is 16 bits instead of 32. */
export const HAS_TRAITS: usize = 14 * BYTES_PER_CELL

/** What a call answers. */
export const UNIT_COUNT: usize = 16 * BYTES_PER_CELL
export const FOUND_COUNT: usize = 17 * BYTES_PER_CELL
export const HEARD_COUNT: usize = 18 * BYTES_PER_CELL
export const MARK_COUNT: usize = 19 * BYTES_PER_CELL
/** 1: there was not room for all that was found. */
export const IS_FULL: usize = 20 * BYTES_PER_CELL
export const RUN_COUNT: usize = 21 * BYTES_PER_CELL
/** 0: the row is one line; only told of rows with traits. */
export const HAS_LINES: usize = 22 * BYTES_PER_CELL

export const WORDS: usize = 24 * BYTES_PER_CELL
export const SOUNDS: usize = 32 * BYTES_PER_CELL

/** Within a pool. */
export const PAIR_BITS: usize = 0 * BYTES_PER_CELL
export const PAIR_SHIFT: usize = 1 * BYTES_PER_CELL
export const BITS: usize = 2 * BYTES_PER_CELL
export const BIT_SHIFT: usize = 3 * BYTES_PER_CELL
export const HEADS: usize = 4 * BYTES_PER_CELL
export const BUCKET_SHIFT: usize = 5 * BYTES_PER_CELL
export const RECORDS: usize = 6 * BYTES_PER_CELL
/** 0: no word is a single unit. */
export const SINGLES: usize = 7 * BYTES_PER_CELL

/** What must stand beside a mark or letters for them to matter: sets of three units in a row. */
export const IN_WORDS: usize = 40 * BYTES_PER_CELL
export const BESIDE_INITIALS: usize = 43 * BYTES_PER_CELL
export const INITIAL_WINDOWS: usize = 46 * BYTES_PER_CELL
/** Within such a set. */
export const TRIPLE_BITS: usize = 0 * BYTES_PER_CELL
export const TRIPLE_SHIFT: usize = 1 * BYTES_PER_CELL
export const HAS_SINGLES: usize = 2 * BYTES_PER_CELL

/** Which characters stand in for which: where the slots are, the shift of a hash, bytes of all less 1. */
export const STAND_INS: usize = 49 * BYTES_PER_CELL
export const STAND_IN_SHIFT: usize = 50 * BYTES_PER_CELL
export const STAND_IN_MASK: usize = 51 * BYTES_PER_CELL
/** 1: digits are read as letters. */
export const READS_DIGITS: usize = 52 * BYTES_PER_CELL
/** 1: letters are read as initials; 2: of whole words, too. */
export const READS_INITIALS: usize = 53 * BYTES_PER_CELL
/** 0: letters are not read as syllables; else where their beginnings and endings are. */
export const SYLLABLE_EDGES: usize = 54 * BYTES_PER_CELL
/** As those sets above: of the characters that others stand for. */
export const BESIDE_MEANT: usize = 55 * BYTES_PER_CELL
