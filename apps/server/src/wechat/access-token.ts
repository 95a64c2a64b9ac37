/**
 * Access tokens: `GET /cgi-bin/token`, `POST /cgi-bin/stable_token`, and who a token belongs to.
 *
 * A plain token ends the one before; a stable one stays the same while it is good. Neither touches
 * the other. A wrong secret is 40125 and never 40001: at least one published client asks for
 * another token whenever it reads 40001, and would ask for ever.
 */

import { AppError } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { IssuedToken, App as MiniProgram, TokenRequest, TokenState } from '@fangxing/storage'
import type { FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { isAllowed, readTokenAccess } from '../use-cases/token-access.ts'
import { assertQuota } from './check-quota.ts'
import { codeOf, type Fields, readBody, requirePost, sendJson } from './dialect.ts'
import { assertMayForce } from './forced-refresh.ts'
import { readFlag, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** Ours are shorter and WeChat's never longer: beyond this it is no token at all. */
const TOKEN_FORM = /^[\w.~-]{16,512}$/

export function registerAccessToken(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/token',
    // A token that nobody reads would end the one before.
    exposeHeadRoute: false,
    async handler(request, reply) {
      const client = await authenticate(ports, request.query as Fields, request.ip)
      const now = ports.wallClock.now()
      const issued = await issue(ports, { ...client, kind: 'plain', now })
      return sendJson(reply, toAnswer(issued, now))
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/stable_token',
    async handler(request, reply) {
      requirePost(request)
      const body = readBody(request)
      const forceRefresh = readFlag(body.force_refresh) ?? false
      const client = await authenticate(ports, body, request.ip)
      await assertQuota(ports, reply, { appid: client.appid, call: 'token' })
      const now = ports.wallClock.now()
      if (forceRefresh) await assertMayForce(ports, client.appid, now)
      const wanted = { ...client, kind: 'stable', forceRefresh, now } as const
      return sendJson(reply, toAnswer(await issue(ports, wanted), now))
    },
  })
}

/** Before anything is counted: an app's id is known to everybody, and its quota is not theirs. */
async function authenticate(
  ports: Ports,
  fields: Fields,
  ip: string,
): Promise<Pick<TokenRequest, 'appid' | 'secret'>> {
  if (readText(fields.grant_type) !== 'client_credential') throw new WechatRefusal(40002)
  const appid = readText(fields.appid)
  if (appid === undefined) throw new WechatRefusal(41002)
  const secret = readText(fields.secret)
  if (secret === undefined) throw new WechatRefusal(41004)

  if ((await ports.storage.apps.find(appid)) === null) throw new WechatRefusal(40013)
  const access = await readTokenAccess(ports, appid)
  if (access.state === 'frozen') throw new WechatRefusal(50007)
  if (!isAllowed(access, ip)) throw new WechatRefusal(40164)
  if (access.state === 'secretFrozen') throw new WechatRefusal(40243)
  if (!(await ports.storage.apps.hasSecret(appid, secret))) throw new WechatRefusal(40125)
  if (access.state === 'tokensForbidden') throw new WechatRefusal(50004)
  return { appid, secret }
}

/** The secret may have been made anew since it was looked at. */
async function issue({ storage }: Ports, wanted: TokenRequest): Promise<IssuedToken> {
  try {
    return await storage.tokens.issue(wanted)
  } catch (error) {
    throw codeOf(error) === 'NOT_ALLOWED' ? new WechatRefusal(40125) : error
  }
}

function toAnswer({ token, expiresAt }: IssuedToken, now: number) {
  return { access_token: token, expires_in: Math.floor((expiresAt - now) / 1000) }
}

/** The app that the token in the query acts for. 41001, 40014, 42001 or 40001 when there is none. */
export function appOf(
  ports: Ports,
  request: Pick<FastifyRequest, 'query'>,
): string | Promise<string> {
  const token = (request.query as Fields).access_token
  if (typeof token !== 'string' || token === '') throw new WechatRefusal(41001)
  if (!TOKEN_FORM.test(token)) throw new WechatRefusal(40014)

  const state = ports.storage.tokens.find(token, ports.wallClock.now())
  return state instanceof Promise ? state.then(toAppid) : toAppid(state)
}

function toAppid(state: TokenState): string {
  switch (state.kind) {
    case 'valid':
      return state.appid
    case 'expired':
      throw new WechatRefusal(42001)
    case 'unknown':
      throw new WechatRefusal(40001)
  }
}

/** The app itself; it exists while its tokens do. */
export async function getAppOf(ports: Ports, request: FastifyRequest) {
  const appid = await appOf(ports, request)
  const app = await ports.storage.apps.find(appid)
  if (app === null) throw new AppError('APP_NOT_FOUND', { appid })
  return app
}

/** A program that comes with the app's token acts as its developer. */
export function toDeveloper({ appid, name }: MiniProgram): Actor {
  return { kind: 'developer', id: appid, name }
}
