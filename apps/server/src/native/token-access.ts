/** From where an app may ask for access tokens, as its owner says, and whether at all: an operator. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import { type Caller, rolesOf } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import {
  isNetwork,
  readTokenAccess,
  setTokenAccess,
  TOKEN_STATES,
} from '../use-cases/token-access.ts'
import { assertOwner, assertSeesApp, toActor } from './actor.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ appid: id })

const tokenAccess = z
  .object({
    state: z
      .enum(TOKEN_STATES)
      .describe('secretFrozen answers 40243, tokensForbidden 50004, frozen 50007.'),
    allowedNetworks: z
      .array(z.string().max(64).refine(isNetwork, { error: 'is no address and no network' }))
      .max(200)
      .nullable()
      .describe('Others are answered 40164. Null: from anywhere.'),
  })
  .meta({ id: 'TokenAccess' })

export function registerTokenAccess(app: App, ports: Ports): void {
  const find = async (appid: string, caller: Caller) => {
    const found = await ports.storage.apps.find(appid)
    if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
    assertSeesApp(caller, found)
    toActor(caller, ['developer', 'operator'], appid)
    return toWire(await readTokenAccess(ports, appid))
  }

  app.get('/v1/apps/:appid/token-access', {
    config: { access: ['developer', 'operator'] },
    schema: { summary: 'From where tokens are given', params, response: { 200: tokenAccess } },
    handler: ({ caller, params: { appid } }) => find(appid, caller),
  })

  app.put('/v1/apps/:appid/token-access', {
    config: { access: ['developer', 'operator'] },
    schema: {
      summary:
        'Say from where tokens are given; an operator may freeze them too. Earlier ones run out',
      params,
      body: tokenAccess,
      response: { 200: tokenAccess },
    },
    async handler({ caller, params: { appid }, body }) {
      const { state } = await find(appid, caller)
      assertOwner(caller, appid)
      const isOperator = rolesOf(caller).includes('operator')
      if (!isOperator && body.state !== state) {
        throw new AppError('NOT_ALLOWED', { needed: ['operator'], field: 'state' })
      }
      await setTokenAccess(ports, appid, body)
      return body
    },
  })
}
