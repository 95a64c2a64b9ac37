/** Facts about settings, and about texts that PostgreSQL would refuse. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Facts } from './shelf.ts'
import { COMPANY, eventOf, MONDAY, newRelease, submission } from './stories.ts'

/** NUL, a lone high and a lone low surrogate, our escape character, what it makes, and an emoji. */
const ODD_TEXTS = ['a\0b', '\ud83d', 'x\udc00y', '\u001a', '\u001a0000', '\\u0000', '放行😀', '']

/** Every kind of UTF-16 unit, pairs and halves alike. */
const ANY_TEXT = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unitOf) })

function unitOf(unit: number): string {
  return String.fromCharCode(unit)
}

export const contentFacts: Facts = {
  async 'a setting is any JSON value'({ storage }) {
    assert.equal(await storage.settings.get('colour'), undefined)
    for (const value of [null, 0, '', false, [1], { a: { b: '红' } }]) {
      await storage.settings.set('colour', value)
      assert.deepEqual(await storage.settings.get('colour'), value)
    }
  },

  async 'of those who replace a setting in one moment one does'({ storage: { settings } }) {
    for (const known of [undefined, { b: '\0红', a: 1 }, [1, null]]) {
      if (known !== undefined) await settings.set('shape', known)
      const told = await settings.get('shape')
      const all = await Promise.all(
        [1, 2, 3].map((nth) => settings.replace('shape', told, { nth })),
      )
      assert.equal(all.filter(Boolean).length, 1)
      assert.deepEqual(await settings.get('shape'), { nth: all.indexOf(true) + 1 })
    }
  },
}

export const textFacts: Facts = {
  async 'odd texts come back from columns as they were'({ storage }) {
    for (const text of ODD_TEXTS) {
      const draft = { name: text, subject: COMPANY, categories: [{ first: text, second: text }] }
      const { app } = await storage.apps.create(draft, MONDAY)
      assert.deepEqual(await storage.apps.find(app.appid), app)
    }
  },

  async 'an odd name signs in'({ storage }) {
    const user = await storage.users.create({ name: 'a\0\ud800', roles: [], password: 'p\0' }, 1)
    assert.equal((await storage.users.findByPassword('a\0\ud800', 'p\0'))?.id, user.id)
  },

  async 'odd texts in events keep the chain whole'(shelf) {
    const { storage } = await shelf.fresh()
    const { id, appid } = await newRelease(storage)
    const note = ODD_TEXTS.join(' ')
    await storage.releases.append(id, 1, [await submission(storage, { note })])
    const created = eventOf('created', { appid, version: '\0', description: '\ud800' })
    await storage.releases.create(created, new Uint8Array())

    const [, submitted] = await storage.releases.events(id)
    assert.equal(submitted?.event.kind === 'submitted' && submitted.event.note, note)
    assert.equal((await storage.verifyChain()).firstBroken, null)
  },

  async 'any text survives as value and as key'({ storage }) {
    await fc.assert(
      fc.asyncProperty(ANY_TEXT, async (text) => {
        const value = { [`k${text}`]: [text] }
        await storage.settings.set(text, value)
        assert.deepEqual(await storage.settings.get(text), value)
      }),
      { numRuns: 60 },
    )
  },
}
