/** Versions of an app by way of the dialect: uploaded, handed in, passed, brought out. */

import assert from 'node:assert/strict'
import { packFiles } from '@fangxing/server'
import { uploadRelease } from '../src/use-cases/upload-release.ts'
import {
  type Instance,
  type Json,
  type Person,
  type Program,
  send,
  settled,
  signIn,
  upload,
} from './instance.ts'

/** A category that is not filed and needs no declaration. */
export const TOOL = { first: '工具', second: '备忘录' }
export const TOOL_ITEM = { first_class: '工具', second_class: '备忘录', first_id: 1, second_id: 2 }

export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
export const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
export const GIF = Buffer.from('GIF89a..')
export const MP4 = Buffer.from('00000018667479706d703432', 'hex')

export interface House {
  readonly developer: Person
  readonly reviewer: Person
  readonly operator: Person
}

export async function openHouse(instance: Instance): Promise<House> {
  return {
    developer: await signIn(instance, ['developer']),
    reviewer: await signIn(instance, ['reviewer']),
    operator: await signIn(instance, ['operator']),
  }
}

/** A package of these texts, as a draft of the app. */
export async function uploadFiles(
  { ports }: Instance,
  { appid }: Program,
  files: Readonly<Record<string, string>>,
  version = '1.0.0',
): Promise<string> {
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  const { id } = await uploadRelease(ports, {
    appid,
    version,
    description: '',
    archive: await packFiles(new Map(bytes)),
    actor: { kind: 'developer', id: 'u', name: 'u' },
  })
  return id
}

/** Uploads a version and hands it in. */
export async function handIn(
  instance: Instance,
  { developer }: House,
  program: Program,
  version = '1.0.0',
): Promise<{ id: string; auditid: number }> {
  const { body } = await upload(instance, developer, program.appid, 'plain-tool', version)
  const { errcode, auditid } = await program.call('/wxa/submit_audit', { item_list: [TOOL_ITEM] })
  assert.equal(errcode, 0)
  await settled(developer, body.id)
  return { id: body.id, auditid }
}

export async function decide(
  { reviewer }: House,
  id: string,
  how: 'approve' | 'reject',
): Promise<void> {
  const { body: claim } = await reviewer.post(`/v1/releases/${id}/claim`)
  const grounds = how === 'reject' ? { clauses: [], note: '请补充说明' } : {}
  const { status } = await reviewer.post(`/v1/releases/${id}/${how}`, {
    fence: claim.fence,
    ...grounds,
  })
  assert.equal(status, 200)
}

export async function pass(
  instance: Instance,
  house: House,
  program: Program,
  version = '1.0.0',
): Promise<{ id: string; auditid: number }> {
  const handed = await handIn(instance, house, program, version)
  await decide(house, handed.id, 'approve')
  return handed
}

/** A version that serves everybody. */
export async function bringOut(
  instance: Instance,
  house: House,
  program: Program,
  version = '1.0.0',
): Promise<{ id: string; auditid: number }> {
  const passed = await pass(instance, house, program, version)
  assert.equal((await program.call('/wxa/release', {})).errcode, 0)
  return passed
}

/** Sends a file in a form to a path of the dialect. */
export async function sendFile(
  { app }: Instance,
  { token }: Program,
  bytes: Uint8Array,
  { path = '/wxa/uploadmedia', field = 'media', name = 'a.bin', type = '', query = '' } = {},
): Promise<Json> {
  const form = new FormData()
  form.set('note', 'a field before the file')
  form.set(field, new Blob([new Uint8Array(bytes)], { type }), name)
  const response = new Response(form)
  const { status, body } = await send(app, {
    method: 'POST',
    url: `${path}?access_token=${token}${query}`,
    headers: { 'content-type': response.headers.get('content-type') ?? '' },
    payload: Buffer.from(await response.arrayBuffer()),
  })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
