/** A delivery as its row, and back. */

import type { Selectable } from 'kysely'
import { randomHex } from '../secrets.ts'
import { toJson } from '../stored-text.ts'
import type { Delivery, DeliveryDraft } from './outbox.types.ts'
import type { OutboxTables } from './tables.ts'

/** Before every real time, so that first attempts come before repeated ones. */
const AT_ONCE = 0

export function toDeliveryRow({ appid, channel, kind, body, createdAt, lane }: DeliveryDraft) {
  return {
    id: `msg_${randomHex(12)}`,
    appid,
    channel,
    kind,
    lane: lane ?? `${appid}/${channel}`,
    body: toJson(body),
    created_at: createdAt,
    tries: 0,
    next_attempt_at: AT_ONCE,
    attempts: '[]',
  }
}

export function toDelivery(row: Selectable<OutboxTables['deliveries']>): Delivery {
  const { id, appid, channel, kind, lane, body, tries, attempts } = row
  return {
    ...{ id, appid, channel, kind, lane, body, tries, attempts },
    createdAt: row.created_at,
    nextAttemptAt:
      row.next_attempt_at === null ? null : Math.max(row.next_attempt_at, row.created_at),
    deliveredAt: row.delivered_at,
    deadAt: row.dead_at,
    lastTrouble: row.last_trouble,
    isInFlight: row.lease_token !== null,
  }
}
