/**
 * Keeps sending what falls due, until it is stopped.
 *
 * Every process asks once a second; a due delivery is asked for again at once, by more senders the
 * more there is. A receiver that hangs holds one sender of each of its lanes for five seconds; then the
 * lane rests, so that what waits for it does not hold up what waits for others.
 */

import { type DeliveryPorts, deliverOne } from './deliver.ts'
import { openRests } from './rests.ts'

const ASK_EVERY_MS = 1000

/** Deliveries under way at once in this process. */
const SENDERS = 8

export interface DeliveryWorker {
  /** Begins nothing further and waits for what is under way. */
  stop(): Promise<void>
}

export function startDelivery(ports: DeliveryPorts): DeliveryWorker {
  const senders = new Set<Promise<void>>()
  const rests = openRests()
  let isStopped = false

  const addSender = () => {
    if (isStopped || senders.size >= SENDERS) return
    const sender = sendOn().finally(() => senders.delete(sender))
    senders.add(sender)
  }
  async function sendOn(): Promise<void> {
    try {
      while (!isStopped && (await deliverOne(ports, rests))) addSender()
    } catch (error) {
      ports.log(`error DELIVERY ${String(error)}`)
    }
  }
  const timer = setInterval(addSender, ASK_EVERY_MS)
  timer.unref()
  addSender()

  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await Promise.all(senders)
    },
  }
}
