/**
 * Signatures by which texts that are nearly the same are found.
 *
 * MinHash over the pairs of neighbouring characters of the plain text: the share of equal entries
 * estimates the share of pairs that two texts have in common. Pairs, as longer runs lose a short
 * title at its first changed character, which changes two pairs and no more. Deterministic; a signature
 * may be stored. O(length × SIGNATURE_SIZE).
 *
 * Source: Broder 1997, On the resemblance and containment of documents.
 */

import { FoldedText } from '../fold/fold.ts'
import { isSeparator } from '../fold/fold-table.ts'

/** Entries; the estimate is off by about 1 / sqrt(size). */
export const SIGNATURE_SIZE = 128
/** Entries of one band: texts that share a band are worth comparing. */
const BAND_ROWS = 4

export type Signature = Uint32Array

const folded = new FoldedText()
const SEEDS = toSeeds()

/** A text without a letter has a signature that equals no other, not even its own kind. */
export function toSignature(text: string): Signature {
  const row = folded.read(text)
  const signature = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff)
  let before = 0
  for (let at = 0; at < row.length; at += 1) {
    const unit = row.units[at] as number
    if (isSeparator(unit)) continue
    addPair(signature, ((before << 16) | unit) >>> 0)
    before = unit
  }
  if (before !== 0) addPair(signature, (before << 16) >>> 0)
  return signature
}

/** From 0 to 1: the estimated share of pairs in common. */
export function toSimilarity(one: Signature, other: Signature): number {
  let same = 0
  for (let nth = 0; nth < SIGNATURE_SIZE; nth += 1) {
    if (one[nth] === other[nth] && one[nth] !== 0xffffffff) same += 1
  }
  return same / SIGNATURE_SIZE
}

/** Keys for an index: texts with a key in common may be similar, others hardly are. */
export function toBands(signature: Signature): readonly string[] {
  const bands: string[] = []
  for (let from = 0; from < SIGNATURE_SIZE; from += BAND_ROWS) {
    let hash = from
    for (let nth = from; nth < from + BAND_ROWS; nth += 1)
      hash = mix(hash ^ (signature[nth] as number))
    bands.push(`${from / BAND_ROWS}:${hash.toString(36)}`)
  }
  return bands
}

function addPair(signature: Signature, pair: number): void {
  const hash = mix(pair)
  for (let nth = 0; nth < SIGNATURE_SIZE; nth += 1) {
    const value = mix(hash ^ (SEEDS[nth] as number))
    if (value < (signature[nth] as number)) signature[nth] = value
  }
}

/** A finaliser that spreads every bit over all 32 (MurmurHash3, public domain). */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function toSeeds(): Uint32Array {
  return Uint32Array.from({ length: SIGNATURE_SIZE }, (_, nth) => mix(0x9e3779b9 * (nth + 1)))
}
