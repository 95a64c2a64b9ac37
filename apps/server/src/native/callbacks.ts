/** Where an app is told, and trying whether it arrives. */

import { AppError } from '@fangxing/contract'
import type { AppCallbacks, Channel } from '@fangxing/storage'
import { z } from 'zod'
import { TEST_KIND } from '../delivery/schedule.ts'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { slowDown } from '../http/slow-down.ts'
import type { Ports } from '../ports.ts'
import { setCallbacks } from '../use-cases/set-callbacks.ts'
import { assertSeesApp, toActor } from './actor.ts'
import {
  callbackChanges,
  callbacks,
  callbackTest,
  changedCallbacks,
  startedTests,
} from './shapes/callback.ts'
import { id } from './shapes/parts.ts'

const params = z.object({ appid: id })

export const OWNERS: readonly Entrant[] = ['app', 'developer', 'operator']

export function registerCallbacks(app: App, ports: Ports): void {
  app.get('/v1/apps/:appid/callbacks', {
    config: { access: OWNERS },
    schema: { summary: 'Where the app is told', params, response: { 200: callbacks } },
    async handler({ caller, params: { appid } }) {
      await assertOwns(ports, caller, appid)
      return toCallbacksView(ports, await ports.storage.callbacks.find(appid))
    },
  })

  app.put('/v1/apps/:appid/callbacks', {
    config: { access: OWNERS },
    schema: {
      summary: 'Set where the app is told; secrets made here are shown once',
      params,
      body: callbackChanges,
      response: { 200: changedCallbacks },
    },
    async handler({ caller, body, params: { appid } }) {
      await assertOwns(ports, caller, appid)
      const changed = await setCallbacks(ports, appid, body)
      return { callbacks: toCallbacksView(ports, changed.callbacks), secrets: changed.secrets }
    },
  })

  registerCallbackTest(app, ports)
}

function registerCallbackTest(app: App, ports: Ports): void {
  app.post('/v1/apps/:appid/callbacks/test', {
    config: { access: OWNERS, ...slowDown() },
    schema: {
      summary: 'Send a test over each channel, once; what became of it is in the deliveries',
      params,
      body: callbackTest.optional(),
      response: { 202: startedTests },
    },
    async handler({ caller, body, params: { appid } }, reply) {
      await assertOwns(ports, caller, appid)
      const items = await startTests(ports, appid, body?.channels)
      return reply.code(202).send({ items })
    },
  })
}

export async function assertOwns({ storage }: Ports, caller: Caller, appid: string): Promise<void> {
  const found = await storage.apps.find(appid)
  if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
  assertSeesApp(caller, found)
  toActor(caller, OWNERS, appid)
}

/** Each in a lane of its own: a test does not wait behind what it is to explain. */
async function startTests(ports: Ports, appid: string, named: readonly Channel[] | undefined) {
  const set = await ports.storage.callbacks.find(appid)
  const isSet = (channel: Channel) => set[channel] !== null
  const channels = named ?? (['webhook', 'wechat', 'mail'] as const).filter(isSet)
  if (channels.length === 0 || !channels.every(isSet)) {
    throw new AppError('CALLBACK_MISSING', { channels: channels.filter((one) => !isSet(one)) })
  }
  const items = []
  for (const channel of new Set(channels)) {
    const deliveryId = await ports.storage.deliveries.add({
      ...{ appid, channel, kind: TEST_KIND, body: {} },
      createdAt: ports.wallClock.now(),
      lane: `${appid}/${channel}/${TEST_KIND}`,
    })
    items.push({ channel, deliveryId })
  }
  return items
}

function toCallbacksView({ outside }: Ports, { webhook, wechat, mail }: AppCallbacks) {
  return {
    webhook: webhook && {
      url: webhook.url,
      secretHint: toHint(webhook.secret),
      formerSecretUntil: webhook.former?.until ?? null,
    },
    wechat: wechat && {
      url: wechat.url,
      mode: wechat.mode,
      format: wechat.format,
      originalId: wechat.originalId,
      tokenHint: toHint(wechat.token),
      aesKeyHint: toHint(wechat.encodingAesKey),
    },
    mail: mail && { address: mail.address },
    canMail: outside.mailer !== null,
  }
}

/** A token may be three characters long: then nothing of it is shown. */
function toHint(secret: string): string {
  return secret.length < 12 ? '…' : `…${secret.slice(-4)}`
}
