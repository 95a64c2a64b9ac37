/** Facts about the codes by which people know who is calling. */

import assert from 'node:assert/strict'
import { CODE_VALID_MS, checkContactCode } from '@fangxing/release'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { eventOf, filing, MONDAY } from './stories.ts'

const AUTHORITY = { kind: 'authority', id: 'a1', name: '王敏' } as const
const HOUR_MS = 3_600_000

export const contactFacts: Facts = {
  async 'the last code of each side is kept until it is checked'({ storage }) {
    const { id } = await filing(storage)
    assert.equal(await storage.contactCodes.latest(id, 'authority'), null)
    await storage.contactCodes.issue(id, AUTHORITY, MONDAY)
    const issued = await storage.contactCodes.issue(id, AUTHORITY, MONDAY + 1)
    const kept = await storage.contactCodes.latest(id, 'authority')
    assert.ok(issued.ok)
    assert.deepEqual(kept?.code, issued.code)
    assert.match(issued.code.code, /^\d{6}$/)
    assert.equal(await storage.contactCodes.latest(id, 'developer'), null)
  },

  async 'of many who ask at once five get a code within the hour'({ storage, another }) {
    const { id } = await filing(storage)
    const stores = [storage, await another()]
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => stores[n % 2]?.contactCodes.issue(id, AUTHORITY, MONDAY)),
    )
    assert.equal(answers.filter((answer) => answer?.ok).length, 5)
    assert.ok((await storage.contactCodes.issue(id, AUTHORITY, MONDAY + HOUR_MS)).ok)
  },

  async 'a check and the event that tells of it are written together or not at all'({ storage }) {
    const { id, life } = await filing(storage)
    await storage.contactCodes.issue(id, AUTHORITY, MONDAY)
    const before = await storage.contactCodes.latest(id, 'authority')
    assert.ok(before)
    const { code } = checkContactCode(before.code, before.code.code, 'developer', MONDAY)
    const logged = eventOf('contactLogged', { note: 'called', codeVerified: true })
    const alongside = { contactCode: { before, after: code } }

    const stale = storage.releases.append(id, life.eventCount - 1, [logged], alongside)
    await assert.rejects(stale, withCode('CONCURRENT_CHANGE'))
    assert.deepEqual(await storage.contactCodes.latest(id, 'authority'), before)

    await storage.releases.append(id, life.eventCount, [logged], alongside)
    const after = await storage.contactCodes.latest(id, 'authority')
    assert.deepEqual([after?.code.usedAt, after?.code.code], [MONDAY, ''])
    const again = storage.releases.append(id, life.eventCount + 1, [logged], alongside)
    await assert.rejects(again, withCode('CONCURRENT_CHANGE'))
  },

  async 'of two guesses at once each is counted'({ storage }) {
    const { id, life } = await filing(storage)
    await storage.contactCodes.issue(id, AUTHORITY, MONDAY)
    const before = await storage.contactCodes.latest(id, 'authority')
    assert.ok(before)
    const { code } = checkContactCode(before.code, 'nothing', 'developer', MONDAY)
    const logged = eventOf('contactLogged', { note: 'called', codeVerified: false })
    const guess = () =>
      storage.releases.append(id, life.eventCount, [logged], {
        contactCode: { before, after: code },
      })
    const answers = await Promise.allSettled([guess(), guess()])
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal((await storage.contactCodes.latest(id, 'authority'))?.code.guesses, 1)
  },

  async 'the digits of a code are forgotten when it has expired'(shelf) {
    const { storage, sql } = await shelf.fresh()
    const { id } = await filing(storage)
    await storage.contactCodes.issue(id, AUTHORITY, MONDAY)
    assert.equal(await storage.contactCodes.forget(MONDAY + CODE_VALID_MS - 1), 0)
    assert.equal(await storage.contactCodes.forget(MONDAY + CODE_VALID_MS), 1)
    assert.deepEqual(await sql('select code from fangxing.contact_codes'), [{ code: '' }])
  },

  async 'a code needs a release'({ storage }) {
    const issue = storage.contactCodes.issue('nobody', AUTHORITY, MONDAY)
    await assert.rejects(issue, withCode('RELEASE_NOT_FOUND'))
  },
}
