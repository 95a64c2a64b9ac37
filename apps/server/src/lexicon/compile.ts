/** The work on whole lists of terms that the shelf has done: compiling them, and rating them. */

import {
  compileLexicon,
  type Lexicon,
  loadOrdinaryWords,
  rateTerms,
  respectWords,
  type Term,
  type TermRate,
} from '@fangxing/text'

export interface Compiler {
  compile(terms: readonly Term[]): Promise<Lexicon>
  rate(terms: readonly Term[], ordinary: readonly string[]): Promise<readonly TermRate[]>
}

/** On the event loop: for short lists, and for programs that serve nobody. */
export const compileHere: Compiler = {
  compile: async (terms) => respectWords(compileLexicon(terms), await loadOrdinaryWords()),
  rate: async (terms, ordinary) => rateTerms(terms, ordinary),
}
