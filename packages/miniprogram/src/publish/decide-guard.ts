/**
 * Decides what stands between one entry and other people.
 *
 * An entry is guarded when its content goes out while checks pass it and stays in while they find
 * it risky. Everything that leaves for code outside the package is unknown, unless a check inside
 * it stops the content first.
 */

import type { Claim, FilePlace, Guard, Wording } from '@fangxing/contract'
import type { ReachedCheck, Sink } from '../run/machine.ts'
import type { EntryId } from '../run/value.ts'
import { decidePushed } from './decide-pushed.ts'
import type { PushAnswers } from './push-answers.ts'
import * as reason from './reasons.ts'

/** What was seen of one entry's content. */
export interface EntryRun {
  readonly sinks: readonly Sink[]
  readonly checks: readonly ReachedCheck[]
}

export interface EntryWorlds {
  readonly passing: EntryRun
  readonly risky: () => EntryRun
  readonly failing: () => EntryRun
  /** What is done with the pushed answers of asynchronous checks. */
  readonly pushed: () => PushAnswers
  /** What the team says of where content goes. */
  readonly claimFor: (target: string) => Claim | undefined
}

export function runOf(id: EntryId, run: EntryRun): EntryRun {
  return {
    sinks: run.sinks.filter(({ entries }) => entries.has(id)),
    checks: run.checks.filter(({ entries }) => entries.has(id)),
  }
}

/** Nothing when the content goes nowhere: the entry is none. */
export function decideGuard(id: EntryId, worlds: EntryWorlds): Guard | undefined {
  const { sinks, checks } = worlds.passing
  const [check] = checks
  if (check === undefined) return sinks.length === 0 ? undefined : unchecked(sinks, worlds.claimFor)

  const seeing = checks.filter(({ exists, blindTo }) => exists && !blindTo.has(id))
  const [first] = seeing
  if (first === undefined) {
    return ineffective(check.exists ? reason.SEES_PATH : reason.NO_SUCH_CALL, check.place)
  }
  if (seeing.every(({ api }) => api === 'mediaCheckAsync')) {
    if (seeing.every(({ version }) => version === 1))
      return ineffective(reason.FROZEN_SHAPE, first.place)
    const runs = { asked: worlds.risky().sinks, failing: worlds.failing().sinks }
    return decidePushed(worlds.pushed(), runs, first.place)
  }
  return testAnswer(id, worlds, first.place)
}

function testAnswer(id: EntryId, worlds: EntryWorlds, by: FilePlace): Guard {
  const leaks = followed(worlds.risky().sinks, worlds.passing.sinks)
  const [leak] = leaks
  if (leak !== undefined) {
    const isChecked = leaks.every(({ checked }) => checked.has(id))
    return ineffective(isChecked ? reason.ANSWER_UNUSED : reason.SOME_WAYS, by)
  }
  const failures = followed(worlds.failing().sinks, worlds.passing.sinks)
  if (failures.length > 0) return ineffective(reason.FAILS_OPEN, by)
  return { kind: 'guarded', by }
}

/**
 * What leaks for sure. A call that cannot be followed may be harmless: it counts only where the
 * content has no other way out.
 */
function followed(sinks: readonly Sink[], passing: readonly Sink[]): readonly Sink[] {
  const isSeen = ({ kind, target }: Sink) => kind !== 'library' || target !== ''
  return shown(passing).some(isSeen) ? shown(sinks).filter(isSeen) : shown(sinks)
}

/** Storage alone shows nothing to others: something must write where it can be found. */
function shown(sinks: readonly Sink[]): readonly Sink[] {
  return sinks.filter(({ kind }) => kind !== 'storage')
}

function unchecked(sinks: readonly Sink[], claimFor: EntryWorlds['claimFor']): Guard {
  const outward = shown(sinks)
  if (outward.length === 0 || outward.some(({ kind }) => kind === 'database'))
    return { kind: 'unguarded' }
  const [first] = outward.toSorted((a, b) => rank(a) - rank(b))
  const because = first ? reasonFor(first) : reason.leavesFor('')
  const claims = outward.map(({ target }) => claimFor(target))
  const [claim] = claims
  // Said of one way only, it says nothing of the others.
  const isWhole = claim !== undefined && !claims.includes(undefined)
  return isWhole ? { kind: 'unknown', because, claim } : { kind: 'unknown', because }
}

/** The most telling first: a host says more than a library. */
function rank({ kind, target }: Sink): number {
  if (kind === 'host') return target === '' ? 1 : 0
  return kind === 'missingFunction' ? 2 : 3
}

function reasonFor({ kind, target, hint }: Sink): Wording {
  if (kind === 'missingFunction') return reason.missingFunction(target)
  return kind === 'host' ? reason.leavesFor(target, hint) : reason.leavesThrough(target)
}

function ineffective(because: Wording, by: FilePlace): Guard {
  return { kind: 'ineffective', because, by }
}
