/**
 * The vocabularies of the material audit as one lexicon: compiled once, found through disguises.
 *
 * Two-character words are everyday words: they are read in one form, not guessed at by sound.
 */

import { type VocabularyWord, vocabularyWords } from '@fangxing/policy'
import {
  CONVERSION_NAMES,
  CONVERSIONS,
  compileLexicon,
  type Lexicon,
  type Term,
} from '@fangxing/text'

const SAFE = CONVERSION_NAMES.filter((name) => CONVERSIONS[name].safe)
const SHORT = 2
const OTHER = 21000
/** Words in which another one stands that says nothing: every footer has a page “contact us”. */
const NAMESAKES: Readonly<Record<string, readonly string[]>> = { 联系我: ['联系我们'] }

let compiled: Lexicon | undefined

export function vocabularyLexicon(): Lexicon {
  compiled ??= compileLexicon(vocabularyWords.map(toTerm))
  return compiled
}

/** Which vocabulary a term of it is from. */
export function vocabularyOf(termId: string): string {
  return termId.slice(0, termId.indexOf('/'))
}

function toTerm({ vocabulary, word }: VocabularyWord): Term {
  const except = NAMESAKES[word]
  const term: Term = {
    ...{ id: `${vocabulary}/${word}`, text: word, label: OTHER, level: 'hint' },
    ...(except === undefined ? {} : { except }),
  }
  return [...word].length <= SHORT ? { ...term, conversions: SAFE } : term
}
