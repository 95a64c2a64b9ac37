/**
 * An upstream under guard: remembered answers, its quota, a circuit breaker, a bound on how many
 * calls wait at once, and one time limit for each.
 *
 * Never throws for what the other side does: `absent` says why there is no answer. A circuit opens
 * after five failures in a row of the line or the service, and lets one call try again after a while; what is
 * refused for its content, or because a quota is used up, is an answer of both.
 */

import { createHash } from 'node:crypto'
import type { Quotas, QuotaWindow, UpstreamSettings } from '@fangxing/storage'
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  wrap,
} from 'cockatiel'
import { LRUCache } from 'lru-cache'
import {
  type Upstream,
  type UpstreamAnswer,
  type UpstreamCode,
  type UpstreamSound,
  type UpstreamText,
  UpstreamTrouble,
} from './upstream.ts'

/** Answers of one app that are remembered at once: some megabytes at most. */
const MOST_REMEMBERED = 10_000
const MOST_AT_ONCE = 64
const FAILURES_IN_A_ROW = 5
const TRY_AGAIN_AFTER_MS = 10_000

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** WeChat's days are those of Beijing. */
const BEIJING_MS = 8 * 60 * MINUTE_MS

/** The line or the service, not the content and not the quota. */
const FAILURES: ReadonlySet<UpstreamCode> = new Set([
  'TOO_SLOW',
  'UNREACHABLE',
  'ANSWER_UNKNOWN',
  'CREDENTIALS_REFUSED',
])

export type Asked =
  | { readonly kind: 'answered'; readonly answer: UpstreamAnswer; readonly cached: boolean }
  | { readonly kind: 'absent'; readonly because: UpstreamCode }

/** What is answered later: under which trace id, or why it is not. */
export type Requested =
  | { readonly kind: 'accepted'; readonly traceId: string }
  | { readonly kind: 'absent'; readonly because: UpstreamCode }

export interface GuardedUpstream {
  readonly name: string
  readonly settings: UpstreamSettings
  text(text: UpstreamText): Promise<Asked>
  picture(bytes: Uint8Array): Promise<Asked>
  /** What it answers of the same sound is remembered by whoever waits for the push. */
  requestSound(sound: UpstreamSound): Promise<Requested>
  /** True while it is not asked because it failed. */
  isOpen(): boolean
}

export interface GuardPorts {
  readonly quotas: Quotas
  /** The real time. */
  readonly now: () => number
  readonly tryAgainAfterMs?: number | undefined
}

