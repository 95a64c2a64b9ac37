/**
 * Asks an app's other checker about a sound, and goes on when its answer is pushed, or when it is not.
 *
 * What waits is a row (`upstreamAsks`), never a delayed job: `advanceAsk` may begin at any point, in
 * any process, and again after a crash. A question that the line or the service refused is sent
 * again, at growing distances. The address that the app gave is what the other checker fetches.
 */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { MediaCheck, UpstreamAsk } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { GuardedUpstream } from '../upstream/guarded-upstream.ts'
import { isInShadow, shouldAsk } from '../upstream/merge.ts'
import type { UpstreamCode, UpstreamSound } from '../upstream/upstream.ts'
import { endAsk, type PendingSound } from './end-ask.ts'
import type { JudgedMedia } from './judge-media.ts'

const MINUTE_MS = 60_000

/**
 * Longer than any call there and the records of it here take. Whoever dies holds an ask up for as long;
 * whoever is slower is joined by another, and every step bears that.
 */
const LEASE_MS = 45_000

/** Before the second, third, … question. The sweep that comes back to it runs each half minute. */
const WAITS_MS: readonly number[] = [0.5, 1, 2, 4, 8].map((minutes) => minutes * MINUTE_MS)

/** It may be taken the next time. */
const PASSING: ReadonlySet<UpstreamCode> = new Set([
  'TOO_SLOW',
  'UNREACHABLE',
  'CIRCUIT_OPEN',
  'TOO_MANY_AT_ONCE',
  'QUOTA_USED',
])

/** `shadow`: after the app has been told. `before`: what it is told waits. */
export type SoundPlan =
  | { readonly kind: 'alone' }
  | { readonly kind: 'never asked'; readonly name: string; readonly because: UpstreamCode }
  | { readonly kind: 'shadow' | 'before'; readonly upstream: GuardedUpstream }

/** Of a sound or a video that was judged here. */
export function planAsk(
  { upstreams }: Pick<Ports, 'upstreams'>,
  { id, appid, kind }: Pick<MediaCheck, 'id' | 'appid' | 'kind'>,
  ours: JudgedMedia,
): SoundPlan {
  const upstream = upstreams.of(appid)
  if (upstream === null) return { kind: 'alone' }
  const { name, settings } = upstream
  const isShadow = settings.merge === 'shadow'
  if (!shouldAsk(settings.merge, ours)) return { kind: 'alone' }
  if (isShadow && !isInShadow(settings.shadowPercent, id)) return { kind: 'alone' }
  const because = reasonAgainst(kind, settings.push)
  if (because === null) return { kind: isShadow ? 'shadow' : 'before', upstream }
  return isShadow ? { kind: 'alone' } : { kind: 'never asked', name, because }
}

function reasonAgainst(kind: MediaCheck['kind'], push: unknown): UpstreamCode | null {
  if (kind !== 'sound') return 'KIND_NOT_TAKEN'
  return push == null ? 'PUSH_NOT_SET' : null
}

export async function askAboutSound(
  ports: Ports,
  { id, appid, url, scene, writer, dueAt }: MediaCheck,
  { name, settings }: GuardedUpstream,
  sound: { readonly pending: PendingSound; readonly path: string },
): Promise<void> {
  const { merge, whenDown, push } = settings
  const openedAt = ports.wallClock.now()
  const waitedFor = openedAt + (push?.waitMinutes ?? 0) * MINUTE_MS
  const request: UpstreamSound = { url, scene, openid: writer }
  // Its answer serves again for the same question only: asked there, in this scene, in this shape.
  const asked = [settings.baseUrl, settings.appid, scene, writer === null]
  const contentHash = createHash('sha256')
    .update(JSON.stringify(asked))
    .update(await readFile(sound.path))
    .digest('base64')
  const ask = await ports.storage.upstreamAsks.open(
    {
      ...{ checkId: id, appid, upstream: name, merge, whenDown, contentHash, request },
      ...{ pending: sound.pending, openedAt },
      // A shadow holds nobody up: the app has been told.
      dueAt: merge === 'shadow' ? waitedFor : Math.min(waitedFor, dueAt),
    },
    openedAt + LEASE_MS,
  )
  await advanceAsk(ports, ask)
}

/** As far as it goes now. `ask` must be leased to the caller. */
export async function advanceAsk(ports: Ports, ask: UpstreamAsk): Promise<void> {
  const reached = ask.answeredAt === null ? await moveOn(ports, ask) : ask
  if (reached.answeredAt !== null) await endAsk(ports, reached)
}

/** Every ask whose time has come; what fails is logged and met again when its lease ends. */
export async function advanceDueAsks(ports: Ports): Promise<void> {
  const { wallClock, storage, log } = ports
  for (;;) {
    const now = wallClock.now()
    const ask = await storage.upstreamAsks.take(now, now + LEASE_MS)
    if (ask === null) return
    await advanceAsk(ports, ask).catch((error: unknown) => {
      log(`error UPSTREAM ${ask.checkId} ${String(error)}`)
    })
  }
}

async function moveOn(ports: Ports, ask: UpstreamAsk): Promise<UpstreamAsk> {
  const { upstreamAsks } = ports.storage
  const { checkId, appid, dueAt } = ask
  const now = ports.wallClock.now()
  if (now >= dueAt) return upstreamAsks.answer(checkId, { trouble: 'NO_RESULT' }, now)
  if (ask.traceId !== null) return putOff(ports, ask, dueAt)
  const upstream = ports.upstreams.of(appid)
  if (upstream === null) return upstreamAsks.answer(checkId, { trouble: 'PUSH_NOT_SET' }, now)
  const since = now - upstream.settings.cacheSeconds * 1000
  const before = await upstreamAsks.findAnswer(appid, ask.contentHash, since)
  if (before !== null) return upstreamAsks.answer(checkId, { answer: before, cached: true }, now)
  return send(ports, ask, upstream)
}

async function send(
  ports: Ports,
  ask: UpstreamAsk,
  upstream: GuardedUpstream,
): Promise<UpstreamAsk> {
  const { upstreamAsks } = ports.storage
  const { checkId, tries, request } = ask
  await upstreamAsks.countTry(checkId)
  const requested = await upstream.requestSound(request as UpstreamSound)
  const now = ports.wallClock.now()
  if (requested.kind === 'accepted') {
    return upstreamAsks.accepted(checkId, requested.traceId, now)
  }
  const waitMs = WAITS_MS[tries]
  if (PASSING.has(requested.because) && waitMs !== undefined) {
    return putOff(ports, ask, Math.min(now + waitMs, ask.dueAt))
  }
  return upstreamAsks.answer(checkId, { trouble: requested.because }, now)
}

async function putOff(ports: Ports, ask: UpstreamAsk, nextAt: number): Promise<UpstreamAsk> {
  await ports.storage.upstreamAsks.putOff(ask.checkId, nextAt)
  return ask
}
