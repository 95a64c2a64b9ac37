/**
 * Pictures and recordings: of a submission, of a certificate, and of cases.
 *
 * They lie on one shelf. Who may see content of the app's users sees all of them; others, like the
 * authority, only what was handed in with a release that they see.
 */

import { AppError } from '@fangxing/contract'
import { currentSubmission } from '@fangxing/release'
import type { Media } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { assertSeesRelease, seesContentOf, seesRelease } from './actor.ts'
import { mediaOfRelease } from './shapes/intake.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })

export function registerMedia(app: App, ports: Ports): void {
  const { media } = ports.storage

  app.get('/v1/releases/:id/media', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'What came with the latest submission, in order',
      params,
      response: { 200: mediaOfRelease },
    },
    async handler({ params, caller }) {
      const release = await getRelease(ports, params.id)
      assertSeesRelease(caller, release)
      const auditId = currentSubmission(release.life)?.auditId
      const items = auditId === undefined ? [] : await media.ofSubmission(auditId)
      return { items: toWire(items) }
    },
  })

  // The bytes are of a kind that was seen in them, and nosniff holds: no browser runs them.
  app.get('/v1/media/:id', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'The bytes', params },
    async handler({ params, caller }, reply) {
      const found = await media.find(params.id)
      if (found === null || !(await isSeenBy(ports, caller, found))) {
        throw new AppError('MEDIA_NOT_FOUND', { mediaId: params.id })
      }
      const content = await media.content(found.id)
      return reply.type(found.type).send(Buffer.from(content ?? []))
    },
  })
}

async function isSeenBy(ports: Ports, caller: Caller, { id, appid }: Media): Promise<boolean> {
  if (seesContentOf(caller, appid)) return true
  for (const releaseId of await ports.storage.media.releasesWith(id)) {
    if (seesRelease(caller, await getRelease(ports, releaseId))) return true
  }
  return false
}
