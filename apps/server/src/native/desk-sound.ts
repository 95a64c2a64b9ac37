/**
 * The recording of an item, as it was written anew when it was kept; by the item's own id, so that
 * who looks a second time learns nothing of the first.
 */

import { AppError } from '@fangxing/contract'
import { PLAYABLE_TYPE } from '@fangxing/media'
import { z } from 'zod'
import { readContent } from '../desk/item-content.ts'
import type { App } from '../http/app.ts'
import { sendPart } from '../http/send-part.ts'
import type { Ports } from '../ports.ts'
import { id } from './shapes/parts.ts'

export function registerDeskSound(app: App, ports: Ports): void {
  const { desk, media } = ports.storage

  app.get('/v1/desk/items/:id/sound', {
    config: { access: ['reviewer', 'operator'] },
    schema: { summary: 'The recording, as WAV; ranges of bytes', params: z.object({ id }) },
    async handler({ params: { id: itemId }, headers: { range } }, reply) {
      const subject = await desk.subjectOf(itemId)
      const content = subject && (await readContent(ports, subject))
      const soundId = content?.evidence.soundId
      const bytes = soundId === undefined ? null : await media.content(soundId)
      if (bytes === null) throw new AppError('MEDIA_NOT_FOUND', { item: itemId })
      reply.header('content-security-policy', "default-src 'none'; sandbox")
      reply.header('cache-control', 'no-store')
      return sendPart(reply.type(PLAYABLE_TYPE), bytes, range)
    },
  })
}
