/**
 * `certicates` of a category: the documents, as media ids, with the time at which each ends. The
 * spelling is WeChat's.
 */

import type { Certificate } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { readFlag, readList, readNumber, readObject, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** A document has few pages; more is no certificate. */
const MAX_CERTIFICATES = 20
const MAX_NAME = 200

/** Throws 53303 for whatever is not in order. */
export function readCertificates(value: unknown): readonly Certificate[] {
  const list = readList(value) ?? []
  if (list.length > MAX_CERTIFICATES) throw new WechatRefusal(53303)
  return list.map(readCertificate)
}

/** Throws 53303 when a media id is unknown, another app's, no picture, or expired. */
export async function assertMediaUsable(
  ports: Ports,
  appid: string,
  certificates: readonly Certificate[],
): Promise<void> {
  const ids = [...new Set(certificates.map(({ mediaId }) => mediaId))]
  const found = await ports.storage.media.findUsable(appid, ids, ports.clock.now())
  const pictures = found.filter(({ kind }) => kind === 'image')
  if (pictures.length < ids.length) throw new WechatRefusal(53303)
}

export function hasExpired({ expiresAt }: Certificate, now: number): boolean {
  return expiresAt !== null && expiresAt <= now
}

function readCertificate(value: unknown): Certificate {
  const fields = readObject(value)
  const name = readText(fields?.key)
  const mediaId = readText(fields?.value)
  if (fields === undefined || name === undefined || mediaId === undefined) {
    throw new WechatRefusal(53303)
  }
  if (name.length > MAX_NAME) throw new WechatRefusal(53303)
  const isPermanent = readFlag(fields.is_permanent) ?? false
  const seconds = readNumber(fields.expire_time) ?? 0
  return { name, mediaId, expiresAt: isPermanent || seconds <= 0 ? null : seconds * 1000 }
}
