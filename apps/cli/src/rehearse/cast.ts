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
import { signInAsApp, signInAsPerson, toSessionHeaders } from '../remote/sign-in.ts'
import type { Language } from '../terminal/language.ts'

export interface Parts {
  readonly appid: string
  readonly operator: Api
  readonly developer: Api
  readonly reviewer: Api
  readonly authority: Api
}

interface Play {
  readonly appName: string
  readonly subject: Subject
  readonly categories: readonly Category[]
}

const NAMES = {
  operator: { zh: '演练运营者', en: 'operator' },
  reviewer: { zh: '演练审核员', en: 'reviewer' },
  authority: { zh: '演练网信部门', en: 'authority' },
} as const satisfies Record<string, Wording>

export async function castParts(
  { url, firstRunLink }: { readonly url: string; readonly firstRunLink: string | null },
  language: Language,
  { appName, subject, categories }: Play,
): Promise<Parts> {
  const operator = openApi(url, language, async () => {
    const body = {
      token: tokenOf(firstRunLink),
      name: NAMES.operator[language],
      password: makePassword(),
    }
    const answer = await send(url, { method: 'POST', path: '/v1/first-run', body }, language)
    await readAnswer(url, answer.clone(), session)
    return toSessionHeaders(url, answer)
  })

  const addPerson = async (role: 'reviewer' | 'authority') => {
    const person = { name: NAMES[role][language], password: makePassword() }
    const region = role === 'authority' ? { region: subject.region } : {}
    await operator.post('/v1/users', { ...person, ...region, roles: [role] }, user)
    return openApi(url, language, signInAsPerson(person, language))
  }

  const reviewer = await addPerson('reviewer')
  const authority = await addPerson('authority')
  const draft = { name: appName, subject, categories }
  const { app, secret } = await operator.post('/v1/apps', draft, appWithSecret)
  const developer = openApi(url, language, signInAsApp({ appid: app.appid, secret }, language))
  return { appid: app.appid, operator, developer, reviewer, authority }
}

/** The token is the last part of the link, whether it stands in the path, the query or the fragment. */
function tokenOf(firstRunLink: string | null): string {
  return /[^/=#?&]+$/.exec(firstRunLink ?? '')?.[0] ?? ''
}

function makePassword(): string {
  return randomBytes(24).toString('base64url')
}
