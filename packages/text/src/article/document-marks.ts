/**
 * What a document is found again by: the lowest byte of each entry of its signature, one key for each
 * band of four entries, and the keys of its passages.
 *
 * Documents that share a key are worth comparing. At a similarity of 0.7 all but two in ten thousand
 * share one of the 32, at 0.5 nine in ten do. Of what has only a part in common, passages are shared.
 * 256 bytes and some twenty for each hundred letters; O(length). Deterministic: marks may be stored.
 */

import { SIGNATURE_SIZE, type Signature, toSignature } from './near-duplicate.ts'
import { toPassageKeys } from './passage-keys.ts'

const BAND_ROWS = 4
export const BANDS = SIGNATURE_SIZE / BAND_ROWS
const BYTE = 256

export interface DocumentMarks {
  /** SIGNATURE_SIZE of them. */
  readonly entries: Uint8Array
  /** BANDS of them; equal keys of different bands mean nothing, and hardly ever occur. */
  readonly bands: Int32Array
  /** Of its first twenty thousand letters. */
  readonly passages: Int32Array
}

/** Null for a text without a letter: it is like nothing. */
export function markDocument(text: string): DocumentMarks | null {
  const signature = toSignature(text)
  if (signature[0] === 0xffffffff) return null
  const bands = Int32Array.from({ length: BANDS }, (_, band) => bandKey(signature, band))
  const entries = Uint8Array.from(signature, (entry) => entry & (BYTE - 1))
  return { entries, bands, passages: toPassageKeys(text) }
}

/** Estimated Jaccard similarity of letter pairs, 0 to 1; what agrees by chance is taken off. */
export function compareEntries(one: Uint8Array, other: Uint8Array): number {
  let same = 0
  for (let nth = 0; nth < SIGNATURE_SIZE; nth += 1) if (one[nth] === other[nth]) same += 1
  return Math.max(0, (same / SIGNATURE_SIZE - 1 / BYTE) / (1 - 1 / BYTE))
}

export function bandKey(signature: Signature, band: number): number {
  let hash = band
  for (let nth = band * BAND_ROWS; nth < (band + 1) * BAND_ROWS; nth += 1) {
    hash = Math.imul(hash ^ (signature[nth] as number), 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash | 0
}
