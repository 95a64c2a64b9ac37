/**
 * Other documents that a material may be like: own articles, known rumours, imported collections,
 * what was audited before.
 *
 * Found by marks, verified by what stands word for word in both: the passage is the evidence. One
 * collection is held in memory, another in the database.
 */

import type { Resemblance } from '@fangxing/contract'
import type { DocumentRow, Documents } from '@fangxing/storage'
import { compareEntries, DocumentIndex, findShared, markDocument } from '@fangxing/text'

export interface CorpusDocument {
  readonly name: string
  readonly text: string
  /** Epoch ms; null when it is not known. */
  readonly publishedAt: number | null
}

export interface Corpora {
  /** The most similar first, at most `most`. */
  find(text: string, least: number, most: number): Promise<readonly Resemblance[]>
}

export interface CorporaInMemory extends Corpora {
  /** `corpus`: `own`, `rumours`, or any name. */
  add(corpus: string, document: CorpusDocument): void
}

/** For whom documents are looked for: what is theirs is `own`, and what they audit is not itself. */
export interface Seeker {
  readonly appid: string
  readonly materialId: string
}

/** Of materials that were audited here; their name is the material's id. */
export const AUDITED = 'audited'
export const OWN = 'own'

/** A band that more documents share says nothing; their rows are 128 bytes each. */
const MOST_CANDIDATES = 2000

export function createCorpora(): CorporaInMemory {
  const index = new DocumentIndex()
  const documents: (CorpusDocument & { readonly corpus: string })[] = []
  return {
    add(corpus, document) {
      documents[index.add(document.text)] = { ...document, corpus }
    },
    async find(text, least, most) {
      return index
        .find(text, least)
        .slice(0, most)
        .flatMap(({ number, similarity }) => {
          const found = documents[number]
          return found === undefined ? [] : [toResemblance(text, { ...found, similarity })]
        })
    },
  }
}

/** Two questions to the database, however many documents there are. */
export function openCorpora(
  documents: Pick<Documents, 'candidates' | 'texts'>,
  seeker: Seeker,
): Corpora {
  return {
    async find(text, least, most) {
      const marks = markDocument(text)
      if (marks === null) return []
      const rows = await documents.candidates(marks.bands, MOST_CANDIDATES)
      const alike = rows
        .filter(({ corpus, name }) => corpus !== AUDITED || name !== seeker.materialId)
        .map((row) => ({ row, similarity: compareEntries(marks.entries, row.entries) }))
        .filter(({ similarity }) => similarity >= least)
        .sort((one, other) => other.similarity - one.similarity || one.row.n - other.row.n)
        .slice(0, most)
      const texts = await documents.texts(alike.map(({ row }) => row.n))
      return alike.flatMap(({ row, similarity }) => {
        const found = texts.get(row.n)
        const document = { ...row, corpus: corpusFor(row, seeker), similarity, text: found ?? '' }
        return found === undefined ? [] : [toResemblance(text, document)]
      })
    },
  }
}

function corpusFor({ corpus, appid }: DocumentRow, seeker: Seeker): string {
  return appid === seeker.appid ? OWN : corpus
}

function toResemblance(
  text: string,
  found: CorpusDocument & { readonly corpus: string; readonly similarity: number },
): Resemblance {
  const { share, longest } = findShared(text, found.text)
  const passage = longest ?? { start: 0, end: 0 }
  return {
    corpus: found.corpus,
    document: found.name,
    similarity: found.similarity,
    sharedText: share,
    publishedAt: found.publishedAt,
    passage: { ...passage, text: text.slice(passage.start, passage.end) },
  }
}
