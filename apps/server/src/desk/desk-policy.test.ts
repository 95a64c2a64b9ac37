import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindsFor, readDeskPolicy, SHIPPED_DESK, shieldFor } from './desk-policy.ts'

const SHIELD_TABLE = [
  ['blur', 'shown', 'blur'],
  ['shown', 'grey', 'grey'],
  ['grey', 'blur', 'blur'],
  ['grey', undefined, 'grey'],
] as const

for (const [minimum, own, shown] of SHIELD_TABLE) {
  test(`a minimum of ${minimum} with a wish for ${own ?? 'nothing'} shows ${shown}`, () => {
    const shield = shieldFor({ picture: minimum, isMuted: false }, { picture: own })
    assert.equal(shield.picture, shown)
  })
}

test('nobody hears what the operator has muted', () => {
  assert.equal(shieldFor({ picture: 'shown', isMuted: true }, { isMuted: false }).isMuted, true)
})

test('who has no skills is given everything; being a lead is no kind', () => {
  assert(kindsFor([]).includes('release'))
  assert(kindsFor(['lead']).includes('release'))
  assert.deepEqual(kindsFor(['lead', 'text']), ['text'])
})

test('what is not set is as shipped, one kind at a time', async () => {
  const stored = { goldenRate: 0.5, targetHours: { text: 2 } }
  const policy = await readDeskPolicy({
    get: async () => stored,
    set: async () => {},
    replace: async () => true,
  })
  assert.equal(policy.goldenRate, 0.5)
  assert.deepEqual(policy.targetHours, { ...SHIPPED_DESK.targetHours, text: 2 })
  assert.deepEqual(policy.second, SHIPPED_DESK.second)
})
