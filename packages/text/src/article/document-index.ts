/**
 * Finds documents that are nearly the same among very many, by min-hash signatures in bands.
 *
 * Two documents meet when a band of four entries is the same in both; then their signatures are
 * compared. A document takes 128 bytes of signature and a place in 32 tables: about 400 bytes.
 * Adding is O(length); finding is O(length + documents that share a band).
 */

import { SIGNATURE_SIZE, type Signature, toSignature } from './near-duplicate.ts'

const BAND_ROWS = 4
const BANDS = SIGNATURE_SIZE / BAND_ROWS
const BYTE = 256
const NONE = -1
const FIRST_ROOM = 1024
/** A band that so many documents share says nothing, and would make finding slow. */
const MOST_IN_BAND = 2000

export interface LikeDocument {
  /** Counted from 0 in the order in which documents were added. */
  readonly number: number
  /** Estimated Jaccard similarity of letter pairs, 0 to 1; off by about a tenth. */
  readonly similarity: number
}

export class DocumentIndex {
  private count = 0
  /** The lowest byte of each entry, document by document. */
  private entries = new Uint8Array(FIRST_ROOM * SIGNATURE_SIZE)
  /** By band: the newest document of each key, and for each document the one before it. */
  private readonly newest: Map<number, number>[] = Array.from({ length: BANDS }, () => new Map())
  private before = new Int32Array(FIRST_ROOM * BANDS)

  get size(): number {
    return this.count
  }

  /** Returns its number. */
  add(text: string): number {
    const signature = toSignature(text)
    this.reserve()
    const number = this.count
    for (let nth = 0; nth < SIGNATURE_SIZE; nth += 1) {
      this.entries[number * SIGNATURE_SIZE + nth] = signature[nth] as number
    }
    for (let band = 0; band < BANDS; band += 1) {
      const newest = this.newest[band] as Map<number, number>
      const key = keyOf(signature, band)
      this.before[number * BANDS + band] = newest.get(key) ?? NONE
      newest.set(key, number)
    }
    this.count += 1
    return number
  }

  /** Those at least so similar, the most similar first. */
  find(text: string, least: number): readonly LikeDocument[] {
    const signature = toSignature(text)
    const seen = new Set<number>()
    for (let band = 0; band < BANDS; band += 1) {
      let number = this.newest[band]?.get(keyOf(signature, band)) ?? NONE
      for (let steps = 0; number !== NONE && steps < MOST_IN_BAND; steps += 1) {
        seen.add(number)
        number = this.before[number * BANDS + band] as number
      }
    }
    return [...seen]
      .map((number) => ({ number, similarity: this.compare(signature, number) }))
      .filter(({ similarity }) => similarity >= least)
      .sort((one, other) => other.similarity - one.similarity || one.number - other.number)
  }

  /** Entries whose lowest bytes agree by chance are taken off. */
  private compare(signature: Signature, number: number): number {
    let same = 0
    for (let nth = 0; nth < SIGNATURE_SIZE; nth += 1) {
      if (
        this.entries[number * SIGNATURE_SIZE + nth] ===
        ((signature[nth] as number) & (BYTE - 1))
      ) {
        same += 1
      }
    }
    const share = same / SIGNATURE_SIZE
    return Math.max(0, (share - 1 / BYTE) / (1 - 1 / BYTE))
  }

  private reserve(): void {
    if ((this.count + 1) * SIGNATURE_SIZE <= this.entries.length) return
    const entries = new Uint8Array(this.entries.length * 2)
    entries.set(this.entries)
    this.entries = entries
    const before = new Int32Array(this.before.length * 2)
    before.set(this.before)
    this.before = before
  }
}

function keyOf(signature: Signature, band: number): number {
  let hash = band
  for (let nth = band * BAND_ROWS; nth < (band + 1) * BAND_ROWS; nth += 1) {
    hash = Math.imul(hash ^ (signature[nth] as number), 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash | 0
}
