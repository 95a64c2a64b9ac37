/**
 * What a walk at the reviewer's desk starts from: people, an app, words that are left to a person,
 * and pictures in doubt, some of it made by somebody who means harm.
 */

import assert from 'node:assert/strict'
import { crc32, deflateSync } from 'node:zlib'
import type { Caller, House } from './house.ts'

export const REVIEWERS = ['王审核', '李审核', '陈组长'] as const

/** A name that turns itself around, and one that wants to be markup. */
export const APP_NAME = '园艺<b>笔记</b>\u202Egnp'

export interface Settings {
  readonly second?: object
  readonly goldenRate?: number
  readonly exposure?: object
}

/** Nobody looks a second time, and nothing is asked whose answer is known. */
export const ALONE: Settings = {
  second: { rate: 0, labelRates: {}, effect: 'after' },
  goldenRate: 0,
}

/** What is not named stays. */
export async function setDesk(operator: Caller, settings: Settings): Promise<void> {
  const policy = await operator<object>('GET', '/v1/desk/policy')
  await operator('PUT', '/v1/desk/policy', { ...policy, ...settings })
}

export interface ReviewHouse {
  readonly operator: Caller
  readonly developer: Caller
  readonly appid: string
  setDesk(settings: Settings): Promise<void>
  /** A text that is left to a person; returns the trace id. */
  doubt(content: string, openid?: string): Promise<string>
  /** A picture that is left to a person, with a rectangle in it. */
  doubtPicture(bytes: Uint8Array, label: number): Promise<string>
}

export async function furnish(house: House): Promise<ReviewHouse> {
  await house.addPerson('周运营', ['operator'])
  await house.addPerson('林开发', ['developer'])
  for (const name of REVIEWERS) await house.addPerson(name, ['reviewer'])
  const operator = await house.callAs('周运营')
  const developer = await house.callAs('林开发')
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
  const categories = [{ first: '文娱', second: '电台' }]
  const made = await developer<{ app: { appid: string } }>('POST', '/v1/apps', {
    ...{ name: APP_NAME, subject, categories },
  })
  for (const [text, label] of [
    ['丁香茶', 10001],
    ['血腥图', 20006],
  ]) {
    await operator('POST', '/v1/terms', { text, label, level: 'review' })
  }
  await makeLead(operator)
  const { appid } = made.app
  return {
    ...{ operator, developer, appid },
    setDesk: (settings) => setDesk(operator, settings),
    doubt: (content, openid) => recordDoubt(house, appid, content, openid),
    doubtPicture: (bytes, label) => recordPicture(house, appid, bytes, label),
  }
}

async function makeLead(operator: Caller): Promise<void> {
  const { items } = await operator<{ items: { userId: string; name: string }[] }>(
    'GET',
    '/v1/desk/people',
  )
  const lead = items.find(({ name }) => name === REVIEWERS[2])
  assert(lead)
  await operator('PUT', `/v1/desk/people/${lead.userId}`, { skills: ['lead'] })
}

interface CheckAnswer {
  readonly trace_id: string
  readonly result?: { readonly suggest: string }
}

/** As `check`, by a writer of one's own. */
async function recordDoubt(
  house: House,
  appid: string,
  content: string,
  openid = 'o-1',
): Promise<string> {
  const { storage } = house.ports
  const secret = await storage.apps.renewSecret(appid)
  const now = Date.now()
  const { token } = await storage.tokens.issue({ appid, secret, kind: 'stable', now })
  const response = await fetch(`${house.url}/wxa/msg_sec_check?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ version: 2, scene: 3, openid, content }),
  })
  const { trace_id, result } = (await response.json()) as CheckAnswer
  assert.equal(result?.suggest, 'review', content)
  return trace_id
}

const BOX = { x: 60, y: 30, width: 90, height: 60 }

/** Put on record as the picture's worker does it: no model is needed to look at the screen. */
async function recordPicture(
  { ports: { storage, clock } }: House,
  appid: string,
  content: Uint8Array,
  label: number,
): Promise<string> {
  const at = clock.now()
  const kept = { appid, kind: 'image', type: 'image/png', content } as const
  const { id: mediaId } = await storage.media.keep({ ...kept, validUntil: at + 86_400_000 }, at)
  const place = { kind: 'picture', picture: 'media', box: BOX }
  const message = { zh: '像二维码的图案', en: 'a pattern like a code' }
  const judgement = {
    ...{ ruleId: 'picture/code-in-picture', clauseId: 'wechat-operation/10.2', severity: 'review' },
    outcome: { kind: 'violation', findings: [{ place, message }] },
  }
  return storage.checks.record({
    ...{
      kind: 'picture',
      appid,
      writer: 'o-pic',
      scene: 3,
      suggest: 'review',
      edition: 'walk',
      at,
    },
    ...{ label: label as 10001, texts: [], keepTextsUntil: at + 86_400_000 },
    evidence: {
      ...{ mediaId, hits: [], judgements: [judgement] },
      seen: { format: { width: 240, height: 160 } },
    },
  })
}

/** A PNG of stripes, 240 × 160, with whatever hangs behind its end. */
export function stripes(behind = ''): Uint8Array {
  const [width, height] = [240, 160]
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3
      rows.set([(x * 255) / width, (y * 255) / height, x % 20 < 10 ? 200 : 60], at)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(behind),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
