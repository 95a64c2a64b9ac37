import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Label } from '@fangxing/contract'
import type { DeskKind } from '@fangxing/storage'
import fc from 'fast-check'
import { SHIPPED_DESK } from './desk-policy.ts'
import { reasonsFor, shiftOf, shiftsFor } from './priority.ts'

const HOUR = 3_600_000

interface Thing {
  readonly kind: DeskKind
  readonly label: Label
  readonly isExpedited: boolean
  readonly openedAt: number
}

function thing(kind: DeskKind, hour: number, label: Label = 100, isExpedited = false): Thing {
  return { kind, label, isExpedited, openedAt: hour * HOUR }
}

/** When it comes up: the smaller, the sooner. */
function comesUpAt(one: Thing): number {
  return one.openedAt + shiftOf(one, SHIPPED_DESK)
}

const FIRST: readonly [fact: string, sooner: Thing, later: Thing][] = [
  ['of two alike the older comes first', thing('text', 0, 10001), thing('text', 1, 10001)],
  ['crime comes before an older advert', thing('text', 3, 20006), thing('text', 0, 10001)],
  ['but not before one that waits for ever', thing('text', 0, 10001), thing('text', 9, 20006)],
  ['a text comes before a version of the same hour', thing('text', 0), thing('release', 0)],
  [
    'an expedited version comes before others',
    thing('release', 20, 100, true),
    thing('release', 0),
  ],
  ['an appeal comes before a version of the same hour', thing('appeal', 0), thing('release', 0)],
  ['a version of yesterday comes before a fresh text', thing('release', 0), thing('text', 24)],
]

for (const [fact, sooner, later] of FIRST) {
  test(fact, () => assert(comesUpAt(sooner) < comesUpAt(later)))
}

test('the reasons add up to the shift, and the target is always named', () => {
  const one = thing('appeal', 0, 100, true)
  const reasons = reasonsFor(one, SHIPPED_DESK)
  assert.deepEqual(
    reasons.map(({ hours }) => hours),
    [24, -12, -24],
  )
  assert.equal(shiftOf(one, SHIPPED_DESK), -12 * HOUR)
})

test('whoever has seen enough is given nothing severe, and versions all the same', () => {
  const shifts = shiftsFor({ kinds: ['text', 'release'], labels: [], isMild: true }, SHIPPED_DESK)
  assert(!shifts.some(({ label }) => SHIPPED_DESK.severe.includes(label)))
  assert(shifts.some(({ label }) => label === 10001))
  assert(shifts.some(({ kind }) => kind === 'release'))
})

test('who asks for a label is given no versions', () => {
  const shifts = shiftsFor(
    { kinds: ['text', 'release'], labels: [10001], isMild: false },
    SHIPPED_DESK,
  )
  assert.deepEqual(
    shifts.map(({ kind, label }) => [kind, label]),
    [['text', 10001]],
  )
})

test('nothing waits for ever: a day later everything comes up after what is here', () => {
  const kinds = fc.constantFrom<DeskKind>('text', 'picture', 'sound', 'video', 'appeal')
  const labels = fc.constantFrom<Label>(100, 10001, 20001, 20002, 20006, 20012)
  fc.assert(
    fc.property(kinds, labels, kinds, labels, (kind, label, laterKind, laterLabel) => {
      const here = thing(kind, 0, label)
      assert(comesUpAt(here) < comesUpAt(thing(laterKind, 48, laterLabel)))
    }),
  )
})
