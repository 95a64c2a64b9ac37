import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { describeDeadline, describeTime } from '../local-time.ts'
import type { ClockPolicy, Pause } from './clock.ts'
import { DAY_MS, DEFAULT_CLOCK, dueAtOf, FILING_DAYS, filingDue } from './clock.ts'

const HOUR_MS = 3_600_000

/** Epoch milliseconds of a Shanghai time. */
function shanghai(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

function pause(from: string, to: string | null): Pause {
  return {
    from: shanghai(from),
    to: to === null ? null : shanghai(to),
    reason: 'materialRequested',
  }
}

const hours: ClockPolicy = { ...DEFAULT_CLOCK, kind: 'hours_168' }
const tokyo: ClockPolicy = { ...DEFAULT_CLOCK, utcOffsetMinutes: 540 }

const cases: [name: string, notice: string, policy: ClockPolicy, pauses: Pause[], due: string][] = [
  ['in the morning', '2026-03-02 10:00', DEFAULT_CLOCK, [], '2026-03-09 24:00'],
  ['the first minute of a day', '2026-03-02 00:00', DEFAULT_CLOCK, [], '2026-03-09 24:00'],
  ['the last minute of a day', '2026-03-02 23:59', DEFAULT_CLOCK, [], '2026-03-09 24:00'],
  ['over the end of a month', '2026-04-28 10:00', DEFAULT_CLOCK, [], '2026-05-05 24:00'],
  ['over a leap day', '2028-02-25 10:00', DEFAULT_CLOCK, [], '2028-03-03 24:00'],
  ['over the new year', '2026-12-28 10:00', DEFAULT_CLOCK, [], '2027-01-04 24:00'],
  [
    'over holidays, which count: natural days',
    '2026-09-30 10:00',
    DEFAULT_CLOCK,
    [],
    '2026-10-07 24:00',
  ],
  ['by hours, to the minute', '2026-03-02 10:07', hours, [], '2026-03-09 10:07'],
  ['a calendar one hour east', '2026-03-02 23:30', tokyo, [], '2026-03-10 23:00'],
  [
    'an hour of standing costs natural days one day',
    '2026-03-02 10:00',
    DEFAULT_CLOCK,
    [pause('2026-03-03 09:00', '2026-03-03 10:00')],
    '2026-03-10 24:00',
  ],
  [
    'an hour of standing costs the hours one hour',
    '2026-03-02 10:00',
    hours,
    [pause('2026-03-03 09:00', '2026-03-03 10:00')],
    '2026-03-09 11:00',
  ],
  [
    'two pauses add up',
    '2026-03-02 10:00',
    DEFAULT_CLOCK,
    [pause('2026-03-03 09:00', '2026-03-04 09:00'), pause('2026-03-05 09:00', '2026-03-06 09:00')],
    '2026-03-11 24:00',
  ],
]

for (const [name, notice, policy, pauses, due] of cases) {
  test(`a notice ${name}: ${notice} is due at ${due}`, () => {
    const at = filingDue(shanghai(notice), policy, pauses)
    assert.equal(at === null ? null : describeDeadline(at), due)
  })
}

test('while the clock stands nobody can say when it is due', () => {
  assert.equal(
    filingDue(shanghai('2026-03-02 10:00'), DEFAULT_CLOCK, [pause('2026-03-03 09:00', null)]),
    null,
  )
})

test('a subject that is promised nothing is never due', () => {
  const filing = { noticeAt: 0, policy: DEFAULT_CLOCK, pauses: [] }
  assert.equal(dueAtOf({ ...filing, promised: false }), null)
  assert.notEqual(dueAtOf({ ...filing, promised: true }), null)
})

const anyTime = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) })

test('natural days give at least seven whole days and less than eight', () => {
  fc.assert(
    fc.property(anyTime, (noticeAt) => {
      const waitMs = (filingDue(noticeAt, DEFAULT_CLOCK) ?? 0) - noticeAt
      assert.ok(waitMs > FILING_DAYS * DAY_MS && waitMs <= (FILING_DAYS + 1) * DAY_MS)
    }),
  )
})

test('a later notice is never due sooner', () => {
  fc.assert(
    fc.property(anyTime, fc.nat(30 * DAY_MS), (noticeAt, laterMs) => {
      for (const policy of [DEFAULT_CLOCK, hours]) {
        const due = filingDue(noticeAt, policy) ?? 0
        assert.ok((filingDue(noticeAt + laterMs, policy) ?? 0) >= due)
      }
    }),
  )
})

test('our arithmetic agrees with the time-zone table of the runtime', () => {
  const table = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (at) => {
      assert.equal(describeTime(at), table.format(at))
    }),
  )
})

test('the last instant of the seventh day still belongs to the promise', () => {
  const due = filingDue(shanghai('2026-03-02 10:00'), DEFAULT_CLOCK) ?? 0
  assert.equal(describeTime(due - 1), '2026-03-09 23:59')
  assert.equal(due - shanghai('2026-03-09 23:00'), HOUR_MS)
})
