/**
 * One event happens to a release, or is refused by value with what could happen instead.
 *
 * Pure: reads no clock, `event.at` is the time. A refused event changes nothing. A time a little
 * before the last event counts as the time of the last event (machines differ by moments); more
 * than `MAX_CLOCK_SKEW_MS` is refused, since legal deadlines hang on it: docs/decisions/0012.
 */

import type { ErrorCode, Wording } from '@fangxing/contract'
import type { Effect } from './effect.ts'
import { effectsOf } from './effects.ts'
import type { ActorKind, ReleaseEvent } from './event.ts'
import type { Life } from './life.ts'
import { standing } from './life.ts'
import { obstacle, standingObstacle } from './obstacles.ts'
import { canCause } from './permissions.ts'
import { begin, changeBy } from './record.ts'
import { REFUSALS } from './refusals.ts'
import type { EventKind, State } from './table.ts'
import { cellOf, ROWS } from './table.ts'

/** How far clocks of machines in one cluster may lie apart; what Kerberos tolerates too. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000

export type Refusal = {
  readonly ok: false
  readonly code: Extract<ErrorCode, 'EVENT_NOT_ALLOWED' | 'NOT_ALLOWED' | 'CLOCK_WENT_BACK'>
  /** What this role could do now. */
  readonly allowed: readonly EventKind[]
  readonly because: Wording
}

export type Transition =
  | { readonly ok: true; readonly life: Life; readonly effects: readonly Effect[] }
  | Refusal

/** `life` is null before `created`, which alone begins one. */
export function transition(life: Life | null, event: ReleaseEvent): Transition {
  const refuse = (code: Refusal['code'], because: Wording): Refusal => ({
    ok: false,
    code,
    allowed: allowedEvents(life, event.actor.kind),
    because,
  })

  const next = cellOf(life?.state ?? 'nothing', event.kind)
  if (next === undefined) return refuse('EVENT_NOT_ALLOWED', REFUSALS.notInThisState)
  if (!canCause(event.kind, event.actor.kind)) return refuse('NOT_ALLOWED', REFUSALS.notThisRole)
  if (life === null) return started(event)
  if (event.at < life.changedAt - MAX_CLOCK_SKEW_MS) {
    return refuse('CLOCK_WENT_BACK', REFUSALS.clockWentBack)
  }

  const settled = settle(life, event)
  const because = obstacle(life, settled)
  if (because !== null) {
    return refuse(because === REFUSALS.decidedBefore ? 'NOT_ALLOWED' : 'EVENT_NOT_ALLOWED', because)
  }

  const after = applied(life, settled, next)
  return { ok: true, life: after, effects: effectsOf(life, after, settled) }
}

/**
 * The life after a recorded event, by the table alone: neither roles nor obstacles are asked again.
 *
 * What was lawful when it was recorded stays a fact after a rule has changed. Null when not even
 * the table knows such an event in this state.
 */
export function replay(life: Life | null, event: ReleaseEvent): Life | null {
  const next = cellOf(life?.state ?? 'nothing', event.kind)
  if (next === undefined) return null
  if (life === null) return event.kind === 'created' ? begin(event) : null
  return applied(life, settle(life, event), next)
}

function settle(life: Life, event: ReleaseEvent): ReleaseEvent {
  return event.at >= life.changedAt ? event : { ...event, at: life.changedAt }
}

function applied(life: Life, event: ReleaseEvent, next: State | 'back'): Life {
  const changed: Life = {
    ...life,
    ...changeBy(life, event),
    changedAt: event.at,
    eventCount: life.eventCount + 1,
  }
  return { ...changed, state: next === 'back' ? standing(changed) : next }
}

function started(event: ReleaseEvent): Transition {
  if (event.kind !== 'created') throw new Error(`${event.kind} cannot begin a release`)
  return { ok: true, life: begin(event), effects: [] }
}

/** What this role may cause now, in table order. Payloads and the time may still refuse it. */
export function allowedEvents(life: Life | null, actor: ActorKind): readonly EventKind[] {
  const row = ROWS[life?.state ?? 'nothing']
  return (Object.keys(row) as EventKind[]).filter(
    (kind) => canCause(kind, actor) && (life === null || standingObstacle(life, kind) === null),
  )
}
