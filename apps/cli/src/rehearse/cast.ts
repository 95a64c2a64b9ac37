/**
 * The people of a rehearsal, and the app it is about: made through the interfaces a person would use.
 *
 * Passwords are made up for this one server and thrown away with it.
 */

import { randomBytes } from 'node:crypto'
import type { Category, Subject, Wording } from '@fangxing/contract'
import { appWithSecret } from '@fangxing/server/shapes/app'
import { session, user } from '@fangxing/server/shapes/user'
import { type Api, openApi, readAnswer, send } from '../remote/api.ts'
import {
  type AppCredentials,
  type PersonCredentials,
  signInAsApp,
  signInAsPerson,
} from '../remote/sign-in.ts'
import type { Language } from '../terminal/language.ts'

export interface Parts {
  readonly app: AppCredentials
  readonly boss: PersonCredentials
  readonly operator: Api
  readonly developer: Api
  readonly reviewer: Api
  readonly authority: Api
}

export interface Play {
  readonly appName: string
  readonly subject: Subject
  readonly categories: readonly Category[]
}

/** A server that nobody has entered yet. */
interface EmptyServer {
  readonly url: string
  readonly firstRunLink: string | null
}

const NAMES = {
  operator: { zh: '演练运营者', en: 'operator' },
  reviewer: { zh: '演练审核员', en: 'reviewer' },
  authority: { zh: '演练网信部门', en: 'authority' },
} as const satisfies Record<string, Wording>

export async function castParts(
  server: EmptyServer,
  language: Language,
  { appName, subject, categories }: Play,
): Promise<Parts> {
  const { url } = server
  const makePerson = (role: keyof typeof NAMES): PersonCredentials => ({
    name: NAMES[role][language],
    password: randomBytes(24).toString('base64url'),
  })
  const boss = makePerson('operator')
  await enterFirst(server, boss, language)
  const operator = openApi(url, language, signInAsPerson(boss, language))

  const addPerson = async (role: 'reviewer' | 'authority') => {
    const person = makePerson(role)
    const region = role === 'authority' ? { region: subject.region } : {}
    await operator.post('/v1/users', { ...person, ...region, roles: [role] }, user)
    return openApi(url, language, signInAsPerson(person, language))
  }
  const reviewer = await addPerson('reviewer')
  const authority = await addPerson('authority')

  const draft = { name: appName, subject, categories }
  const created = await operator.post('/v1/apps', draft, appWithSecret)
  const app = { appid: created.app.appid, secret: created.secret }
  const developer = openApi(url, language, signInAsApp(app, language))
  return { app, boss, operator, developer, reviewer, authority }
}

async function enterFirst(
  { url, firstRunLink }: EmptyServer,
  boss: PersonCredentials,
  language: Language,
): Promise<void> {
  const token = firstRunLink === null ? null : new URL(firstRunLink).searchParams.get('token')
  const request = { method: 'POST', path: '/v1/first-run', body: { token, ...boss } } as const
  await readAnswer(url, await send(url, request, language), session)
}
