/**
 * Other documents that a material may be like: own articles, known rumours, imported collections,
 * what was audited before.
 *
 * Found by marks, verified by what stands word for word in both: the passage is the evidence. One
 * collection is held in memory, another in the database.
 */

import type { Resemblance } from '@fangxing/contract'
import type { DocumentRow, Documents } from '@fangxing/storage'
import {
  compareEntries,
  DocumentIndex,
  findShared,
  markDocument,
  toPassageKeys,
} from '@fangxing/text'

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

/** Keys of passages that chance hardly shares, and documents of which the texts are then compared. */
const LEAST_PASSAGES = 3
const MOST_PARTS = 10
/** A shorter passage in common is a phrase, a quotation, a legal notice. Ours. */
const LEAST_PASSAGE = 60

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
  const byPassage = new Map<number, number[]>()
  const documents: SeenDocuments = {
    candidates: async (bands, most) => index.sharing(bands).slice(0, most).flatMap(toRow),
    async sharing(passages, { least, most }) {
      const shared = new Map<number, number>()
      for (const n of [...passages].flatMap((key) => byPassage.get(key) ?? [])) {
        shared.set(n, (shared.get(n) ?? 0) + 1)
      }
      return [...shared]
        .filter(([, count]) => count >= least)
        .sort(([, one], [, other]) => other - one)
        .slice(0, most)
        .flatMap(([n]) => toRow(n))
    },
    texts: async (numbers) => new Map(numbers.map((n) => [n, kept[n]?.text ?? ''])),
  }
  return {
    ...openCorpora(documents, NOBODY),
    add(corpus, document) {
      const n = index.add(document.text)
      kept[n] = { ...document, corpus }
      for (const key of toPassageKeys(document.text)) {
        byPassage.set(key, [...(byPassage.get(key) ?? []), n])
      }
    },
  }
}

type SeenDocuments = Pick<Documents, 'candidates' | 'sharing' | 'texts'>

/** Three questions to the database, however many documents there are and however long the text is. */
export function openCorpora(documents: SeenDocuments, seeker: Seeker): Corpora {
  return {
    async find(text, least, most) {
      const parts = partsOf(text).flatMap((part) => markDocument(part) ?? [])
      const [whole] = parts
      if (whole === undefined) return []
      const keys = Int32Array.from(parts.flatMap(({ bands }) => [...bands]))
      const rows = await documents.candidates(keys, MOST_CANDIDATES)
      const isOther = ({ corpus, name }: DocumentRow) =>
        corpus !== AUDITED || name !== seeker.materialId
      const alike = rows
        .filter(isOther)
        .map((row) => ({
          row,
          similarity: compareEntries(whole.entries, row.entries),
          ofPart: Math.max(...parts.map(({ entries }) => compareEntries(entries, row.entries))),
        }))
        .filter(({ ofPart }) => ofPart >= least)
        .sort((one, other) => other.ofPart - one.ofPart || one.row.n - other.row.n)
        .slice(0, most)
      const known = new Set(alike.map(({ row }) => row.n))
      const bounds = { least: LEAST_PASSAGES, most: MOST_PARTS }
      const inPart = (await documents.sharing(whole.passages, bounds))
        .filter((row) => isOther(row) && !known.has(row.n))
        .map((row) => ({ row, similarity: compareEntries(whole.entries, row.entries) }))
      const texts = await documents.texts([...alike, ...inPart].map(({ row }) => row.n))
      const tell = ({ row, similarity }: { row: DocumentRow; similarity: number }) => {
        const found = texts.get(row.n)
        const document = { ...row, corpus: corpusFor(row, seeker), similarity, text: found ?? '' }
        return found === undefined ? [] : [toResemblance(text, document)]
      }
      return [...alike.flatMap(tell), ...inPart.flatMap(tell).filter(isPart)].slice(0, most)
    },
  }
}

/**
 * A long text is looked up whole and cut in two, three and four: a document that stands in it among
 * others is like one of the pieces, also where every tenth letter of it is another. What is copied in
 * part only is found by its passages, word for word.
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

function isPart({ passage }: Resemblance): boolean {
  return passage.end - passage.start >= LEAST_PASSAGE
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
