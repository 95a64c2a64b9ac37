/**
 * Asks an app's upstream about what we have judged, merges both answers, and keeps the comparison.
 *
 * A shadow is asked after the app has its answer and can change nothing. A comparison that cannot
 * be kept is logged: the app's answer does not wait for it.
 */

import type { UpstreamSettings } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { Asked, GuardedUpstream } from './guarded-upstream.ts'
import { isInShadow, mergeAnswered, mergeDown, type Opinion, shouldAsk } from './merge.ts'

export interface Consultation {
  readonly checkId: string
  readonly appid: string | null
  readonly ours: Opinion
  readonly ask: (upstream: GuardedUpstream) => Promise<Asked>
}

/** What an app is told, and what of it came from elsewhere. */
export interface Consulted extends Opinion {
  readonly upstream: {
    readonly name: string
    readonly asked: Asked
  } | null
}

type ConsultPorts = Pick<Ports, 'storage' | 'wallClock' | 'upstreams'>

/** At once, without a promise, when nobody else is asked or waited for. */
export function consultAbout(
  ports: ConsultPorts,
  consultation: Consultation,
): Consulted | Promise<Consulted> {
  const { appid, ours } = consultation
  const upstream = ports.upstreams.of(appid)
  const alone: Consulted = { ...ours, upstream: null }
  if (appid === null || upstream === null) return alone
  const { merge, shadowPercent } = upstream.settings
  if (!shouldAsk(merge, ours)) return alone
  if (merge === 'shadow' && !isInShadow(shadowPercent, consultation.checkId)) return alone
  const asking = askThenKeep(ports, upstream, { ...consultation, appid })
  if (merge !== 'shadow') return asking
  ports.upstreams.track(asking)
  return alone
}

async function askThenKeep(
  { storage, wallClock, upstreams }: ConsultPorts,
  upstream: GuardedUpstream,
  { checkId, appid, ours, ask }: Consultation & { readonly appid: string },
): Promise<Consulted> {
  const startedAt = wallClock.now()
  const asked = await ask(upstream)
  const at = wallClock.now()
  const told = mergeAsked(upstream.settings, ours, asked)
  upstreams.track(
    storage.comparisons.record({
      ...{ checkId, appid, upstream: upstream.name, local: ours, told: told.suggest, at },
      answer: asked.kind === 'answered' ? asked.answer : null,
      trouble: asked.kind === 'absent' ? asked.because : null,
      cached: asked.kind === 'answered' && asked.cached,
      tookMs: Math.max(0, at - startedAt),
    }),
  )
  return { ...told, upstream: { name: upstream.name, asked } }
}

export function mergeAsked(
  { merge, whenDown }: Pick<UpstreamSettings, 'merge' | 'whenDown'>,
  ours: Opinion,
  asked: Asked,
): Opinion {
  return asked.kind === 'answered'
    ? mergeAnswered(merge, ours, asked.answer)
    : mergeDown(merge, whenDown, ours)
}
