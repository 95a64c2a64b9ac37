/**
 * Access tokens: `/oauth/2.0/token` with the app's id and secret as client id and secret.
 *
 * The same token as long as it is good. No refresh token is given: whoever has the secret asks again.
 */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { isAllowed, readTokenAccess } from '../use-cases/token-access.ts'
import { sendJson } from '../wechat/dialect.ts'
import { BaiduRefusal, readForm } from './dialect.ts'
import { Reading } from './fields.ts'

const SCOPE = 'smartapp_snsapi_base'

export function registerBaiduToken(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/oauth/2.0/token',
    async handler(request, reply) {
      const { storage, wallClock } = ports
      const reading = new Reading(readForm(request))
      if (reading.optional('grant_type') !== 'client_credentials') {
        throw refusal('unsupported_grant_type', 'The authorization grant type is not supported')
      }
      const appid = reading.optional('client_id')
      const secret = reading.optional('client_secret')
      if ((await storage.apps.find(appid)) === null)
        throw refusal('invalid_client', 'unknown client id')
      const access = await readTokenAccess(ports, appid)
      const isOpen = access.state === 'open' && isAllowed(access, request.ip)
      if (!isOpen || !(await storage.apps.hasSecret(appid, secret))) {
        throw refusal('invalid_client', 'Client authentication failed')
      }
      const now = wallClock.now()
      const issued = await storage.tokens.issue({ appid, secret, kind: 'stable', now })
      return sendJson(reply, {
        access_token: issued.token,
        expires_in: Math.floor((issued.expiresAt - now) / 1000),
        refresh_token: '',
        scope: SCOPE,
      })
    },
  })
}

function refusal(error: string, description: string): BaiduRefusal {
  return new BaiduRefusal({ error, error_description: description })
}
