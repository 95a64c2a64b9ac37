/** Documents in parcels of what the server takes at once: by number, and by length. */

import type { CorpusDocument } from '@fangxing/server'

const MOST_DOCUMENTS = 500
/** Characters: far below the server's bound of 32 MiB, escapes included. */
const MOST_CHARACTERS = 4_000_000

export async function* parcelsOf(
  documents: AsyncIterable<CorpusDocument>,
): AsyncGenerator<readonly CorpusDocument[]> {
  let parcel: CorpusDocument[] = []
  let characters = 0
  for await (const document of documents) {
    const isFull = parcel.length === MOST_DOCUMENTS
    if (isFull || (parcel.length > 0 && characters + document.text.length > MOST_CHARACTERS)) {
      yield parcel
      parcel = []
      characters = 0
    }
    parcel.push(document)
    characters += document.text.length
  }
  if (parcel.length > 0) yield parcel
}
