/** Facts about checks and settings, and about texts that PostgreSQL would refuse. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CheckDraft } from '../content.types.ts'
import type { Facts } from './shelf.ts'
import { COMPANY, eventOf, MONDAY, newRelease, submission } from './stories.ts'

const CHECK: CheckDraft = {
  appid: null,
  writer: 'o-1',
  scene: 2,
  suggest: 'risky',
  label: 10001,
  edition: '2026-01-01',
  evidence: { hits: [{ term: '加微信', start: 4 }] },
  texts: [{ field: 'content', text: '有事加薇信' }],
  keepTextsUntil: null,
  at: MONDAY,
}

/** NUL, a lone high and a lone low surrogate, our escape character, what it makes, and an emoji. */
const ODD_TEXTS = ['a\0b', '\ud83d', 'x\udc00y', '\u001a', '\u001a0000', '\\u0000', '放行😀', '']

/** Every kind of UTF-16 unit, pairs and halves alike. */
const ANY_TEXT = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(unitOf) })

function unitOf(unit: number): string {
  return String.fromCharCode(unit)
}

export const contentFacts: Facts = {
  async 'a check comes back under an id in the form of a trace id'({ storage }) {
    const id = await storage.checks.record(CHECK)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    const { keepTextsUntil, ...rest } = CHECK
    assert.deepEqual(await storage.checks.find(id), { ...rest, id, texts: null })
    assert.equal(keepTextsUntil, null)
    assert.equal(await storage.checks.find('nobody'), null)
  },

  async 'texts are kept until their time, and then forgotten'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await storage.checks.record({ ...CHECK, keepTextsUntil: MONDAY + 10 })
    assert.equal(await storage.checks.forgetTexts(MONDAY + 9), 0)
    assert.deepEqual((await storage.checks.find(id))?.texts, CHECK.texts)
    assert.equal(await storage.checks.forgetTexts(MONDAY + 10), 1)
    assert.equal((await storage.checks.find(id))?.texts, null)
  },

  async 'checks are listed newest first, by app and by answer'({ storage }) {
    const appid = 'wx-checks'
    const ids: string[] = []
    for (const suggest of ['pass', 'risky', 'pass'] as const) {
      ids.push(await storage.checks.record({ ...CHECK, appid, suggest }))
    }
    const listed = async (suggest?: 'pass' | 'risky') =>
      (await storage.checks.list({ appid, suggest })).items.map(({ id }) => id)
    assert.deepEqual(await listed(), ids.toReversed())
    assert.deepEqual(await listed('risky'), [ids[1]])

    const first = await storage.checks.list({ appid, limit: 2 })
    await storage.checks.record({ ...CHECK, appid })
    const next = await storage.checks.list({ appid, limit: 2, cursor: first.nextCursor ?? '' })
    assert.deepEqual(
      next.items.map(({ id }) => id),
      [ids[0]],
    )
  },

  async 'a setting is any JSON value'({ storage }) {
    assert.equal(await storage.settings.get('colour'), undefined)
    for (const value of [null, 0, '', false, [1], { a: { b: '红' } }]) {
      await storage.settings.set('colour', value)
      assert.deepEqual(await storage.settings.get('colour'), value)
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
