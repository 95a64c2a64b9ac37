/** Facts about materials: handing in, auditing, cases, appeals, what is due, and like documents. */

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AuditSettlement, MaterialDraft } from '../materials/materials.types.ts'
import { withCode } from './refused.ts'
import type { Facts, Shelf } from './shelf.ts'
import { MONDAY, newApp } from './stories.ts'

const HALF_HOUR = 1_800_000
const DAY = 86_400_000
const WISH = { at: MONDAY, dueAt: MONDAY + HALF_HOUR }
const SILENT = [] as const
const PASSED: AuditSettlement = {
  settledAt: MONDAY + 5,
  report: { rows: [] },
  verdict: 'pass',
  state: 'passed',
}
const DOUBTFUL: AuditSettlement = { ...PASSED, verdict: 'review', state: 'review' }
const REJECTED: AuditSettlement = { ...PASSED, verdict: 'reject', state: 'rejected' }

function draftOf(appid: string, more: Partial<MaterialDraft> = {}): MaterialDraft {
  return {
    ...{ appid, clientId: 'a-1', name: '番茄', kind: 'article', source: { title: '番茄' } },
    ...{ archive: null, profile: 'baijiahao-2019', everyMs: null, by: 'app' },
    ...more,
  }
}

async function handedIn(shelf: Shelf, more: Partial<MaterialDraft> = {}) {
  const appid = await newApp(shelf.storage)
  const { material, audit } = await shelf.storage.materials.handIn(draftOf(appid, more), WISH)
  assert(audit !== null)
  return { appid, material, audit }
}

async function inReview(shelf: Shelf) {
  const { appid, material, audit } = await handedIn(shelf)
  await shelf.storage.materials.settle(audit.id, DOUBTFUL, SILENT)
  const [first] = await shelf.storage.materialCases.ofMaterial(material.id, MONDAY)
  assert(first !== undefined)
  return { appid, material, audit, caseId: first.id }
}

async function decided(shelf: Shelf, caseId: string, verdict: 'pass' | 'reject') {
  const { materialCases } = shelf.storage
  const userId = await shelf.reviewer(randomBytes(5).toString('hex'))
  const granted = await materialCases.claim(caseId, userId, MONDAY, HALF_HOUR)
  assert(granted.kind === 'granted')
  const proof = { userId, fence: granted.fence, now: MONDAY }
  const decision = { verdict, answers: [], note: '', at: MONDAY + 9 }
  await materialCases.decide(caseId, proof, decision, SILENT)
  return userId
}

