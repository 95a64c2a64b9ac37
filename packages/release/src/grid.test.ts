import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, ReleaseEvent } from './event.ts'
import {
  actor,
  approvedAt,
  event,
  FORUM,
  filedAt,
  HOUR_MS,
  lived,
  MONDAY,
  NOTES,
} from './examples.ts'
import { DAY_MS, DEFAULT_CLOCK } from './filing/clock.ts'
import type { Life } from './life.ts'
import { WHO_MAY } from './permissions.ts'
import type { EventKind, State } from './table.ts'
import { NEXT, STATES } from './table.ts'
import { transition } from './transition.ts'

/**
 * Every state against every event. A cell is the next state, `=` for the same one, `-` for refused.
 * A cell with several states, joined by `/`, depends on where the release stood before.
 */
const GRID = `
state              created  submitted      machinePassed  machineRejected  reviewerApproved  reviewerRejected  delayed  expedited  withdrawn  appealed  appealDismissed  rejectionReversed
nothing            draft    -              -              -                -                 -                 -        -          -          -         -                -
draft              -        machineReview  -              -                -                 -                 -        -          -          -         -                -
machineReview      -        -              humanReview    rejected         -                 -                 -        -          withdrawn  -         -                -
humanReview        -        -              -              -                approved          rejected          delayed  =          withdrawn  -         -                -
delayed            -        -              -              -                approved          rejected          =        =          withdrawn  -         -                -
rejected           -        machineReview  -              -                -                 -                 -        -          -          appealed  -                -
appealed           -        -              -              -                -                 -                 -        -          withdrawn  -         rejected         humanReview
withdrawn          -        machineReview  -              -                -                 -                 -        -          -          -         -                -
filing             -        -              -              -                -                 -                 -        -          withdrawn  -         -                -
materialRequested  -        -              -              -                -                 -                 -        -          withdrawn  -         -                -
filingRejected     -        machineReview  -              -                -                 -                 -        -          -          -         -                -
approved           -        -              -              -                -                 -                 -        -          -          -         -                -
preLaunch          -        -              -              -                -                 -                 -        -          -          -         -                -
greyLaunch         -        -              -              -                -                 -                 -        -          -          -         -                -
launched           -        -              -              -                -                 -                 -        -          -          -         -                -
takedownOrdered    -        -              -              -                -                 -                 -        -          -          -         -                -
takenDown          -        -              -              -                -                 -                 -        -          -          -         -                -
rectified          -        -              -              -                -                 -                 -        -          -          -         -                -
superseded         -        -              -              -                -                 -                 -        -          -          -         -                -
rolledBack         -        -              -              -                -                 -                 -        -          -          -         -                -

state              filingStarted  filingPassed  filingRejected   materialRequested  materialSupplied  contactLogged  filingPaused  filingResumed  expediteRefused  preLaunched
nothing            -              -             -                -                  -                 -              -             -              -                -
draft              -              -             -                -                  -                 -              -             -              -                -
machineReview      -              -             -                -                  -                 -              -             -              -                -
humanReview        -              -             -                -                  -                 -              -             -              -                -
delayed            -              -             -                -                  -                 -              -             -              -                -
rejected           -              -             -                -                  -                 -              -             -              -                -
appealed           -              -             -                -                  -                 -              -             -              -                -
withdrawn          -              -             -                -                  -                 -              -             -              -                -
filing             -              approved      filingRejected   materialRequested  -                 =              =             =              =                preLaunch
materialRequested  -              approved      filingRejected   -                  filing            =              -             -              =                preLaunch
filingRejected     -              -             -                -                  -                 -              -             -              -                -
approved           filing         -             -                -                  -                 -              -             -              -                -
preLaunch          -              approved      filingRejected   -                  -                 =              -             -              -                -
greyLaunch         -              =             takedownOrdered  -                  -                 =              -             -              -                -
launched           -              =             takedownOrdered  -                  -                 =              -             -              -                -
takedownOrdered    -              =             =                -                  -                 =              -             -              -                -
takenDown          -              =             =                -                  -                 -              -             -              -                -
rectified          -              =             takenDown        -                  -                 -              -             -              -                -
superseded         -              =             =                -                  -                 -              -             -              -                -
rolledBack         -              =             =                -                  -                 -              -             -              -                -

state              launched  greyLaunched  greyCancelled       takedownOrdered  takedownLifted       takenDown  rectified  rectificationRefused  reinstated           reexaminationStarted  reexaminationCleared  rolledBack  superseded
nothing            -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
draft              -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
machineReview      -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
humanReview        -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
delayed            -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
rejected           -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
appealed           -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
withdrawn          -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
filing             -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
materialRequested  -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
filingRejected     -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
approved           launched  greyLaunch    -                   -                -                    -          -          -                     -                    -                     -                     -           superseded
preLaunch          launched  greyLaunch    -                   -                -                    -          -          -                     -                    -                     -                     -           superseded
greyLaunch         launched  =             approved/preLaunch  takedownOrdered  -                    -          -          -                     -                    -                     -                     -           superseded
launched           -         -             -                   takedownOrdered  -                    -          -          -                     -                    =                     =                     rolledBack  superseded
takedownOrdered    -         -             -                   -                greyLaunch/launched  takenDown  -          -                     -                    -                     -                     -           superseded
takenDown          -         -             -                   -                -                    -          rectified  -                     -                    -                     -                     -           superseded
rectified          -         -             -                   -                -                    -          -          takenDown             greyLaunch/launched  -                     -                     -           superseded
superseded         -         -             -                   -                -                    -          -          -                     launched             -                     -                     -           -
rolledBack         -         -             -                   -                -                    -          -          -                     -                    -                     -                     -           -
`

