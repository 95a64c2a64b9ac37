/**
 * Does the work of `fangxing corpus import`: reads the file line by line and sends it in parcels.
 *
 * A name that is there is replaced, so an import that broke off is simply repeated.
 */

import type { CorpusDocument } from '@fangxing/server'
import { z } from 'zod'
import { readDocuments } from '../audit/read-corpora.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { type Api, openApi } from '../remote/api.ts'
import { readPersonCredentials, signInAsPerson } from '../remote/sign-in.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { parcelsOf } from './parcels.ts'

const imported = z.object({ added: z.number(), empty: z.number() })

export interface CorpusImport {
  readonly name: string
  readonly file: string
  readonly server: string
}

export async function importCorpus(
  { name, file, server }: CorpusImport,
  terminal: Terminal,
): Promise<ExitCode> {
  const person = readPersonCredentials(terminal.env)
  const api = openApi(server, terminal.language, signInAsPerson(person, terminal.language))
  const { added, empty } = await sendAll(api, name, readDocuments(file), terminal)
  terminal.print(
    terminal.words({
      zh: `已导入 ${added} 篇到 ${name}，${empty} 篇没有文字、未导入。`,
      en: `${added} documents are in ${name}; ${empty} had no letters and were left out.`,
    }),
  )
  return EXIT.clean
}

async function sendAll(
  api: Api,
  name: string,
  documents: AsyncIterable<CorpusDocument>,
  terminal: Terminal,
): Promise<z.infer<typeof imported>> {
  const path = `/v1/corpora/${encodeURIComponent(name)}/documents`
  let added = 0
  let empty = 0
  for await (const parcel of parcelsOf(documents)) {
    const answer = await api.post(path, { documents: parcel }, imported)
    added += answer.added
    empty += answer.empty
    terminal.complain(terminal.words({ zh: `已导入 ${added}`, en: `${added} imported` }))
  }
  return { added, empty }
}
