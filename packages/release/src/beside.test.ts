import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greyLaunchObstacle, launchObstacle, rollBackObstacle, rollBackTargets } from './beside.ts'
import { approvedAt, continued, event, HOUR_MS, lived, MONDAY } from './examples.ts'
import { DAY_MS } from './filing/clock.ts'
import type { Life } from './life.ts'
import { REFUSALS } from './refusals.ts'

function launchedOn(day: number): Life {
  const at = MONDAY + day * DAY_MS
  return lived(...approvedAt(at), event('launched', at))
}

function then(life: Life, kind: Parameters<typeof event>[0], day: number): Life {
  return continued(life, event(kind, MONDAY + day * DAY_MS)) ?? assert.fail()
}

const first = then(launchedOn(1), 'superseded', 2)
const second = launchedOn(2)

test('what was submitted before a standing order cannot be launched around it', () => {
  const ordered = then(second, 'takedownOrdered', 5)
  const waiting = lived(...approvedAt(MONDAY + 4 * DAY_MS))
  const rectified = lived(...approvedAt(MONDAY + 6 * DAY_MS))
  assert.equal(launchObstacle(waiting, [ordered]), REFUSALS.submittedBeforeTheOrder)
  assert.equal(launchObstacle(rectified, [ordered]), null)
})

test('what was submitted in the very moment of the order came with it in view', () => {
  const ordered = then(second, 'takedownOrdered', 5)
  const story = approvedAt(MONDAY + 5 * DAY_MS + 2 * HOUR_MS)
  assert.equal(launchObstacle(lived(...story), [ordered]), null)
})

test('an order stands until it is lifted, also when the version is down', () => {
  const down = then(then(second, 'takedownOrdered', 5), 'takenDown', 6)
  const waiting = lived(...approvedAt(MONDAY + 4 * DAY_MS))
  assert.equal(launchObstacle(waiting, [down]), REFUSALS.submittedBeforeTheOrder)
  const claimed = then(down, 'rectified', 7)
  assert.equal(launchObstacle(waiting, [claimed]), REFUSALS.submittedBeforeTheOrder)
  const lifted = then(then(second, 'takedownOrdered', 5), 'takedownLifted', 6)
  assert.equal(launchObstacle(waiting, [lifted]), null)
})

test('a staged launch stands beside a launched version, alone', () => {
  const next = lived(...approvedAt(MONDAY + 3 * DAY_MS))
  const staged = then(next, 'greyLaunched', 3)
  assert.equal(greyLaunchObstacle(next, []), REFUSALS.nothingToStandBeside)
  assert.equal(greyLaunchObstacle(next, [second]), null)
  assert.equal(greyLaunchObstacle(next, [second, staged]), REFUSALS.anotherIsStaged)
})

test('one rolls back to what served last', () => {
  const third = launchedOn(3)
  const others = [{ life: first }, { life: then(second, 'superseded', 3) }]
  assert.deepEqual(
    rollBackTargets(third, others).map(({ life }) => life.launchedAt),
    [MONDAY + 2 * DAY_MS, MONDAY + DAY_MS],
  )
  assert.equal(
    rollBackObstacle(
      third,
      others.map(({ life }) => life),
    ),
    null,
  )
})

test('one never rolls back to what was ordered down, or never served', () => {
  const ordered = then(then(launchedOn(1), 'takedownOrdered', 1), 'superseded', 2)
  const unserved = then(lived(...approvedAt(MONDAY)), 'superseded', 2)
  assert.deepEqual(rollBackTargets(second, [{ life: ordered }, { life: unserved }]), [])
  assert.equal(rollBackObstacle(second, [ordered, unserved]), REFUSALS.nothingToGoBackTo)
})

test('who went back once cannot go back again', () => {
  const back = then(first, 'reinstated', 3)
  const gone = then(second, 'rolledBack', 3)
  const oldest = then(launchedOn(0), 'superseded', 1)
  assert.equal(rollBackObstacle(back, [gone, oldest]), REFUSALS.rolledBackOnce)
})

test('after a further launch one may go back again, but not to what was rolled back', () => {
  const back = then(then(first, 'reinstated', 3), 'superseded', 4)
  const gone = then(second, 'rolledBack', 3)
  const third = launchedOn(4)
  assert.equal(rollBackObstacle(third, [back, gone]), null)
  assert.deepEqual(rollBackTargets(third, [{ life: gone }, { life: back }]), [{ life: back }])
})

test('nobody rolls back while a version is being staged', () => {
  const staged = then(lived(...approvedAt(MONDAY + 3 * DAY_MS)), 'greyLaunched', 3)
  assert.equal(rollBackObstacle(second, [first, staged]), REFUSALS.anotherIsStaged)
})

test('at most five versions back', () => {
  const past = [0, 1, 2, 3, 4, 5].map((day) => ({
    life: then(launchedOn(day), 'superseded', day + 1),
  }))
  assert.equal(rollBackTargets(launchedOn(9), past).length, 5)
})
