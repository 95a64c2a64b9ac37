import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredPolicy } from './check-policy.ts'
import { openPolicyShelf } from './policy-shelf.ts'

const quotaOf = (perMinute: number): StoredPolicy => ({
  all: { quotas: { text: { perMinute, perDay: null } } },
  apps: {},
})

/** Settings in memory, of which a look can be held, and a clock that is set. */
function setUp() {
  const shelf = { value: quotaOf(1) as unknown, now: 0, gate: Promise.resolve() }
  const settings = {
    async get() {
      const { value } = shelf
      await shelf.gate
      return value
    },
    async set(_name: string, value: unknown) {
      shelf.value = value
    },
    replace: async () => true,
  }
  const policy = openPolicyShelf(settings, { now: () => shelf.now })
  const perMinute = async () => (await policy.of(null)).quotas.text.perMinute
  return { shelf, policy, perMinute }
}

test('a policy is told at once while it was looked at lately, and is the same object', async () => {
  const { policy, perMinute } = setUp()
  assert.equal(await perMinute(), 1)
  assert(!(policy.of(null) instanceof Promise))
  assert.equal(policy.of(null), policy.of('wx1'))
})

test('after a quiet time the first who asks is told what another process changed', async () => {
  const { shelf, perMinute } = setUp()
  assert.equal(await perMinute(), 1)
  shelf.value = quotaOf(2)
  shelf.now = 60_000
  assert.equal(await perMinute(), 2)
})

test('a look that began before a change does not undo it', async () => {
  const { shelf, policy, perMinute } = setUp()
  await perMinute()
  const held = Promise.withResolvers<void>()
  shelf.gate = held.promise
  shelf.now = 60_000
  const late = perMinute()
  await policy.change(quotaOf(3))
  held.resolve()
  await late
  assert.equal(await perMinute(), 3)
})
