/**
 * Reads collections of other documents: `name=file.jsonl`, one document a line.
 *
 * A line is `{"text": …, "name"?: …, "publishedAt"?: ISO 8601}`; a line that is none stops the reading
 * with its number.
 */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { AppError } from '@fangxing/contract'
import { type CorporaInMemory, type CorpusDocument, createCorpora } from '@fangxing/server'
import { z } from 'zod'

const line = z.object({
  text: z.string(),
  name: z.string().optional(),
  publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
})

export async function readCorpora(named: readonly string[]): Promise<CorporaInMemory | undefined> {
  if (named.length === 0) return undefined
  const corpora = createCorpora()
  for (const one of named) {
    const at = one.indexOf('=')
    if (at < 1) throw new AppError('MATERIAL_MALFORMED', { because: `--corpus name=file: ${one}` })
    await readInto(corpora, one.slice(0, at), one.slice(at + 1))
  }
  return corpora
}

async function readInto(corpora: CorporaInMemory, corpus: string, file: string): Promise<void> {
  for await (const document of readDocuments(file)) corpora.add(corpus, document)
}

/** One after the other, however long the file is. */
export async function* readDocuments(file: string): AsyncGenerator<CorpusDocument> {
  const input = createReadStream(file, 'utf8')
  let number = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1
      if (text.trim() !== '') yield toDocument(text, file, number)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new AppError(isMissing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', { file }, { cause })
  }
}

function toDocument(text: string, file: string, number: number): CorpusDocument {
  const malformed = (because: string) =>
    new AppError('MATERIAL_MALFORMED', { file, line: number, because })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw malformed(String(cause))
  }
  const read = line.safeParse(value)
  if (!read.success) throw malformed(read.error.issues[0]?.message ?? '')
  const { name = `${file}:${number}`, publishedAt } = read.data
  return {
    name,
    text: read.data.text,
    publishedAt: publishedAt === undefined ? null : Date.parse(publishedAt),
  }
}
