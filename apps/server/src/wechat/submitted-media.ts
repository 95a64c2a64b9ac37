/**
 * Media ids of a submission: `preview_info` shows the version, `feedback_stuff` answers the
 * rejection before it. Ids in the latter are joined by a bar, by some clients a full-width one.
 */

import type { Media, MediaUse } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { Fields } from './dialect.ts'
import { readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** WeChat names the number for more but not the limit; this is what a reviewer can look through. */
const MAX_VIDEOS = 5
const MAX_PICTURES = 10
const MAX_FEEDBACK = 5

export interface NamedMedia {
  readonly videos: readonly string[]
  readonly pictures: readonly string[]
  readonly feedback: readonly string[]
}

export function readNamedMedia(body: Fields): NamedMedia {
  const preview = readPreview(body.preview_info)
  const videos = readIds(preview.video_id_list)
  const pictures = readIds(preview.pic_id_list)
  const feedback = readFeedback(body.feedback_stuff)
  const isTooMuch =
    videos.length > MAX_VIDEOS || pictures.length > MAX_PICTURES || feedback.length > MAX_FEEDBACK
  if (isTooMuch) throw new WechatRefusal(85093)
  return { videos, pictures, feedback }
}

/** Every id must be the app's, of the right kind and still good: else 85092, for feedback 40007. */
export async function findMedia(
  ports: Ports,
  appid: string,
  { videos, pictures, feedback }: NamedMedia,
): Promise<readonly MediaUse[]> {
  const ids = [...videos, ...pictures, ...feedback]
  const found = await ports.storage.media.findUsable(appid, ids, ports.clock.now())
  const byId = new Map(found.map((media) => [media.id, media]))
  const areKind = (named: readonly string[], kind: Media['kind']) =>
    named.every((id) => byId.get(id)?.kind === kind)
  if (!areKind(videos, 'video') || !areKind(pictures, 'image')) throw new WechatRefusal(85092)
  if (!feedback.every((id) => byId.has(id))) throw new WechatRefusal(40007)

  return [
    ...[...videos, ...pictures].map((mediaId) => ({ mediaId, purpose: 'preview' }) as const),
    ...feedback.map((mediaId) => ({ mediaId, purpose: 'feedback' }) as const),
  ]
}

function readPreview(value: unknown): Fields {
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new WechatRefusal(85092)
  return value as Fields
}

function readIds(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return []
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!ids.every((id) => typeof id === 'string')) throw new WechatRefusal(85092)
  return onlyOnce(ids)
}

function readFeedback(value: unknown): readonly string[] {
  if (Array.isArray(value)) return readIds(value)
  return onlyOnce((readText(value) ?? '').split(/[|｜]/))
}

function onlyOnce(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))]
}
