/**
 * The inbox.
 *
 * Reviewers and operators see what developers are told, a developer what the apps they belong to are,
 * an app's token what its own is; the authority and operators what the authority is told, in their region.
 */

import { AppError } from '@fangxing/contract'
import type { Audience, Notice, NoticeFilter } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, EVERYBODY_KNOWN, rolesOf } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { notice, noticeQuery } from './shapes/notice.ts'
import { id, pageOf } from './shapes/parts.ts'
import { toWire } from './wire.ts'

export function registerNotices(app: App, ports: Ports): void {
  const { notices } = ports.storage

  app.get('/v1/notices', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Notices, newest first',
      querystring: noticeQuery,
      response: { 200: pageOf(notice) },
    },
    async handler({ caller, query: { appid, unread, ...page } }) {
      const filter = { ...page, ...boundsOf(caller, appid) }
      const asked = { reader: readerOf(caller), unread: unread === 'true' }
      const { items, nextCursor } = await notices.list(filter, asked)
      return { items: items.map(toNoticeView), nextCursor }
    },
  })

  app.post('/v1/notices/:id/read', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'The caller has read it; the first reading stands. Others’ marks are their own',
      params: z.object({ id }),
      response: { 200: notice },
    },
    async handler({ caller, params }) {
      const found = await notices.find(params.id)
      if (found === null || !isWithin(boundsOf(caller), found)) {
        throw new AppError('NOTICE_NOT_FOUND', { noticeId: params.id })
      }
      return toNoticeView(await notices.markRead(found.id, readerOf(caller), ports.clock.now()))
    },
  })

  app.post('/v1/notices/read-all', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'The caller has read everything that there is, or everything of one app',
      body: z.object({ appid: id.optional() }).nullish(),
      response: { 204: z.undefined() },
    },
    async handler({ caller, body }, reply) {
      const { appid } = boundsOf(caller, body?.appid)
      await notices.markAllRead(appid, readerOf(caller), ports.clock.now())
      return reply.code(204).send()
    },
  })
}

/** Whose marks of reading count: a person's own, or those of the app whose token it is. */
export function readerOf(caller: Caller): string {
  if (caller.kind === 'user') return caller.user.id
  return caller.kind === 'app' ? `app:${caller.appid}` : ''
}

type Bounds = Pick<NoticeFilter, 'audiences' | 'appid' | 'appids' | 'region'>

function boundsOf(caller: Caller, appid?: string): Bounds {
  if (caller.kind === 'app') return { audiences: ['developer'], appid: caller.appid }
  const roles = rolesOf(caller)
  const isOperator = roles.includes('operator')
  const audiences: Audience[] = []
  if (roles.some((role) => role !== 'authority')) audiences.push('developer')
  if (isOperator || roles.includes('authority')) audiences.push('authority')
  const region = caller.kind === 'user' && !isOperator ? caller.user.region : null
  const isOutside = caller.kind === 'user' && !isOperator && !roles.includes('reviewer')
  return { audiences, appid, region, ...(isOutside ? { appids: [...caller.memberOf.keys()] } : {}) }
}

function isWithin({ audiences, appid, appids, region }: Bounds, found: Notice): boolean {
  if (!audiences.includes(found.audience)) return false
  if (found.audience === 'developer' && appids?.includes(found.appid) === false) return false
  if (appid !== undefined && appid !== found.appid) return false
  const isBound = found.audience === 'authority' && region !== null && region !== undefined
  return !isBound || region === found.region
}

function toNoticeView({ letter, ...rest }: Notice) {
  return toWire({ ...rest, state: rest.state as string, ...letter })
}
