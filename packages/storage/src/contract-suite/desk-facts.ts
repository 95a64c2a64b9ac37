/** Facts about the reviewer's desk: one order, leases that cannot collide, further looks, marks. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Label } from '@fangxing/contract'
import type { CaseDecision } from '../cases/cases.types.ts'
import type { DeskShift, QueueFilter, Settling } from '../desk/desk.types.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const HALF_HOUR = 1_800_000
const HOUR = 3_600_000
const SHIFTS: readonly DeskShift[] = [
  { kind: 'text', label: 10001, isExpedited: false, shiftMs: 0 },
  { kind: 'text', label: 20002, isExpedited: false, shiftMs: -HOUR },
  { kind: 'picture', label: 10001, isExpedited: false, shiftMs: 0 },
]
const SILENT = () => ({ webhookEvents: [], pushes: [] })

function filterOf(userId: string, appid: string, more: Partial<QueueFilter> = {}): QueueFilter {
  return { userId, appid, isLead: false, state: 'waiting', shifts: SHIFTS, ...more }
}

async function doubtful({ sql }: Shelf, appid: string, at = MONDAY, label: Label = 10001) {
  const id = randomBytes(6).toString('hex')
  await sql(
    `insert into fangxing.checks (id, appid, writer, scene, suggest, label, edition, evidence, at)
      values ($1, $2, 'o-1', 2, 'review', $3, 'e', '{}', $4)`,
    [id, appid, label, at],
  )
  return id
}

function settlingOf(
  itemId: string,
  userId: string,
  fence: number,
  said: Pick<CaseDecision, 'verdict' | 'label'>,
  second: Settling['second'] = 'none',
): Settling {
  const now = MONDAY + 5
  return {
    ...{ itemId, proof: { userId, fence, now }, clauses: ['a/1'], spentMs: 1200, second },
    decision: { ...said, note: 'said', by: userId, at: now },
    tell: SILENT,
  }
}

const RISKY = { verdict: 'risky', label: 10001 } as const
const PASS = { verdict: 'pass', label: 100 } as const

/** What the person may take next, held by them. */
async function taken({ storage }: Shelf, filter: QueueFilter) {
  const item = await storage.desk.claimNext(filter, MONDAY + 2, HALF_HOUR)
  assert(item, 'something waits')
  return item
}

