/**
 * The picture of an item, drawn anew and sandboxed: nothing of the file that a stranger sent
 * reaches the reviewer's browser but its pixels.
 */

import { AppError } from '@fangxing/contract'
import { REDRAWN_TYPE } from '@fangxing/media'
import { z } from 'zod'
import { readContent } from '../desk/item-content.ts'
import { redrawBeside } from '../desk/redraw-beside.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { id } from './shapes/parts.ts'

/** Opened by itself it is a page without rights, an origin of its own and nothing to load. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'none'"

export function registerDeskPicture(app: App, ports: Ports): void {
  const { storage } = ports

  app.get('/v1/desk/items/:id/picture', {
    config: { access: ['reviewer', 'operator'] },
    schema: { summary: 'The picture, drawn anew', params: z.object({ id }) },
    async handler({ params: { id: itemId } }, reply) {
      const subject = await storage.desk.subjectOf(itemId)
      const content = subject && (await readContent(ports, subject))
      const mediaId = content?.evidence.mediaId
      const bytes = mediaId === undefined ? null : await storage.media.content(mediaId)
      const drawn = mediaId !== undefined && bytes ? await redrawBeside(mediaId, bytes) : null
      if (drawn === null) {
        throw new AppError('MEDIA_NOT_FOUND', {
          item: itemId,
          because: bytes ? 'the picture cannot be read' : 'the picture is not kept',
        })
      }
      return reply
        .type(REDRAWN_TYPE)
        .header('content-security-policy', SANDBOX)
        .header('content-disposition', 'inline; filename="picture.webp"')
        .header('cache-control', 'private, max-age=600')
        .send(drawn)
    },
  })
}
