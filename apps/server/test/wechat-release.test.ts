import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import type { Releases } from '@fangxing/storage'
import { buildApp } from '../src/build-app.ts'
import { sweepDue } from '../src/use-cases/sweep-due.ts'
import {
  callDialect,
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'

const NOTES = { first_class: '社交', second_class: '笔记', first_id: 1, second_id: '2' }
const DECLARED = { ugc_declare: { scene: [4], method: ['1'], has_audit_team: 1, audit_desc: '' } }
const SUBMISSION = { item_list: [NOTES], version_desc: '首版', ...DECLARED }

let instance: Instance
let developer: Person
let reviewer: Person
let authority: Person

before(async () => {
  instance = await startInstance()
  developer = await signIn(instance, ['developer'])
  reviewer = await signIn(instance, ['reviewer'])
  authority = await signIn(instance, ['authority'])
})
after(() => instance.close())

async function uploaded(fixture = 'plain-tool'): Promise<{ program: Program; id: string }> {
  const program = await makeProgram(instance)
  const { body } = await upload(instance, developer, program.appid, fixture)
  return { program, id: body.id }
}

async function submitted(): Promise<{ program: Program; id: string; auditid: number }> {
  const { program, id } = await uploaded()
  const answer = await program.call('/wxa/submit_audit', SUBMISSION)
  assert.equal(answer.errcode, 0, JSON.stringify(answer))
  await settled(developer, id)
  return { program, id, auditid: answer.auditid }
}

async function decide(id: string, how: 'approve' | 'reject', body: object = {}): Promise<Json> {
  const { body: claim } = await reviewer.post(`/v1/releases/${id}/claim`)
  return reviewer.post(`/v1/releases/${id}/${how}`, { fence: claim.fence, ...body })
}

const status = (program: Program, auditid: unknown) =>
  program.call('/wxa/get_auditstatus', { auditid })
const latest = (program: Program) => program.call('/wxa/get_latest_auditstatus', undefined, 'GET')

test('a submission goes from 2 through filing to 0 and is released', async () => {
  const { program, id, auditid } = await submitted()
  assert.equal(typeof auditid, 'number')
  assert.equal((await status(program, auditid)).status, 2)

  await decide(id, 'approve')
  const filing = await status(program, String(auditid))
  assert.equal(filing.status, 2)
  assert.equal(filing.filing_state, 'filing')
  const { body: release } = await developer.get(`/v1/releases/${id}`)
  assert.equal(filing.filing_notice_at, Math.floor(release.filing.noticeAt / 1000))
  assert(filing.filing_due_at - filing.filing_notice_at >= (7 * DAY_MS) / 1000)
  assert.equal((await program.call('/wxa/release', {})).errcode, 85020)

  await authority.post(`/v1/releases/${id}/filing/pass`)
  const passed = await latest(program)
  assert.equal(passed.errcode, 0)
  assert.equal(passed.status, 0)
  assert.equal(passed.filing_state, 'passed')
  assert.equal(passed.user_version, '1.0.0')
  assert.equal(passed.user_desc, 'version 1.0.0')
  assert(passed.submit_audit_time > 1_700_000_000 && passed.submit_audit_time < 1e11)
  assert.equal(passed.screenshot, '')
  assert.equal(passed.ScreenShot, '')

  assert.deepEqual(await program.call('/wxa/release', undefined), { errcode: 0, errmsg: 'ok' })
  assert.equal((await developer.get(`/v1/releases/${id}`)).body.state, 'launched')
  assert.equal((await program.call('/wxa/release', {})).errcode, 85020)
})

test('pre-launch shows as passed, with a filing that is still open', async () => {
  const { program, id, auditid } = await submitted()
  await decide(id, 'approve')
  instance.clock.advance(8 * DAY_MS)
  await sweepDue(instance.ports)
  const answer = await status(program, auditid)
  assert.equal(answer.status, 0)
  assert.equal(answer.filing_state, 'pre_launch')
  assert.equal((await program.call('/wxa/release', {})).errcode, 0)
})

test('a rejection shows as 1 with its reason as HTML, also after the resubmission', async () => {
  const { program, id, auditid } = await submitted()
  await decide(id, 'reject', { clauses: [], note: '1. <未接检测>\n2. 类目不符' })
  const rejected = await status(program, auditid)
  assert.equal(rejected.status, 1)
  assert.equal(rejected.reason, '1. &lt;未接检测&gt;<br>2. 类目不符')

  const again = await program.call('/wxa/submit_audit', {
    item_list: null,
    feedback_info: '已补齐',
    ugc_declare: null,
  })
  assert.equal(again.errcode, 0, JSON.stringify(again))
  assert.notEqual(again.auditid, auditid)
  assert.equal((await status(program, auditid)).status, 1)
  assert.equal((await status(program, again.auditid)).status, 2)
  const release = await instance.storage.releases.find(id)
  assert.equal(release?.life.submissions.at(-1)?.note, '已补齐')
})

test('an undone submission shows as 3, and its quota ends with 87013', async () => {
  const { program, auditid } = await submitted()
  assert.deepEqual(await program.call('/wxa/undocodeaudit', undefined, 'GET'), {
    errcode: 0,
    errmsg: 'ok',
  })
  assert.equal((await status(program, auditid)).status, 3)
  assert.equal((await program.call('/wxa/undocodeaudit', undefined, 'GET')).errcode, 85019)

  for (let count = 2; count <= 5; count += 1) {
    await program.call('/wxa/submit_audit', SUBMISSION)
    assert.equal((await program.call('/wxa/undocodeaudit', undefined, 'GET')).errcode, 0)
  }
  await program.call('/wxa/submit_audit', SUBMISSION)
  assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 87013)
  instance.clock.advance(DAY_MS)
  assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 0)
})

