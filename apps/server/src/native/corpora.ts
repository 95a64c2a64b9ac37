/** Collections of documents that materials may be like: own articles, known rumours, any other. */

import { z } from 'zod'
import type { App } from '../http/app.ts'
import { importDocuments } from '../materials/import-documents.ts'
import type { Ports } from '../ports.ts'
import { corpora, corpusName, documentDrafts } from './shapes/material.ts'

const params = z.object({ name: corpusName })

/** Five hundred long articles, with room for escapes. */
const BODY_LIMIT = 32 * 1024 * 1024

export function registerCorpora(app: App, ports: Ports): void {
  const { documents } = ports.storage

  app.get('/v1/corpora', {
    config: { access: ['reviewer', 'operator'] },
    schema: {
      summary: 'The collections and how many documents each has',
      response: { 200: corpora },
    },
    async handler() {
      return { items: [...(await documents.corpora())] }
    },
  })

  app.post('/v1/corpora/:name/documents', {
    bodyLimit: BODY_LIMIT,
    config: { access: ['operator'] },
    schema: {
      summary: 'Add documents, at most 500 at once; a name that is there is replaced',
      params,
      body: documentDrafts,
      response: { 200: z.object({ added: z.number().int(), empty: z.number().int() }) },
    },
    async handler({ body, params: { name } }) {
      return importDocuments(ports, name, body.documents)
    },
  })

  app.delete('/v1/corpora/:name', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Remove a collection',
      params,
      response: { 200: z.object({ removed: z.number().int() }) },
    },
    async handler({ params: { name } }) {
      return { removed: await documents.drop(name) }
    },
  })
}
