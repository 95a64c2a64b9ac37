/** Facts about the operator's terms and the editions that their changes make. */

import assert from 'node:assert/strict'
import type { StoredTerm, TermDraft, TermListChange } from '../lexicon/lexicon.types.ts'
import type { Storage } from '../storage.ts'
import type { Facts } from './shelf.ts'
import { MONDAY } from './stories.ts'

const DRAFT: TermDraft = { text: '加微信', label: 10001, level: 'review', createdBy: '小李' }
const BY = { by: '小李', at: MONDAY, note: null }

function toChange(change: Partial<TermListChange>): TermListChange {
  return { put: [], removed: [], hidden: [], shown: [], ...change }
}

async function publish(storage: Storage, change: Partial<TermListChange>, about = {}) {
  const answer = await storage.terms.change(toChange(change), { ...BY, ...about })
  assert(answer.kind === 'published', answer.kind)
  return answer.edition
}

export const lexiconFacts: Facts = {
  async 'a term stays until it is removed, and each change gives another edition'(shelf) {
    const { storage } = await shelf.fresh()
    assert.equal(await storage.terms.edition(), 0)
    const term = await storage.terms.add({ ...DRAFT, scenes: [1, 2] }, MONDAY)
    assert.deepEqual(await storage.terms.list(), [term])
    assert.deepEqual([term.scenes, term.conversions, term.note], [[1, 2], null, null])
    assert.equal(await storage.terms.edition(), 1)

    assert.equal(await storage.terms.remove(term.id, BY), true)
    assert.equal(await storage.terms.edition(), 2)
    assert.equal(await storage.terms.remove(term.id, BY), false)
    assert.equal(await storage.terms.edition(), 2)
  },

  async 'a term comes back with everything that was said of it'(shelf) {
    const { storage } = await shelf.fresh()
    const said = {
      ...DRAFT,
      conversions: ['width'],
      validFrom: MONDAY,
      validUntil: MONDAY + 1,
      tags: ['联系方式'],
      except: ['增加微信息'],
      near: ['群'],
      notNear: ['客服'],
      note: '名字\0',
    }
    const term = await storage.terms.add(said, MONDAY)
    assert.deepEqual(await storage.terms.list(), [term])
    assert.deepEqual(term, { ...said, id: term.id, scenes: null, createdAt: MONDAY })
  },

  async 'an edition keeps what it added and removed, whole'(shelf) {
    const { storage } = await shelf.fresh()
    const [one, two] = storage.terms.make([DRAFT, { ...DRAFT, text: '代购' }], MONDAY)
    assert(one && two)
    await publish(storage, { put: [one, two], hidden: ['starter-1'] })
    const milder: StoredTerm = { ...one, level: 'hint' }
    const second = await publish(storage, { put: [milder], removed: [two.id] }, { note: '误伤' })
    assert.deepEqual(await storage.terms.findEdition(2), second)
    assert.deepEqual([second.added, second.parent, second.note], [[milder], 1, '误伤'])
    assert.deepEqual(new Set(second.removed), new Set([one, two]))

    const { items } = await storage.terms.editions()
    assert.deepEqual(
      items.map(({ number, added, removed, changed }) => [number, added, removed, changed]),
      [
        [2, 0, 1, 1],
        [1, 2, 1, 0],
      ],
    )
    assert.deepEqual(
      (await storage.terms.editionsSince(0))?.map(({ number }) => number),
      [1, 2],
    )
  },

  async 'starter terms are hidden and shown, each once'(shelf) {
    const { storage } = await shelf.fresh()
    await publish(storage, { hidden: ['a', 'b', 'a'] })
    const edition = await publish(storage, { hidden: ['a', 'c'], shown: ['b', 'x'] })
    assert.deepEqual([edition.hidden, edition.shown], [['c'], ['b']])
    assert.deepEqual(await storage.terms.hidden(), ['a', 'c'])
  },

  async 'a change that changes nothing is no edition, unless it goes back'(shelf) {
    const { storage } = await shelf.fresh()
    const nothing = toChange({ removed: ['nobody'], shown: ['nobody'] })
    assert.deepEqual(await storage.terms.change(nothing, BY), { kind: 'unchanged' })
    assert.equal(await storage.terms.edition(), 0)
    const back = await publish(storage, {}, { restores: 0 })
    assert.deepEqual([back.number, back.restores], [1, 0])
  },

  async 'a change that counts on an edition is refused once another was published'(shelf) {
    const { storage } = await shelf.fresh()
    await publish(storage, { hidden: ['a'] }, { parent: 0 })
    const late = await storage.terms.change(toChange({ hidden: ['b'] }), { ...BY, parent: 0 })
    assert.deepEqual(late, { kind: 'overtaken', latest: 1 })
    assert.deepEqual(await storage.terms.hidden(), ['a'])
  },

  async 'editions of many processes at once come one after the other'(shelf) {
    const fresh = await shelf.fresh()
    const others = [fresh.storage, await fresh.another()]
    const drafts = Array.from({ length: 12 }, (_, nth) => ({ ...DRAFT, text: `词语${nth}` }))
    await Promise.all(
      drafts.map((draft, nth) => (others[nth % 2] as Storage).terms.add(draft, MONDAY)),
    )
    const editions = await fresh.storage.terms.editionsSince(0)
    assert.deepEqual(
      editions?.map(({ number, parent }) => number - parent),
      drafts.map(() => 1),
    )
    assert.equal((await fresh.storage.terms.list()).length, drafts.length)
  },

  async 'changes from before editions were kept cannot be gone back over'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await publish(storage, { hidden: ['a'] })
    await publish(storage, { hidden: ['b'] })
    await sql('delete from fangxing.lexicon_editions where number = 1')
    assert.equal(await storage.terms.editionsSince(0), null)
    assert.equal((await storage.terms.editionsSince(1))?.length, 1)
  },

  async 'ten thousand terms go in at once'(shelf) {
    const { storage } = await shelf.fresh()
    const drafts = Array.from({ length: 10_000 }, (_, nth) => ({ ...DRAFT, text: `词语${nth}` }))
    await publish(storage, { put: storage.terms.make(drafts, MONDAY) })
    assert.equal((await storage.terms.list()).length, drafts.length)
  },
}
