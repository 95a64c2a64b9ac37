/**
 * Labelled hashes of known pictures, to allow or to deny, and those that a picture is like.
 *
 * Fixed once opened; `with` gives a bank with a few more, which costs what the few cost until they
 * are many. Search is exact: no hash within the distance is missed, and nothing beyond it is found.
 * Hashes without enough detail to tell pictures apart neither enter nor find anything.
 */

import type { KnownPicture } from '@fangxing/contract'
import { parseHash } from './distance.ts'
import { distanceWithin, HASH_WORDS, type HashIndex, indexHashes } from './hash-index.ts'
import { type PictureHash, SAME_PICTURE_DISTANCE, TRUSTED_HASH_QUALITY } from './hash-picture.ts'

export interface BankEntry extends Omit<KnownPicture, 'distance'> {
  /** 64 hexadecimal digits. */
  readonly bits: string
}

export interface HashBank {
  readonly size: number
  /** For the picture and its frames; nearest first, of equal bank, label and kind only the nearest. */
  find(hash: PictureHash): readonly KnownPicture[]
  with(entries: Iterable<BankEntry>): HashBank
}

/** So many additions are looked through one by one before the index is built anew. */
const MOST_UNINDEXED = 4096

interface Hashes {
  readonly words: Uint32Array
  /** Which of `meanings` each hash has. */
  readonly meaningOf: Uint32Array
  readonly meanings: readonly Omit<BankEntry, 'bits'>[]
}

/** Throws on an entry whose `bits` are no hash: `readBankCsv` refuses those before. */
export function openHashBank(
  entries: Iterable<BankEntry>,
  maxDistance: number = SAME_PICTURE_DISTANCE,
): HashBank {
  const hashes = collect(entries)
  return bankOf(hashes, indexHashes(hashes.words, maxDistance), [], maxDistance)
}

function bankOf(
  hashes: Hashes,
  index: HashIndex,
  added: readonly BankEntry[],
  maxDistance: number,
): HashBank {
  const recent = collect(added)
  const near = (wanted: Uint32Array): readonly KnownPicture[] => {
    const found: KnownPicture[] = []
    index.search(wanted, (at, distance) => found.push(knownAt(hashes, at, distance)))
    for (let at = 0; at < recent.meaningOf.length; at += 1) {
      const distance = distanceWithin(recent.words, at * HASH_WORDS, wanted, maxDistance)
      if (distance <= maxDistance) found.push(knownAt(recent, at, distance))
    }
    return found
  }
  return {
    size: index.size + added.length,
    find(hash) {
      return nearestOfEach(trustedOf(hash).flatMap(near))
    },
    with(entries) {
      const more = [...added, ...entries]
      if (more.length <= MOST_UNINDEXED) return bankOf(hashes, index, more, maxDistance)
      return openHashBank(chain(entriesOf(hashes), more), maxDistance)
    },
  }
}

/** The hashes of a picture and its frames that have enough detail to be looked up. */
function trustedOf(hash: PictureHash): Uint32Array[] {
  return [hash, ...(hash.frames ?? [])].flatMap(({ bits, quality }) => {
    const words = quality >= TRUSTED_HASH_QUALITY ? parseHash(bits) : null
    return words ? [words] : []
  })
}

function knownAt(hashes: Hashes, at: number, distance: number): KnownPicture {
  const meaning = hashes.meanings[hashes.meaningOf[at] ?? 0]
  if (!meaning) throw new Error('a hash of a bank has a meaning')
  return { ...meaning, distance }
}

function nearestOfEach(found: readonly KnownPicture[]): readonly KnownPicture[] {
  const nearest = new Map<string, KnownPicture>()
  for (const known of found.toSorted((one, other) => one.distance - other.distance)) {
    const key = keyOf(known)
    if (!nearest.has(key)) nearest.set(key, known)
  }
  return [...nearest.values()]
}

function keyOf({ bank, label, kind }: Omit<BankEntry, 'bits'>): string {
  return JSON.stringify([bank, label, kind])
}

/** Equal meanings are kept once: millions of hashes have few labels. */
function collect(entries: Iterable<BankEntry>): Hashes {
  const meanings: Omit<BankEntry, 'bits'>[] = []
  const known = new Map<string, number>()
  let words = new Uint32Array(HASH_WORDS * 64)
  let meaningOf = new Uint32Array(64)
  let size = 0
  let meaning = -1
  for (const { bits, bank, label, kind } of entries) {
    const hash = parseHash(bits)
    if (!hash) throw new Error(`not a hash of 64 hexadecimal digits: ${bits}`)
    if (!isLast(meanings[meaning], bank, label, kind)) {
      const key = keyOf({ bank, label, kind })
      meaning = known.get(key) ?? meanings.push({ bank, label, kind }) - 1
      known.set(key, meaning)
    }
    if (size === meaningOf.length) {
      words = grown(words)
      meaningOf = grown(meaningOf)
    }
    words.set(hash, size * HASH_WORDS)
    meaningOf[size] = meaning
    size += 1
  }
  return { words: words.slice(0, size * HASH_WORDS), meaningOf: meaningOf.slice(0, size), meanings }
}

/** Banks come sorted by label: most entries mean what the one before them meant. */
function isLast(
  last: Omit<BankEntry, 'bits'> | undefined,
  bank: string,
  label: string,
  kind: BankEntry['kind'],
): boolean {
  return last?.bank === bank && last.label === label && last.kind === kind
}

function grown(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2)
  larger.set(words)
  return larger
}

function* entriesOf({ words, meaningOf, meanings }: Hashes): Iterable<BankEntry> {
  for (let at = 0; at < meaningOf.length; at += 1) {
    const meaning = meanings[meaningOf[at] ?? 0]
    const hash = words.subarray(at * HASH_WORDS, (at + 1) * HASH_WORDS)
    const bits = Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('')
    if (meaning) yield { ...meaning, bits }
  }
}

function* chain<Item>(one: Iterable<Item>, other: Iterable<Item>): Iterable<Item> {
  yield* one
  yield* other
}