test('the eleventh withdrawal of a month is refused, the first of the next is not', async () => {
  const { program } = await uploaded()
  const offset = 8 * 3_600_000
  const local = new Date(instance.clock.now() + offset)
  const nextMonth = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - offset
  instance.clock.advance(nextMonth - instance.clock.now())
  for (let count = 1; count <= 10; count += 1) {
    if (count === 6) instance.clock.advance(DAY_MS)
    await program.call('/wxa/submit_audit', SUBMISSION)
    assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 0)
  }
  instance.clock.advance(DAY_MS)
  await program.call('/wxa/submit_audit', SUBMISSION)
  assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 87013)
  instance.clock.advance(30 * DAY_MS)
  assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 0)
})

test('there is nothing to submit, undo, release or ask about before an upload', async () => {
  const program = await makeProgram(instance)
  assert.equal((await program.call('/wxa/submit_audit', SUBMISSION)).errcode, 85086)
  assert.equal((await program.call('/wxa/undocodeaudit', {})).errcode, 85019)
  assert.equal((await program.call('/wxa/release', {})).errcode, 85019)
  assert.equal((await latest(program)).errcode, 85058)
})

test('a second submission is 85009 while one is in review, and 85086 once it is released', async () => {
  const { program, id } = await submitted()
  assert.equal((await program.call('/wxa/submit_audit', SUBMISSION)).errcode, 85009)
  await decide(id, 'approve')
  await authority.post(`/v1/releases/${id}/filing/pass`)
  await program.call('/wxa/release', {})
  assert.equal((await program.call('/wxa/submit_audit', SUBMISSION)).errcode, 85086)
})

