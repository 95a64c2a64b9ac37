/** Facts about cases: what opens one, who may decide it, what a decision tells and teaches. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { CaseDecision } from '../cases/cases.types.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const HALF_HOUR = 1_800_000
const RISKY: CaseDecision = {
  verdict: 'risky',
  label: 10001,
  note: '引流到站外',
  by: '王审核',
  at: MONDAY + 5,
}
const SILENT = () => ({ webhookEvents: [], pushes: [] })

/** As plain SQL: a case opens whatever writes the check. Returns the check's id. */
async function checked({ sql }: Shelf, appid: string | null, suggest = 'review', at = MONDAY) {
  const id = randomBytes(6).toString('hex')
  await sql(
    `insert into fangxing.checks (id, appid, writer, scene, suggest, label, edition, evidence, at)
      values ($1, $2, 'o-1', 2, $3, 10001, 'e', '{}', $4)`,
    [id, appid, suggest, at],
  )
  return id
}

/** A case that its reviewer holds under fence 1. */
async function claimed(shelf: Shelf, appid: string) {
  const checkId = await checked(shelf, appid)
  const userId = await shelf.reviewer(`${checkId} first`)
  await shelf.storage.cases.claim(checkId, userId, MONDAY, HALF_HOUR)
  return { checkId, userId, proof: { userId, fence: 1, now: MONDAY + 5 } }
}

