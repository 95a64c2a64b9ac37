/**
 * Compiles terms and finds them in texts, also when disguised.
 *
 * `find` answers by start, then end; offsets in the original text. O(length + matches) for every
 * row the text is read as. Total: any string returns, lone surrogates included. Not reentrant
 * across threads, safe within one: the working memory belongs to the lexicon and is reused.
 * Does not decide whether a match is a violation: that is a rule's part.
 */

import { Conditions } from './conditions.ts'
import { describeNeeded } from './conversion.ts'
import { type Readers, readersFor, wantedHalves } from './disguise/edit-readers.ts'
import { findEdits } from './disguise/edits.ts'
import { Marks } from './disguise/marks.ts'
import { PatchedRow } from './disguise/patched-row.ts'
import { toTraits } from './disguise/traits.ts'
import { toEdition } from './edition.ts'
import { Exceptions } from './exceptions.ts'
import type { Sieve } from './kernel/sieve.ts'
import type { Steps } from './kernel/steps.ts'
import { WarmKernel } from './kernel/warm-kernel.ts'
import { readTerms } from './listed-term.ts'
import { TripleSet } from './match/triple-set.ts'
import type { Row } from './row.ts'
import { ColumnSearch } from './search/column-search.ts'
import { InitialSearch } from './search/initial-search.ts'
import { otherKeysOf, ownKeyOf, reversedKeysOf } from './search/keys.ts'
import { PlainSearch } from './search/plain-search.ts'
import { SoundSearch } from './search/sound-search.ts'
import { RowSearcher, type SearchedRow, type Wanted } from './searched-row.ts'
import { inOrder, joined, type Sighting } from './sighting.ts'
import type { Match, RefusedTerm, Term } from './term.ts'
import { TermTable } from './term-table.ts'
import { isValidAt } from './terms/validity.ts'

export interface Lexicon {
  /** Changes when, and only when, the terms change. */
  readonly edition: string
  readonly termCount: number
  readonly refused: readonly RefusedTerm[]
  find(text: string, options?: FindOptions): readonly Match[]
}

/** One whose kernel can be started ahead of the texts that would be worth it. */
export interface WarmableLexicon extends Lexicon {
  warm(): Steps
}

export interface FindOptions {
  /** Leaves out terms that are for other scenes; absent: every term counts. */
  readonly scene?: number
}

export interface LexiconOptions {
  /** Innocent phrases: a match that lies inside one of them is none. */
  readonly allowed?: readonly string[]
  /** Leaves out terms that do not count at this moment, epoch ms; absent: every term counts. */
  readonly at?: number
}

export function compileLexicon(terms: readonly Term[], options: LexiconOptions = {}): Lexicon {
  const { allowed = [], at } = options
  const valid = at === undefined ? terms : terms.filter((term) => isValidAt(term, at))
  return new CompiledLexicon(valid, allowed)
}

/** The longest stretch beside an edit in which a word is looked for. */
const MAX_REACH = 16
const NO_SIGHTINGS: readonly Sighting[] = []
const NO_MATCHES: readonly Match[] = []

class CompiledLexicon implements WarmableLexicon {
  readonly edition: string
  readonly termCount: number
  readonly refused: readonly RefusedTerm[]
  /** The terms that are no refused ones, by the number that sightings name them by. */
  private readonly table: TermTable
  private readonly exceptions: Exceptions
  private readonly conditions: Conditions
  private readonly plain: PlainSearch
  private readonly sounds: SoundSearch
  private readonly initials: InitialSearch
  private readonly columns: ColumnSearch
  private readonly readers: Readers
  private readonly inWords: TripleSet
  private readonly reach: number
  private readonly wanted: Wanted
  private readonly searcher = new RowSearcher()
  private readonly kernel = new WarmKernel()
  private readonly marks: Marks
  private readonly patched = new PatchedRow()

