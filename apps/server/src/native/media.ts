/** Pictures and recordings that came with a submission or a certificate. */

import { AppError } from '@fangxing/contract'
import { currentSubmission } from '@fangxing/release'
import { z } from 'zod'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { assertSeesApp, assertSeesRelease } from './actor.ts'
import { mediaOfRelease } from './shapes/intake.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })

export function registerMedia(app: App, ports: Ports): void {
  const { media, apps } = ports.storage

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
      const owner = found === null ? null : await apps.find(found.appid)
      if (found === null || owner === null) {
        throw new AppError('MEDIA_NOT_FOUND', { mediaId: params.id })
      }
      assertSeesApp(caller, owner)
      const content = await media.content(found.id)
      return reply.type(found.type).send(Buffer.from(content ?? []))
    },
  })
}
