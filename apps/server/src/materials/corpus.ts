/**
 * Other documents that a material may be like: own articles, known rumours, an imported collection.
 *
 * Held in memory with their texts, so that the passage in common can be shown.
 */

import type { Resemblance } from '@fangxing/contract'
import { DocumentIndex, findShared } from '@fangxing/text'

export interface CorpusDocument {
  readonly name: string
  readonly text: string
  /** Epoch ms; null when it is not known. */
  readonly publishedAt: number | null
}

export interface Corpora {
  /** `corpus`: `own`, `rumours`, or any name. */
  add(corpus: string, document: CorpusDocument): void
  /** The most similar first, at most `most`. */
  find(text: string, least: number, most: number): readonly Resemblance[]
}

export function createCorpora(): Corpora {
  const index = new DocumentIndex()
  const documents: (CorpusDocument & { readonly corpus: string })[] = []
  return {
    add(corpus, document) {
      documents[index.add(document.text)] = { ...document, corpus }
    },
    find(text, least, most) {
      return index
        .find(text, least)
        .slice(0, most)
        .flatMap(({ number, similarity }) => {
          const found = documents[number]
          if (found === undefined) return []
          const { share, longest } = findShared(text, found.text)
          const passage = longest ?? { start: 0, end: 0 }
          return [
            {
              corpus: found.corpus,
              document: found.name,
              similarity,
              sharedText: share,
              publishedAt: found.publishedAt,
              passage: { ...passage, text: text.slice(passage.start, passage.end) },
            },
          ]
        })
    },
  }
}
