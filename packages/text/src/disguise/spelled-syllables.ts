/**
 * Letters read as pinyin: the fewest syllables that a stretch of them falls into without a rest.
 *
 * The syllables are a tree with a branch for each letter, walked from every place that some
 * syllables reach. O(letters), a few steps each.
 */

import { isLatin } from '../fold/fold-table.ts'
import { SPELLINGS } from './sound.ts'

/** Longer stretches of letters are text in another language. */
export const LONGEST_RUN = 60
const LETTERS = 26
const FIRST_LETTER = 97
const UNREACHED = 255

/** While it is planted: for each node and letter the next node, 0: none; for each node its syllable's class. */
let branches = new Uint16Array(LETTERS * 64)
let classes = new Uint16Array(64)
let nodeCount = 1

for (const [spelling, code] of SPELLINGS) plant(spelling, code)

/** What does not change any more is read faster. */
const BRANCHES = branches
const CLASSES = classes

/**
 * By first letter, the second letters with which letters that are syllables can begin, one bit each; last,
 * the letters with which they can end.
 */
export const SYLLABLE_EDGES = toEdges()

export class SpelledSyllables {
  /** After `read`: where each syllable ends, counted from where the letters begin. */
  readonly ends = new Uint8Array(LONGEST_RUN + 1)
  /** The class of each syllable. */
  readonly codes = new Uint16Array(LONGEST_RUN + 1)
  /** By place: how many syllables lead there at least, where the last begins, and its class. */
  private readonly counts = new Uint8Array(LONGEST_RUN + 1)
  private readonly begins = new Uint8Array(LONGEST_RUN + 1)
  private readonly lastCodes = new Uint16Array(LONGEST_RUN + 1)

  /** How many syllables the units from `from` on fall into; 0 when they do not. */
  read(units: Uint16Array, from: number, to: number): number {
    const size = to - from
    if (size < 2 || size > LONGEST_RUN) return 0
    const { counts } = this
    // Most stretches are short: a loop is done before a call would begin.
    for (let at = 1; at <= size; at += 1) counts[at] = UNREACHED
    counts[0] = 0
    let furthest = 0
    for (let at = 0; at <= furthest && at < size; at += 1) {
      if (counts[at] !== UNREACHED) furthest = this.walk(units, from, at, size, furthest)
    }
    return counts[size] === UNREACHED ? 0 : this.trace(size)
  }

  /** Reaches every place that one more syllable leads to; returns the furthest so far. */
  private walk(
    units: Uint16Array,
    from: number,
    begin: number,
    size: number,
    furthest: number,
  ): number {
    const { counts } = this
    const count = (counts[begin] as number) + 1
    let reached = furthest
    let node = 0
    for (let at = begin; at < size; at += 1) {
      node = BRANCHES[node * LETTERS + (units[from + at] as number) - FIRST_LETTER] as number
      if (node === 0) break
      const code = CLASSES[node] as number
      // Of as many syllables, those with the shortest last one.
      if (code === 0 || count > (counts[at + 1] as number)) continue
      counts[at + 1] = count
      this.begins[at + 1] = begin
      this.lastCodes[at + 1] = code
      if (at + 1 > reached) reached = at + 1
    }
    return reached
  }

  private trace(size: number): number {
    const count = this.counts[size] as number
    let end = size
    for (let nth = count - 1; nth >= 0; nth -= 1) {
      this.ends[nth] = end
      this.codes[nth] = this.lastCodes[end] as number
      end = this.begins[end] as number
    }
    return count
  }
}

/** Where the letters around a place begin and end; no further away than they could be read. */
export function lettersAround(
  units: Uint16Array,
  length: number,
  at: number,
): [from: number, to: number] {
  let from = at
  let to = at + 1
  while (from > 0 && at - from <= LONGEST_RUN && isLatin(units[from - 1] as number)) from -= 1
  while (to < length && to - at <= LONGEST_RUN && isLatin(units[to] as number)) to += 1
  return [from, to]
}

function plant(spelling: string, code: number): void {
  let node = 0
  for (let at = 0; at < spelling.length; at += 1) {
    const branch = node * LETTERS + spelling.charCodeAt(at) - FIRST_LETTER
    if (branches[branch] === 0) branches[branch] = grow()
    node = branches[branch] as number
  }
  classes[node] = code
}

function grow(): number {
  if (nodeCount === classes.length) {
    const wider = {
      branches: new Uint16Array(branches.length * 2),
      classes: new Uint16Array(nodeCount * 2),
    }
    wider.branches.set(branches)
    wider.classes.set(classes)
    branches = wider.branches
    classes = wider.classes
  }
  nodeCount += 1
  return nodeCount - 1
}

function toEdges(): Uint32Array {
  const edges = new Uint32Array(LETTERS + 1)
  const add = (nth: number, letter: number) => {
    edges[nth] = (edges[nth] as number) | (1 << letter)
  }
  const spellings = Array.from(SPELLINGS.keys(), (spelling) =>
    Array.from(spelling, (letter) => letter.charCodeAt(0) - FIRST_LETTER),
  )
  for (const [first = 0, second, ...rest] of spellings) {
    add(LETTERS, rest.at(-1) ?? second ?? first)
    if (second !== undefined) add(first, second)
    // Another syllable follows.
    else for (const [begin = 0] of spellings) add(first, begin)
  }
  return edges
}