export const caseFacts: Facts = {
  async 'a check in doubt opens a case, a clear one and one without an app do not'(shelf) {
    const { cases } = shelf.storage
    const appid = await newApp(shelf.storage)
    const doubtful = await checked(shelf, appid)
    for (const [app, suggest] of [
      [appid, 'pass'],
      [appid, 'risky'],
      [null, 'review'],
    ] as const) {
      assert.equal(await cases.find(await checked(shelf, app, suggest), MONDAY), null)
    }
    assert.deepEqual(await cases.find(doubtful, MONDAY), {
      ...{ checkId: doubtful, appid, writer: 'o-1', scene: 2, label: 10001, openedAt: MONDAY },
      ...{ claim: null, decision: null },
    })
  },

  async 'a check that becomes doubtful later opens its case then, once'(shelf) {
    const { cases } = shelf.storage
    const id = await checked(shelf, 'wx-later', 'pass')
    for (const suggest of ['review', 'pass', 'review']) {
      await shelf.sql('update fangxing.checks set suggest = $1 where id = $2', [suggest, id])
    }
    assert.equal(
      (await cases.list({ state: 'waiting', appid: 'wx-later' }, MONDAY)).items.length,
      1,
    )
  },

  async 'waiting cases come oldest first, page by page, and are counted'(shelf) {
    const { cases } = shelf.storage
    const appid = await newApp(shelf.storage)
    const ids = []
    for (const at of [MONDAY, MONDAY + 1, MONDAY + 2]) {
      ids.push(await checked(shelf, appid, 'review', at))
    }
    const filter = { state: 'waiting', appid, limit: 2 } as const
    const first = await cases.list(filter, MONDAY)
    const next = await cases.list({ ...filter, cursor: first.nextCursor ?? '' }, MONDAY)
    assert.deepEqual(
      [...first.items, ...next.items].map(({ checkId }) => checkId),
      ids,
    )
    assert.equal(next.nextCursor, null)
    assert.deepEqual(await cases.countWaiting({ appid }), { count: 3, oldestAt: MONDAY })
    assert.deepEqual(await cases.countWaiting({ appid, scene: 3 }), { count: 0, oldestAt: null })
  },

  async 'of many who ask for the next case each gets another'(shelf) {
    const appid = await newApp(shelf.storage)
    const stores = [shelf.storage, await shelf.another()]
    for (let nth = 0; nth < 4; nth += 1) await checked(shelf, appid)
    const users = await Promise.all([1, 2, 3, 4, 5].map((n) => shelf.reviewer(`${appid} ${n}`)))
    const given = await Promise.all(
      users.map((user, n) => stores[n % 2]?.cases.claimNext({ appid }, user, MONDAY, HALF_HOUR)),
    )
    assert.equal(new Set(given.flatMap((one) => (one ? [one.checkId] : []))).size, 4)
    assert.equal(given.filter((one) => one === null).length, 1)
  },

  async 'a running claim keeps others away, and its fence grows when it passes on'(shelf) {
    const { cases } = shelf.storage
    const { checkId, userId } = await claimed(shelf, await newApp(shelf.storage))
    const other = await shelf.reviewer(`${checkId} second`)
    const held = await cases.claim(checkId, other, MONDAY + 1, HALF_HOUR)
    assert.equal(held.kind === 'held' && held.by.userId, userId)
    const prolonged = await cases.claim(checkId, userId, MONDAY + 1, HALF_HOUR)
    assert.equal(prolonged.kind === 'granted' && prolonged.fence, 1)
    assert.equal(await cases.giveBack(checkId, other), false)
    assert.equal(await cases.giveBack(checkId, userId), true)
    const taken = await cases.claim(checkId, other, MONDAY + 2, HALF_HOUR)
    assert.equal(taken.kind === 'granted' && taken.fence, 2)
  },

  async 'a decision needs the present fence, is written once and told in the same transaction'(
    shelf,
  ) {
    const { cases, callbacks, deliveries } = shelf.storage
    const appid = await newApp(shelf.storage)
    const webhook = { url: 'https://example.com/', secret: 'whsec_c2VjcmV0' }
    await callbacks.set(appid, { webhook, wechat: null, mail: null }, MONDAY)
    const { checkId, proof } = await claimed(shelf, appid)
    const tell = () => ({
      webhookEvents: [{ kind: 'check.decided', at: MONDAY, body: { checkId } }],
      pushes: [],
    })
    for (const stale of [{ fence: 2 }, { userId: 'else' }, { now: MONDAY + HALF_HOUR }]) {
      const refused = cases.decide(checkId, { ...proof, ...stale }, RISKY, tell)
      await assert.rejects(refused, withCode('STALE_FENCE'))
    }
    assert.deepEqual((await cases.decide(checkId, proof, RISKY, tell)).decision, RISKY)
    await assert.rejects(cases.decide(checkId, proof, RISKY, tell), withCode('EVENT_NOT_ALLOWED'))
    const claim = cases.claim(checkId, proof.userId, MONDAY, HALF_HOUR)
    await assert.rejects(claim, withCode('EVENT_NOT_ALLOWED'))

    const { items } = await deliveries.list(appid)
    assert.deepEqual(
      items.map(({ kind, body, channel }) => [kind, body, channel]),
      [['check.decided', { checkId }, 'webhook']],
    )
    const decided = await cases.list({ state: 'decided', appid }, MONDAY)
    assert.deepEqual(
      decided.items.map(({ decision }) => decision),
      [RISKY],
    )
    assert.equal((await cases.countWaiting({ appid })).count, 0)
    for (const change of [
      "update fangxing.cases set verdict = 'pass'",
      'delete from fangxing.cases',
    ]) {
      await assert.rejects(shelf.sql(`${change} where check_id = $1`, [checkId]), /append-only/)
    }
  },

  async 'a case that nobody opened is not found'({ storage: { cases } }) {
    const proof = { userId: 'u', fence: 1, now: MONDAY }
    await assert.rejects(cases.claim('none', 'u', 1, 1), withCode('CASE_NOT_FOUND'))
    await assert.rejects(cases.decide('none', proof, RISKY, SILENT), withCode('CASE_NOT_FOUND'))
  },
}

