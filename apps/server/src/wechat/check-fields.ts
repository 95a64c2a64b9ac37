/**
 * Fields that checks of texts and of media have in common: who wrote it, in which scene, in which
 * shape it is asked, and whether the answer shall be longer than WeChat's.
 */

import type { IncomingHttpHeaders } from 'node:http'
import type { CheckPolicy } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import type { Fields } from './dialect.ts'
import { readNumber } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

const SCENES = new Set([1, 2, 3, 4])

/** Ours to choose: WeChat says only that the id must be one of its own. */
const OPENID_FORM = /^[\w-]{1,128}$/

const EXTENSION_HEADER = 'x-fangxing-extension'

/** WeChat counts a user who has visited the mini-program within about two hours. */
const SEEN_WITHIN_MS = 2 * 3600 * 1000

export function isSecondShape({ version }: Fields): boolean {
  return version === 2 || (typeof version === 'string' && version.trim() === '2')
}

/** Only its form. 40003. */
export function readOpenid({ openid }: Fields): string {
  if (typeof openid !== 'string' || !OPENID_FORM.test(openid)) throw new WechatRefusal(40003)
  return openid
}

/** 40129. */
export function readScene(body: Fields): number {
  try {
    const scene = readNumber(body.scene)
    if (scene !== undefined && SCENES.has(scene)) return scene
  } catch {
    // Neither a number nor digits: the same mistake as a number out of the table.
  }
  throw new WechatRefusal(40129)
}

/** Where the operator asks for it: 43104 for a user of another app, 61010 for one not seen lately. */
export async function assertSeen(
  { storage, wallClock }: Ports,
  policy: CheckPolicy,
  { appid, openid }: { readonly appid: string; readonly openid: string },
): Promise<void> {
  if (policy.openid === 'any') return
  const seenAt = await storage.visits.lastSeen(appid, openid)
  if (seenAt === null && (await storage.visits.isOfAnotherApp(appid, openid))) {
    throw new WechatRefusal(43104)
  }
  if (seenAt === null || wallClock.now() - seenAt > SEEN_WITHIN_MS) throw new WechatRefusal(61010)
}

export function wantsExtension(
  request: { readonly headers: IncomingHttpHeaders },
  body: Fields = {},
): boolean {
  const asked = body.fangxing ?? request.headers[EXTENSION_HEADER]
  return asked === true || asked === 1 || asked === '1' || asked === 'true'
}
