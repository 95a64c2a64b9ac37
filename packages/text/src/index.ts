/** Text to facts: listed words found however they are disguised, each with what it took to see it. */

export {
  CLICKBAIT_CUES,
  type ClickbaitCue,
  type ClickbaitHit,
  findClickbait,
} from './article/clickbait.ts'
export { measureCoverage } from './article/coverage.ts'
export { findDates, type NamedDate } from './article/dates.ts'
export { DocumentIndex, type LikeDocument } from './article/document-index.ts'
export { compareEntries, type DocumentMarks, markDocument } from './article/document-marks.ts'
export { findGarbling, type Garbling, type GarblingKind } from './article/garbling.ts'
export {
  SIGNATURE_SIZE,
  type Signature,
  toBands,
  toSignature,
  toSimilarity,
} from './article/near-duplicate.ts'
export {
  type ArticleFacts,
  type BodyFacts,
  observeArticle,
  observeBody,
  observeTitle,
  type TextFacts,
  type TitleFacts,
} from './article/observe-article.ts'
export { toPassageKeys } from './article/passage-keys.ts'
export { findRepeated, type RepeatedSentence } from './article/repetition.ts'
export { countScripts, type Script, type ScriptFacts, type Writing } from './article/scripts.ts'
export { findShared, type SharedText } from './article/shared-passages.ts'
export {
  findEnding,
  findMarkRuns,
  type MarkRun,
  measurePile,
  measureTitle,
  type PhrasePile,
  type TitleEnding,
  type TitleLength,
} from './article/title.ts'
export { countTraditional, type TraditionalFacts } from './article/traditional.ts'
export { suggestTypos, type TypoSuggestion } from './article/typos.ts'
export type {
  Adjustment,
  AdjustmentReport,
  LabelReport,
  ReviewedText,
} from './classify/adjustment.ts'
export type {
  Classification,
  ClassifyOptions,
  Probabilities,
  Suggestion,
  TextClassifier,
} from './classify/classifier.ts'
export { LIMITS_EDITION } from './classify/limits.ts'
export { type AdjustmentRead, readAdjustment } from './classify/read-adjustment.ts'
export {
  type RefusedSample,
  type ReviewedTexts,
  readReviewed,
} from './classify/read-reviewed.ts'
export { loadShippedModel, type ShippedModel } from './classify/shipped.ts'
export { KNOWN_LABELS, type KnownLabel } from './classify/topics.ts'
export {
  CONVERSION_NAMES,
  CONVERSIONS,
  type Conversion,
  type ConversionName,
} from './conversion.ts'
export type { Decloaked, Decloaker, Swap } from './decloak/decloak.ts'
export { loadShippedDecloaker } from './decloak/shipped.ts'
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
export {
  type LoadedLexicon,
  loadLexicon,
  loadLexiconInSteps,
  packLexicon,
} from './packed/pack-lexicon.ts'
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
