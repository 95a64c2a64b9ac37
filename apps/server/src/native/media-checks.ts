/** Media that are looked at later: what waits, and what became of it. */

import { AppError } from '@fangxing/contract'
import type { MediaCheck } from '@fangxing/storage'
import { z } from 'zod'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { contentBounds, seesContentOf } from './actor.ts'
import { mediaCheck, mediaCheckQuery } from './shapes/media-check.ts'
import { id, pageOf } from './shapes/parts.ts'

export function registerMediaChecks(app: App, ports: Ports): void {
  const { mediaChecks } = ports.storage

  app.get('/v1/media-checks', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Media that are or were looked at, newest first',
      querystring: mediaCheckQuery,
      response: { 200: pageOf(mediaCheck) },
    },
    async handler({ caller, query }) {
      const page = await mediaChecks.list({ ...query, ...contentBounds(caller, query.appid) })
      return { items: page.items.map(toView), nextCursor: page.nextCursor }
    },
  })

  app.get('/v1/media-checks/:id', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'One of them', params: z.object({ id }), response: { 200: mediaCheck } },
    async handler({ caller, params }) {
      const found = await mediaChecks.find(params.id)
      if (found === null || !seesContentOf(caller, found.appid)) {
        throw new AppError('CHECK_NOT_FOUND', { checkId: params.id })
      }
      return toView(found)
    },
  })
}

type View = z.infer<typeof mediaCheck>

/** `answer` was written by `answerMediaCheck`, in this shape. */
function toView({ shape, hasExtension, answer, trouble, ...check }: MediaCheck): View {
  return {
    ...check,
    answer: answer as View['answer'],
    trouble: trouble && { code: trouble.code, details: { ...trouble.details } },
  }
}
