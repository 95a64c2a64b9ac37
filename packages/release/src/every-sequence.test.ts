import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ActorKind, ReleaseEvent } from './event.ts'
import { ACTOR_KINDS } from './event.ts'
import { actor, event, MONDAY, NOTES } from './examples.ts'
import { DAY_MS } from './filing/clock.ts'
import { fold } from './fold.ts'
import type { Life } from './life.ts'
import { WHO_MAY } from './permissions.ts'
import type { EventKind } from './table.ts'
import { STATES } from './table.ts'
import { allowedEvents, transition } from './transition.ts'

const KINDS = Object.keys(WHO_MAY) as EventKind[]

/** One of the allowed events when `lawful`, so that lives grow long; else any event at all. */
interface Step {
  readonly pick: number
  readonly lawful: boolean
  readonly kind: EventKind
  readonly role: ActorKind
  readonly person: string
  readonly waitMs: number
  readonly files: boolean
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    pick: fc.nat(),
    lawful: fc.integer({ min: 0, max: 9 }).map((tenths) => tenths > 1),
    kind: fc.constantFrom(...KINDS),
    role: fc.constantFrom(...ACTOR_KINDS),
    person: fc.constantFrom('one', 'two', 'three'),
    waitMs: fc.oneof(
      fc.integer({ min: -60_000, max: 9 * DAY_MS }),
      fc.integer({ min: -2 * DAY_MS, max: 0 }),
    ),
    files: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
)

function toEvent(life: Life | null, step: Step, index: number, now: number): ReleaseEvent {
  const options = ACTOR_KINDS.flatMap((role) =>
    allowedEvents(life, role).map((kind) => ({ kind, role })),
  )
  const chosen = step.lawful ? options[step.pick % Math.max(1, options.length)] : undefined
  const { kind, role } = chosen ?? step
  const more: Record<string, unknown> = { actor: actor(role, step.person) }
  if (kind === 'submitted') more.auditId = index
  if (kind === 'reviewerApproved') more.filing = step.files ? [NOTES] : []
  if (kind === 'greyLaunched') more.percentage = step.pick % 110
  if (kind === 'takedownOrdered') more.deadlineAt = now + step.waitMs
  return event(kind, now, more as never)
}

/** Lives a random story; calls `see` at each step with what was met. */
function live(
  story: readonly Step[],
  see: (before: Life | null, event: ReleaseEvent, after: Life | null, accepted: boolean) => unknown,
): ReleaseEvent[] {
  const record: ReleaseEvent[] = []
  let life: Life | null = null
  let now = MONDAY
  for (const [index, step] of story.entries()) {
    now += step.waitMs
    const next = toEvent(life, step, index, now)
    const result = transition(life, next)
    const after: Life | null = result.ok ? result.life : life
    see(life, next, after, result.ok)
    if (result.ok) record.push(next)
    life = after
  }
  return record
}

test('any sequence of events leaves a known state, and time never runs backwards', () => {
  fc.assert(
    fc.property(steps, (story) => {
      live(story, (before, _, after) => {
        assert.ok(after === null || STATES.includes(after.state))
        assert.ok((after?.changedAt ?? 0) >= (before?.changedAt ?? 0))
      })
    }),
  )
})

test('the fold of the accepted events is the life that the transitions led to', () => {
  fc.assert(
    fc.property(steps, (story) => {
      let last: Life | null = null
      const record = live(story, (_, __, after) => {
        last = after
      })
      assert.deepEqual(fold(record), last)
    }),
  )
})

test('folding on from any point is the same as folding everything', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (story, cut) => {
      const record = live(story, () => {})
      const at = record.length === 0 ? 0 : cut % record.length
      assert.deepEqual(fold(record.slice(at), fold(record.slice(0, at))), fold(record))
    }),
  )
})

test('a refused event changes nothing, and what is accepted counts one more event', () => {
  fc.assert(
    fc.property(steps, (story) => {
      live(story, (before, _, after, accepted) => {
        if (accepted) assert.equal(after?.eventCount, (before?.eventCount ?? 0) + 1)
        else assert.equal(after, before)
      })
    }),
  )
})

test('nothing that must file is ever out before its seven days are over or it has passed', () => {
  fc.assert(
    fc.property(steps, (story) => {
      live(story, (_, next, after) => {
        const out = after?.state === 'launched' || after?.state === 'greyLaunch'
        const owed = after?.submissions.at(-1)?.mustFile.length ?? 0
        if (!out || owed === 0) return
        const filing = after?.filing
        assert.ok(filing?.outcome === 'passed' || filing?.preLaunchedAt != null, next.kind)
      })
    }),
  )
})

test('a life is plain data: it survives JSON', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const life = fold(live(story, () => {}))
      assert.deepEqual(JSON.parse(JSON.stringify(life)), life)
    }),
  )
})

test('the random stories are long enough to reach every state', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(steps, (story) => {
      live(story, (_, __, after) => reached.add(after?.state ?? 'nothing'))
    }),
    { seed: 20260302, numRuns: 2000 },
  )
  assert.deepEqual([...reached].sort(), [...STATES, 'nothing'].sort())
})
