/**
 * Keys of the passages of a text: two texts with a passage in common have keys in common, however
 * little of each it is.
 *
 * Of every run of letters one hash is taken, and of every `WINDOW` runs in a row the smallest is kept,
 * so a passage of 49 letters word for word has at least one key, and each hundred letters have about
 * five. At most `MOST_KEYS`, which is some twenty thousand letters: what comes after them has none.
 * O(length). Deterministic: keys may be stored.
 *
 * Source: Schleimer, Wilkerson, Aiken 2003, Winnowing: Local Algorithms for Document Fingerprinting.
 */

import { FoldedText } from '../fold/fold.ts'
import { isSeparator } from '../fold/fold-table.ts'
import { hashNext, hashPair } from '../match/word-pool.ts'

/** Letters of a run: shorter ones are phrases that anybody writes. */
const RUN = 10
const WINDOW = 40
const MOST_KEYS = 1024

const folded = new FoldedText()

/** Each once, in no order that means anything. */
export function toPassageKeys(text: string): Int32Array {
  const hashes = hashRuns(text)
  const keys = new Set<number>()
  const last = Math.max(0, hashes.length - WINDOW)
  let smallest = -1
  for (let from = 0; hashes.length > 0 && from <= last && keys.size < MOST_KEYS; from += 1) {
    const next = Math.min(from + WINDOW, hashes.length) - 1
    if (smallest < from) smallest = smallestOf(hashes, from, next)
    else if ((hashes[next] as number) <= (hashes[smallest] as number)) smallest = next
    keys.add(hashes[smallest] as number)
  }
  return Int32Array.from(keys)
}

/** The last one where several are the smallest: then fewer windows choose anew. */
function smallestOf(hashes: readonly number[], from: number, to: number): number {
  let smallest = from
  for (let at = from; at <= to; at += 1) {
    if ((hashes[at] as number) <= (hashes[smallest] as number)) smallest = at
  }
  return smallest
}

function hashRuns(text: string): readonly number[] {
  const row = folded.read(text)
  const units: number[] = []
  for (let at = 0; at < row.length; at += 1) {
    const unit = row.units[at] as number
    if (!isSeparator(unit)) units.push(unit)
  }
  return Array.from({ length: Math.max(0, units.length - RUN + 1) }, (_, at) => {
    let hash = hashPair(units[at] as number, units[at + 1] as number)
    for (let nth = 2; nth < RUN; nth += 1) hash = hashNext(hash, units[at + nth] as number)
    return spread(hash)
  })
}

/** Neighbouring hashes must not be near each other, or the smallest would tell of letters. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) | 0
}
