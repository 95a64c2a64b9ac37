/** Mini-programs: registration, secrets, and the ledger of completed filings. */

import { AppError } from '@fangxing/contract'
import type { App as MiniProgram } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, type Entrant, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { assertKnownCategories } from '../use-cases/known-categories.ts'
import { assertOwner, assertSeesApp, isSeen, toActor } from './actor.ts'
import {
  appChanges,
  appDraft,
  app as appShape,
  appWithSecret,
  ledger,
  secret,
} from './shapes/app.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ appid: id })

const KEEPERS: readonly Entrant[] = ['developer', 'operator']

export function registerApps(app: App, ports: Ports): void {
  const { apps } = ports.storage

  app.get('/v1/apps', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Every app that the caller sees',
      response: { 200: z.object({ items: z.array(appShape) }) },
    },
    async handler({ caller }) {
      const all = await apps.list()
      const seen = all.filter((one) => isSeen(caller, one.appid, one.subject.region))
      return { items: seen.map((one) => toView(caller, one)) }
    },
  })

  app.post('/v1/apps', {
    config: { access: KEEPERS },
    schema: { summary: 'Register an app', body: appDraft, response: { 201: appWithSecret } },
    async handler({ body, caller }, reply) {
      assertKnownCategories(body.categories)
      const created = await apps.create(body, ports.clock.now(), ownerOf(caller))
      // The caller was nobody's member when the request came in.
      const part = ownerOf(caller) === undefined ? null : ('owner' as const)
      return reply.code(201).send({ ...created, app: { ...toView(caller, created.app), part } })
    },
  })

  registerOneApp(app, ports)
}

function registerOneApp(app: App, ports: Ports): void {
  const { apps } = ports.storage

  app.get('/v1/apps/:appid', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'One app', params, response: { 200: appShape } },
    handler: async ({ caller, params: { appid } }) =>
      toView(caller, await getApp(ports, appid, (found) => assertSeesApp(caller, found))),
  })

  app.patch('/v1/apps/:appid', {
    config: { access: KEEPERS },
    schema: { summary: 'Change an app', params, body: appChanges, response: { 200: appShape } },
    async handler({ body, caller, params: { appid } }) {
      await getApp(ports, appid, (found) => assertSeesApp(caller, found))
      toActor(caller, KEEPERS, appid)
      if (body.categories !== undefined) assertKnownCategories(body.categories)
      return toView(caller, await apps.change(appid, body))
    },
  })

  registerSecretAndLedger(app, ports)
}

function registerSecretAndLedger(app: App, ports: Ports): void {
  app.post('/v1/apps/:appid/secret', {
    config: { access: KEEPERS },
    schema: {
      summary: 'Give the app another secret; the former one and its tokens end',
      params,
      response: { 200: secret },
    },
    async handler({ caller, params: { appid } }) {
      await getApp(ports, appid, (found) => assertSeesApp(caller, found))
      assertOwner(caller, appid)
      return { secret: await ports.storage.apps.renewSecret(appid) }
    },
  })

  app.get('/v1/apps/:appid/ledger', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'Categories that completed filing', params, response: { 200: ledger } },
    async handler({ caller, params: { appid } }) {
      await getApp(ports, appid, (found) => assertSeesApp(caller, found))
      return { items: toWire(await ports.storage.ledger.list(appid)) }
    },
  })
}

/** A developer owns what they register; an operator's app waits for its first member. */
function ownerOf(caller: Caller): string | undefined {
  const isDeveloper = caller.kind === 'user' && caller.user.roles.includes('developer')
  return isDeveloper ? caller.user.id : undefined
}

function toView(caller: Caller, found: MiniProgram) {
  const part = caller.kind === 'user' ? (caller.memberOf.get(found.appid) ?? null) : null
  return { ...toWire(found), part }
}

async function getApp(
  ports: Ports,
  appid: string,
  assertSees: (found: MiniProgram) => void,
): Promise<MiniProgram> {
  const found = await ports.storage.apps.find(appid)
  if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
  assertSees(found)
  return found
}
