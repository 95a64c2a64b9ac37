/** Facts about checks that are kept in blocks: nobody who asks sees that they are. */

import assert from 'node:assert/strict'
import type { Check, CheckDraft, CheckFilter } from '../checks/checks.types.ts'
import { nameCheck } from '../checks/name-check.ts'
import type { Storage } from '../storage.ts'
import type { Facts } from './shelf.ts'
import { MONDAY } from './stories.ts'

const sharedEvidence = { judgements: [{ ruleId: 'text/listed-word', outcome: { kind: 'pass' } }] }

const PASS: CheckDraft = {
  appid: 'wx-a',
  writer: 'o-1',
  scene: 2,
  suggest: 'pass',
  label: 100,
  edition: 'e-1',
  evidence: {
    hits: [],
    classes: [
      {
        label: 100,
        probability: 0.9972740688229574,
        place: { kind: 'text', field: 'content', start: 0, end: 12 },
      },
    ],
  },
  sharedEvidence,
  clauses: [],
  texts: [],
  keepTextsUntil: null,
  at: MONDAY,
}

/** Of two apps, five writers, two scenes; every seventh stopped; some of the same millisecond. */
function makeDrafts(count: number): readonly (CheckDraft & { readonly id: string })[] {
  return Array.from({ length: count }, (_, nth) => {
    const at = MONDAY + 3 * ((nth * 37) % count)
    const isRisky = nth % 7 === 0
    return {
      ...PASS,
      ...(isRisky ? { suggest: 'risky', label: 20006, clauses: ['b/1'] } : {}),
      ...{ id: nameCheck(at), at: at - (at % 2), appid: nth % 3 === 0 ? 'wx-b' : 'wx-a' },
      ...{ writer: nth % 11 === 0 ? null : `o-${nth % 5}`, scene: 1 + (nth % 2) },
    }
  })
}

/** What is met a second time is shared. */
async function meetTwice(
  { checks }: Storage,
  shared: Readonly<Record<string, unknown>> = sharedEvidence,
): Promise<void> {
  const draft = { ...PASS, sharedEvidence: shared, appid: null, at: 0 }
  for (let nth = 0; nth < 2; nth += 1) await checks.record(draft)
}

export const checkBlockFacts: Facts = {
  async 'checks that found nothing and come together are one row, which SQL can read as many'(
    shelf,
  ) {
    const { storage, sql } = await shelf.fresh()
    await meetTwice(storage)
    const drafts = makeDrafts(100).map((draft, nth) => ({
      ...{ ...draft, ...PASS, id: draft.id },
      ...(nth % 4 === 0 ? { evidence: { hits: [], classes: [], nth } } : {}),
    }))
    await Promise.all(drafts.map(storage.checks.record))
    const blocks = await sql('select size from fangxing.check_blocks')
    assert.deepEqual(
      blocks.map(({ size }) => size),
      [100],
    )
    const rows = await sql('select id, at, evidence from fangxing.every_check where appid = $1', [
      'wx-a',
    ])
    const told = rows.map(({ id, at, evidence }) => [id, Number(at), evidence])
    assert.deepEqual(told.sort(), drafts.map(({ id, evidence }) => [id, MONDAY, evidence]).sort())
  },

  async 'a check in a block comes back by its name as if it had a row'(shelf) {
    const { storage } = await shelf.fresh()
    // Of its own: the database was emptied, and what the storage remembers was not.
    const shared = { judgements: ['by its name'] }
    await meetTwice(storage, shared)
    const drafts = makeDrafts(120).map((draft, nth) => ({
      ...{ ...draft, sharedEvidence: shared },
      ...(nth % 4 === 0 ? { evidence: { hits: [], classes: [], nth } } : {}),
    }))
    await Promise.all(drafts.map(storage.checks.record))
    for (const draft of drafts)
      assert.deepEqual(await storage.checks.find(draft.id), toCheck(draft))
    assert.equal(await storage.checks.find(nameCheck(MONDAY)), null)
  },

  async 'one block and the rows that came with it are kept together, and a row that is there stays'(
    shelf,
  ) {
    const { storage, sql } = await shelf.fresh()
    const shared = { judgements: ['one block and rows'] }
    await meetTwice(storage, shared)
    const drafts = makeDrafts(60).map((draft) => ({
      ...{ ...draft, appid: 'wx-a', scene: 2, sharedEvidence: shared },
    }))
    await Promise.all(drafts.map(storage.checks.record))
    const again = drafts.map((draft, nth) =>
      nth % 7 === 0 ? { ...draft, label: 20001 as const } : { ...draft, id: nameCheck(draft.at) },
    )
    await Promise.all(again.map(storage.checks.record))
    assert.equal((await sql('select n from fangxing.check_blocks')).length, 2)
    for (const draft of drafts)
      assert.deepEqual(await storage.checks.find(draft.id), toCheck(draft))
  },

  async 'every search gives what it would give of rows, in the same order, page by page'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await meetTwice(storage)
    const drafts = makeDrafts(400)
    for (let from = 0; from < drafts.length; from += 130) {
      await Promise.all(drafts.slice(from, from + 130).map(storage.checks.record))
    }
    const [{ blocks } = {}] = await sql('select count(*) blocks from fangxing.check_blocks')
    assert(Number(blocks) >= 4, `${blocks} blocks`)
    for (const filter of FILTERS) {
      const expected = drafts.filter((draft) => isWanted(draft, filter))
      const found = await inSteps(storage, filter)
      const name = JSON.stringify(filter)
      assert.deepEqual(
        found.map(({ at }) => at),
        expected.map(({ at }) => at).sort((one, other) => other - one),
        name,
      )
      assert.deepEqual(idsOf(found), idsOf(expected), name)
    }
  },

  async 'what anybody may have to look into has a row of its own'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await meetTwice(storage)
    const changes: readonly Partial<CheckDraft>[] = [
      { suggest: 'review', label: 20001 },
      { label: 20001 },
      { clauses: ['b/1'] },
      { texts: [{ field: 'content', text: '好' }], keepTextsUntil: MONDAY + 1 },
      { hashes: [{ field: 'content', sha256: 'ab' }] },
      { kind: 'picture' },
      { appid: null },
      { writer: 'o "quoted"' },
      { evidence: { hits: [{ term: '\u0000' }] } },
      { sharedEvidence: undefined },
      { id: 'named-by-somebody' },
      { id: nameCheck(MONDAY + 1000) },
    ]
    const many = changes.flatMap((change) =>
      Array.from({ length: 10 }, () => ({ ...PASS, ...change })),
    )
    const ids = await Promise.all(many.map(storage.checks.record))
    assert.deepEqual(await sql('select n from fangxing.check_blocks'), [])
    assert.notEqual(await storage.checks.find(ids[40] ?? ''), null)
  },

  async 'checks that are far apart in time share no block'(shelf) {
    const { storage, sql } = await shelf.fresh()
    await meetTwice(storage)
    const far = Array.from({ length: 20 }, (_, nth) => ({ ...PASS, at: MONDAY + nth * 1000 }))
    await Promise.all(far.map(storage.checks.record))
    assert.deepEqual(await sql('select n from fangxing.check_blocks'), [])
    assert.equal((await storage.checks.list({ appid: 'wx-a' })).items.length, 20)
  },

  async 'every search of blocks reads an index in order'(shelf) {
    const many = await shelf.separate()
    await many.sql(FILL)
    for (const where of SEARCHES) {
      const plan = (await many.sql(`explain (costs off) ${where} limit 2`))
        .map((row) => row['QUERY PLAN'])
        .join('\n')
      assert.doesNotMatch(plan, /Seq Scan|Sort/, plan)
    }
  },
}

