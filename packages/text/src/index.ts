/** Text to facts: listed words found however they are disguised, each with what it took to see it. */

export {
  CONVERSION_NAMES,
  CONVERSIONS,
  type Conversion,
  type ConversionName,
} from './conversion.ts'
export { toEdition } from './edition.ts'
export { EXTRACT_KINDS, type Extract, type ExtractKind, extract } from './extract/extract.ts'
export { type Normalised, normalise } from './fold/normalise.ts'
export {
  type ImportDefaults,
  type ImportedTerms,
  importTerms,
  type RefusedLine,
} from './import/import-terms.ts'
export { ORDINARY_SENTENCES } from './import/ordinary-sentences.ts'
export {
  gradeTerms,
  MOST_ORDINARY_HITS,
  rateTerms,
  type TermRate,
} from './import/rate-terms.ts'
export {
  compileLexicon,
  type FindOptions,
  type Lexicon,
  type LexiconOptions,
} from './lexicon.ts'
export { compileWords, type WordFinder, type WordHit } from './match/word-finder.ts'
export type { Match, RefusedTerm, Term } from './term.ts'
export { diffTerms, type TermChange, type TermChanges } from './terms/diff-terms.ts'
export {
  type LexiconEdition,
  type Publication,
  publishEdition,
  type RollBack,
  rollBack,
  termsBefore,
  termsOf,
} from './terms/edition.ts'
export { findNextChange, isValidAt, type Validity } from './terms/validity.ts'
export { loadOrdinaryWords, type OrdinaryWords } from './words/ordinary-words.ts'
export { respectWords } from './words/respect-words.ts'
