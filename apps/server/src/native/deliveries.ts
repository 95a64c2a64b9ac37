/** What was sent to an app and what became of it, and sending again what did not arrive. */

import { AppError } from '@fangxing/contract'
import type { Attempt, Delivery, Trouble } from '@fangxing/storage'
import { z } from 'zod'
import { describeTrouble } from '../delivery/trouble-words.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { seesContentOf, toActor } from './actor.ts'
import { assertOwns, OWNERS } from './callbacks.ts'
import { delivery } from './shapes/delivery.ts'
import { id, pageOf, pageQuery } from './shapes/parts.ts'
import { toWire } from './wire.ts'

export function registerDeliveries(app: App, ports: Ports): void {
  const { deliveries } = ports.storage

  app.get('/v1/apps/:appid/deliveries', {
    config: { access: OWNERS },
    schema: {
      summary: 'Deliveries of the app with their attempts, newest first',
      params: z.object({ appid: id }),
      querystring: pageQuery,
      response: { 200: pageOf(delivery) },
    },
    async handler({ caller, query, params: { appid } }) {
      await assertOwns(ports, caller, appid)
      const { items, nextCursor } = await deliveries.list(appid, query)
      return { items: items.map(toDeliveryView), nextCursor }
    },
  })

  registerAllDeliveries(app, ports)

  app.post('/v1/deliveries/:id/redrive', {
    config: { access: OWNERS },
    schema: {
      summary: 'Send it again, under the same id and with all its tries',
      params: z.object({ id }),
      response: { 200: delivery },
    },
    async handler({ caller, params: { id: deliveryId } }) {
      const found = await deliveries.find(deliveryId)
      if (found === null || !seesContentOf(caller, found.appid)) {
        throw new AppError('DELIVERY_NOT_FOUND', { deliveryId })
      }
      toActor(caller, OWNERS, found.appid)
      return toDeliveryView(await deliveries.redrive(deliveryId, ports.wallClock.now()))
    },
  })
}

function registerAllDeliveries(app: App, ports: Ports): void {
  const { deliveries } = ports.storage

  app.get('/v1/deliveries', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Deliveries of every app, newest first',
      querystring: pageQuery.extend({
        appid: id.optional(),
        state: z.enum(['waiting', 'delivered', 'dead']).optional(),
      }),
      response: { 200: pageOf(delivery) },
    },
    async handler({ query }) {
      const { items, nextCursor } = await deliveries.listAll(query)
      return { items: items.map(toDeliveryView), nextCursor }
    },
  })
}

function toDeliveryView({ lastTrouble, attempts, isInFlight, body, lane, ...rest }: Delivery) {
  return {
    ...toWire(rest),
    state: stateOf({ isInFlight, ...rest }),
    trouble: toTroubleView(lastTrouble),
    attempts: attempts.map(({ trouble, ...attempt }: Attempt) => ({
      ...toWire(attempt),
      trouble: toTroubleView(trouble),
    })),
  }
}

function stateOf({
  isInFlight,
  deliveredAt,
  deadAt,
}: Pick<Delivery, 'isInFlight' | 'deliveredAt' | 'deadAt'>) {
  if (isInFlight) return 'sending' as const
  if (deliveredAt !== null) return 'delivered' as const
  return deadAt === null ? ('waiting' as const) : ('dead' as const)
}

function toTroubleView(trouble: Trouble | null) {
  return trouble && { code: trouble.code, words: toWire(describeTrouble(trouble)) }
}
