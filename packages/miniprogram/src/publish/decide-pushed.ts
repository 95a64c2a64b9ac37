/**
 * Decides the guard of an entry whose only check answers later, by a pushed event.
 *
 * Content may be written before the answer comes, if it is not shown: a field that only a passing
 * answer sets keeps it back, and whoever lists it asks by that field. Anything else is shown first
 * and taken away later, or cannot be told.
 */

import type { FilePlace, Guard, Wording } from '@fangxing/contract'
import type { ListRead, Sink, Written } from '../run/machine.ts'
import { propertiesOf, readProperty } from '../run/property.ts'
import type { Constant, Value } from '../run/value.ts'
import type { PushAnswers } from './push-answers.ts'
import * as reason from './reasons.ts'

/** What a passing answer writes and a risky one does not: the field and its value. */
interface Gate {
  readonly collection: string
  readonly field: string
  readonly open: Constant
}

export interface PushedRuns {
  /** Where the content goes when the check accepts it. */
  readonly asked: readonly Sink[]
  /** Where it goes when the call of the check fails. */
  readonly failing: readonly Sink[]
}

export function decidePushed(answers: PushAnswers, runs: PushedRuns, by: FilePlace): Guard {
  if (!answers.isReceived) return { kind: 'unknown', because: reason.NO_RECEIVER }
  const gates = gatesIn(answers)
  const ineffective = (because: Wording): Guard => ({ kind: 'ineffective', because, by })
  if (gates.length === 0)
    return ineffective(takesAway(answers) ? reason.SHOWN_FIRST : reason.PUSH_UNUSED)
  const asked = passageOf(runs.asked, gates)
  const failing = passageOf(runs.failing, gates)
  if (asked === 'open') return ineffective(reason.SHOWN_FIRST)
  if (failing === 'open') return ineffective(reason.FAILS_OPEN)
  const isClosed = asked === 'closed' && failing === 'closed'
  const isAsked = gates.some((gate) => isAskedFor(gate, answers))
  return isClosed && isAsked
    ? { kind: 'guarded', by }
    : { kind: 'unknown', because: reason.GATE_UNSURE }
}

function gatesIn({ onPass, onRisky }: PushAnswers): readonly Gate[] {
  return onPass.flatMap(({ collection, fields }) =>
    (fields ? propertiesOf(fields) : []).flatMap(([field, value]) => {
      const [open] = value.constants
      const isSure = value.constants.length === 1 && !value.open && value.things.length === 0
      const isShared = onRisky.some(
        (other) => other.fields !== undefined && mayBe(readProperty(other.fields, field), open),
      )
      return isSure && !isShared ? [{ collection, field, open }] : []
    }),
  )
}

/** A risky answer does something that a passing one does not. */
function takesAway({ onPass, onRisky }: PushAnswers): boolean {
  return onRisky.length > 0 && (onPass.length === 0 || onRisky.some(({ fields }) => !fields))
}

/** How content stands behind the gates: kept back, shown, or it cannot be told. */
function passageOf(sinks: readonly Sink[], gates: readonly Gate[]): 'closed' | 'open' | 'unsure' {
  const outward = sinks.filter(({ kind }) => kind !== 'storage')
  const passages = outward.map(({ written }) => {
    const fields = written?.fields
    const own = gates.filter(({ collection }) => isSame(collection, written))
    if (fields === undefined || own.length === 0) return 'unsure'
    if (own.some(({ field, open }) => !mayBe(readProperty(fields, field), open))) return 'closed'
    return own.some(({ field, open }) => isSurely(readProperty(fields, field), open))
      ? 'open'
      : 'unsure'
  })
  if (passages.includes('open')) return 'open'
  return passages.includes('unsure') ? 'unsure' : 'closed'
}

function isSame(collection: string, written: Written | undefined): boolean {
  return written !== undefined && written.collection === collection && collection !== ''
}

function mayBe(value: Value, constant: Constant): boolean {
  return value.open || value.constants.includes(constant)
}

function isSurely(value: Value, constant: Constant): boolean {
  return (
    !value.open &&
    value.things.length === 0 &&
    value.constants.length === 1 &&
    value.constants[0] === constant
  )
}

/** Every list of the collection asks by the field, or a template shows by it. Own posts are one's own. */
function isAskedFor({ collection, field }: Gate, { reads, shownBy }: PushAnswers): boolean {
  const lists = reads.filter((read) => read.collection === collection && !isOwn(read))
  const isShownBy = new RegExp(`\\b${field.replaceAll(/\W/g, '')}\\b`).test(shownBy)
  return lists.length > 0 && (isShownBy || lists.every(({ by }) => by.includes(field)))
}

function isOwn({ by }: ListRead): boolean {
  return by.some((field) => /^(_openid|openid|author|userId|uid)$/i.test(field))
}
