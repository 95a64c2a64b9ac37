/** Takes documents into a collection that materials are compared with. */

import { markDocument } from '@fangxing/text'
import type { Ports } from '../ports.ts'
import type { CorpusDocument } from './corpus.ts'

/** After so many the event loop hears of something else: marking a long text takes milliseconds. */
const BREATHE_EVERY = 10

export interface Imported {
  readonly added: number
  /** Without a letter: like nothing, and left out. */
  readonly empty: number
}

export async function importDocuments(
  { storage, wallClock }: Ports,
  corpus: string,
  documents: readonly CorpusDocument[],
): Promise<Imported> {
  const drafts = []
  for (const [at, { name, text, publishedAt }] of documents.entries()) {
    const marks = markDocument(text)
    if (marks !== null) drafts.push({ name, text, publishedAt, appid: null, ...marks })
    if (at % BREATHE_EVERY === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const added = await storage.documents.add(corpus, drafts, wallClock.now())
  return { added, empty: documents.length - drafts.length }
}
