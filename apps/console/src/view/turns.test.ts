import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role, Turn } from '../api/types.ts'
import { countTurns, findMine, turnOf } from './turns.ts'

const releases = (['reviewer', 'authority', 'reviewer', 'nobody', 'developer'] as Turn[]).map(
  (whoseTurn, index) => ({ whoseTurn, changedAt: 100 - index }),
)

function drawn(roles: Role[]): string {
  return countTurns(releases, roles)
    .map(({ turn, count, isMine }) => `${turn}${isMine ? '*' : ''} ${count}`)
    .join(', ')
}

const cases: [name: string, roles: Role[], expected: string][] = [
  ['own turns come first', ['reviewer'], 'reviewer* 2, developer 1, authority 1, nobody 1'],
  [
    'a turn of mine shows its zero',
    ['operator'],
    'operator* 0, developer 1, reviewer 2, authority 1, nobody 1',
  ],
  ['without a role nothing is mine', [], 'developer 1, reviewer 2, authority 1, nobody 1'],
]

for (const [name, roles, expected] of cases) {
  test(name, () => assert.equal(drawn(roles), expected))
}

test('the release that waits longest is first', () => {
  assert.deepEqual(
    findMine(releases, ['reviewer']).map(({ changedAt }) => changedAt),
    [98, 100],
  )
})

test('a turn is mine when I have its role and may do something', () => {
  const turn = { whoseTurn: 'developer', allowed: ['submitted'] } as const
  assert.equal(turnOf(turn, ['developer']), 'mine')
  assert.equal(turnOf(turn, ['reviewer']), 'developer')
  assert.equal(turnOf({ ...turn, allowed: [] }, ['developer']), 'developer')
  assert.equal(turnOf({ whoseTurn: 'nobody', allowed: ['withdrawn'] }, ['developer']), 'nobody')
})