const FILTERS: readonly CheckFilter[] = [
  {},
  { limit: 1 },
  { limit: 7 },
  { appid: 'wx-a', limit: 20 },
  { appids: ['wx-b', 'wx-c'], limit: 20 },
  { appids: [] },
  { writer: 'o-3', limit: 3 },
  { writer: 'o-9' },
  { writer: 'o-3', appid: 'wx-b' },
  { suggest: 'pass', limit: 50 },
  { suggest: 'risky', limit: 50 },
  { clause: 'b/1', limit: 9 },
  { from: MONDAY + 300, until: MONDAY + 900, limit: 11 },
  { from: MONDAY + 300, until: MONDAY + 310, appid: 'wx-a' },
  { from: MONDAY + 5000 },
  { until: MONDAY },
]

const FILL = `
  insert into fangxing.check_blocks (appid, scene, edition, evidence_key, first_at, last_at, size,
    marks, checks)
  select 'wx' || n % 20, 2, 'e', gen_random_uuid(), n, n + 5, 1, '\\x00', '[]'
  from generate_series(1, 20000) n;
  analyze fangxing.check_blocks`

const NEWEST = 'order by last_at desc, n desc'
const SEARCHES = [
  `select * from fangxing.check_blocks where first_at <= 5000 and last_at <= 15000 ${NEWEST}`,
  `select * from fangxing.check_blocks where appid = 'wx1' and (last_at, n) < (5000, 1) ${NEWEST}`,
]

function isWanted(draft: CheckDraft, filter: CheckFilter): boolean {
  const { appid, appids, writer, suggest, clause, from = 0, until = Number.MAX_VALUE } = filter
  return (
    (appid === undefined || draft.appid === appid) &&
    (appids === undefined || appids.includes(draft.appid ?? '')) &&
    (writer === undefined || draft.writer === writer) &&
    (suggest === undefined || draft.suggest === suggest) &&
    (clause === undefined || draft.clauses?.includes(clause) === true) &&
    draft.at >= from &&
    draft.at < until &&
    draft.at > 0
  )
}

function toCheck(draft: CheckDraft & { readonly id: string }): Check {
  const { id, appid, writer, scene, suggest, label, edition, clauses = [], at } = draft
  const evidence = { ...draft.sharedEvidence, ...Object(draft.evidence) }
  return {
    ...{ id, kind: 'text', appid, writer, scene, suggest, label, edition, evidence, clauses },
    ...{ texts: null, hashes: null, at },
  }
}

/** Of apps, by the cursors. */
async function inSteps({ checks }: Storage, filter: CheckFilter): Promise<readonly Check[]> {
  const found: Check[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await checks.list({ ...filter, cursor })
    found.push(...items.filter(({ appid }) => appid !== null))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

function idsOf(checks: readonly { readonly id: string }[]): readonly string[] {
  return checks.map(({ id }) => id).sort()
}