const TEN_TAGS = 'a b c d e f g h i j'
const submissions: [name: string, body: unknown, errcode: number][] = [
  ['an empty item list', { ...SUBMISSION, item_list: [] }, 85023],
  ['six items', { ...SUBMISSION, item_list: Array(6).fill(NOTES) }, 85023],
  ['an item without second_class', { item_list: [{ first_class: '社交' }], ...DECLARED }, 85010],
  ['an item that is null', { item_list: [null], ...DECLARED }, 85010],
  ['an item with an empty class', { item_list: [{ ...NOTES, first_class: '' }] }, 85010],
  ['eleven tags', { ...SUBMISSION, item_list: [{ ...NOTES, tag: `${TEN_TAGS} k` }] }, 85006],
  ['a tag of 21', { ...SUBMISSION, item_list: [{ ...NOTES, tag: '花'.repeat(21) }] }, 85006],
  ['a title of 33', { ...SUBMISSION, item_list: [{ ...NOTES, title: '花'.repeat(33) }] }, 85011],
  [
    'a page that is not there',
    { ...SUBMISSION, item_list: [{ ...NOTES, address: 'pages/none/none' }] },
    85007,
  ],
  [
    'a category of no table',
    { ...SUBMISSION, item_list: [{ ...NOTES, second_class: '养鱼' }] },
    85008,
  ],
  [
    'a category that is not registered',
    { ...SUBMISSION, item_list: [{ first_class: '工具', second_class: '天气' }] },
    85008,
  ],
  ['no declaration', { item_list: [NOTES] }, 85094],
  ['an empty declaration', { item_list: [NOTES], ugc_declare: { scene: [] } }, 85094],
  ['an odd scene', { item_list: [NOTES], ugc_declare: { scene: [9] } }, 47001],
  ['a scene in words', { item_list: [NOTES], ugc_declare: { scene: ['text'] } }, 47001],
  ['a long description', { ...SUBMISSION, version_desc: '长'.repeat(1001) }, 85051],
  ['a long feedback', { ...SUBMISSION, feedback_info: '长'.repeat(201) }, 85051],
  ['a media id', { ...SUBMISSION, preview_info: { pic_id_list: ['abc'] } }, 85092],
  ['preview_info in words', { ...SUBMISSION, preview_info: 'abc' }, 85092],
  ['no body', undefined, 44002],
  ['a broken body', '{', 47001],
  ['an item list in words', { ...SUBMISSION, item_list: 'x' }, 47001],
]

test('each odd submission has its number, and none of them is kept', async () => {
  const { program, id } = await uploaded()
  for (const [name, body, errcode] of submissions) {
    const answer = await program.call('/wxa/submit_audit', body)
    assert.equal(answer.errcode, errcode, `${name}: ${JSON.stringify(answer)}`)
  }
  assert.equal((await program.call('/wxa/submit_audit', undefined, 'GET')).errcode, 43002)
  assert.equal((await developer.get(`/v1/releases/${id}`)).body.state, 'draft')

  const item = {
    ...NOTES,
    tag: TEN_TAGS,
    title: '花'.repeat(32),
    address: '/pages/length/length?a=1',
  }
  const good = { ...SUBMISSION, item_list: [item], preview_info: {}, order_path: '' }
  assert.equal((await program.call('/wxa/submit_audit', good)).errcode, 0)
})

const auditIds: [name: string, body: unknown, errcode: number][] = [
  ['unknown', { auditid: 999_999 }, 85012],
  ['null', { auditid: null }, 85012],
  ['absent', {}, 85012],
  ['in words', { auditid: 'last' }, 47001],
  ['too large', { auditid: 1e300 }, 85012],
  ['with a fraction', { auditid: 1.5 }, 85012],
  ['in no body', undefined, 44002],
]

for (const [name, body, errcode] of auditIds) {
  test(`an audit id ${name} is answered with ${errcode}`, async () => {
    const program = await makeProgram(instance)
    assert.equal((await program.call('/wxa/get_auditstatus', body)).errcode, errcode)
  })
}

test("another app's audit id is unknown", async () => {
  const { auditid } = await submitted()
  const stranger = await makeProgram(instance)
  assert.equal((await status(stranger, auditid)).errcode, 85012)
})

test('status and release take POST only', async () => {
  const program = await makeProgram(instance)
  assert.equal((await program.call('/wxa/get_auditstatus', undefined, 'GET')).errcode, 43002)
  assert.equal((await program.call('/wxa/release', undefined, 'GET')).errcode, 43002)
})

test('a package that cannot be read is 86001, and an error of ours is -1 with its line in the log', async () => {
  const { program } = await uploaded()
  const item = { ...NOTES, address: 'pages/length/length' }
  const submitWhere = async (archive: Releases['archive']) => {
    const { storage } = instance.ports
    const releases = { ...storage.releases, archive }
    const app = await buildApp({ ...instance.ports, storage: { ...storage, releases } })
    const url = `/wxa/submit_audit?access_token=${program.token}`
    return callDialect(app, url, { ...SUBMISSION, item_list: [item] })
  }
  assert.equal((await submitWhere(async () => null)).errcode, 86001)

  const answer = await submitWhere(() => Promise.reject(new Error('disk on fire')))
  assert.equal(answer.errcode, -1)
  assert.doesNotMatch(answer.errmsg, /fire/)
  const [, requestId = ''] = /rid: (\S+)$/.exec(answer.errmsg) ?? []
  assert.equal(instance.log.filter((line) => line.includes(requestId)).length, 1)
})
