/**
 * Documents that a material may be like, in named corpora, found by the marks of `@fangxing/text`.
 *
 * The storage knows marks as bytes and keys: what they mean, and when two documents are alike, is for
 * the caller.
 */

export interface DocumentDraft {
  readonly name: string
  /** Whose own it is; null: everybody's. */
  readonly appid: string | null
  /** Epoch ms; null when it is not known. */
  readonly publishedAt: number | null
  readonly text: string
  readonly entries: Uint8Array
  readonly bands: Int32Array
  readonly passages: Int32Array
}

export interface DocumentRow {
  readonly n: number
  readonly corpus: string
  readonly name: string
  readonly appid: string | null
  readonly publishedAt: number | null
  readonly entries: Uint8Array
}

export interface Corpus {
  readonly name: string
  readonly documents: number
  readonly addedAt: number
}

export interface Documents {
  /** A name that is there already is replaced. Returns how many were written. */
  add(corpus: string, drafts: readonly DocumentDraft[], now: number): Promise<number>
  /** Those that share a key with `bands`, at most `most` of them, in no order. */
  candidates(bands: Int32Array, most: number): Promise<readonly DocumentRow[]>
  /** Those that share `least` keys or more with `passages`, the most first, at most `most` of them. */
  sharing(
    passages: Int32Array,
    bounds: { readonly least: number; readonly most: number },
  ): Promise<readonly DocumentRow[]>
  /** By `n`; those that were removed meanwhile are missing. */
  texts(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Cost: one pass over the index of names. */
  corpora(): Promise<readonly Corpus[]>
  remove(corpus: string, name: string): Promise<boolean>
  /** The whole corpus; how many there were. */
  drop(corpus: string): Promise<number>
}
