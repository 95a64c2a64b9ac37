/**
 * `POST /wxa/img_sec_check`: one small picture, answered at once.
 *
 * Two answers only, so what a person should see is told as risky, as in the frozen text check
 * (docs/decisions/0036). Of an animation the frames that the engine samples count, not the first
 * alone. What takes longer than WeChat would wait is 87015, and was not judged.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/security.imgSecCheck.html
 */

import { sniffMediaType } from '@fangxing/media'
import { nameCheck } from '@fangxing/storage'
import type { FastifyRequest } from 'fastify'
import type { PictureBounds } from '../check-policy/index.ts'
import type { App } from '../http/app.ts'
import { consultPicture } from '../media-checks/consult-picture.ts'
import { type JudgedMedia, judgePicture } from '../media-checks/judge-media.ts'
import { recordMedia } from '../media-checks/record-media.ts'
import type { Ports } from '../ports.ts'
import { appOf } from './access-token.ts'
import { wantsExtension } from './check-fields.ts'
import { assertQuota } from './check-quota.ts'
import { requirePost, sendOk, sendRefusal } from './dialect.ts'
import { toMediaExtension } from './media-answer.ts'
import { readOneFile } from './one-file.ts'
import { WechatRefusal } from './refusal.ts'

/** The call names no scene; a comment is where most user content appears. */
const USUAL_SCENE = 2

const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif'])

/** The first look of a process loads models for some seconds. What is not seen by then is not judged. */
const ANSWER_WITHIN_MS = 15_000

export function registerPictureCheck(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/img_sec_check',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const { picture } = await ports.checkPolicy.of(appid)
      const bytes = await readPicture(request, picture)
      await assertQuota(ports, reply, { appid, call: 'picture' })
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
      await assertSize(ports, bytes, { bounds: picture, signal })
      const id = nameCheck(ports.clock.now())
      const ours = await judgeInTime(ports, bytes, { appid, signal })
      const judged = await consultPicture(ports, ours, { id, appid, bytes })
      const about = { id, kind: 'picture', appid, writer: null, scene: USUAL_SCENE } as const
      await recordMedia(ports, { ...about, judged, url: null, bytes })
      const more = wantsExtension(request) ? { fangxing: toMediaExtension(id, judged) } : {}
      return judged.suggest === 'pass'
        ? sendOk(reply, more)
        : sendRefusal(request, reply, 87014, more)
    },
  })
}

/** 40005 when the bytes are of another kind. */
async function readPicture(
  request: FastifyRequest,
  { maxBytes }: PictureBounds,
): Promise<Uint8Array> {
  const bytes = await readOneFile(request, { field: 'media', maxBytes })
  const sniffed = sniffMediaType(bytes)
  if (sniffed === null || !TYPES.has(sniffed.type)) throw new WechatRefusal(40005)
  return bytes
}

/** 40006. A picture may lie on its side; one whose size is not seen, in time or at all, is judged. */
async function assertSize(
  ports: Ports,
  bytes: Uint8Array,
  { bounds, signal }: { readonly bounds: PictureBounds; readonly signal: AbortSignal },
): Promise<void> {
  const { maxWidth, maxHeight } = bounds
  const engine = await ports.media.open(ports.pictureBank)
  const { format } = await engine.picture({ name: 'media', bytes }, { wanted: [], signal })
  if (format === undefined) return
  const { width, height } = format
  const fits =
    Math.min(width, height) <= Math.min(maxWidth, maxHeight) &&
    Math.max(width, height) <= Math.max(maxWidth, maxHeight)
  if (!fits) throw new WechatRefusal(40006)
}

/** 87015. */
async function judgeInTime(
  ports: Ports,
  bytes: Uint8Array,
  { appid, signal }: { readonly appid: string; readonly signal: AbortSignal },
): Promise<JudgedMedia> {
  const context = { appid, scene: USUAL_SCENE, isSceneNamed: false, signal }
  const judged = await judgePicture(ports, bytes, context)
  if (signal.aborted && judged.suggest !== 'risky') throw new WechatRefusal(87015)
  return judged
}
