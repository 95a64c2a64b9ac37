/**
 * The bank of known pictures: seen by people, denied or allowed, and found again however they are
 * saved. Goes in and out as ThreatExchange's CSV.
 */

import { AppError } from '@fangxing/contract'
import { readBankCsv, writeBankCsv } from '@fangxing/media'
import type { KnownPictureDraft } from '@fangxing/storage'
import { z } from 'zod'
import { findVariants } from '../cases/picture-change.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { toActor } from './actor.ts'
import { bankCsv, bankImport, knownPicture, knownPictureDraft } from './shapes/known-picture.ts'
import { pageOf, pageQuery } from './shapes/parts.ts'
import { toWire } from './wire.ts'

/** A million hashes are about 100 MB. */
const IMPORT_LIMIT = 128 * 1024 * 1024

export function registerKnownPictures(app: App, ports: Ports): void {
  const { knownPictures } = ports.storage

  app.get('/v1/known-pictures', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Pictures that people have seen before, newest first',
      querystring: pageQuery,
      response: { 200: pageOf(knownPicture) },
    },
    handler: async ({ query }) => toWire(await knownPictures.list(query)),
  })

  app.post('/v1/known-pictures', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Deny or allow a picture, by its hash or as a check has kept it',
      body: knownPictureDraft,
      response: { 200: z.object({ added: z.number().int() }) },
    },
    async handler({ body, caller }) {
      const { bank, label, kind } = body
      const all = 'mediaId' in body ? await hashesOfKept(ports, body) : [body.bits]
      const { name } = toActor(caller, ['operator'])
      const drafts = all.map((bits) => ({ bits, bank, label, kind }))
      return { added: await add(ports, drafts, name) }
    },
  })

  app.delete('/v1/known-pictures/:id', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Forget one',
      params: z.object({ id: z.coerce.number().int().positive() }),
      response: { 204: z.undefined() },
    },
    async handler({ params: { id } }, reply) {
      if (!(await knownPictures.remove(id))) throw new AppError('MEDIA_NOT_FOUND', { mediaId: id })
      await ports.pictureBank.refresh()
      return reply.code(204).send()
    },
  })

  registerBankFiles(app, ports)
}

function registerBankFiles(app: App, ports: Ports): void {
  app.post('/v1/known-pictures/import', {
    bodyLimit: IMPORT_LIMIT,
    config: { access: ['operator'] },
    schema: {
      summary: 'Add the hashes of a CSV as ThreatExchange writes it',
      body: bankCsv,
      response: { 200: bankImport },
    },
    async handler({ body: { csv }, caller }) {
      const reading = readBankCsv(csv)
      if (reading === null) {
        throw new AppError('REQUEST_MALFORMED', {
          fields: ['csv: its first line must name signal_type, signal_str and category'],
        })
      }
      const { entries, skipped, refused } = reading
      const added = await add(ports, entries.map(named), toActor(caller, ['operator']).name)
      return { added, known: entries.length - added, skipped, refused: [...refused] }
    },
  })

  app.get('/v1/known-pictures/export', {
    config: { access: ['operator'] },
    schema: { summary: 'The bank as such a CSV', response: { 200: z.string() } },
    async handler(_request, reply) {
      const entries = await Array.fromAsync(ports.storage.knownPictures.all())
      return reply.type('text/csv; charset=utf-8').serializer(String).send(writeBankCsv(entries))
    },
  })
}

/** A file may leave bank and label empty; ours have names. */
function named({ bits, bank, label, kind }: KnownPictureDraft): KnownPictureDraft {
  return { bits, bank: bank || 'imported', label: label || 'unlabelled', kind }
}

async function add(
  { storage, pictureBank, clock }: Ports,
  drafts: readonly KnownPictureDraft[],
  by: string,
): Promise<number> {
  const added = await storage.knownPictures.add(drafts, by, clock.now())
  await pictureBank.refresh()
  return added
}

/**
 * One, or of what is denied also those it would have cropped or mirrored. Throws MEDIA_NOT_FOUND, and
 * REQUEST_MALFORMED for a picture too plain to be told from others.
 */
async function hashesOfKept(
  ports: Ports,
  { mediaId, kind }: { readonly mediaId: string; readonly kind: 'allow' | 'deny' },
): Promise<readonly string[]> {
  const bytes = await ports.storage.media.content(mediaId)
  if (bytes === null) throw new AppError('MEDIA_NOT_FOUND', { mediaId })
  const engine = await ports.media.open(ports.pictureBank)
  const { hash } = await engine.picture({ name: mediaId, bytes }, { wanted: ['hash'] })
  if (hash === undefined || hash.quality < LEAST_QUALITY) {
    throw new AppError('REQUEST_MALFORMED', {
      fields: ['mediaId: the picture cannot be read, or is too plain to be told from others'],
    })
  }
  if (kind === 'allow') return [hash.bits]
  return [...new Set([hash.bits, ...(await findVariants(ports, mediaId))])]
}

/** Below it hashes of different pictures are alike; the same in `picture/denied-picture`. */
const LEAST_QUALITY = 50
