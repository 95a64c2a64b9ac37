import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Instance,
  type Json,
  makeProgram,
  type Person,
  type Program,
  signIn,
  startInstance,
} from './instance.ts'
import { refused, taken } from './people.ts'

let instance: Instance
let operator: Person
let program: Program
before(async () => {
  instance = await startInstance()
  operator = await signIn(instance, ['operator'])
  program = await makeProgram(instance)
})
after(() => instance.close())

const WEIGHTS = { 2: { 'text/doubtful-word': 'off', 'text/doubtful-text': 'off' } }
const STRICT = { policy: { all: { weights: WEIGHTS }, apps: {} } }
const LISTED = { add: [{ text: '秘制酱料', label: 10001, level: 'block' }] }

const check = async (content: string): Promise<string> =>
  (await program.call('/wxa/msg_sec_check', { version: 2, scene: 2, openid: 'o1', content })).result
    .suggest

test('a back-test says which answers a candidate would change, and changes none', async () => {
  assert.equal(await check('可以加微信聊'), 'review')
  assert.equal(await check('代开发票，量大从优'), 'risky')
  assert.equal(await check('今天的银杏叶很好看'), 'pass')
  const report = await taken(operator.post('/v1/back-tests', { candidate: STRICT }))
  assert.deepEqual([report.tried, report.withoutText], [2, 1])
  const changed = report.counts.filter(({ live, tried }: Json) => live !== tried)
  assert.deepEqual(changed, [{ live: 'review', tried: 'pass', count: 1 }])
  const [sample] = report.samples
  assert.deepEqual(sample.texts, [{ field: 'content', text: '可以加微信聊' }])
  assert.deepEqual([sample.live.suggest, sample.tried.suggest], ['review', 'pass'])
  assert.equal(await check('可以加微信聊'), 'review')
})

test('what people decided says whether the candidate would be nearer to them', async () => {
  const reviewer = await signIn(instance, ['reviewer'])
  const { case: found, fence } = await taken(reviewer.post('/v1/cases/claim-next'))
  const decision = { fence, verdict: 'pass', note: '熟人之间' }
  await taken(reviewer.post(`/v1/cases/${found.id}/decision`, decision))
  const { people } = await taken(operator.post('/v1/back-tests', { candidate: STRICT }))
  assert.deepEqual(people, { decided: 1, liveAgrees: 0, triedAgrees: 1 })
})

test('a trial judges beside the live one, tells nobody, and becomes live when published', async () => {
  const draft = { candidate: LISTED, note: '调料广告' }
  const trial = await taken(operator.post('/v1/trials', draft), 201)
  await refused(operator.post('/v1/trials', draft), 409, 'TRIAL_RUNS')
  assert.equal(await check('外婆做的秘制酱料很香'), 'pass')
  assert.equal(await check('周末去爬山'), 'pass')
  const { counts } = await taken(operator.get(`/v1/trials/${trial.id}`))
  assert.deepEqual(counts, [
    { live: 'pass', tried: 'pass', count: 1 },
    { live: 'pass', tried: 'risky', count: 1 },
  ])
  const { items } = await taken(operator.get(`/v1/trials/${trial.id}/differences`))
  assert.deepEqual(items[0].texts, [{ field: 'content', text: '外婆做的秘制酱料很香' }])
  const published = await taken(operator.post(`/v1/trials/${trial.id}/publish`))
  assert.equal(published.published, true)
  assert.equal(await check('外婆做的秘制酱料很香'), 'risky')
  const { items: editions } = await taken(operator.get('/v1/lexicon-editions'))
  assert.equal(editions[0].note, '调料广告', 'why it was tried is why it was published')
  await refused(operator.post(`/v1/trials/${trial.id}/end`), 404, 'TRIAL_NOT_FOUND')
})

test('a trial that ends leaves everything as it was', async () => {
  const { id } = await taken(operator.post('/v1/trials', { candidate: STRICT }), 201)
  await taken(operator.post(`/v1/trials/${id}/end`))
  assert.equal(await check('可以加微信聊'), 'review')
  const { items } = await taken(operator.get('/v1/trials'))
  assert.deepEqual(
    items.map(({ published }: Json) => published),
    [false, true],
  )
})

test('a candidate that changes nothing is refused', async () => {
  await refused(operator.post('/v1/trials', { candidate: {} }), 400, 'REQUEST_MALFORMED')
})

test('each policy is an edition with who and why, and an earlier one comes back', async () => {
  await taken(operator.put('/v1/check-policy', { ...STRICT.policy, note: '评论区太严' }))
  assert.equal(await check('可以加微信聊'), 'pass')
  const { items } = await taken(operator.get('/v1/check-policy/editions'))
  assert.deepEqual(
    items.map(({ note, policy }: Json) => [note, policy.all]),
    [
      ['评论区太严', { weights: WEIGHTS }],
      [null, {}],
    ],
  )
  const first = items.at(-1).number
  const path = `/v1/check-policy/editions/${first}/roll-back`
  const restored = await taken(operator.post(path, { note: '先退回' }), 201)
  assert.equal(restored.restores, first)
  assert.equal(await check('可以加微信聊'), 'review')
  const missing = '/v1/check-policy/editions/99/roll-back'
  await refused(operator.post(missing), 404, 'POLICY_EDITION_NOT_FOUND')
})
