import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY_MS } from '@fangxing/release'
import { openStorage } from '@fangxing/storage'
import { sweepDue } from '../src/use-cases/sweep-due.ts'
import {
  type Instance,
  type Json,
  type Person,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'

const NOTES = { first: '社交', second: '笔记' }
const TOOL = { first: '工具', second: '信息查询' }
const DECLARATION = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }
const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' }

let instance: Instance
let developer: Person
let reviewer: Person
let otherReviewer: Person
let authority: Person
let operator: Person

before(async () => {
  instance = await startInstance()
  developer = await signIn(instance, ['developer'])
  reviewer = await signIn(instance, ['reviewer'])
  otherReviewer = await signIn(instance, ['reviewer'])
  authority = await signIn(instance, ['authority'], 'CN-GD')
  operator = await signIn(instance, ['operator'])
})
after(() => instance.close())

async function makeApp(categories = [NOTES]): Promise<string> {
  const { body } = await developer.post('/v1/apps', {
    name: '园艺笔记',
    subject: SUBJECT,
    categories,
  })
  assert(body.app, JSON.stringify(body))
  return body.app.appid
}

async function submitted(appid: string, version = '1.0.0'): Promise<Json> {
  const { body } = await upload(instance, developer, appid, 'plain-tool', version)
  const answer = await developer.post(`/v1/releases/${body.id}/submit`, {
    ugcDeclaration: DECLARATION,
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return settled(developer, body.id)
}

async function decide(id: string, how: 'approve' | 'reject', body: object = {}): Promise<Json> {
  const claim = await reviewer.post(`/v1/releases/${id}/claim`)
  const answer = await reviewer.post(`/v1/releases/${id}/${how}`, {
    fence: claim.body.fence,
    ...body,
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

async function filed(appid: string, version = '1.0.0'): Promise<Json> {
  const release = await submitted(appid, version)
  return decide(release.id, 'approve')
}

test('a release lives from upload through filing and pre-launch to launch', async () => {
  const appid = await makeApp()
  const waiting = await submitted(appid)
  assert.equal(waiting.state, 'humanReview')
  assert.equal(waiting.whoseTurn, 'reviewer')
  assert.notEqual(waiting.verdict, null)
  assert.equal(typeof waiting.auditId, 'number')

  const filing = await decide(waiting.id, 'approve', { note: '内容检测完整' })
  assert.equal(filing.state, 'filing')
  assert.equal(filing.whoseTurn, 'authority')
  assert(filing.filing.dueAt >= filing.filing.noticeAt + 7 * DAY_MS)
  assert.deepEqual(filing.filing.categories, [NOTES])

  const early = await developer.post(`/v1/releases/${waiting.id}/launch`)
  assert.equal(early.status, 409)
  assert.equal(early.body.code, 'EVENT_NOT_ALLOWED')

  const byMs = filing.filing.dueAt - instance.clock.now()
  assert.equal((await operator.post('/v1/clock/advance', { byMs })).status, 200)
  const { body: free } = await developer.get(`/v1/releases/${waiting.id}`)
  assert.equal(free.state, 'preLaunch')

  const launched = await developer.post(`/v1/releases/${waiting.id}/launch`)
  assert.equal(launched.body.state, 'launched')
  const { body: app } = await developer.get(`/v1/apps/${appid}`)
  assert.equal(app.liveReleaseId, waiting.id)

  const passed = await authority.post(`/v1/releases/${waiting.id}/filing/pass`)
  assert.equal(passed.body.filing.outcome, 'passed')
  const { body: ledger } = await developer.get(`/v1/apps/${appid}/ledger`)
  assert.deepEqual(
    ledger.items.map((entry: Json) => entry.category),
    [NOTES],
  )

  const { body: timeline } = await developer.get(`/v1/releases/${waiting.id}/events`)
  assert.deepEqual(
    timeline.items.map((event: Json) => event.kind),
    [
      'created',
      'submitted',
      'machinePassed',
      'reviewerApproved',
      'filingStarted',
      'preLaunched',
      'launched',
      'filingPassed',
    ],
  )
  assert.equal(timeline.items[3].at, timeline.items[4].at)
  assert.equal((await instance.storage.verifyChain()).firstBroken, null)
})

test('a second version in a filed category is approved without filing and supersedes the first', async () => {
  const appid = await makeApp()
  const first = await filed(appid)
  await authority.post(`/v1/releases/${first.id}/filing/pass`)
  await developer.post(`/v1/releases/${first.id}/launch`)

  const second = await filed(appid, '2.0.0')
  assert.equal(second.state, 'approved')
  assert.equal(second.filing, null)
  const launched = await developer.post(`/v1/releases/${second.id}/launch`)
  assert.equal(launched.body.state, 'launched')
  const { body: old } = await developer.get(`/v1/releases/${first.id}`)
  assert.equal(old.state, 'superseded')
  const { body: app } = await developer.get(`/v1/apps/${appid}`)
  assert.equal(app.liveReleaseId, second.id)
})

test('a category that is not filed is approved at once', async () => {
  const appid = await makeApp([TOOL])
  const { body: draft } = await upload(instance, developer, appid, 'plain-tool')
  await developer.post(`/v1/releases/${draft.id}/submit`)
  const reviewed = await settled(developer, draft.id)
  assert.equal(reviewed.state, 'humanReview', JSON.stringify(reviewed))
  assert.equal((await decide(draft.id, 'approve')).state, 'approved')
})

test('withdrawing during filing aborts it, and the resubmission files anew from a later notice', async () => {
  const appid = await makeApp()
  const first = await filed(appid)
  const withdrawn = await developer.post(`/v1/releases/${first.id}/withdraw`, { note: '改一处' })
  assert.equal(withdrawn.body.state, 'withdrawn')
  assert.equal(withdrawn.body.filing.outcome, 'aborted')

  instance.clock.advance(DAY_MS)
  await developer.post(`/v1/releases/${first.id}/submit`)
  const again = await settled(developer, first.id)
  assert.notEqual(again.auditId, first.auditId)
  const filing = await decide(first.id, 'approve')
  assert.equal(filing.state, 'filing')
  assert(filing.filing.noticeAt > first.filing.noticeAt)
})

test('the sixth withdrawal of a day is refused with the time of the next', async () => {
  const appid = await makeApp()
  const { body: draft } = await upload(instance, developer, appid, 'plain-tool')
  for (let count = 0; count < 5; count += 1) {
    await developer.post(`/v1/releases/${draft.id}/submit`, { ugcDeclaration: DECLARATION })
    const answer = await developer.post(`/v1/releases/${draft.id}/withdraw`)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  await developer.post(`/v1/releases/${draft.id}/submit`)
  const refused = await developer.post(`/v1/releases/${draft.id}/withdraw`)
  assert.equal(refused.status, 429)
  assert.equal(refused.body.code, 'WITHDRAW_QUOTA_USED')
  assert(refused.body.details.nextAt > instance.clock.now())
})

test('an app has one version under review at a time', async () => {
  const appid = await makeApp()
  await submitted(appid)
  const { body: second } = await upload(instance, developer, appid, 'plain-tool', '1.1.0')
  const refused = await developer.post(`/v1/releases/${second.id}/submit`)
  assert.equal(refused.status, 409)
  assert.equal(refused.body.code, 'ALREADY_IN_REVIEW')
})

test('a reviewer rejects by clause, and the developer submits again', async () => {
  const appid = await makeApp()
  const waiting = await submitted(appid)
  const rejected = await decide(waiting.id, 'reject', {
    clauses: ['wechat-operation/10.2'],
    note: '发布入口未接内容检测',
  })
  assert.equal(rejected.state, 'rejected')
  const { body: timeline } = await developer.get(`/v1/releases/${waiting.id}/events`)
  assert.deepEqual(timeline.items.at(-1).clauses, ['wechat-operation/10.2'])

  const again = await developer.post(`/v1/releases/${waiting.id}/submit`)
  assert.equal(again.body.state, 'machineReview')
})

test('a clause that is in no rule book cannot be the ground of a rejection', async () => {
  const waiting = await submitted(await makeApp())
  const { body: claim } = await reviewer.post(`/v1/releases/${waiting.id}/claim`)
  const refused = await reviewer.post(`/v1/releases/${waiting.id}/reject`, {
    fence: claim.fence,
    clauses: ['no-book/1'],
    note: '不行',
  })
  assert.equal(refused.status, 400)
  assert.match(refused.body.details.fields[0], /no-book\/1/)
})

test('the authority rejects a filing, and the version can be submitted again', async () => {
  const filing = await filed(await makeApp())
  const rejected = await authority.post(`/v1/releases/${filing.id}/filing/reject`, {
    clauses: [],
    note: '主体资质不符',
  })
  assert.equal(rejected.body.state, 'filingRejected')
  assert.equal(rejected.body.filing.outcome, 'rejected')
  assert((await developer.get(`/v1/releases/${filing.id}`)).body.allowed.includes('submitted'))
})

test('a rejection after pre-launch and launch orders the version down', async () => {
  const filing = await filed(await makeApp())
  await operator.post('/v1/clock/advance', { byMs: 8 * DAY_MS })
  await developer.post(`/v1/releases/${filing.id}/launch`)
  const rejected = await authority.post(`/v1/releases/${filing.id}/filing/reject`, {
    clauses: [],
    note: '含未许可内容',
  })
  assert.equal(rejected.body.state, 'takedownOrdered')
  assert(rejected.body.takedown.deadlineAt > instance.clock.now())
})

test('a launched version is ordered down and reported down', async () => {
  const appid = await makeApp()
  const release = await filed(appid)
  await authority.post(`/v1/releases/${release.id}/filing/pass`)
  await developer.post(`/v1/releases/${release.id}/launch`)

  const past = await authority.post(`/v1/releases/${release.id}/takedown-order`, {
    note: '整改',
    deadlineAt: instance.clock.now() - 1,
  })
  assert.equal(past.status, 409)
  const ordered = await authority.post(`/v1/releases/${release.id}/takedown-order`, {
    note: '整改',
    deadlineAt: instance.clock.now() + DAY_MS,
  })
  assert.equal(ordered.body.state, 'takedownOrdered')
  const down = await developer.post(`/v1/releases/${release.id}/taken-down`)
  assert.equal(down.body.state, 'takenDown')
  const { body: app } = await developer.get(`/v1/apps/${appid}`)
  assert.equal(app.liveReleaseId, null)
})

test('a version that stays up past the deadline of an order is taken down by the platform', async () => {
  const release = await filed(await makeApp())
  await authority.post(`/v1/releases/${release.id}/filing/pass`)
  await developer.post(`/v1/releases/${release.id}/launch`)
  const deadlineAt = instance.clock.now() + DAY_MS
  await authority.post(`/v1/releases/${release.id}/takedown-order`, { note: '整改', deadlineAt })

  await operator.post('/v1/clock/advance', { byMs: DAY_MS - 60_000 })
  assert.equal((await developer.get(`/v1/releases/${release.id}`)).body.state, 'takedownOrdered')
  await operator.post('/v1/clock/advance', { byMs: 60_000 })
  assert.equal((await developer.get(`/v1/releases/${release.id}`)).body.state, 'takenDown')
  const { body: timeline } = await developer.get(`/v1/releases/${release.id}/events`)
  assert.equal(timeline.items.at(-1).actor.kind, 'machine')
})

test('a case that one reviewer holds cannot be claimed or decided by another', async () => {
  const waiting = await submitted(await makeApp())
  const { body: claim } = await reviewer.post(`/v1/releases/${waiting.id}/claim`)
  const held = await otherReviewer.post(`/v1/releases/${waiting.id}/claim`)
  assert.equal(held.status, 409)
  assert.equal(held.body.code, 'STALE_FENCE')
  const stolen = await otherReviewer.post(`/v1/releases/${waiting.id}/approve`, claim)
  assert.equal(stolen.body.code, 'STALE_FENCE')
  assert.equal((await reviewer.get(`/v1/releases/${waiting.id}`)).body.claim.userId, reviewer.id)
})

test('a decision under a claim that expired and passed on is refused', async () => {
  const waiting = await submitted(await makeApp())
  const { body: first } = await reviewer.post(`/v1/releases/${waiting.id}/claim`)
  instance.clock.advance(31 * 60_000)
  const { body: second } = await otherReviewer.post(`/v1/releases/${waiting.id}/claim`)
  assert(second.fence > first.fence)

  const [late, timely] = await Promise.all([
    reviewer.post(`/v1/releases/${waiting.id}/reject`, { ...first, clauses: [], note: '晚了' }),
    otherReviewer.post(`/v1/releases/${waiting.id}/approve`, second),
  ])
  assert.equal(timely.status, 200, JSON.stringify(timely.body))
  assert.equal(late.status, 409)
})

test('of two decisions sent at once under one claim exactly one is recorded', async () => {
  const waiting = await submitted(await makeApp())
  const { body: claim } = await reviewer.post(`/v1/releases/${waiting.id}/claim`)
  const answers = await Promise.all([
    reviewer.post(`/v1/releases/${waiting.id}/approve`, claim),
    reviewer.post(`/v1/releases/${waiting.id}/reject`, { ...claim, clauses: [], note: '不行' }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  const { body: timeline } = await developer.get(`/v1/releases/${waiting.id}/events`)
  const decisions = timeline.items.filter(({ kind }: Json) => /^reviewer/.test(kind))
  assert.equal(decisions.length, 1)
})

test('two servers that sweep at once move a due filing once', async () => {
  const filing = await filed(await makeApp())
  instance.clock.advance(8 * DAY_MS)
  const elsewhere = await openStorage({ url: instance.databaseUrl })
  const otherPorts = { ...instance.ports, storage: elsewhere }
  await Promise.all([sweepDue(instance.ports), sweepDue(otherPorts)])
  await elsewhere.close()

  const { body: timeline } = await developer.get(`/v1/releases/${filing.id}/events`)
  assert.equal(timeline.items.filter(({ kind }: Json) => kind === 'preLaunched').length, 1)
})

test('a finding leads to its lines of the source', async () => {
  const waiting = await submitted(await makeApp())
  const { body: report } = await reviewer.get(`/v1/releases/${waiting.id}/assessment`)
  assert(report.judgements.length > 0)
  assert(report.judgements.every((judgement: Json) => judgement.clauseWords.zh !== ''))

  const { body: source } = await reviewer.get(
    `/v1/releases/${waiting.id}/source?file=app.json&line=3`,
  )
  assert.equal(source.lines[0].number, 1)
  assert(source.lines.length >= 3)
  const missing = await reviewer.get(`/v1/releases/${waiting.id}/source?file=../etc/passwd&line=1`)
  assert.equal(missing.status, 404)
})

test('of two approved versions launched at once exactly one serves', async () => {
  const appid = await makeApp([TOOL])
  const ids: string[] = []
  for (const version of ['1.0.0', '2.0.0']) {
    const { body: draft } = await upload(instance, developer, appid, 'plain-tool', version)
    await developer.post(`/v1/releases/${draft.id}/submit`)
    await settled(developer, draft.id)
    await decide(draft.id, 'approve')
    ids.push(draft.id)
  }
  await Promise.all(ids.map((id) => developer.post(`/v1/releases/${id}/launch`)))
  const { body } = await developer.get(`/v1/releases?appid=${appid}`)
  const states = body.items.map(({ state }: Json) => state)
  assert.deepEqual(states.sort(), ['launched', 'superseded'])
})
