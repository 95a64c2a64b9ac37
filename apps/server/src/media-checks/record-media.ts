/**
 * Puts a judged picture or clip on record, under the id that was answered.
 *
 * A job that comes again finds its record and writes no second one. An address, and what was read or
 * heard, is kept as texts are; the picture or recording itself only while a person may have to look
 * at it, and where doubtful content is kept: a recording written anew, so that it can be played to
 * people.
 */

import { PLAYABLE_TYPE, sniffMediaType, toPlayableSound } from '@fangxing/media'
import { DAY_MS } from '@fangxing/release'
import type { CheckedKind } from '@fangxing/storage'
import type { ContentRetention } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import { recordCheck } from '../use-cases/record-check.ts'
import type { JudgedMedia } from './judge-media.ts'
import { partContent } from './part-content.ts'

export interface MediaRecord {
  readonly id: string
  readonly kind: CheckedKind
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly judged: JudgedMedia
  /** Null: it was sent along. */
  readonly url: string | null
  /** Of a picture. */
  readonly bytes?: Uint8Array | undefined
  /** Where a recording lies. */
  readonly path?: string | undefined
  /** Of a recording that was kept before it was known whether a person has to hear it. */
  readonly soundId?: string | null | undefined
}

export async function recordMedia(ports: Ports, record: MediaRecord): Promise<void> {
  const { id, kind, appid, writer, scene, judged, url } = record
  if ((await ports.storage.checks.find(id)) !== null) return
  const at = ports.clock.now()
  const { retention } = await ports.checkPolicy.of(appid)
  const { suggest, label, edition, hits, judgements, seen, upstream } = judged
  const mediaId = await keepPicture(ports, record, retention, at)
  const soundId = record.soundId
    ? await keepOrForget(ports, record.soundId, judged, retention, at)
    : await keepSound(ports, record, retention, at)
  const { measured, texts: said } = partContent(seen)
  const evidence = {
    ...{ hits, seen: measured },
    ...(mediaId === null ? {} : { mediaId }),
    ...(soundId === null ? {} : { soundId }),
    ...(upstream === null ? {} : { upstream }),
  }
  const texts = url === null ? said : [{ field: 'media_url', text: url }, ...said]
  await recordCheck(
    ports.storage,
    { id, kind, appid, writer, scene, suggest, label, edition, evidence, judgements, texts, at },
    retention,
  )
}

/** The id on the media shelf; null when nobody has to look at it, or no browser shows it. */
async function keepPicture(
  ports: Ports,
  { appid, judged, bytes: content }: MediaRecord,
  { doubtful, days }: ContentRetention,
  at: number,
): Promise<string | null> {
  if (!isForAPerson(judged, doubtful) || content === undefined) return null
  const sniffed = sniffMediaType(content)
  if (sniffed?.kind !== 'image') return null
  const draft = { appid, kind: 'image', type: sniffed.type, content } as const
  const { id } = await ports.storage.media.keep({ ...draft, validUntil: at + days * DAY_MS }, at)
  return id
}

async function keepSound(
  ports: Ports,
  { appid, kind, judged, path }: MediaRecord,
  { doubtful, days }: ContentRetention,
  at: number,
): Promise<string | null> {
  if (kind !== 'sound' || path === undefined || !isForAPerson(judged, doubtful)) return null
  return shelve(ports, { appid, path, days, at })
}

/** For a day, until it is known whether a person has to hear it; null where none is kept. */
export async function keepSoundFor(
  ports: Ports,
  { appid }: Pick<MediaRecord, 'appid'>,
  path: string,
): Promise<string | null> {
  const { retention } = await ports.checkPolicy.of(appid)
  if (retention.doubtful !== 'full') return null
  return shelve(ports, { appid, path, days: 1, at: ports.clock.now() })
}

async function keepOrForget(
  { storage }: Ports,
  soundId: string,
  judged: JudgedMedia,
  { doubtful, days }: ContentRetention,
  at: number,
): Promise<string | null> {
  const isKept = isForAPerson(judged, doubtful)
  await storage.media.keepUntil(soundId, isKept ? at + days * DAY_MS : at)
  return isKept ? soundId : null
}

interface Recording {
  readonly appid: string
  readonly path: string
  readonly days: number
  readonly at: number
}

async function shelve(ports: Ports, { appid, path, days, at }: Recording): Promise<string | null> {
  const content = await toPlayableSound(path)
  if (content === null) return null
  const draft = { appid, kind: 'sound', type: PLAYABLE_TYPE, content } as const
  const { id } = await ports.storage.media.keep({ ...draft, validUntil: at + days * DAY_MS }, at)
  return id
}

function isForAPerson({ suggest }: JudgedMedia, doubtful: ContentRetention['doubtful']): boolean {
  return suggest === 'review' && doubtful === 'full'
}