export const proposalFacts: Facts = {
  async 'a proposal becomes an edition when a second person agrees, and only then'(shelf) {
    const { proposals, terms } = shelf.storage
    const { checkId, userId } = await claimed(shelf, await newApp(shelf.storage))
    const other = await shelf.reviewer(`${checkId} second`)
    const change = { kind: 'deny', text: checkId, label: 10001, level: 'block' } as const
    const draft = { checkId, change, proposedBy: userId, proposedAt: MONDAY }
    const { id } = await proposals.add(draft)
    const before = await terms.edition()
    const list = {
      put: terms.make([{ text: checkId, label: 10001, level: 'block', createdBy: 'x' }], MONDAY),
      ...{ removed: [], hidden: [], shown: [] },
    }
    const publication = { by: 'x', at: MONDAY, note: null }

    const alone = proposals.agree(id, userId, list, publication)
    await assert.rejects(alone, withCode('SECOND_PERSON_NEEDED'))
    assert.equal(await terms.edition(), before)
    assert.equal((await proposals.find(id))?.answer, null)

    const edition = await proposals.agree(id, other, list, publication)
    assert.equal(edition?.number, before + 1)
    assert.deepEqual((await proposals.find(id))?.answer, {
      ...{ kind: 'agreed', by: { id: other, name: `${checkId} second` }, at: MONDAY },
      edition: before + 1,
    })
    const again = proposals.agree(id, other, list, publication)
    await assert.rejects(again, withCode('EVENT_NOT_ALLOWED'))
    assert.equal(await terms.edition(), before + 1)
  },

  async 'of an agreement that cannot be published nothing is kept'(shelf) {
    const { proposals, terms } = shelf.storage
    const { checkId, userId } = await claimed(shelf, await newApp(shelf.storage))
    const other = await shelf.reviewer(`${checkId} second`)
    const change = { kind: 'allow', termId: 't', term: 'w', phrase: 'p' } as const
    const { id } = await proposals.add({ checkId, change, proposedBy: userId, proposedAt: MONDAY })
    const nothing = { put: [], removed: [], hidden: [], shown: [] }
    const overtaken = { by: 'x', at: MONDAY, note: null, parent: (await terms.edition()) + 7 }
    const refused = proposals.agree(id, other, nothing, overtaken)
    await assert.rejects(refused, withCode('CONCURRENT_CHANGE'))
    assert.equal((await proposals.find(id))?.answer, null)
  },

  async 'a picture enters the bank when a second person agrees, and only then'(shelf) {
    const { proposals, knownPictures } = shelf.storage
    const { checkId, userId } = await claimed(shelf, await newApp(shelf.storage))
    const other = await shelf.reviewer(`${checkId} second`)
    const bits = randomBytes(32).toString('hex')
    const variants = [randomBytes(32).toString('hex')]
    const change = { kind: 'denyPicture', bits, variants, label: 20002 } as const
    const draft = { checkId, change, proposedBy: userId, proposedAt: MONDAY }
    const { id } = await proposals.add(draft)
    const before = await knownPictures.edition()
    const about = { by: 'x', at: MONDAY }
    const alone = proposals.agreeToPicture(id, userId, change, about)
    await assert.rejects(alone, withCode('SECOND_PERSON_NEEDED'))
    assert.equal(await knownPictures.edition(), before)

    await proposals.agreeToPicture(id, other, change, about)
    const [variant, known] = (await knownPictures.list()).items
    assert.deepEqual([variant?.bits, variant?.kind], [variants[0], 'deny'])
    assert.deepEqual(known, {
      ...{ id: known?.id, bits, bank: 'reviewed', label: '20002', kind: 'deny' },
      ...{ addedBy: 'x', addedAt: MONDAY },
    })
    const again = proposals.agreeToPicture(id, other, change, about)
    await assert.rejects(again, withCode('EVENT_NOT_ALLOWED'))
  },

  async 'who proposed may take it back, and open ones are listed'(shelf) {
    const { proposals } = shelf.storage
    const { checkId, userId } = await claimed(shelf, await newApp(shelf.storage))
    const change = { kind: 'allow', termId: 't', term: 'w', phrase: 'p' } as const
    const draft = { checkId, change, proposedBy: userId, proposedAt: MONDAY }
    const [first, second] = [await proposals.add(draft), await proposals.add(draft)]
    await proposals.refuse(first.id, userId, MONDAY + 1)
    const idsOf = async (open?: boolean) =>
      (await proposals.list({ checkId, open })).items.map(({ id }) => id)
    assert.deepEqual(await idsOf(), [second.id, first.id])
    assert.deepEqual(await idsOf(true), [second.id])
    assert.deepEqual(await idsOf(false), [first.id])
  },

  async 'a proposal needs a case, and an answer needs a proposal'({
    storage: { proposals },
    reviewer,
  }) {
    const proposedBy = await reviewer('proposes about nothing')
    const change = { kind: 'allow', termId: 't', term: 'w', phrase: 'p' } as const
    const add = proposals.add({ checkId: 'none', change, proposedBy, proposedAt: MONDAY })
    await assert.rejects(add, withCode('CASE_NOT_FOUND'))
    const refuse = proposals.refuse('none', proposedBy, MONDAY)
    await assert.rejects(refuse, withCode('PROPOSAL_NOT_FOUND'))
  },
}
