/**
 * Sends what is due: lease, send, record.
 *
 * At least once: a worker that dies between sending and recording leaves its lease, and after it the
 * delivery goes out again under the same id. First attempts of a lane go in the order of the
 * events, one at a time; a failed one does not hold up those behind it, so a receiver that needs
 * the order compares times.
 */

import type { Channel, ClaimedDelivery, PushDraft, Settlement, Storage } from '@fangxing/storage'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { openRests } from './rests.ts'
import { nextAttemptAt } from './schedule.ts'
import { sendMail } from './send-mail.ts'
import { sendWebhook } from './send-webhook.ts'
import { sendWechat } from './send-wechat.ts'
import { failed, type Outside, type Send, type Sent } from './sender.ts'

/** Longer than any attempt can take, so that two never send the same one at once. */
export const LEASE_MS = 120_000

const SENDERS: Readonly<Record<Channel, Send>> = {
  webhook: sendWebhook,
  wechat: sendWechat,
  mail: sendMail,
}

export interface DeliveryPorts {
  readonly storage: Storage
  /** The real time, also in a rehearsal: signatures are checked against the receiver's clock. */
  readonly wallClock: Clock
  readonly outside: Outside
  readonly log: Log
}

/** Sends one delivery, if one is due of a lane that does not rest. False when none was. */
export async function deliverOne(ports: DeliveryPorts, rests = openRests()): Promise<boolean> {
  const { storage, wallClock } = ports
  const now = wallClock.now()
  const claimed = await storage.deliveries.claim(now, LEASE_MS, rests.lanesAt(now))
  if (claimed === null) return false

  const startedAt = wallClock.now()
  const sent = await attempt(ports, claimed, startedAt)
  const endedAt = wallClock.now()
  const settlement = toSettlement(ports, claimed, sent, { startedAt, endedAt })
  const hung = settlement.kind === 'failed' && settlement.trouble.code === 'TOO_SLOW'
  rests.ended(claimed.lane, { hung, at: endedAt })
  await storage.deliveries.settle(claimed, settlement, endedAt)
  return true
}

/** One after the other until nothing is due; returns how many attempts were made. */
export async function deliverDue(ports: DeliveryPorts): Promise<number> {
  for (let attempts = 0; ; attempts += 1) if (!(await deliverOne(ports))) return attempts
}

async function attempt(ports: DeliveryPorts, claimed: ClaimedDelivery, now: number): Promise<Sent> {
  try {
    const callbacks = await ports.storage.callbacks.find(claimed.appid)
    return await SENDERS[claimed.channel](claimed, callbacks, ports.outside, now)
  } catch (error) {
    ports.log(`error DELIVERY id=${claimed.id} channel=${claimed.channel} ${String(error)}`)
    return failed('INTERNAL')
  }
}

function toSettlement(
  { outside }: DeliveryPorts,
  claimed: ClaimedDelivery,
  sent: Sent,
  { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
): Settlement {
  const tookMs = Math.max(0, endedAt - startedAt)
  if (sent.kind === 'delivered') return { kind: 'delivered', tookMs }
  const { isTriedLonger } = (claimed.body ?? {}) as Pick<PushDraft, 'isTriedLonger'>
  const next =
    sent.isFinal === true
      ? null
      : nextAttemptAt({ ...claimed, isTriedLonger }, endedAt, outside.jitter())
  return { kind: 'failed', tookMs, trouble: sent.trouble, nextAttemptAt: next }
}
