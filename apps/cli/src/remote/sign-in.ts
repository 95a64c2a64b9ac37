/**
 * The two ways to be somebody for a server: an app by its secret, or a person by name and password.
 *
 * Secrets come from the environment only: an argument would be seen in the list of processes and
 * kept in the history of the shell.
 */

import { AppError } from '@fangxing/contract'
import { session } from '@fangxing/server/shapes/user'
import { z } from 'zod'
import type { Environment, Language } from '../terminal/language.ts'
import { readAnswer, type SignIn, send } from './api.ts'

export interface AppCredentials {
  readonly appid: string
  readonly secret: string
}

export interface PersonCredentials {
  readonly name: string
  readonly password: string
}

/** WeChat's answer: a token, or a number and a sentence. */
const tokenAnswer = z.union([
  z.object({ access_token: z.string() }),
  z.object({ errcode: z.number(), errmsg: z.string() }),
])

/** Numbers that speak of the appid or the secret, so that the person can correct them. */
const CREDENTIAL_NUMBERS = new Set([40001, 40013, 40125, 41002, 41004])

export function readAppCredentials(env: Environment): AppCredentials {
  const { FANGXING_APPID: appid, FANGXING_SECRET: secret } = env
  if (!appid || !secret) {
    throw new AppError('CREDENTIALS_MISSING', { needed: 'FANGXING_APPID, FANGXING_SECRET' })
  }
  return { appid, secret }
}

export function readPersonCredentials(env: Environment): PersonCredentials {
  const { FANGXING_USER: name, FANGXING_PASSWORD: password } = env
  if (!name || !password) {
    throw new AppError('CREDENTIALS_MISSING', { needed: 'FANGXING_USER, FANGXING_PASSWORD' })
  }
  return { name, password }
}

/** Source: stable_token — https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/ */
export function signInAsApp({ appid, secret }: AppCredentials, language: Language): SignIn {
  return async (server) => {
    const body = { grant_type: 'client_credential', appid, secret }
    const request = { method: 'POST', path: '/cgi-bin/stable_token', body } as const
    const answer = await readAnswer(server, await send(server, request, language), tokenAnswer)
    if ('access_token' in answer) return { authorization: `Bearer ${answer.access_token}` }

    const { errcode, errmsg } = answer
    if (CREDENTIAL_NUMBERS.has(errcode)) throw new AppError('CREDENTIALS_REFUSED', { appid })
    throw new AppError('SERVER_ANSWER_UNKNOWN', { server, errcode, errmsg })
  }
}

export function signInAsPerson(person: PersonCredentials, language: Language): SignIn {
  return async (server) => {
    const request = { method: 'POST', path: '/v1/session', body: person } as const
    const answer = await send(server, request, language)
    await readAnswer(server, answer.clone(), session)
    return toSessionHeaders(server, answer)
  }
}

/** The cookie, and the origin without which the server lets no cookie change anything. */
function toSessionHeaders(server: string, answer: Response): Readonly<Record<string, string>> {
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
  return { cookie, origin: new URL(server).origin }
}
