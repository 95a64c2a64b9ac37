/** Facts about people who change: their roles, their region, and being kept out. */

import assert from 'node:assert/strict'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'

const AT = 1_780_000_000_000
const PASSWORD = 'long rather than odd'

export const personFacts: Facts = {
  async 'a frozen person has neither session nor password until let in again'(shelf) {
    const { storage } = await shelf.fresh()
    const { users, sessions } = storage
    await users.create({ name: '周敏', roles: ['operator'], password: PASSWORD }, AT)
    const made = await users.create({ name: '陈默', roles: ['reviewer'], password: PASSWORD }, AT)
    const session = await sessions.start(made.id, AT, 1000)
    const frozen = await users.change(made.id, { frozenAt: AT })
    assert.equal(frozen?.frozenAt, AT)
    assert.equal(await sessions.find(session, AT), null)
    assert.equal(await users.findByPassword('陈默', PASSWORD), null)
    await users.change(made.id, { frozenAt: null })
    assert.equal(await sessions.find(session, AT), null)
    assert.equal((await users.findByPassword('陈默', PASSWORD))?.id, made.id)
  },

  async 'roles and region change, what is not named stays'(shelf) {
    const { storage } = await shelf.fresh()
    const { users } = storage
    await users.create({ name: '周敏', roles: ['operator'], password: PASSWORD }, AT)
    const made = await users.create(
      { name: '王海', roles: ['authority'], region: 'CN-GD', password: PASSWORD },
      AT,
    )
    const moved = await users.change(made.id, { region: 'CN-ZJ' })
    assert.deepEqual(moved, { ...made, region: 'CN-ZJ' })
    assert.equal((await users.change(made.id, { region: null }))?.region, null)
    assert.equal(await users.change('nobody', { region: null }), null)
  },

  async 'the last operator who can come in stays one'(shelf) {
    const { storage } = await shelf.fresh()
    const { users } = storage
    const draft = { name: '周敏', roles: ['operator'], password: PASSWORD } as const
    const { id } = await users.create(draft, AT)
    const other = await users.create({ ...draft, name: '李' }, AT)
    await users.change(other.id, { frozenAt: AT })
    await assert.rejects(users.change(id, { roles: ['reviewer'] }), withCode('LAST_OPERATOR'))
    await assert.rejects(users.change(id, { frozenAt: AT }), withCode('LAST_OPERATOR'))
    assert.deepEqual((await users.find(id))?.roles, ['operator'])
    assert.equal((await users.find(id))?.frozenAt, null)
  },
}
