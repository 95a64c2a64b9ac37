/**
 * Compiles terms and finds them in texts, also when disguised.
 *
 * `find` answers by start, then end; offsets in the original text. O(length + matches) for every
 * row the text is read as. Total: any string returns, lone surrogates included. Not reentrant
 * across threads, safe within one: the working memory belongs to the lexicon and is reused.
 * Does not decide whether a match is a violation: that is a rule's part.
 */

import { SAFE_BITS, toBits, toConfidence, toNames } from './conversion.ts'
import { type EditReader, findEdits } from './disguise/edits.ts'
import { Marks } from './disguise/marks.ts'
import { PatchedRow } from './disguise/patched-row.ts'
import { toEdition } from './edition.ts'
import { Exceptions } from './exceptions.ts'
import { endOfUnits, explainUnits, NOT_THE_WORD } from './explain.ts'
import { FoldedText } from './fold/fold.ts'
import { isInsideWord, readTerm } from './listed-word.ts'
import { TripleSet } from './match/triple-set.ts'
import { WordIndex } from './match/word-index.ts'
import type { Row } from './row.ts'
import { keepDistinct, type Sighting } from './sighting.ts'
import type { Match, RefusedTerm, Term } from './term.ts'

export interface Lexicon {
  /** Changes when, and only when, the terms change. */
  readonly edition: string
  readonly termCount: number
  readonly refused: readonly RefusedTerm[]
  find(text: string, options?: FindOptions): readonly Match[]
}

export interface FindOptions {
  /** Leaves out terms that are for other scenes; absent: every term counts. */
  readonly scene?: number
}

export interface LexiconOptions {
  /** Innocent phrases: a match that lies inside one of them is none. */
  readonly allowed?: readonly string[]
}

export function compileLexicon(terms: readonly Term[], options: LexiconOptions = {}): Lexicon {
  return new CompiledLexicon(terms, options.allowed ?? [])
}

/** The longest stretch beside an edit in which a word is looked for. */
const MAX_REACH = 16
const NO_READERS: readonly EditReader[] = []
const NONE: readonly Sighting[] = []

class CompiledLexicon implements Lexicon {
  readonly edition: string
  readonly termCount: number
  readonly refused: readonly RefusedTerm[]
  private readonly terms: readonly Term[]
  private readonly allowedBits: Int32Array
  private readonly words: WordIndex
  private readonly exceptions: Exceptions
  private readonly listed = new Map<number, Row>()
  private readonly folded = new FoldedText()
  private readonly lengths: Uint16Array
  private readonly marks = new Marks(new Uint8Array(65536))
  private readonly inWords: TripleSet
  private readonly patched = new PatchedRow()
  private readonly reach: number

  constructor(terms: readonly Term[], allowed: readonly string[]) {
    const readings = terms.map((term) => ({ term, reading: readTerm(term.text) }))
    const accepted = readings.flatMap(({ term, reading }) =>
      reading.kind === 'word' ? [{ term, units: reading.units }] : [],
    )
    this.refused = readings.flatMap(({ term, reading }) =>
      reading.kind === 'refused' ? [{ term, because: reading.because }] : [],
    )
    this.edition = toEdition([terms, allowed])
    this.termCount = accepted.length
    this.terms = accepted.map(({ term }) => term)
    this.allowedBits = Int32Array.from(accepted, ({ term }) =>
      term.conversions === undefined ? SAFE_BITS : toBits(term.conversions),
    )
    this.lengths = Uint16Array.from(accepted, ({ units }) => units.length)
    this.reach = Math.min(MAX_REACH, Math.max(0, ...new Set(this.lengths)))
    this.words = new WordIndex(accepted.map(({ units }) => units))
    this.inWords = new TripleSet(accepted.map(({ units }) => units))
    this.exceptions = new Exceptions(this.terms, allowed)
  }

  find(text: string, options: FindOptions = {}): readonly Match[] {
    const row = this.folded.read(text)
    const plain = this.sift(row, this.words.findAndMark(row.units, row.length, this.marks))
    const disguised = this.seekDisguised(row)
    if (plain.length + disguised.length === 0) return NO_MATCHES
    const innocent = this.exceptions.find(row)
    const matches: Match[] = []
    for (const sighting of keepDistinct(plain, [disguised])) {
      if (!this.isInScene(sighting, options.scene) || innocent.cover(sighting)) continue
      matches.push(this.toMatch(text, sighting))
    }
    return matches
  }

  private seekDisguised(row: Row): readonly Sighting[] {
    const edits = findEdits(row, this.marks, this.inWords, NO_READERS)
    if (edits.length === 0) return NONE
    const patched = this.patched.make(row, edits, this.reach)
    return this.sift(patched, this.words.find(patched.units, patched.length))
  }

  /** Which of the words just found are seen with no more conversions than they allow. */
  private sift(row: Row, count: number): readonly Sighting[] {
    if (count === 0) return NONE
    const { found } = this.words
    const sightings: Sighting[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const number = found[nth * 2] as number
      const at = found[nth * 2 + 1] as number
      const length = this.lengths[number] as number
      if (isInsideWord(row, at, length)) continue
      const start = row.starts[at] as number
      const end = endOfUnits(row, at, length)
      const bits = this.explain(number, row, at, start, end)
      if (bits === NOT_THE_WORD || (bits & ~(this.allowedBits[number] as number)) !== 0) continue
      sightings.push({ number, start, end, bits })
    }
    return sightings
  }

  private explain(number: number, row: Row, at: number, start: number, end: number): number {
    const listed = (this.terms[number] as Term).text
    if (end - start === listed.length && row.text.startsWith(listed, start)) return 0
    return explainUnits(row, at, this.listedRow(number))
  }

  private listedRow(number: number): Row {
    const known = this.listed.get(number)
    if (known !== undefined) return known
    const row = new FoldedText().read((this.terms[number] as Term).text.trim())
    this.listed.set(number, row)
    return row
  }

  private isInScene({ number }: Sighting, scene: number | undefined): boolean {
    const scenes = (this.terms[number] as Term).scenes
    return scene === undefined || scenes === undefined || scenes.includes(scene)
  }

  private toMatch(text: string, { number, start, end, bits }: Sighting): Match {
    const term = this.terms[number] as Term
    return {
      termId: term.id,
      term: term.text,
      label: term.label,
      level: term.level,
      start,
      end,
      matched: bits === 0 ? term.text : text.slice(start, end),
      conversions: toNames(bits),
      confidence: toConfidence(bits),
    }
  }
}

const NO_MATCHES: readonly Match[] = []
