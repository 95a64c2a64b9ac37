import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActorKind } from './event.ts'
import { ACTOR_KINDS } from './event.ts'
import { canCause, WHO_MAY } from './permissions.ts'
import type { EventKind } from './table.ts'
import { NEXT, ROWS, STATES } from './table.ts'
import { isLive, isSupersededByLaunch, isUnderReview, whoseTurn } from './turn.ts'

const KINDS = Object.keys(WHO_MAY) as EventKind[]

const reserved: [event: EventKind, role: ActorKind][] = [
  ['reviewerApproved', 'reviewer'],
  ['reviewerRejected', 'reviewer'],
  ['filingPassed', 'authority'],
  ['filingRejected', 'authority'],
  ['preLaunched', 'machine'],
  ['filingStarted', 'machine'],
  ['launched', 'developer'],
  ['submitted', 'developer'],
  ['withdrawn', 'developer'],
]

for (const [kind, only] of reserved) {
  test(`${kind} is for the ${only} alone`, () => {
    assert.deepEqual(
      ACTOR_KINDS.filter((role) => canCause(kind, role)),
      [only],
    )
  })
}

test('every event has somebody who may cause it, and every role something to do', () => {
  for (const kind of KINDS) assert.ok(WHO_MAY[kind].length > 0, kind)
  for (const role of ACTOR_KINDS)
    assert.ok(
      KINDS.some((kind) => canCause(kind, role)),
      role,
    )
})

test('every event appears in the table, and the table knows no event without a role', () => {
  const inTable = new Set(Object.values(NEXT).flatMap((row) => Object.keys(row)))
  assert.deepEqual([...inTable].sort(), [...KINDS].sort())
})

test('whoever has the turn can do something about it', () => {
  for (const state of STATES) {
    const turn = whoseTurn(state)
    if (turn === 'nobody') continue
    const kinds = Object.keys(ROWS[state]) as EventKind[]
    assert.ok(
      kinds.some((kind) => canCause(kind, turn)),
      `${turn} in ${state}`,
    )
  }
})

test('what is live leaves when another launches; what is under review is not live', () => {
  for (const state of STATES) {
    if (isLive(state)) assert.ok(ROWS[state].superseded !== undefined, state)
    if (isSupersededByLaunch(state)) assert.ok(ROWS[state].superseded !== undefined, state)
    assert.ok(!(isLive(state) && isUnderReview(state)), state)
  }
})

test('what is under review can be withdrawn, and nothing else can', () => {
  for (const state of STATES) {
    assert.equal(ROWS[state].withdrawn !== undefined, isUnderReview(state), state)
  }
})
