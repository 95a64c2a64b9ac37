/**
 * What two texts have word for word in common: the share of one, and its longest passage.
 *
 * A passage is a run of `LEAST` plain characters or more that also stands in the other text. Signs
 * between them do not count. O(length of both).
 */

import { FoldedText } from '../fold/fold.ts'
import { isSeparator } from '../fold/fold-table.ts'
import { hashNext, hashPair } from '../match/word-pool.ts'

/** Shorter runs are phrases that anybody writes. */
const LEAST = 8

export interface SharedText {
  /** Of the characters of `text`, 0 to 1. */
  readonly share: number
  /** The longest passage, as places in `text`; null when there is none. */
  readonly longest: { readonly start: number; readonly end: number } | null
}

export function findShared(text: string, other: string): SharedText {
  const known = new Set(toRow(other).grams)
  const { grams, starts } = toRow(text)
  const covered = new Uint8Array(starts.length)
  grams.forEach((gram, at) => {
    if (known.has(gram)) covered.fill(1, at, at + LEAST)
  })
  let count = 0
  let from = 0
  let best = { from: 0, to: 0 }
  covered.forEach((isCovered, at) => {
    if (isCovered === 0) {
      from = at + 1
      return
    }
    count += 1
    if (at + 1 - from > best.to - best.from) best = { from, to: at + 1 }
  })
  const longest =
    best.to === 0
      ? null
      : { start: starts[best.from] as number, end: (starts[best.to - 1] as number) + 1 }
  return { share: starts.length === 0 ? 0 : count / starts.length, longest }
}

interface Row {
  /** One hash for each run of `LEAST` characters, by where it begins. */
  readonly grams: readonly number[]
  /** Where each plain character stands in the original. */
  readonly starts: readonly number[]
}

function toRow(text: string): Row {
  const folded = new FoldedText().read(text)
  const units: number[] = []
  const starts: number[] = []
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.units[at] as number
    if (isSeparator(unit)) continue
    units.push(unit)
    starts.push(folded.starts[at] as number)
  }
  const grams: number[] = []
  for (let at = 0; at + LEAST <= units.length; at += 1) {
    let hash = hashPair(units[at] as number, units[at + 1] as number)
    for (let nth = 2; nth < LEAST; nth += 1) hash = hashNext(hash, units[at + nth] as number)
    grams.push(hash)
  }
  return { grams, starts }
}
