/** The people of a test: one of each part, and the usual ways of theirs. */

import assert from 'node:assert/strict'
import { type Instance, type Json, type Person, settled, signIn, upload } from './instance.ts'

export const NOTES = { first: '社交', second: '笔记' }
export const FORUM = { first: '社交', second: '社区/论坛' }
export const TOOL = { first: '工具', second: '信息查询' }
export const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
export const DECLARATION = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }

export interface People {
  readonly instance: Instance
  readonly developer: Person
  readonly reviewer: Person
  readonly otherReviewer: Person
  /** Of Guangdong, where the apps of these tests are. */
  readonly authority: Person
  /** Of Zhejiang. */
  readonly elsewhere: Person
  readonly operator: Person
}

export async function gather(instance: Instance): Promise<People> {
  return {
    instance,
    developer: await signIn(instance, ['developer']),
    reviewer: await signIn(instance, ['reviewer']),
    otherReviewer: await signIn(instance, ['reviewer']),
    authority: await signIn(instance, ['authority'], 'CN-GD'),
    elsewhere: await signIn(instance, ['authority'], 'CN-ZJ'),
    operator: await signIn(instance, ['operator']),
  }
}

export async function makeApp(
  { developer }: People,
  categories = [NOTES],
  subject: object = SUBJECT,
): Promise<string> {
  const app = { name: '园艺笔记', subject, categories }
  return (await taken(developer.post('/v1/apps', app), 201)).app.appid
}

/** The body of an answer that must have this status. */
export async function taken(answer: Promise<{ status: number; body: Json }>, status = 200) {
  const { status: found, body } = await answer
  assert.equal(found, status, JSON.stringify(body))
  return body
}

/** The body of a refusal with this code. */
export async function refused(
  answer: Promise<{ status: number; body: Json }>,
  status: number,
  code: string,
): Promise<Json> {
  const { status: found, body } = await answer
  assert.equal(found, status, JSON.stringify(body))
  assert.equal(body.code, code, JSON.stringify(body))
  return body.details
}

/** A draft, uploaded. */
export async function drafted(
  { instance, developer }: People,
  appid: string,
  version = '1.0.0',
  fixture = 'plain-tool',
): Promise<string> {
  return (await taken(upload(instance, developer, appid, fixture, version), 201)).id
}

/** Handed in and answered by the machine. */
export async function submitted(
  people: People,
  appid: string,
  version?: string,
  fixture?: string,
): Promise<Json> {
  const id = await drafted(people, appid, version, fixture)
  return submit(people, id)
}

export async function submit({ developer }: People, id: string): Promise<Json> {
  await taken(developer.post(`/v1/releases/${id}/submit`, { ugcDeclaration: DECLARATION }))
  return settled(developer, id)
}

/** A step that needs the claim of whoever takes it. */
export async function decide(
  person: Person,
  id: string,
  path: string,
  body: object = {},
): Promise<Json> {
  const { fence } = await taken(person.post(`/v1/releases/${id}/claim`))
  return taken(person.post(`/v1/releases/${id}/${path}`, { fence, ...body }))
}

/** Approved: filing when its categories must. */
export async function approved(people: People, appid: string, version?: string): Promise<Json> {
  const { id } = await submitted(people, appid, version)
  return decide(people.reviewer, id, 'approve')
}

/** Launched, after the authority agreed where it had to. */
export async function launched(people: People, appid: string, version?: string): Promise<Json> {
  const { id, state } = await approved(people, appid, version)
  if (state === 'filing') await taken(people.authority.post(`/v1/releases/${id}/filing/pass`))
  return taken(people.developer.post(`/v1/releases/${id}/launch`))
}

export async function kindsOf({ developer }: People, id: string): Promise<readonly string[]> {
  const { items } = await taken(developer.get(`/v1/releases/${id}/events`))
  return items.map(({ kind }: Json) => kind)
}