export function guardUpstream(
  upstream: Upstream,
  appid: string,
  settings: UpstreamSettings,
  ports: GuardPorts,
): GuardedUpstream {
  const memory = openMemory(settings, ports)
  const keeper = openKeeper(appid, settings, ports)
  const { policy, breaker } = openCircuit(ports)

  async function send<Result>(
    call: Call,
    run: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Sent<Result>> {
    const sentAt = ports.now()
    try {
      const ended = await policy.execute(async () => {
        await keeper.take(call)
        return run(AbortSignal.timeout(settings.timeoutMs)).then(toSent, toRefusal)
      })
      if (ended.kind === 'sent') return ended
      throw ended.trouble
    } catch (error) {
      const { code, until } = toTrouble(error)
      if (until !== null) keeper.hold(call, until, sentAt)
      return { kind: 'absent', because: code }
    }
  }

  async function ask(call: Call, key: string, run: Run): Promise<Asked> {
    const before = memory.get(key)
    if (before !== undefined) return { kind: 'answered', answer: before, cached: true }
    const sent = await send(call, run)
    if (sent.kind === 'absent') return sent
    memory.keep(key, sent.result)
    return { kind: 'answered', answer: sent.result, cached: false }
  }

  return {
    name: upstream.name,
    settings,
    text(text) {
      // Without its writer it is asked about in another shape.
      const key = keyOf(JSON.stringify([text.scene, text.texts, text.openid === null]))
      return ask('text', key, (signal) => upstream.checkText(text, signal))
    },
    picture: (bytes) =>
      ask('picture', keyOf(bytes), (signal) => upstream.checkPicture(bytes, signal)),
    async requestSound(sound) {
      const sent = await send('sound', (signal) => upstream.requestSound(sound, signal))
      return sent.kind === 'absent' ? sent : { kind: 'accepted', traceId: sent.result }
    },
    isOpen: () => breaker.state !== CircuitState.Closed,
  }
}

type Call = 'text' | 'picture' | 'sound'
type Run = (signal: AbortSignal) => Promise<UpstreamAnswer>
type Sent<Result> =
  | { readonly kind: 'sent'; readonly result: Result }
  | Extract<Requested, { kind: 'absent' }>

function toSent<Result>(result: Result): Extract<Sent<Result>, { kind: 'sent' }> {
  return { kind: 'sent', result }
}

/** What the other side refused, it has answered: failures in a row end with it. */
function toRefusal(error: unknown): { readonly kind: 'refused'; readonly trouble: unknown } {
  if (isFailure(error)) throw error
  return { kind: 'refused', trouble: error }
}

/** WeChat's for media; the settings name those for texts. */
const MOST_SOUNDS = { perMinute: 2000, perDay: 200_000 }

/** Answers for content that was asked about before; none where the setting is 0. */
function openMemory({ cacheSeconds }: UpstreamSettings, { now }: GuardPorts) {
  const isOn = cacheSeconds > 0
  const remembered = new LRUCache<string, UpstreamAnswer>({
    max: MOST_REMEMBERED,
    ttl: Math.max(1, cacheSeconds * 1000),
    // Asked for at each look-up: remembered for a millisecond it would outlive a simulated minute.
    ttlResolution: 0,
    perf: { now },
  })
  return {
    get: (key: string) => (isOn ? remembered.get(key) : undefined),
    keep: (key: string, answer: UpstreamAnswer) => isOn && remembered.set(key, answer),
  }
}

/** Of the quota: ours, counted for all processes, and theirs, as they say that it is used up. */
function openKeeper(appid: string, settings: UpstreamSettings, { quotas, now }: GuardPorts) {
  const heldUntil = new Map<Call, number>()

  /** `at`: when it was asked; the answer may come in the next minute or day. */
  function hold(call: Call, until: 'minute' | 'day', at: number): void {
    heldUntil.set(call, Math.max(heldUntil.get(call) ?? 0, endOf(until, at)))
  }

  return {
    async take(call: Call): Promise<void> {
      const at = now()
      if (at < (heldUntil.get(call) ?? 0)) throw new UpstreamTrouble('QUOTA_USED')
      const use = { appid, call: `upstream ${call}`, amount: 1 }
      const { granted } = await quotas.take(use, windowsAt(at, boundsOf(call, settings)))
      if (granted > 0) return
      // Never the day: its count may hold what others are about to give back.
      hold(call, 'minute', at)
      throw new UpstreamTrouble('QUOTA_USED')
    },
    hold,
  }
}

function openCircuit({ tryAgainAfterMs = TRY_AGAIN_AFTER_MS }: GuardPorts) {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: tryAgainAfterMs,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  })
  return { policy: wrap(bulkhead(MOST_AT_ONCE), breaker), breaker }
}

function isFailure(error: unknown): boolean {
  return !(error instanceof UpstreamTrouble) || FAILURES.has(error.code)
}

function toTrouble(error: unknown): UpstreamTrouble {
  if (error instanceof UpstreamTrouble) return error
  if (error instanceof BrokenCircuitError) return new UpstreamTrouble('CIRCUIT_OPEN')
  if (error instanceof BulkheadRejectedError) return new UpstreamTrouble('TOO_MANY_AT_ONCE')
  throw error
}

function keyOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64')
}

type Bounds = Pick<UpstreamSettings, 'perMinute' | 'perDay'>

function boundsOf(call: Call, { perMinute, perDay }: Bounds): Bounds {
  if (call !== 'sound') return { perMinute, perDay }
  return {
    perMinute: Math.min(perMinute, MOST_SOUNDS.perMinute),
    perDay: Math.min(perDay, MOST_SOUNDS.perDay),
  }
}

function windowsAt(at: number, { perMinute, perDay }: Bounds): readonly QuotaWindow[] {
  return [
    { span: 'minute', start: startOf('minute', at), limit: perMinute },
    { span: 'day', start: startOf('day', at), limit: perDay },
  ]
}

function startOf(span: 'minute' | 'day', at: number): number {
  if (span === 'minute') return at - (at % MINUTE_MS)
  return at - ((at + BEIJING_MS) % DAY_MS)
}

function endOf(span: 'minute' | 'day', at: number): number {
  return startOf(span, at) + (span === 'minute' ? MINUTE_MS : DAY_MS)
}
