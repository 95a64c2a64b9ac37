/**
 * A year of releases in a moment: many apps, an in-memory store, two sweepers that know nothing of
 * each other, weeks in which no sweeper runs. The clock is a number that the test advances.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category } from '@fangxing/contract'
import fc from 'fast-check'
import { dueEvent } from './due.ts'
import type { ActorKind, ReleaseEvent } from './event.ts'
import { actor, COMPANY, event, FOOD, FORUM, HOUR_MS, MONDAY, NOTES, PROFILE } from './examples.ts'
import { DAY_MS, dueAtOf } from './filing/clock.ts'
import { filingNeed } from './filing/need.ts'
import { fold } from './fold.ts'
import type { Life } from './life.ts'
import { currentSubmission } from './life.ts'
import type { State } from './table.ts'
import { transition } from './transition.ts'
import { isLive, isSupersededByLaunch } from './turn.ts'

const APPS = 20
const YEAR_DAYS = 365

interface Row {
  readonly appid: string
  life: Life
  readonly record: ReleaseEvent[]
}

/** A store that refuses an append whose writer has not seen the last event. */
class Shelf {
  readonly rows: Row[] = []
  readonly ledger = new Map<string, Category[]>()
  now = MONDAY
  overtaken = 0

  create(appid: string): Row {
    const created = event('created', this.now, { appid })
    const row = { appid, life: fold([created]) ?? assert.fail(), record: [created as ReleaseEvent] }
    this.rows.push(row)
    return row
  }

  append(row: Row, expectedSeq: number, ...events: readonly ReleaseEvent[]): boolean {
    if (row.record.length !== expectedSeq) {
      this.overtaken += 1
      return false
    }
    for (const next of events) {
      const result = transition(row.life, next)
      assert.ok(result.ok, result.ok ? '' : `${row.life.state}: ${result.because.en}`)
      row.life = result.life
      row.record.push(next)
      for (const effect of result.effects) {
        if (effect.kind === 'addToLedger') this.file(row.appid, effect.categories)
        if (effect.kind === 'supersedeOthers') this.supersedeBeside(row)
      }
    }
    return true
  }

  file(appid: string, categories: readonly Category[]): void {
    this.ledger.set(appid, [...(this.ledger.get(appid) ?? []), ...categories])
  }

  supersedeBeside(launched: Row): void {
    for (const row of this.rows) {
      if (row === launched || row.appid !== launched.appid) continue
      if (!isSupersededByLaunch(row.life.state)) continue
      this.append(row, row.record.length, event('superseded', this.now))
    }
  }
}

/** What a sweeper saw when it looked, to be written a moment later. */
function look(shelf: Shelf): { row: Row; seq: number; due: ReleaseEvent }[] {
  return shelf.rows.flatMap((row) => {
    const due = dueEvent(row.life, shelf.now, actor('machine'))
    return due === null ? [] : [{ row, seq: row.record.length, due }]
  })
}

/** Two sweepers look at the same time, then both write: the second is always overtaken. */
function sweepTwice(shelf: Shelf): void {
  const one = look(shelf)
  const other = look(shelf)
  for (const { row, seq, due } of [...one, ...other]) shelf.append(row, seq, due)
}

