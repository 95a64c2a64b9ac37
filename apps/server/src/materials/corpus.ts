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

const NOBODY: Seeker = { appid: '', materialId: '' }

/** Of materials that were audited here; their name is the material's id. */
export const AUDITED = 'audited'
export const OWN = 'own'

/** Characters. Ours: shorter ones are rarely put together of several. */
const LEAST_TO_CUT = 1000

/** A band that more documents share says nothing; their rows are 128 bytes each. */
const MOST_CANDIDATES = 2000

export function createCorpora(): CorporaInMemory {
  const index = new DocumentIndex()
  const kept: (CorpusDocument & { readonly corpus: string })[] = []
  const toRow = (n: number): DocumentRow[] => {
    const document = kept[n]
    if (document === undefined) return []
    const { corpus, name, publishedAt } = document
    return [{ n, corpus, name, appid: null, publishedAt, entries: index.entriesOf(n) }]
  }
  const documents: Pick<Documents, 'candidates' | 'texts'> = {
    candidates: async (bands, most) => index.sharing(bands).slice(0, most).flatMap(toRow),
    texts: async (numbers) => new Map(numbers.map((n) => [n, kept[n]?.text ?? ''])),
  }
  return {
    ...openCorpora(documents, NOBODY),
    add(corpus, document) {
      kept[index.add(document.text)] = { ...document, corpus }
    },
  }
}

/** Two questions to the database, however many documents there are and however long the text is. */
export function openCorpora(
  documents: Pick<Documents, 'candidates' | 'texts'>,
  seeker: Seeker,
): Corpora {
  return {
    async find(text, least, most) {
      const parts = partsOf(text).flatMap((part) => markDocument(part) ?? [])
      const [whole] = parts
      if (whole === undefined) return []
      const keys = Int32Array.from(parts.flatMap(({ bands }) => [...bands]))
      const rows = await documents.candidates(keys, MOST_CANDIDATES)
      const alike = rows
        .filter(({ corpus, name }) => corpus !== AUDITED || name !== seeker.materialId)
        .map((row) => ({
          row,
          similarity: compareEntries(whole.entries, row.entries),
          ofPart: Math.max(...parts.map(({ entries }) => compareEntries(entries, row.entries))),
        }))
        .filter(({ ofPart }) => ofPart >= least)
        .sort((one, other) => other.ofPart - one.ofPart || one.row.n - other.row.n)
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

/**
 * A long text is looked up whole and cut in two, three and four: a document that stands in it among
 * others is like one of the pieces. What is copied in part only, of a longer document, is not found.
 */
function partsOf(text: string): readonly string[] {
  if (text.length < LEAST_TO_CUT) return [text]
  const pieces = [2, 3, 4].flatMap((count) => {
    const length = Math.ceil(text.length / count)
    return Array.from({ length: count }, (_, nth) => text.slice(nth * length, (nth + 1) * length))
  })
  return [text, ...pieces]
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