export const materialFacts: Facts = {
  async 'what an app hands in at once waits behind the first of every other app'(shelf) {
    const { storage, sql } = shelf
    const many = await newApp(storage)
    const order: [id: string, name: string][] = []
    const handIn = async (appid: string, clientId: string) => {
      const { audit } = await storage.materials.handIn(draftOf(appid, { clientId }), WISH)
      order.push([audit?.id ?? '', clientId])
    }
    for (const clientId of ['many-1', 'many-2', 'many-3']) await handIn(many, clientId)
    await handIn(await newApp(storage), 'one-1')
    const ids = order.map(([id]) => id)
    const rows = await sql(
      `select data->>'id' as id from pgboss.job where data->>'id' = any($1)
       order by priority desc, created_on`,
      [ids],
    )
    const names = new Map(order)
    const taken = rows.map(({ id }) => names.get(String(id)))
    assert.deepEqual(taken, ['many-1', 'one-1', 'many-2', 'many-3'])
  },

  async 'the same content under the same client id is one material; other content is another audit'(
    shelf,
  ) {
    const { materials } = shelf.storage
    const { appid, material, audit } = await handedIn(shelf)
    const again = await materials.handIn(draftOf(appid), WISH)
    assert.deepEqual([again.material.id, again.audit], [material.id, null])

    const changed = await materials.handIn(draftOf(appid, { source: { title: '黄瓜' } }), WISH)
    assert.equal(changed.material.id, material.id)
    assert.deepEqual([changed.audit?.nth, changed.audit?.cause], [2, 'changed'])
    assert.equal((await materials.findAudit(audit.id))?.trouble?.code, 'OVERTAKEN')
  },

  async 'many who hand in the same at once make one material'(shelf) {
    const appid = await newApp(shelf.storage)
    const all = await Promise.all(
      Array.from({ length: 6 }, () => shelf.storage.materials.handIn(draftOf(appid), WISH)),
    )
    assert.equal(new Set(all.map(({ material }) => material.id)).size, 1)
    assert.equal(all.filter(({ audit }) => audit !== null).length, 1)
  },

  async 'of many who ask for the next case at once each holds another'(shelf) {
    const alone = await shelf.fresh()
    const stores = [alone.storage, await alone.another()]
    for (let nth = 0; nth < 4; nth += 1) await inReview(alone)
    const users = await Promise.all([1, 2, 3, 4, 5].map((nth) => alone.reviewer(`asker ${nth}`)))
    const given = await Promise.all(
      users.map((user, nth) => stores[nth % 2]?.materialCases.claimNext(user, MONDAY, HALF_HOUR)),
    )
    const held = given.flatMap((one, nth) => (one ? [{ one, user: users[nth] }] : []))
    for (const { one, user } of held) assert.equal(one.claim?.userId, user)
    assert.equal(new Set(held.map(({ one }) => one.id)).size, 4)
  },

  async 'an audit ends once, with report, pictures, state and event, and never changes'(shelf) {
    const { materials, callbacks, deliveries } = shelf.storage
    const { appid, material, audit } = await handedIn(shelf)
    const webhook = { url: 'https://example.com/', secret: 'whsec_c2VjcmV0' }
    await callbacks.set(appid, { webhook, wechat: null, mail: null }, MONDAY)
    assert.equal((await materials.begin(audit.id, MONDAY))?.attempts, 1)
    const content = randomBytes(20)
    const plates = [{ name: 'a.png', width: 375, height: 812, content }]
    const told = [{ kind: 'material.audited', at: MONDAY, body: { id: material.id } }]
    assert.equal(await materials.settle(audit.id, { ...PASSED, plates }, told), true)
    assert.equal(await materials.settle(audit.id, REJECTED, told), false)
    assert.equal(await materials.begin(audit.id, MONDAY), null)

    assert.equal((await materials.find(material.id))?.state, 'passed')
    assert.deepEqual((await materials.findReport(material.id))?.report, { rows: [] })
    const [plate] = await materials.plates(audit.id)
    assert.deepEqual(Buffer.from((await materials.blob(plate?.sha256 ?? '')) ?? []), content)
    const { items } = await deliveries.list(appid)
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['material.audited'],
    )
    const change = shelf.sql('update fangxing.material_audits set nth = 9 where id = $1', [
      audit.id,
    ])
    await assert.rejects(change, /append-only/)
  },

  async 'what needs a person opens one case, and a later audit takes its place'(shelf) {
    const { materials, materialCases } = shelf.storage
    const { material, caseId } = await inReview(shelf)
    const wish = { ...WISH, cause: 'asked', by: 'app' } as const
    const audit = await materials.startAudit(material.id, wish)
    assert.equal((await materials.startAudit(material.id, wish)).id, audit.id)
    await materials.settle(audit.id, DOUBTFUL, SILENT)
    const cases = await materialCases.ofMaterial(material.id, MONDAY)
    assert.deepEqual(
      cases.map(({ id, closedAt }) => [id === caseId, closedAt]),
      [
        [false, null],
        [true, MONDAY + 5],
      ],
    )
    const claim = materialCases.claim(caseId, 'u', MONDAY, HALF_HOUR)
    await assert.rejects(claim, withCode('EVENT_NOT_ALLOWED'))
  },

  async 'a decision needs the present fence and says where the material stands'(shelf) {
    const { materials, materialCases } = shelf.storage
    const { material, caseId } = await inReview(shelf)
    const userId = await shelf.reviewer(`${caseId} one`)
    const other = await shelf.reviewer(`${caseId} two`)
    await materialCases.claim(caseId, userId, MONDAY, HALF_HOUR)
    const held = await materialCases.claim(caseId, other, MONDAY, HALF_HOUR)
    assert.equal(held.kind, 'held')
    const decision = { verdict: 'reject', answers: [], note: '', at: MONDAY + 9 } as const
    for (const stale of [{ fence: 7 }, { userId: other }, { now: MONDAY + HALF_HOUR }]) {
      const proof = { userId, fence: 1, now: MONDAY, ...stale }
      const refused = materialCases.decide(caseId, proof, decision, SILENT)
      await assert.rejects(refused, withCode('STALE_FENCE'))
    }
    const proof = { userId, fence: 1, now: MONDAY }
    await materialCases.decide(caseId, proof, decision, SILENT)
    assert.equal((await materials.find(material.id))?.state, 'rejected')
    const again = materialCases.decide(caseId, proof, decision, SILENT)
    await assert.rejects(again, withCode('EVENT_NOT_ALLOWED'))
  },

  async 'an appeal is decided by somebody else, and there is one'(shelf) {
    const { materials, materialCases } = shelf.storage
    const { material, caseId } = await inReview(shelf)
    const early = materialCases.appeal(material.id, '请再看', MONDAY)
    await assert.rejects(early, withCode('EVENT_NOT_ALLOWED'))
    const first = await decided(shelf, caseId, 'reject')
    const appeal = await materialCases.appeal(material.id, '请再看', MONDAY)
    assert.deepEqual([appeal.round, appeal.reason], ['appeal', '请再看'])
    const same = materialCases.claim(appeal.id, first, MONDAY, HALF_HOUR)
    await assert.rejects(same, withCode('SECOND_PERSON_NEEDED'))
    assert.equal((await materials.find(material.id))?.state, 'review')
    await decided(shelf, appeal.id, 'reject')
    const second = materialCases.appeal(material.id, '再再看', MONDAY)
    await assert.rejects(second, withCode('EVENT_NOT_ALLOWED'))
  },

  async 'pictures are kept of the latest ten audits and of those that a person looked at'(shelf) {
    const { materials } = shelf.storage
    const { material, audit } = await handedIn(shelf)
    const shared = randomBytes(20)
    const settle = async (id: string, end: AuditSettlement) => {
      const plates = [shared, randomBytes(20)].map((content, at) => ({
        ...{ name: `${at}`, width: 1, height: 1, content },
      }))
      await materials.settle(id, { ...end, plates }, SILENT)
      return (await materials.plates(id)).map(({ sha256 }) => sha256)
    }
    const [, looked = ''] = await settle(audit.id, DOUBTFUL)
    const audits: string[][] = []
    for (let nth = 2; nth <= 13; nth += 1) {
      const { id } = await materials.startAudit(material.id, { ...WISH, cause: 'asked', by: 'a' })
      audits.push([id, ...(await settle(id, PASSED))])
    }
    const [second = '', ofAll = '', ofSecond = ''] = audits[0] ?? []
    assert.deepEqual(await materials.plates(second), [])
    assert.equal(await materials.blob(ofSecond), null)
    assert.notEqual(await materials.blob(ofAll), null)
    assert.notEqual(await materials.blob(looked), null)
    assert.equal((await materials.plates(audits[2]?.[0] ?? '')).length, 2)
  },

  async 'what is due is derived from the last audit and the interval of material or app'(shelf) {
    const { materials } = shelf.storage
    const { appid, material, audit } = await handedIn(shelf)
    const isDue = async (now: number) =>
      (await materials.due(now)).some(({ id }) => id === material.id)
    await materials.setSettings(appid, { everyMs: DAY, profile: null, webBase: null })
    assert.equal(await isDue(MONDAY + DAY), false, 'it is still being audited')
    await materials.settle(audit.id, PASSED, SILENT)
    assert.deepEqual([await isDue(MONDAY + DAY - 1), await isDue(MONDAY + DAY)], [false, true])
    await materials.setInterval(material.id, 3 * DAY)
    assert.equal(await isDue(MONDAY + DAY), false)
    await materials.withdraw(material.id)
    assert.equal(await isDue(MONDAY + 9 * DAY), false)
  },

  async 'what runs too long is overdue, and nobody’s audit is recalled'(shelf) {
    const fresh = await shelf.fresh()
    const { materials } = fresh.storage
    const { audit } = await handedIn(fresh)
    assert.deepEqual(await materials.overdue(MONDAY + HALF_HOUR - 1), [])
    const [late] = await materials.overdue(MONDAY + HALF_HOUR)
    assert.equal(late?.id, audit.id)
    assert.equal(await materials.recall(MONDAY), 0)
    assert.equal(await materials.recall(MONDAY + 1), 1)
  },
}

