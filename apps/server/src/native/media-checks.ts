/** Media that are looked at later: what waits, and what became of it. */

import { AppError } from '@fangxing/contract'
import type { KeptMediaCheck, UpstreamAsk } from '@fangxing/storage'
import { z } from 'zod'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { contentBounds, seesContentOf } from './actor.ts'
import { mediaCheck, mediaCheckQuery } from './shapes/media-check.ts'
import { id, pageOf } from './shapes/parts.ts'

export function registerMediaChecks(app: App, ports: Ports): void {
  const { mediaChecks, upstreamAsks } = ports.storage

  app.get('/v1/media-checks', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Media that are or were looked at, newest first',
      querystring: mediaCheckQuery,
      response: { 200: pageOf(mediaCheck) },
    },
    async handler({ caller, query }) {
      const page = await mediaChecks.list({ ...query, ...contentBounds(caller, query.appid) })
      const asks = await upstreamAsks.ofChecks(page.items.map((check) => check.id))
      const items = page.items.map((check) => toView(check, asks.get(check.id) ?? null))
      return { items, nextCursor: page.nextCursor }
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
      return toView(found, await upstreamAsks.find(found.id))
    },
  })
}

type View = z.infer<typeof mediaCheck>

/** `answer` was written by `answerMediaCheck`, in this shape. */
function toView(
  { shape, hasExtension, answer, trouble, ...check }: KeptMediaCheck,
  ask: UpstreamAsk | null,
): View {
  return {
    ...check,
    upstream: ask && toAskView(ask),
    answer: answer as View['answer'],
    trouble: trouble && { code: trouble.code, details: { ...trouble.details } },
  }
}

function toAskView(ask: UpstreamAsk): NonNullable<View['upstream']> {
  const { upstream: name, traceId, tries, openedAt, dueAt, merge, trouble: because } = ask
  const state =
    ask.answeredAt !== null ? 'answered' : traceId === null ? 'asking' : ('waiting' as const)
  return { name, state, traceId, tries, openedAt, dueAt, holdsUp: merge !== 'shadow', because }
}
