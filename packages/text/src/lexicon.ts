/**
 * Compiles terms and finds them in texts, also when disguised.
 *
 * `find` answers by start, then end; offsets in the original text. O(length + matches) for every
 * row the text is read as. Total: any string returns, lone surrogates included. Not reentrant
 * across threads, safe within one: the working memory belongs to the lexicon and is reused.
 * Does not decide whether a match is a violation: that is a rule's part.
 */

import { SAFE_BITS, toBit, toBits, toConfidence, toNames } from './conversion.ts'
import { toEdition } from './edition.ts'
import { Exceptions } from './exceptions.ts'
import { endOfUnits, explainUnits } from './explain.ts'
import { FoldedText } from './fold/fold.ts'
import { collapseRepeats } from './fold/repeats.ts'
import { joinSpelled } from './fold/spelled.ts'
import { isInsideWord, readTerm } from './listed-word.ts'
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

const REPEAT = toBit('repeat')

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
    this.words = new WordIndex(accepted.map(({ units }) => units))
    this.exceptions = new Exceptions(this.terms, allowed)
  }

  find(text: string, options: FindOptions = {}): readonly Match[] {
    const row = this.folded.read(text)
    const sightings = this.seek(row)
    const spelled = row.isSpelled ? joinSpelled(row) : undefined
    const views = [spelled === undefined ? [] : this.seek(spelled), this.seekCollapsed(row)]
    const distinct = keepDistinct(sightings, views)
    if (distinct.length === 0) return NO_MATCHES
    const innocent = this.exceptions.find(row)
    return distinct
      .filter((sighting) => this.isInScene(sighting, options.scene) && !innocent.cover(sighting))
      .map((sighting) => this.toMatch(text, sighting))
  }

  private seekCollapsed(row: Row): Sighting[] {
    const collapsed = collapseRepeats(row)
    return collapsed === undefined
      ? []
      : this.seek(collapsed).filter(({ bits }) => (bits & REPEAT) !== 0)
  }

  /** What of the row is a listed word, with no more conversions than the word allows. */
  private seek(row: Row): Sighting[] {
    const count = this.words.find(row.units, row.length)
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
      if ((bits & ~(this.allowedBits[number] as number)) !== 0) continue
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
      matched: text.slice(start, end),
      conversions: toNames(bits),
      confidence: toConfidence(bits),
    }
  }
}

const NO_MATCHES: readonly Match[] = []
