/** Facts about the record of checks: what is kept, what is written together, how it is searched. */

import assert from 'node:assert/strict'
import type { Check, CheckDraft, CheckFilter } from '../checks/checks.types.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { MONDAY } from './stories.ts'

const CHECK: CheckDraft = {
  appid: null,
  writer: 'o-1',
  scene: 2,
  suggest: 'risky',
  label: 10001,
  edition: '2026-01-01',
  evidence: { hits: [{ term: '加微信', start: 4 }] },
  clauses: ['b/1'],
  texts: [{ field: 'content', text: '有事加薇信' }],
  keepTextsUntil: null,
  at: MONDAY,
}

const PLAIN: Omit<Check, 'id'> = {
  kind: 'text',
  appid: null,
  writer: 'o-1',
  scene: 2,
  suggest: 'risky',
  label: 10001,
  edition: '2026-01-01',
  evidence: CHECK.evidence,
  clauses: ['b/1'],
  texts: null,
  hashes: null,
  at: MONDAY,
}

const ODD = 'a\0b \ud83d \u001a \u001a0000 \\u0000 {"} \\ 😀'

export const checkFacts: Facts = {
  async 'a check comes back under an id in the form of a trace id, its second first'({ storage }) {
    const id = await storage.checks.record(CHECK)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
    assert.equal(Number.parseInt(id, 16), MONDAY / 1000)
    assert.deepEqual(await storage.checks.find(id), { ...PLAIN, id })
    assert.equal(await storage.checks.find('nobody'), null)
  },

  async 'texts are kept until their time, and then forgotten; verdict and evidence stay'(shelf) {
    const { storage } = await shelf.fresh()
    const id = await storage.checks.record({ ...CHECK, keepTextsUntil: MONDAY + 10 })
    assert.equal(await storage.checks.forgetTexts(MONDAY + 9), 0)
    assert.deepEqual((await storage.checks.find(id))?.texts, CHECK.texts)
    assert.equal(await storage.checks.forgetTexts(MONDAY + 10), 1)
    assert.deepEqual(await storage.checks.find(id), { ...PLAIN, id })
  },

  async 'a check can keep hashes, be of another kind, and be named ahead'({ storage }) {
    const hashes = [{ field: 'content', sha256: 'ab' }]
    const id = await storage.checks.record({ ...CHECK, id: 'named', kind: 'sound', hashes })
    assert.equal(id, 'named')
    assert.deepEqual(await storage.checks.find(id), { ...PLAIN, id, kind: 'sound', hashes })
  },

  async 'evidence that is alike is kept once, and comes back whole'(shelf) {
    const { storage, sql } = await shelf.fresh()
    const sharedEvidence = { judgements: [{ ruleId: ODD, outcome: 'pass' }] }
    const ids: string[] = []
    for (const term of ['a', 'b', 'c', 'd']) {
      const evidence = { hits: [{ term }] }
      ids.push(await storage.checks.record({ ...CHECK, evidence, sharedEvidence }))
    }
    const { items } = await storage.checks.list()
    assert.deepEqual(
      items.map(({ id, evidence }) => [id, evidence]),
      ['d', 'c', 'b', 'a'].map((term) => [
        ids.pop(),
        { hits: [{ term }], judgements: sharedEvidence.judgements },
      ]),
    )
    const rows = await sql('select key from fangxing.shared_evidence')
    const named = await sql('select n from fangxing.checks where evidence_key is not null')
    assert.deepEqual([rows.length, named.length], [1, 3])
  },

  async 'two processes that share the same evidence write it once'(shelf) {
    const { storage, another, sql } = await shelf.fresh()
    const other = await another()
    const draft = { ...CHECK, sharedEvidence: { judgements: ['by two'] } }
    const both = [storage, other, storage, other, storage, other]
    await Promise.all(both.map(({ checks }) => checks.record(draft)))
    const rows = await sql('select key from fangxing.shared_evidence')
    assert.equal(rows.length, 1)
  },

  async 'checks that come together are all kept, each with its own'({ storage }) {
    const given = Array.from({ length: 700 }, (_, index) => index)
    const ids = await Promise.all(
      given.map((scene) => storage.checks.record({ ...CHECK, scene, appid: 'wx-together' })),
    )
    assert.equal(new Set(ids).size, given.length)
    const found = await Promise.all(ids.map((id) => storage.checks.find(id)))
    assert.deepEqual(
      found.map((check) => check?.scene),
      given,
    )
  },

  async 'a check that is recorded again stays what it was'({ storage }) {
    await storage.checks.record({ ...CHECK, id: 'again' })
    await storage.checks.record({ ...CHECK, id: 'again', suggest: 'pass', clauses: ['b/9'] })
    assert.deepEqual(await storage.checks.find('again'), { ...PLAIN, id: 'again' })
    assert.deepEqual(await list(storage, { clause: 'b/9' }), [])
  },

  async 'a record that is refused takes none of its neighbours along'({ storage }) {
    const settled = await Promise.allSettled([
      storage.checks.record({ ...CHECK, id: 'before' }),
      storage.checks.record({ ...CHECK, scene: 2 ** 40 }),
      storage.checks.record({ ...CHECK, id: 'after' }),
    ])
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.notEqual(await storage.checks.find('before'), null)
    assert.notEqual(await storage.checks.find('after'), null)
  },

  async 'odd texts come back as they were, also from the middle of a batch'({ storage }) {
    const odd: CheckDraft = {
      ...CHECK,
      writer: ODD,
      evidence: { [ODD]: [ODD] },
      texts: [{ field: 'content', text: ODD }],
      keepTextsUntil: MONDAY + 1,
    }
    const [, id = ''] = await Promise.all([CHECK, odd, CHECK].map(storage.checks.record))
    const found = await storage.checks.find(id)
    assert.deepEqual([found?.writer, found?.evidence, found?.texts], [ODD, odd.evidence, odd.texts])
  },

  async 'closing waits for what is being recorded'(shelf) {
    const other = await shelf.another()
    const recorded = Promise.all(['x-1', 'x-2'].map((id) => other.checks.record({ ...CHECK, id })))
    await other.close()
    assert.deepEqual(await recorded, ['x-1', 'x-2'])
    assert.notEqual(await shelf.storage.checks.find('x-2'), null)
  },
}