export const deskFacts: Facts = {
  async 'a grave label comes before an older light one, page by page in one order'(shelf) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const user = await shelf.reviewer(`${appid} order`)
    const older = await doubtful(shelf, appid, MONDAY)
    const grave = await doubtful(shelf, appid, MONDAY + HALF_HOUR, 20002)
    const later = await doubtful(shelf, appid, MONDAY + 2 * HALF_HOUR)
    const filter = filterOf(user, appid, { limit: 2 })
    const first = await desk.list(filter, MONDAY)
    const rest = await desk.list({ ...filter, cursor: first.nextCursor ?? '' }, MONDAY)
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ id }) => id),
      [grave, older, later],
    )
    assert.equal(rest.nextCursor, null)
    const light = { ...filter, shifts: SHIFTS.filter(({ label }) => label === 10001) }
    assert.equal((await desk.list(light, MONDAY)).items[0]?.id, older)
  },

  async 'of many who ask at once each gets another, over two processes'(shelf) {
    const appid = await newApp(shelf.storage)
    const stores = [shelf.storage, await shelf.another()]
    for (let nth = 0; nth < 12; nth += 1) await doubtful(shelf, appid, MONDAY + nth)
    const users = await Promise.all(
      Array.from({ length: 14 }, (_, nth) => shelf.reviewer(`${appid} ${nth}`)),
    )
    const given = await Promise.all(
      users.map((user, nth) =>
        stores[nth % 2]?.desk.claimNext(filterOf(user, appid), MONDAY, HALF_HOUR),
      ),
    )
    const ids = given.flatMap((item) => (item ? [item.id] : []))
    assert.equal(new Set(ids).size, 12)
    assert.equal(ids.length, 12)
  },

  async 'who asks twice at once holds two things'(shelf) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const user = await shelf.reviewer(`${appid} quick`)
    for (let nth = 0; nth < 4; nth += 1) await doubtful(shelf, appid, MONDAY + nth)
    const filter = filterOf(user, appid)
    const given = await Promise.all(
      [1, 2, 3, 4].map(() => desk.claimNext(filter, MONDAY, HALF_HOUR)),
    )
    assert.equal(new Set(given.map((item) => item?.id)).size, 4)
  },

  async 'what one holds is seen by all, and is one’s own to resume'(shelf) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const [one, other] = [await shelf.reviewer(`${appid} a`), await shelf.reviewer(`${appid} b`)]
    await doubtful(shelf, appid)
    const item = await taken(shelf, filterOf(one, appid))
    assert.equal((await desk.list(filterOf(other, appid), MONDAY)).items[0]?.claim?.userId, one)
    const mine = await desk.list(filterOf(one, appid, { state: 'mine' }), MONDAY)
    assert.deepEqual(
      mine.items.map(({ id }) => id),
      [item.id],
    )
    assert.equal(await desk.claimNext(filterOf(other, appid), MONDAY, HALF_HOUR), null)
    assert.equal(await desk.giveBack(item.id, one), true)
    assert.equal((await taken(shelf, filterOf(other, appid))).granted.fence, 2)
  },

  async 'skipped is skipped for one, held for everybody, escalated for all but leads'(shelf) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const [one, other] = [await shelf.reviewer(`${appid} a`), await shelf.reviewer(`${appid} b`)]
    const id = await doubtful(shelf, appid)
    const sees = async (user: string, more: Partial<QueueFilter> = {}) =>
      (await desk.list(filterOf(user, appid, more), MONDAY)).items.length
    const mark = { note: '等资料', at: MONDAY, until: MONDAY + HOUR }
    await desk.mark(id, one, { ...mark, kind: 'skip' })
    assert.deepEqual([await sees(one), await sees(other)], [0, 1])
    await desk.mark(id, one, { ...mark, kind: 'hold' })
    assert.deepEqual([await sees(other), await sees(other, { state: 'aside' })], [0, 1])
    const after = filterOf(other, appid)
    assert.equal((await desk.list(after, MONDAY + HOUR)).items.length, 1)
    await desk.unmark(id, 'hold')
    await desk.mark(id, one, { ...mark, until: null, kind: 'escalate' })
    const lead = { state: 'escalated', isLead: true } as const
    assert.deepEqual([await sees(other), await sees(other, lead)], [0, 1])
  },

  async 'what waits for a second look is told when both agree, by the first'(shelf) {
    const { desk, cases } = shelf.storage
    const appid = await newApp(shelf.storage)
    const [one, other] = [await shelf.reviewer(`${appid} a`), await shelf.reviewer(`${appid} b`)]
    const id = await doubtful(shelf, appid)
    const { granted } = await taken(shelf, filterOf(one, appid))
    const first = settlingOf(id, one, granted.fence, RISKY, 'before')
    await assert.rejects(
      desk.settle({ ...first, proof: { ...first.proof, fence: 9 } }),
      withCode('STALE_FENCE'),
    )
    assert.deepEqual(await desk.settle(first), { outcome: 'awaitsSecond' })
    assert.equal((await cases.find(id, MONDAY))?.decision, null)
    await assert.rejects(cases.claim(id, other, MONDAY, HOUR), withCode('EVENT_NOT_ALLOWED'))

    assert.equal(await desk.claimNext(filterOf(one, appid), MONDAY, HOUR), null)
    const second = await taken(shelf, filterOf(other, appid))
    assert.notEqual(second.id, id)
    assert.equal(second.openedAt, MONDAY, 'nothing tells it from a first look')
    await assert.rejects(desk.claim(second.id, one, MONDAY, HOUR), withCode('SECOND_PERSON_NEEDED'))
    const agreed = settlingOf(second.id, other, second.granted.fence, RISKY)
    assert.deepEqual(await desk.settle(agreed), { outcome: 'agreed' })
    assert.equal((await cases.find(id, MONDAY))?.decision?.by, `${appid} a`)
    await assert.rejects(desk.settle(agreed), withCode('EVENT_NOT_ALLOWED'))
  },

  async 'where two disagree a lead ends it, and what counted already is told anew'(shelf) {
    const { desk, cases } = shelf.storage
    const appid = await newApp(shelf.storage)
    const [one, other, lead] = await Promise.all(
      ['a', 'b', 'c'].map((name) => shelf.reviewer(`${appid} ${name}`)),
    )
    assert(one && other && lead)
    const id = await doubtful(shelf, appid)
    const first = await taken(shelf, filterOf(one, appid))
    await desk.settle(settlingOf(id, one, first.granted.fence, RISKY, 'after'))
    assert.equal((await cases.find(id, MONDAY))?.decision?.verdict, 'risky')
    const second = await taken(shelf, filterOf(other, appid))
    const disagreed = settlingOf(second.id, other, second.granted.fence, PASS)
    assert.deepEqual(await desk.settle(disagreed), { outcome: 'disagreed' })

    assert.equal(await desk.claimNext(filterOf(lead, appid), MONDAY, HOUR), null)
    const last = await taken(shelf, filterOf(lead, appid, { isLead: true }))
    const told: string[] = []
    const settling = settlingOf(last.id, lead, last.granted.fence, PASS)
    const tell = ({ verdict }: CaseDecision) => {
      told.push(verdict)
      return SILENT()
    }
    assert.deepEqual(await desk.settle({ ...settling, tell }), { outcome: 'corrected' })
    assert.deepEqual(told, ['pass'])
    assert.equal((await cases.find(id, MONDAY))?.decision?.verdict, 'pass')
    const said = await desk.votes({ from: MONDAY, until: MONDAY + HOUR })
    assert.deepEqual(
      said.filter(({ subject }) => subject === id).map(({ purpose }) => purpose),
      ['lead', 'second', 'first'],
    )
    const [mine] = (await desk.corrected(one, {})).items
    assert.deepEqual(
      [mine?.checkId, mine?.said.verdict, mine?.stands.verdict, mine?.stands.by],
      [id, 'risky', 'pass', `${appid} c`],
    )
    assert.deepEqual((await desk.corrected(other, {})).items, [], 'who was right is not corrected')
  },

  async 'a golden task is one person’s, once, and tells nobody'(shelf) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const [one, other] = [await shelf.reviewer(`${appid} a`), await shelf.reviewer(`${appid} b`)]
    const checkId = await doubtful(shelf, appid)
    const content = { texts: [{ field: 'content', text: '一' }], evidence: {}, edition: 'e' }
    const task = await desk.addGolden(
      {
        ...{ checkId, kind: 'sound', appid, writer: null, scene: 2, label: 10001, content },
        ...{ verdict: 'risky', rightLabel: 10001, addedAt: MONDAY },
      },
      other,
    )
    const item = await desk.openGolden(['sound'], one, MONDAY, HOUR)
    assert(item)
    assert.equal(await desk.openGolden(['sound'], one, MONDAY, HOUR), null)
    await assert.rejects(
      desk.claim(item.id, other, MONDAY + HOUR, HOUR),
      withCode('CASE_NOT_FOUND'),
    )
    assert.deepEqual(await desk.subjectOf(item.id), {
      kind: 'look',
      purpose: 'golden',
      subject: task.id,
    })
    const tell = () => assert.fail('a golden task is told to nobody')
    const settling = settlingOf(item.id, one, 1, PASS)
    assert.deepEqual(await desk.settle({ ...settling, tell }), { outcome: 'golden' })
    const [scored] = await desk.votes({ from: MONDAY, until: MONDAY + HOUR, userId: one })
    assert.deepEqual(scored?.right, { verdict: 'risky', label: 10001 })
    assert.equal(await desk.retireGolden(task.id, MONDAY), true)
    assert.equal(await desk.openGolden(['sound'], other, MONDAY, HOUR), null)
  },

  async 'the past shows the writer, the app and the same content, and never the case itself'(
    shelf,
  ) {
    const { desk } = shelf.storage
    const appid = await newApp(shelf.storage)
    const ids = []
    for (const text of ['一样', '一样', '别的']) {
      const id = await doubtful(shelf, appid)
      await shelf.sql(
        "update fangxing.cases set content_key = fangxing.content_key($1, '{}') where check_id = $2",
        [JSON.stringify([{ field: 'content', text }]), id],
      )
      ids.push(id)
    }
    const [one, same, other] = ids
    assert(one && same && other)
    const { ofWriter, ofApp, ofContent } = await desk.past(one)
    assert.deepEqual(
      [ofWriter, ofApp, ofContent].map(({ items }) => items.map(({ id }) => id)),
      [[other, same], [other, same], [same]],
    )
    assert.deepEqual(ofApp.tally, { waiting: 2, passed: 0, risky: 0 })
  },

  async 'a material in doubt is one of the queue, held where its own page holds it'(shelf) {
    const { desk, materials, materialCases } = shelf.storage
    const appid = await newApp(shelf.storage)
    const user = await shelf.reviewer(`${appid} m`)
    const draft = { appid, clientId: 'm-1', name: '番茄', kind: 'article', source: {} } as const
    const more = { archive: null, profile: 'baijiahao-2019', everyMs: null, by: 'app' }
    const { material, audit } = await materials.handIn(
      { ...draft, ...more },
      { at: MONDAY, dueAt: MONDAY + HOUR },
    )
    assert(audit)
    const doubt = { settledAt: MONDAY, report: {}, verdict: 'review', state: 'review' } as const
    await materials.settle(audit.id, doubt, [])
    const shifts: DeskShift[] = [
      { kind: 'material', label: 100, isExpedited: false, shiftMs: HOUR },
      { kind: 'material', label: 100, isExpedited: true, shiftMs: 0 },
    ]
    const item = await taken(shelf, filterOf(user, appid, { shifts }))
    assert.equal(item.kind, 'material')
    assert.equal((await desk.find(item.id, MONDAY + 2))?.claim?.userId, user)
    assert.equal((await materialCases.find(item.id, MONDAY + 2))?.claim?.fence, 1)
    const subject = { kind: 'material', materialId: material.id }
    assert.deepEqual(await desk.subjectOf(item.id), subject)
    assert.equal(await desk.giveBack(item.id, user), true)
    const kinds = (await desk.countWaiting()).map(({ kind }) => kind)
    assert(kinds.includes('material'))
  },

  async 'what one had to see counts once a day, and wishes of a person are kept'(shelf) {
    const { desk } = shelf.storage
    const user = await shelf.reviewer(`${randomBytes(4).toString('hex')} sees`)
    const seen = { userId: user, kind: 'picture', label: 20002, day: '2026-03-02', at: 1 } as const
    for (const itemId of ['a', 'b', 'a']) await desk.expose({ ...seen, itemId })
    assert.equal(await desk.countExposures(user, '2026-03-02'), 2)
    assert.equal(await desk.countExposures(user, '2026-03-03'), 0)
    assert.deepEqual(await desk.exposuresOf('2026-03-02'), [{ userId: user, count: 2 }])
    await desk.setPerson(user, { skills: ['text', 'lead'] })
    const filters = [{ name: '广告', kinds: ['text'], labels: [10001] }] as const
    assert.deepEqual(await desk.setPerson(user, { filters }), {
      ...{ userId: user, skills: ['text', 'lead'], filters, shield: {} },
    })
  },
}
