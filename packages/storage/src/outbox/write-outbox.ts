/**
 * Writes what an append asks to be told, inside its transaction.
 *
 * Each notice goes to the inbox; one for developers also to the webhook and the mail address that
 * the app has set by now. A push goes to the app's WeChat callback, if there is one.
 */

import type { Db } from '../connection.ts'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import { readCallbacks } from './callbacks.ts'
import { toDeliveryRow } from './delivery-rows.ts'
import type {
  Channel,
  DeliveryDraft,
  EventDraft,
  Notice,
  NoticeDraft,
  PushDraft,
} from './outbox.types.ts'

export interface Told {
  readonly notices?: readonly NoticeDraft[] | undefined
  readonly pushes?: readonly PushDraft[] | undefined
  /** For the webhook alone. */
  readonly webhookEvents?: readonly EventDraft[] | undefined
}

export async function writeOutbox(
  db: Db,
  { appid, releaseId = '' }: { readonly appid: string; readonly releaseId?: string },
  { notices: drafts = [], pushes = [], webhookEvents = [] }: Told,
): Promise<void> {
  if (drafts.length + pushes.length + webhookEvents.length === 0) return
  const notices = drafts.map(
    (draft): Notice => ({ ...draft, id: randomHex(10), appid, releaseId, readAt: null }),
  )
  if (notices.length > 0) {
    await db.insertInto('notices').values(notices.map(toNoticeRow)).execute()
  }
  const deliveries = await toDeliveries(db, appid, notices, { pushes, webhookEvents })
  if (deliveries.length > 0) {
    await db.insertInto('deliveries').values(deliveries.map(toDeliveryRow)).execute()
  }
}

async function toDeliveries(
  db: Db,
  appid: string,
  notices: readonly Notice[],
  { pushes = [], webhookEvents = [] }: Told,
): Promise<readonly DeliveryDraft[]> {
  const { webhook, wechat, mail } = await readCallbacks(db, appid)
  const forDevelopers = notices.filter(({ audience }) => audience === 'developer')
  const toEach = (channel: Channel) =>
    forDevelopers.map((notice) => {
      const { readAt, ...body } = notice
      return { appid, channel, kind: notice.kind, body, createdAt: notice.at }
    })
  return [
    ...(webhook === null ? [] : toEach('webhook')),
    ...(mail === null ? [] : toEach('mail')),
    ...(webhook === null ? [] : webhookEvents).map(({ kind, at, body }) => ({
      appid,
      channel: 'webhook' as const,
      kind,
      body,
      createdAt: at,
    })),
    ...(wechat === null ? [] : pushes).map((push) => ({
      appid,
      channel: 'wechat' as const,
      kind: push.event,
      lane: push.lane,
      body: push,
      createdAt: push.at,
    })),
  ]
}

function toNoticeRow(notice: Notice) {
  const { id, appid, audience, region, kind, letter, version, state, at } = notice
  return {
    ...{ id, appid, audience, region, kind, version, state, at },
    letter: toJson(letter),
    release_id: notice.releaseId,
    audit_id: notice.auditId,
    read_at: null,
  }
}
