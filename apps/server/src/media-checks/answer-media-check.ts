/**
 * Looks at one file that waits: fetches it, judges it, records it and tells the app.
 *
 * At least once: whoever dies on the way leaves the check waiting, and its job comes again; whoever is
 * alive says so each minute, so that no second one begins. Told is told once, in the transaction that
 * settles the check. What the file or its host does is a failure that is told; what our own database
 * does is thrown, and the job comes back.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sniffMediaType } from '@fangxing/media'
import type { MediaCheck, MediaCheckKind, Trouble } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { UpstreamCode } from '../upstream/upstream.ts'
import { within } from '../within.ts'
import { askAboutSound, planAsk } from './ask-about-sound.ts'
import { consultPicture } from './consult-picture.ts'
import { type DownloadBounds, type Downloaded, download } from './download.ts'
import { type JudgedMedia, judgeClip, judgePicture } from './judge-media.ts'
import { keepSoundFor, recordMedia } from './record-media.ts'
import { fail, settle } from './settle.ts'
import { inWorkFolder } from './work-folder.ts'

const MIB = 1024 * 1024

/** WeChat takes 10 MB; a film of some minutes is larger. */
const MAX_BYTES: Readonly<Record<MediaCheckKind, number>> = {
  picture: 10 * MIB,
  sound: 10 * MIB,
  video: 200 * MIB,
}

const BOUNDS: Readonly<Record<MediaCheckKind, Omit<DownloadBounds, 'maxBytes'>>> = {
  picture: { timeoutMs: 60_000, waitsMs: [1000, 5000] },
  sound: { timeoutMs: 60_000, waitsMs: [1000, 5000] },
  video: { timeoutMs: 300_000, waitsMs: [1000, 5000] },
}

const SNIFFED: Readonly<Record<MediaCheckKind, 'image' | 'audio' | 'video'>> = {
  picture: 'image',
  sound: 'audio',
  video: 'video',
}

/** So often it is said that somebody is at a check: a film may be fetched and watched for 25 minutes. */
export const RENEWED_EVERY_MS = 60_000

/** The scene of a call that names none: a comment is where most user content appears. */
const USUAL_SCENE = 2

export async function answerMediaCheck(ports: Ports, id: string): Promise<void> {
  // Judged already, and waiting for another checker: the sweep goes on with it.
  if ((await ports.storage.upstreamAsks.find(id)) !== null) return
  const check = await ports.storage.mediaChecks.begin(id, ports.wallClock.now())
  if (check === null) return
  const stopRenewing = keepRenewing(ports, id)
  try {
    await inWorkFolder((folder) => answer(ports, check, join(folder, 'media')))
  } finally {
    stopRenewing()
  }
}

/** What fails is said again the next time. */
function keepRenewing({ storage, wallClock, log }: Ports, id: string): () => void {
  const timer = setInterval(() => {
    storage.mediaChecks.renew(id, wallClock.now()).catch((error: unknown) => {
      log(`error MEDIA ${id} ${String(error)}`)
    })
  }, RENEWED_EVERY_MS)
  return () => clearInterval(timer)
}

async function answer(ports: Ports, check: MediaCheck, path: string): Promise<void> {
  const fetched = await fetchMedia(ports, check, path)
  if ('code' in fetched) return fail(ports, check, fetched)
  if (check.kind !== 'picture') return answerClip(ports, check, path)
  const bytes = await readFile(path)
  const { id, kind, appid, writer, scene, url } = check
  const judged = await consultPicture(ports, await judge(ports, check, bytes), { id, appid, bytes })
  await recordMedia(ports, { id, kind, appid, writer, scene, judged, url, bytes })
  await settle(ports, check, judged)
}

async function answerClip(ports: Ports, check: MediaCheck, path: string): Promise<void> {
  const ours = await judge(ports, check, path)
  const plan = planAsk(ports, check, ours)
  if (plan.kind === 'before') {
    const soundId = await keepSoundFor(ports, check, path)
    return askAboutSound(ports, check, plan.upstream, { pending: { judged: ours, soundId }, path })
  }
  const judged = plan.kind === 'never asked' ? { ...ours, upstream: toNeverAsked(plan) } : ours
  const { id, kind, appid, writer, scene, url } = check
  await recordMedia(ports, { id, kind, appid, writer, scene, judged, url, path })
  await settle(ports, check, judged)
  if (plan.kind !== 'shadow') return
  // Told already: what is kept serves the comparison alone.
  const pending = { judged: { ...ours, hits: [], judgements: [] }, soundId: null }
  await askAboutSound(ports, check, plan.upstream, { pending, path })
}

function toNeverAsked({
  name,
  because,
}: {
  readonly name: string
  readonly because: UpstreamCode
}) {
  return { name, asked: { kind: 'absent' as const, because } }
}

async function fetchMedia(
  ports: Ports,
  { kind, url }: MediaCheck,
  path: string,
): Promise<Downloaded | Trouble> {
  const bounds = { ...BOUNDS[kind], maxBytes: MAX_BYTES[kind] }
  const fetched = await download(url, path, ports.outside, bounds)
  if ('code' in fetched) return fetched
  const sniffed = sniffMediaType(fetched.head)
  // A container of sound alone begins as a film does, and the other way round.
  const isWanted =
    sniffed?.kind === SNIFFED[kind] ||
    (kind !== 'picture' && sniffed !== null && sniffed.kind !== 'image')
  return isWanted ? fetched : { code: 'WRONG_TYPE', details: { found: sniffed?.type ?? 'unknown' } }
}

function judge(
  ports: Ports,
  { appid, scene, shape, dueAt }: MediaCheck,
  source: Uint8Array | string,
): Promise<JudgedMedia> {
  const leftMs = Math.max(0, dueAt - ports.wallClock.now())
  const context = {
    appid,
    scene: shape === 1 ? USUAL_SCENE : scene,
    isSceneNamed: shape === 2,
  }
  return within(leftMs, (signal) =>
    typeof source === 'string'
      ? judgeClip(ports, source, { ...context, signal })
      : judgePicture(ports, source, { ...context, signal }),
  )
}
