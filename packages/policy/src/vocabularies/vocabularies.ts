/** Every vocabulary of the material audit by its name; a hit names the vocabulary it is from. */

import { ADVERTISING } from './advertising.ts'
import { NORMS_WORDS } from './norms.ts'
import { PROMOTION } from './promotion.ts'

const TEXTS = { ...ADVERTISING, ...PROMOTION, ...NORMS_WORDS } as const

export type VocabularyName = keyof typeof TEXTS | 'lexicon'

export interface VocabularyWord {
  readonly vocabulary: VocabularyName
  readonly word: string
}

/** In the order of the vocabularies, no word twice in one. */
export const vocabularyWords: readonly VocabularyWord[] = Object.entries(TEXTS).flatMap(
  ([name, text]) =>
    [...new Set(text.trim().split(/\s+/))].map((word) => ({
      vocabulary: name as VocabularyName,
      word,
    })),
)