/** Numbers from 0 to 1, the same for the same seed: xorshift, 32 bits. */
function chance(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

let auditId = 0

/** One day in the life of an app: its people do what is theirs to do, or nothing. */
function liveADay(shelf: Shelf, row: Row, draw: () => number): void {
  const by = (kind: ActorKind) => actor(kind, `${kind}-${Math.floor(draw() * 5)}`)
  const at = shelf.now
  const seq = row.record.length
  const luck = draw()

  switch (row.life.state) {
    case 'draft':
    case 'withdrawn':
    case 'rejected':
    case 'filingRejected': {
      auditId += 1
      const categories = luck < 0.4 ? [NOTES] : luck < 0.7 ? [NOTES, FORUM] : [FOOD]
      shelf.append(row, seq, event('submitted', at, { auditId, categories, subject: COMPANY }))
      break
    }
    case 'machineReview':
      shelf.append(row, seq, event(luck < 0.15 ? 'machineRejected' : 'machinePassed', at))
      break
    case 'humanReview':
      if (luck < 0.15) shelf.append(row, seq, event('reviewerRejected', at))
      else approve(shelf, row)
      break
    case 'filing':
      if (luck < 0.03) shelf.append(row, seq, event('filingPassed', at, { actor: by('authority') }))
      else if (luck < 0.05) shelf.append(row, seq, event('filingRejected', at))
      else if (luck < 0.08) shelf.append(row, seq, event('materialRequested', at))
      else if (luck < 0.1) shelf.append(row, seq, event('withdrawn', at))
      break
    case 'materialRequested':
      if (luck < 0.5) shelf.append(row, seq, event('materialSupplied', at))
      break
    case 'approved':
    case 'preLaunch':
      if (luck < 0.6) shelf.append(row, seq, event('launched', at))
      break
    case 'launched':
      if (row.life.filing?.outcome === 'open' && luck < 0.1) {
        shelf.append(row, seq, event(luck < 0.03 ? 'filingRejected' : 'filingPassed', at))
      }
      break
    case 'takenDown':
      shelf.append(row, seq, event('rectified', at))
      break
    case 'rectified':
      if (luck < 0.3) shelf.append(row, seq, event('reinstated', at))
      break
    default:
      break
  }
}

/** The next version, unless one is on its way already. */
function beginNext(shelf: Shelf, appid: string): void {
  const isOnItsWay = shelf.rows.some(
    ({ appid: owner, life }) => owner === appid && !AT_REST.has(life.state) && !isLive(life.state),
  )
  if (!isOnItsWay) shelf.create(appid)
}

const AT_REST: ReadonlySet<State> = new Set(['superseded', 'takenDown', 'rectified'])

function approve(shelf: Shelf, row: Row): void {
  const categories = currentSubmission(row.life)?.categories ?? []
  const { files } = filingNeed(categories, shelf.ledger.get(row.appid) ?? [], COMPANY, PROFILE)
  const approved = event('reviewerApproved', shelf.now, { filing: files })
  const started = event('filingStarted', shelf.now, { categories: files })
  const events = files.length === 0 ? [approved] : [approved, started]
  shelf.append(row, row.record.length, ...events)
}

function liveAYear(seed: number): Shelf {
  const shelf = new Shelf()
  const draw = chance(seed)
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    shelf.now = MONDAY + day * DAY_MS + Math.floor(draw() * 12) * HOUR_MS
    const isDown = day % 60 >= 50
    if (!isDown) sweepTwice(shelf)
    for (const row of [...shelf.rows]) liveADay(shelf, row, draw)
    for (let app = 0; app < APPS; app += 1) if (draw() < 0.1) beginNext(shelf, `wx${app}`)
    if (!isDown) assertNothingIsLeftDue(shelf)
    assertOneLiveVersionPerApp(shelf)
  }
  return shelf
}

function assertNothingIsLeftDue(shelf: Shelf): void {
  for (const { life } of shelf.rows) {
    const dueAt = life.filing === null ? null : dueAtOf(life.filing)
    const waits = life.state === 'filing' || life.state === 'materialRequested'
    assert.ok(!waits || dueAt === null || dueAt > shelf.now, 'a filing was left behind')
  }
}

function assertOneLiveVersionPerApp(shelf: Shelf): void {
  const live = shelf.rows.filter(({ life }) => isLive(life.state)).map(({ appid }) => appid)
  assert.equal(new Set(live).size, live.length, 'an app has two live versions')
}

/** Pre-launches of one record, each with the notice before it. */
function preLaunchesOf({ record }: Row): { noticeAt: number; at: number }[] {
  let noticeAt = 0
  const found: { noticeAt: number; at: number }[] = []
  for (const { kind, at } of record) {
    if (kind === 'filingStarted') noticeAt = at
    if (kind === 'preLaunched') found.push({ noticeAt, at })
  }
  return found
}

test('in a year no filing is moved twice, none too early, none is lost, one version is live', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const shelf = liveAYear(seed)
      for (const row of shelf.rows) {
        assert.deepEqual(fold(row.record), row.life)
        const moved = preLaunchesOf(row)
        assert.equal(new Set(moved.map(({ noticeAt }) => noticeAt)).size, moved.length)
        for (const { noticeAt, at } of moved) assert.ok(at > noticeAt + 7 * DAY_MS)
      }
    }),
    { numRuns: 5 },
  )
})

test('the year is worth its name: filings were moved, and the second sweeper was overtaken', () => {
  const shelf = liveAYear(20260302)
  const moved = shelf.rows.flatMap(preLaunchesOf)
  assert.ok(moved.length > 30, `${moved.length} pre-launches`)
  assert.ok(shelf.overtaken >= moved.length, `${shelf.overtaken} writes came too late`)
  assert.ok(moved.some(({ noticeAt, at }) => at > noticeAt + 10 * DAY_MS))
})
