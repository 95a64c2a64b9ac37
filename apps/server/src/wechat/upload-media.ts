/**
 * Pictures and recordings: `POST /wxa/uploadmedia` for a submission, `POST /cgi-bin/media/upload`
 * for certificates. One shelf holds both, so either id may be handed in either way.
 *
 * The first file of the form counts, whatever its field, name and stated type are: its bytes say
 * what it is. An id can be handed in for three days.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_uploadmediatocodeaudit.html
 */

import { sniffMediaType } from '@fangxing/media'
import { DAY_MS } from '@fangxing/release'
import type { Media } from '@fangxing/storage'
import type { FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { appOf } from './access-token.ts'
import { toSeconds } from './audit-status.ts'
import { type Fields, requirePost, sendOk } from './dialect.ts'
import { WechatRefusal } from './refusal.ts'

const MIB = 1024 * 1024
const MAX_BYTES = { image: 2 * MIB, video: 10 * MIB } as const
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'video/mp4'])
const VALID_MS = 3 * DAY_MS

/** The form's parser cuts a larger file off and says so. */
const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'
const LIMITS = { fileSize: MAX_BYTES.video, files: 4, fields: 10 }

export function registerUploadMedia(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/uploadmedia',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const { kind, id } = await keepUpload(ports, request, appid)
      return sendOk(reply, { type: kind, mediaid: id })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/media/upload',
    async handler(request, reply) {
      const appid = await appOf(ports, request)
      requirePost(request)
      const { kind, id, createdAt } = await keepUpload(ports, request, appid)
      return sendOk(reply, { type: kind, media_id: id, created_at: toSeconds(createdAt) })
    },
  })
}

async function keepUpload(ports: Ports, request: FastifyRequest, appid: string): Promise<Media> {
  const content = await readFile(request)
  const sniffed = sniffMediaType(content)
  if (sniffed === null || !TYPES.has(sniffed.type)) throw new WechatRefusal(40005)
  const { type } = sniffed
  const kind = sniffed.kind === 'image' ? 'image' : 'video'
  if (content.byteLength > MAX_BYTES[kind]) throw new WechatRefusal(40006)

  const wanted = (request.query as Fields).type
  if (wanted !== undefined && wanted !== kind) throw new WechatRefusal(40004)
  const now = ports.clock.now()
  return ports.storage.media.keep({ appid, kind, type, content, validUntil: now + VALID_MS }, now)
}

/** 41005 when the form holds no file, holds an empty one, or breaks off; 40006 when it is too large. */
async function readFile(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new WechatRefusal(41005)
  let content: Buffer | undefined
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type !== 'file') continue
      if (content === undefined) content = await part.toBuffer()
      else part.file.resume()
    }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === TOO_LARGE
    throw new WechatRefusal(isTooLarge ? 40006 : 41005)
  }
  if (content === undefined || content.byteLength === 0) throw new WechatRefusal(41005)
  return content
}
