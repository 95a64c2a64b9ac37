/**
 * What follows when another checker has answered about a sound, or has not: both answers made one,
 * the record, the app told, the comparison kept.
 *
 * Each step bears repetition: whoever dies between two of them is followed by another who begins
 * with the first. The app is told once, because the check is settled once.
 */

import type { UpstreamAsk } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { mergeAsked } from '../upstream/consult.ts'
import type { Asked } from '../upstream/guarded-upstream.ts'
import type { UpstreamCode } from '../upstream/upstream.ts'
import type { JudgedMedia } from './judge-media.ts'
import { recordMedia } from './record-media.ts'
import { settle } from './settle.ts'

/** What is remembered while the answer is waited for; the file itself is gone by then. */
export interface PendingSound {
  readonly judged: JudgedMedia
  /** Of the recording that a person may have to hear, on the media shelf; null: none is kept. */
  readonly soundId: string | null
}

/** `ask` must be answered. */
export async function endAsk(ports: Ports, ask: UpstreamAsk): Promise<void> {
  const { checkId, appid, upstream, openedAt, answeredAt } = ask
  const { judged, soundId } = ask.pending as PendingSound
  const asked = toAsked(ask)
  const ours = { suggest: judged.suggest, label: judged.label }
  const told = mergeAsked(ask, ours, asked)
  if (ask.merge !== 'shadow') {
    await tell(ports, checkId, { ...judged, ...told, upstream: { name: upstream, asked } }, soundId)
  }
  await ports.storage.upstreamAsks.end(
    checkId,
    {
      ...{ checkId, appid, upstream, local: ours, told: told.suggest, cached: ask.cached },
      ...{ answer: ask.answer, trouble: ask.answer === null ? ask.trouble : null },
      tookMs: Math.max(0, (answeredAt ?? openedAt) - openedAt),
      at: ports.wallClock.now(),
    },
    ports.wallClock.now(),
  )
}

function toAsked({ answer, trouble, cached }: UpstreamAsk): Asked {
  return answer === null
    ? { kind: 'absent', because: trouble as UpstreamCode }
    : { kind: 'answered', answer, cached }
}

async function tell(
  ports: Ports,
  checkId: string,
  judged: JudgedMedia,
  soundId: string | null,
): Promise<void> {
  const found = await ports.storage.mediaChecks.find(checkId)
  if (found === null || found.settledAt !== null || found.url === null) return
  const check = { ...found, url: found.url }
  const { id, kind, appid, writer, scene, url } = check
  await recordMedia(ports, { id, kind, appid, writer, scene, judged, url, soundId })
  await settle(ports, check, judged)
}