export const checkSearchFacts: Facts = {
  async 'checks are listed newest first, by app and by answer, page by page'({ storage }) {
    const appid = 'wx-checks'
    const ids: string[] = []
    for (const suggest of ['pass', 'risky', 'pass'] as const) {
      ids.push(await storage.checks.record({ ...CHECK, appid, suggest }))
    }
    assert.deepEqual(await list(storage, { appid }), ids.toReversed())
    assert.deepEqual(await list(storage, { appid, suggest: 'risky' }), [ids[1]])

    const first = await storage.checks.list({ appid, limit: 2 })
    await storage.checks.record({ ...CHECK, appid })
    const cursor = first.nextCursor ?? ''
    assert.deepEqual(await list(storage, { appid, limit: 2, cursor }), [ids[0]])
    await assert.rejects(storage.checks.list({ cursor: 'n1' }), withCode('REQUEST_MALFORMED'))
  },

  async 'checks are found by writer, clause and time, alone and together'(shelf) {
    const { storage } = await shelf.fresh()
    const record = (id: string, change: Partial<CheckDraft>) =>
      storage.checks.record({ ...CHECK, clauses: [], ...change, id })
    await record('one', { appid: 'a', writer: 'mei', at: MONDAY })
    await record('two', { appid: 'a', writer: 'bo', at: MONDAY + 1, clauses: ['b/1', 'b/2'] })
    await record('three', { appid: 'b', writer: 'mei', at: MONDAY + 2, clauses: ['b/2', 'b/2'] })

    const rows: [expected: string[], filter: CheckFilter][] = [
      [['three', 'two', 'one'], {}],
      [['three', 'one'], { writer: 'mei' }],
      [['three'], { writer: 'mei', appid: 'b' }],
      [['two'], { clause: 'b/1' }],
      [['three', 'two'], { clause: 'b/2' }],
      [['two'], { clause: 'b/2', appid: 'a' }],
      [['two'], { clause: 'b/2', until: MONDAY + 2 }],
      [['three', 'two'], { from: MONDAY + 1 }],
      [['one'], { until: MONDAY + 1 }],
      [['two'], { from: MONDAY + 1, until: MONDAY + 2 }],
      [[], { clause: 'b/3' }],
    ]
    for (const [expected, filter] of rows) {
      assert.deepEqual(await list(storage, filter), expected, JSON.stringify(filter))
      assert.deepEqual(await inSteps(storage, filter), expected, JSON.stringify(filter))
    }
  },

  async 'every search reads an index in order, whatever is in the table'(shelf) {
    const many = await shelf.separate()
    await many.sql(FILL)
    for (const where of SEARCHES) {
      const plan = (await many.sql(`explain (costs off) ${where} limit 50`))
        .map((row) => row['QUERY PLAN'])
        .join('\n')
      assert.doesNotMatch(plan, /Seq Scan|Sort/, plan)
    }
  },
}

/** Twenty thousand checks of twenty apps and seventeen writers; every tenth was of concern. */
const FILL = `
  insert into fangxing.checks
    (id, appid, writer, scene, suggest, label, edition, evidence, clauses, at)
  select n::text, 'wx' || n % 20, 'o' || n % 17, 2,
    case n % 10 when 0 then 'risky' else 'pass' end, 100, 'e', '{}',
    case n % 10 when 0 then array['b/1'] end, n / 3
  from generate_series(1, 20000) n;
  insert into fangxing.check_clauses select 'b/1', at, n, id
    from fangxing.checks where clauses is not null;
  analyze fangxing.checks; analyze fangxing.check_clauses`

const NEWEST = 'order by at desc, n desc'
const SEARCHES = [
  `select * from fangxing.checks where (at, n) < (5000, 1) ${NEWEST}`,
  `select * from fangxing.checks where appid = 'wx1' and (at, n) < (5000, 1) ${NEWEST}`,
  `select * from fangxing.checks where appid = 'wx1' and at >= 10 and at < 5000 ${NEWEST}`,
  `select * from fangxing.checks where writer = 'o1' and (at, n) < (5000, 1) ${NEWEST}`,
  `select * from fangxing.checks where suggest = 'risky' and (at, n) < (5000, 1) ${NEWEST}`,
  `select checks.* from fangxing.checks join fangxing.check_clauses listed on check_id = id
   where listed.clause = 'b/1' order by listed.at desc, listed.n desc`,
]

async function list(storage: Storage, filter: CheckFilter): Promise<readonly string[]> {
  return (await storage.checks.list(filter)).items.map(({ id }) => id)
}

/** One by one, by the cursors. */
async function inSteps(storage: Storage, filter: CheckFilter): Promise<readonly string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await storage.checks.list({ ...filter, cursor, limit: 1 })
    ids.push(...items.map(({ id }) => id))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}
