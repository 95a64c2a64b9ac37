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
import { readOneFile } from './one-file.ts'
import { WechatRefusal } from './refusal.ts'

const MIB = 1024 * 1024
const MAX_BYTES = { image: 2 * MIB, video: 10 * MIB } as const
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'video/mp4'])
const VALID_MS = 3 * DAY_MS

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
  const content = await readOneFile(request, { maxBytes: MAX_BYTES.video })
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