const PAUSING = { ...DEFAULT_CLOCK, pausesFor: ['subjectUnreachable' as const] }
const DUE = MONDAY + 8 * DAY_MS
const AFTER = DUE + 30 * DAY_MS

/** Lives that stand in each state, by different roads, so that every obstacle is cleared on one of them. */
const LIVES = livesByState([
  [event('created')],
  [...approvedAt(MONDAY).slice(0, 2)],
  [...approvedAt(MONDAY).slice(0, 3)],
  [...approvedAt(MONDAY).slice(0, 3), event('delayed')],
  [...approvedAt(MONDAY).slice(0, 2), event('machineRejected')],
  [...approvedAt(MONDAY).slice(0, 2), event('machineRejected'), event('appealed')],
  [...approvedAt(MONDAY).slice(0, 2), event('withdrawn')],
  filedAt(MONDAY),
  filedAt(MONDAY, PAUSING),
  [...filedAt(MONDAY, PAUSING), event('filingPaused')],
  [...filedAt(MONDAY), event('materialRequested')],
  [...filedAt(MONDAY), event('filingRejected')],
  approvedAt(MONDAY),
  filedAt(MONDAY).slice(0, 4),
  ...fromPreLaunch([]),
  ...fromPreLaunch([event('greyLaunched', DUE)]),
  ...fromPreLaunch([event('launched', DUE)]),
  ...fromPreLaunch([event('launched', DUE), event('reexaminationStarted', DUE)]),
  ...['launched' as const, 'greyLaunched' as const].flatMap((out) => [
    ...fromPreLaunch([event(out, DUE), ordered()]),
    ...fromPreLaunch([event(out, DUE), ordered(), event('takenDown', DUE)]),
    ...fromPreLaunch([
      event(out, DUE),
      ordered(),
      event('takenDown', DUE),
      event('rectified', DUE),
    ]),
  ]),
  [...approvedAt(MONDAY), event('greyLaunched')],
  ...fromPreLaunch([event('launched', DUE), event('superseded', DUE)]),
  ...fromPreLaunch([event('launched', DUE), event('rolledBack', DUE)]),
])

function fromPreLaunch(more: readonly ReleaseEvent[]): ReleaseEvent[][] {
  return [[...filedAt(MONDAY), event('preLaunched', DUE), ...more]]
}

function ordered(): ReleaseEvent {
  return event('takedownOrdered', DUE, { deadlineAt: AFTER })
}

function livesByState(stories: readonly (readonly ReleaseEvent[])[]): Map<string, (Life | null)[]> {
  const lives = new Map<string, (Life | null)[]>([['nothing', [null]]])
  for (const story of stories) {
    const life = lived(...story)
    lives.set(life.state, [...(lives.get(life.state) ?? []), life])
  }
  return lives
}

/** The event as it would come next: due, by somebody who has not decided yet, with fresh numbers. */
function nextEvent(kind: EventKind, role: Actor): ReleaseEvent {
  const more: Record<string, unknown> = { actor: role }
  if (kind === 'submitted') more.auditId = 2
  if (kind === 'greyLaunched') more.percentage = 50
  if (kind === 'filingStarted') more.categories = [NOTES, FORUM]
  if (kind === 'takedownOrdered') more.deadlineAt = AFTER + HOUR_MS
  return event(kind, AFTER, more as never)
}

function cellOf(state: string, kind: EventKind): string {
  const reached = new Set<string>()
  for (const life of LIVES.get(state) ?? []) {
    for (const role of WHO_MAY[kind]) {
      const before = structuredClone(life)
      const result = transition(life, nextEvent(kind, actor(role, `${role}-2`)))
      assert.deepEqual(life, before, 'transition must not write to the life it was given')
      if (result.ok) reached.add(result.life.state === state ? '=' : result.life.state)
    }
  }
  return reached.size === 0 ? '-' : [...reached].sort().join('/')
}

function parseGrid(text: string): Map<string, Map<string, string>> {
  const rows = new Map<string, Map<string, string>>()
  let kinds: string[] = []
  for (const line of text.trim().split('\n').filter(Boolean)) {
    const [state = '', ...cells] = line.split(/\s+/)
    if (state === 'state') {
      kinds = cells
      continue
    }
    const row = rows.get(state) ?? new Map<string, string>()
    for (const [index, cell] of cells.entries()) row.set(kinds[index] ?? '', cell)
    rows.set(state, row)
  }
  return rows
}

const grid = parseGrid(GRID)
const EVENT_KINDS = Object.keys(WHO_MAY) as EventKind[]

test('the grid has every state and every event, no more and no less', () => {
  assert.deepEqual([...grid.keys()].sort(), Object.keys(NEXT).sort())
  for (const [state, row] of grid) {
    assert.deepEqual([...row.keys()].sort(), [...EVENT_KINDS].sort(), state)
  }
})

test('the examples reach every state', () => {
  assert.deepEqual([...LIVES.keys()].sort(), [...STATES, 'nothing'].sort())
})

for (const [state, row] of grid) {
  test(`${state}: every event leads where the grid says, all others are refused`, () => {
    for (const kind of EVENT_KINDS) {
      assert.equal(cellOf(state, kind), row.get(kind), `${state} + ${kind}`)
    }
  })
}

test('a refusal names what this role may do instead, and why it was refused', () => {
  const life = LIVES.get('humanReview' satisfies State)?.[0] ?? null
  const result = transition(life, event('launched', AFTER))
  assert.ok(!result.ok)
  assert.equal(result.code, 'EVENT_NOT_ALLOWED')
  assert.deepEqual(result.allowed, ['withdrawn'])
  assert.match(result.because.zh, /当前状态/)
})
