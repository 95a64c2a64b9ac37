/** Facts about dated filing profiles. */

import assert from 'node:assert/strict'
import { DEFAULT_CLOCK } from '@fangxing/release'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { MONDAY } from './stories.ts'

function profileOf(edition: string, fromAt: number) {
  const row = { first: '社交', second: '笔记', filed: true, licences: [], formerNames: [] }
  const categories = [{ ...row, openTo: ['organisation' as const] }]
  const profile = { edition, categories, clock: DEFAULT_CLOCK }
  return { profile, fromAt, savedBy: '王敏', savedAt: MONDAY }
}

export const profileFacts: Facts = {
  async 'the newest edition whose date has come is the current one'(shelf) {
    const { storage } = await shelf.fresh()
    assert.equal(await storage.filingProfiles.current(MONDAY), null)
    const [early, late] = [profileOf('e1', MONDAY), profileOf('e2', MONDAY + 10)]
    await storage.filingProfiles.save(late)
    await storage.filingProfiles.save(early)
    assert.equal(await storage.filingProfiles.current(MONDAY - 1), null)
    assert.deepEqual(await storage.filingProfiles.current(MONDAY), early)
    assert.deepEqual(await storage.filingProfiles.current(MONDAY + 9), early)
    assert.deepEqual(await storage.filingProfiles.current(MONDAY + 10), late)
  },

  async 'of two editions of one date the one saved last counts'(shelf) {
    const { storage } = await shelf.fresh()
    await storage.filingProfiles.save(profileOf('b', MONDAY))
    await storage.filingProfiles.save(profileOf('a', MONDAY))
    assert.equal((await storage.filingProfiles.current(MONDAY))?.profile.edition, 'a')
  },

  async 'every edition is kept, and none is saved over'(shelf) {
    const { storage } = await shelf.fresh()
    await storage.filingProfiles.save(profileOf('e1', MONDAY))
    await storage.filingProfiles.save(profileOf('e2', MONDAY + 1))
    const again = storage.filingProfiles.save(profileOf('e1', MONDAY + 2))
    await assert.rejects(again, withCode('FILING_PROFILE_EXISTS'))
    const editions = (await storage.filingProfiles.list()).map(({ profile }) => profile.edition)
    assert.deepEqual(editions, ['e2', 'e1'])
    assert.equal((await storage.filingProfiles.find('e1'))?.fromAt, MONDAY)
    assert.equal(await storage.filingProfiles.find('e9'), null)
  },
}