  constructor(terms: readonly Term[], allowed: readonly string[]) {
    const { listed, refused } = readTerms(terms)
    const own = listed.map(ownKeyOf)
    const keys = [...own, ...listed.flatMap(otherKeysOf)]
    const readers = readersFor(listed)
    this.edition = toEdition([terms, allowed])
    this.termCount = listed.length
    this.refused = refused
    this.table = new TermTable(listed)
    this.exceptions = new Exceptions(listed, allowed)
    this.conditions = new Conditions(listed, this.table)
    this.plain = new PlainSearch(listed, [...keys, ...listed.flatMap(reversedKeysOf)])
    this.sounds = new SoundSearch(listed, this.table)
    this.initials = new InitialSearch(listed, this.table)
    this.columns = new ColumnSearch(this.plain)
    this.readers = readers
    const sounds = this.sounds.words
    const readsLetters = !this.initials.isEmpty || sounds.wordCount > 0
    const traits = toTraits(readers, wantedHalves(listed), readsLetters)
    this.marks = new Marks(readers, this.plain.words)
    const words = keys.map(({ units }) => units)
    this.inWords = TripleSet.ofWords(words)
    const sieve: Sieve = {
      inWords: this.inWords,
      besideMeant: TripleSet.ofWords(words, readers.standIns.meant),
      standIns: readers.standIns,
      readsDigits: readers.leastLeet !== undefined,
      readsSyllables: sounds.wordCount > 0,
      initials: this.initials.sieve,
    }
    this.wanted = { words: this.plain.words, sounds, traits, sieve }
    this.reach = keys.reduce(
      (most, { units }) => Math.min(MAX_REACH, Math.max(most, units.length)),
      0,
    )
  }

  find(text: string, options?: FindOptions): readonly Match[] {
    const searched = this.search(text)
    let seen = this.plain.findSearched(searched)
    const { reversed } = this.plain
    // In order of trust: what overlaps an earlier one of the same word is left out.
    seen = joined(seen, this.findEdited(searched))
    seen = joined(seen, this.initials.find(searched))
    seen = joined(seen, this.columns.find(searched))
    seen = joined(seen, this.sounds.find(searched))
    seen = joined(seen, reversed)
    const sightings = this.keepCounting(searched.row, inOrder(seen), options?.scene)
    return sightings.length === 0
      ? NO_MATCHES
      : sightings.map((sighting) => this.toMatch(text, sighting))
  }

  warm(): Steps {
    return this.kernel.start(this.wanted)
  }

  /** Those in their scene, in no innocent phrase, and under the conditions of their term. */
  private keepCounting(
    row: Row,
    sightings: readonly Sighting[],
    scene: number | undefined,
  ): readonly Sighting[] {
    const counts = scene === undefined && this.exceptions.isEmpty && this.conditions.isEmpty
    if (counts || sightings.length === 0) return sightings
    const innocent = this.exceptions.find(row)
    const isMet = this.conditions.find(row)
    return sightings.filter(
      (sighting) => this.isInScene(sighting, scene) && !innocent.cover(sighting) && isMet(sighting),
    )
  }

  private search(text: string): SearchedRow {
    return this.kernel.search(text, this.wanted) ?? this.searcher.search(text, this.wanted)
  }

  private findEdited(searched: SearchedRow): readonly Sighting[] {
    const marks = this.marks.read(searched)
    if (marks.count === 0) return NO_SIGHTINGS
    const { row } = searched
    const edits = findEdits(row, marks, this.inWords, this.readers)
    return edits.length === 0
      ? NO_SIGHTINGS
      : this.plain.findPatched(this.patched.make(row, edits, this.reach))
  }

  private isInScene({ number }: Sighting, scene: number | undefined): boolean {
    if (scene === undefined) return true
    const { scenes } = this.table.term(number)
    return scenes === undefined || scenes.includes(scene)
  }

  private toMatch(text: string, { number, start, end, bits }: Sighting): Match {
    const term = this.table.term(number)
    const { conversions, confidence } = describeNeeded(bits)
    return {
      termId: term.id,
      term: term.text,
      label: term.label,
      level: term.level,
      start,
      end,
      matched: bits === 0 ? sliceOf(text, term.text, start, end) : text.slice(start, end),
      conversions,
      confidence,
    }
  }
}

/** Most stand there as they are listed: their text is at hand, and takes no memory once more. */
function sliceOf(text: string, listed: string, start: number, end: number): string {
  const isListed = listed.length === end - start && text.startsWith(listed, start)
  return isListed ? listed : text.slice(start, end)
}
