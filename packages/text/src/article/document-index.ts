/**
 * Finds documents that are nearly the same among very many, by min-hash signatures in bands.
 *
 * Two documents meet when a band of four entries is the same in both; then their signatures are
 * compared. A document takes 128 bytes of signature and a place in 32 tables: about 400 bytes.
 * Adding is O(length); finding is O(length + documents that share a band).
 */

import { BANDS, bandKey, compareEntries, markDocument } from './document-marks.ts'
import { SIGNATURE_SIZE, toSignature } from './near-duplicate.ts'

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
      const key = bandKey(signature, band)
      this.before[number * BANDS + band] = newest.get(key) ?? NONE
      newest.set(key, number)
    }
    this.count += 1
    return number
  }

  /** Those at least so similar, the most similar first. */
  find(text: string, least: number): readonly LikeDocument[] {
    const marks = markDocument(text)
    if (marks === null) return []
    return this.sharing(marks.bands)
      .map((number) => ({
        number,
        similarity: compareEntries(marks.entries, this.entriesOf(number)),
      }))
      .filter(({ similarity }) => similarity >= least)
      .sort((one, other) => other.similarity - one.similarity || one.number - other.number)
  }

  /** Those that share a key with one of the texts whose bands follow one another in `bands`. */
  sharing(bands: Int32Array): readonly number[] {
    const seen = new Set<number>()
    for (const [at, key] of bands.entries()) {
      const band = at % BANDS
      let number = this.newest[band]?.get(key) ?? NONE
      for (let steps = 0; number !== NONE && steps < MOST_IN_BAND; steps += 1) {
        seen.add(number)
        number = this.before[number * BANDS + band] as number
      }
    }
    return [...seen]
  }

  entriesOf(number: number): Uint8Array {
    return this.entries.subarray(number * SIGNATURE_SIZE, (number + 1) * SIGNATURE_SIZE)
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
