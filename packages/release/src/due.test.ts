import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueEvent, nextDueAt } from './due.ts'
import { actor, event, filedAt, HOUR_MS, lived, MONDAY } from './examples.ts'
import { DAY_MS, DEFAULT_CLOCK } from './filing/clock.ts'
import type { Life } from './life.ts'
import { transition } from './transition.ts'

const DUE = MONDAY + 7 * DAY_MS + 14 * HOUR_MS
const ORDER = DUE + DAY_MS
const machine = actor('machine')
const stands = { ...DEFAULT_CLOCK, pausesFor: ['materialRequested' as const] }

const ordered = lived(
  ...filedAt(MONDAY),
  event('preLaunched', DUE),
  event('launched', DUE),
  event('takedownOrdered', DUE, { deadlineAt: ORDER }),
)

const cases: [name: string, life: Life, now: number, due: string | null][] = [
  ['a filing a moment early', lived(...filedAt(MONDAY)), DUE - 1, null],
  ['a filing at its time', lived(...filedAt(MONDAY)), DUE, 'preLaunched'],
  ['a filing a week late', lived(...filedAt(MONDAY)), DUE + 7 * DAY_MS, 'preLaunched'],
  [
    'a filing with material outstanding',
    lived(...filedAt(MONDAY), event('materialRequested')),
    DUE,
    'preLaunched',
  ],
  [
    'a filing whose clock stands',
    lived(...filedAt(MONDAY, stands), event('materialRequested')),
    DUE + 365 * DAY_MS,
    null,
  ],
  ['a filing that was answered', lived(...filedAt(MONDAY), event('filingPassed')), DUE, null],
  ['a filing that was withdrawn', lived(...filedAt(MONDAY), event('withdrawn')), DUE, null],
  ['an order a moment early', ordered, ORDER - 1, null],
  ['an order at its deadline', ordered, ORDER, 'takenDown'],
]

for (const [name, life, now, due] of cases) {
  test(`${name}: ${due ?? 'nothing'} is due`, () => {
    const next = dueEvent(life, now, machine)
    assert.equal(next?.kind ?? null, due)
    if (next !== null) assert.ok(transition(life, next).ok, 'what is due must be allowed')
  })
}

test('when nothing is due by time alone there is no such time', () => {
  assert.equal(nextDueAt(lived(event('created'))), null)
  assert.equal(nextDueAt(lived(...filedAt(MONDAY))), DUE)
})