function documentOf(name: string, keys: readonly number[], appid: string | null = null) {
  const entries = new Uint8Array(128).fill(keys[0] ?? 0)
  return {
    name,
    appid,
    publishedAt: null,
    text: `${name} 的正文`,
    entries,
    bands: Int32Array.from(keys),
    passages: Int32Array.from(keys, (key) => key * 1000),
  }
}

export const documentFacts: Facts = {
  async 'documents that share a band are candidates, others are not'(shelf) {
    const { documents } = (await shelf.fresh()).storage
    const given = [documentOf('甲', [1, -2]), documentOf('乙', [3, -4]), documentOf('丙', [5, -2])]
    assert.equal(await documents.add('rumours', given, MONDAY), 3)
    const found = await documents.candidates(Int32Array.of(-2, 99), 10)
    assert.deepEqual(found.map(({ name }) => name).sort(), ['丙', '甲'])
    assert.equal((await documents.candidates(Int32Array.of(-2), 1)).length, 1)
    const texts = await documents.texts(found.map(({ n }) => n))
    assert.deepEqual([...texts.values()].sort(), ['丙 的正文', '甲 的正文'])
  },

  async 'documents that share passages come by how many, those with too few not at all'(shelf) {
    const { documents } = (await shelf.fresh()).storage
    const given = [documentOf('甲', [1, 2, 3]), documentOf('乙', [2, 3]), documentOf('丙', [3, 4])]
    await documents.add('news', given, MONDAY)
    const sharing = (least: number, most: number) =>
      documents.sharing(Int32Array.of(1000, 2000, 3000, 9000), { least, most })
    const names = (rows: Awaited<ReturnType<typeof sharing>>) => rows.map(({ name }) => name)
    assert.deepEqual(names(await sharing(2, 10)), ['甲', '乙'])
    assert.deepEqual(names(await sharing(1, 1)), ['甲'])
    assert.deepEqual(await documents.sharing(Int32Array.of(), { least: 1, most: 5 }), [])
  },

  async 'a name that is there is replaced, in marks and text'(shelf) {
    const { documents } = (await shelf.fresh()).storage
    await documents.add('own', [documentOf('甲', [1])], MONDAY)
    await documents.add('own', [{ ...documentOf('甲', [2]), text: '新的正文' }], MONDAY + 1)
    assert.deepEqual(await documents.candidates(Int32Array.of(1), 10), [])
    const [found] = await documents.candidates(Int32Array.of(2), 10)
    assert.deepEqual([...(await documents.texts([found?.n ?? 0])).values()], ['新的正文'])
    assert.deepEqual(await documents.corpora(), [
      { name: 'own', documents: 1, addedAt: MONDAY + 1 },
    ])
    assert.deepEqual([await documents.drop('own'), await documents.corpora()], [1, []])
  },
}
