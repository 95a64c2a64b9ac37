import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { loadShippedModel, type ReviewedText, toEdition } from '@fangxing/text'
import { openModelShelf } from '../src/text-models/model-shelf.ts'
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

/** A slang of this test's own: the shipped model cannot know it. */
const NOUNS = ['青石', '云雀', '竹影', '长亭', '木舟', '晚钟']
const PLACES = ['南街', '北巷', '河边', '桥头', '山下', '渡口']
const model = await loadShippedModel()
const samples: ReviewedText[] = NOUNS.flatMap((noun) =>
  PLACES.flatMap((place) => [
    { text: `${place}有${noun}两斤`, label: 20006 as const },
    { text: `${place}的${noun}真好看，拍了照片`, label: 100 as const },
  ]),
)
const adjustment: Json = JSON.parse(JSON.stringify(model.trainAdjustment(samples)))
const SLANG = '桥头有竹影三斤'

/** As it would have been learned upon another shipped model. */
function foreign(): Json {
  const { scale, biases, weights, report } = adjustment
  const modelEdition = 'an earlier one'
  const content = { kind: 'text-adjustment', modelEdition, scale, biases, weights, report }
  return { ...content, edition: toEdition([content]) }
}

let instance: Instance
let operator: Person
let reviewer: Person
let program: Program

before(async () => {
  instance = await startInstance()
  operator = await signIn(instance, ['operator'])
  reviewer = await signIn(instance, ['reviewer'])
  program = await makeProgram(instance)
  // A word that opens a case wherever it is written.
  await taken(operator.post('/v1/terms', { text: '丁香茶', label: 10001, level: 'review' }), 201)
})
after(() => instance.close())

async function check(content: string): Promise<Json> {
  const body = { version: 2, scene: 2, openid: 'o-1', content, fangxing: true }
  const answer = await program.call('/wxa/msg_sec_check', body)
  assert.equal(answer.errcode, 0, JSON.stringify(answer))
  return answer
}

async function decide(checkId: string, verdict: 'pass' | 'risky', label: number): Promise<void> {
  const { fence } = await taken(reviewer.post(`/v1/cases/${checkId}/claim`))
  const decision = { fence, verdict, ...(verdict === 'risky' ? { label } : {}), note: '' }
  await taken(reviewer.post(`/v1/cases/${checkId}/decision`, decision))
}

const publish = (value: unknown, note?: string) =>
  operator.post('/v1/text-models', { adjustment: value, note })

test('a published model judges the next check, which names it, and goes back', async () => {
  const shippedName = `model-${model.edition}`
  const before = await check(SLANG)
  assert.equal(before.result.suggest, 'pass')
  assert.ok(before.fangxing.edition.endsWith(shippedName))
  const edition = await taken(publish(adjustment, '学会了南街的行话'), 201)
  assert.deepEqual(
    [edition.edition, edition.modelEdition, edition.note, edition.restores],
    [adjustment.edition, model.edition, '学会了南街的行话', null],
  )
  assert.deepEqual(edition.figures, adjustment.report)
  const judged = await check(SLANG)
  assert.notEqual(judged.result.suggest, 'pass')
  assert.equal(judged.result.label, 20006)
  assert.ok(judged.fangxing.edition.endsWith(`${shippedName}+${adjustment.edition}`))
  const back = await taken(operator.post('/v1/text-models/0/roll-back', { note: '太严' }), 201)
  assert.deepEqual([back.restores, back.edition, back.figures], [0, null, null])
  assert.equal((await check(SLANG)).result.suggest, 'pass')
  const again = await taken(operator.post(`/v1/text-models/${edition.number}/roll-back`), 201)
  assert.deepEqual([again.restores, again.edition], [edition.number, adjustment.edition])
  const { items, live, shipped } = await taken(reviewer.get('/v1/text-models'))
  assert.deepEqual(
    items.map(({ number }: Json) => number),
    [again.number, back.number, edition.number],
  )
  assert.ok(items.every(({ by }: Json) => by.startsWith('operator')))
  const name = `${model.edition}+${adjustment.edition}`
  assert.deepEqual(live, { number: again.number, edition: name, isApplied: true })
  assert.equal(shipped, model.edition)
  const file = await taken(operator.get(`/v1/text-models/${edition.number}/file`))
  assert.deepEqual(file, adjustment)
})

test('another process follows within seconds, in both directions', async () => {
  const other = await openModelShelf({ storage: instance.storage, log: () => {} })
  const followed = async (number: number) => {
    const deadline = Date.now() + 20_000
    while (other.live().number !== number) {
      assert.ok(Date.now() < deadline, 'it did not follow')
      await wait(20)
    }
  }
  const on = await taken(publish(adjustment), 201)
  await followed(on.number)
  assert.equal(other.classifier.classify(SLANG).label, 20006)
  const off = await taken(operator.post('/v1/text-models/0/roll-back'), 201)
  await followed(off.number)
  assert.equal(other.classifier.classify(SLANG).label, 100)
  await other.close()
})

test('checks that run while models change name the model that judged them', async () => {
  const name = `model-${model.edition}`
  const running = Array.from({ length: 40 }, () => check(SLANG))
  await taken(publish(adjustment), 201)
  running.push(...Array.from({ length: 40 }, () => check(SLANG)))
  await taken(operator.post('/v1/text-models/0/roll-back'), 201)
  for (const { result, fangxing } of await Promise.all(running)) {
    assert.equal(fangxing.edition.endsWith(name), result.suggest === 'pass')
  }
})

test('an edition that was learned upon another shipped model is kept and not applied', async () => {
  const lines: string[] = []
  const at = instance.clock.now()
  const draft = { at, by: '周敏', note: null, restores: null, adjustment: foreign() }
  const { number } = await instance.storage.textModels.publish(draft)
  const shelf = await openModelShelf({
    storage: instance.storage,
    log: (line) => lines.push(line),
  })
  assert.deepEqual(shelf.live(), { number, edition: model.edition, isApplied: false })
  assert.match(lines.join(), /TEXT_MODEL/)
  await shelf.close()
  await refused(operator.post(`/v1/text-models/${number}/roll-back`), 409, 'TEXT_MODEL_MISMATCHED')
  await taken(operator.post('/v1/text-models/0/roll-back'), 201)
})

test('what people decided comes back as samples, and what is not kept is counted', async () => {
  const before = (await taken(operator.get('/v1/text-models/samples'))).items.length
  const risky = (await check('丁香茶，南街有青石两斤')).trace_id
  const innocent = (await check('丁香茶真好喝')).trace_id
  const other = (await check('丁香茶与时政')).trace_id
  await decide(risky, 'risky', 20006)
  await decide(innocent, 'pass', 100)
  await decide(other, 'risky', 20001)
  const page = await taken(operator.get(`/v1/text-models/samples?appid=${program.appid}`))
  assert.equal(page.items.length - before, 2)
  const byId = new Map(page.items.map((item: Json) => [item.checkId, item]))
  assert.deepEqual(
    [risky, innocent].map((id) => {
      const { text, label } = byId.get(id) as Json
      return [text, label]
    }),
    [
      ['丁香茶，南街有青石两斤', 20006],
      ['丁香茶真好喝', 100],
    ],
  )
  assert.deepEqual(page.leftOut, { withoutText: 0, otherLabel: 1, otherKind: 0 })
  await instance.storage.checks.forgetTexts(instance.clock.now() + 31 * 86_400_000)
  const later = await taken(operator.get('/v1/text-models/samples'))
  assert.deepEqual([later.items, later.leftOut.withoutText], [[], 3])
  const from = instance.clock.now() + 1000
  const none = await taken(operator.get(`/v1/text-models/samples?from=${from}`))
  assert.deepEqual(none.leftOut, { withoutText: 0, otherLabel: 0, otherKind: 0 })
})

test('a model is tried on stored checks: what changes, with its trace id, and what cannot be seen', async () => {
  const from = instance.clock.now()
  const attempt = (body: object) =>
    taken(operator.post('/v1/text-models/try', { from, appid: program.appid, ...body }))
  await check('今天天气不错，没有留下')
  const retention = { passed: 'full', doubtful: 'full', days: 30 }
  await taken(operator.put('/v1/check-policy', { all: { retention }, apps: {} }))
  const slang = (await check(SLANG)).trace_id
  const doubtful = (await check('丁香茶真好喝')).trace_id
  await decide(doubtful, 'pass', 100)
  const tried = await attempt({ adjustment })
  assert.deepEqual([tried.tried, tried.withoutText], [2, 1])
  assert.deepEqual(tried.people, { decided: 1, liveAgrees: 0, triedAgrees: 0 })
  const name = `${model.edition}+${adjustment.edition}`
  assert.deepEqual([tried.live, tried.candidate], [model.edition, name])
  const [change] = tried.samples
  assert.deepEqual(
    [tried.samples.length, change.checkId, change.live.suggest, change.tried.label],
    [1, slang, 'pass', 20006],
  )
  assert.equal((await attempt({ adjustment, decidedOnly: true })).tried, 1)
  const { number } = await taken(publish(adjustment), 201)
  const reverse = await attempt({ number: 0 })
  assert.deepEqual([reverse.samples[0].checkId, reverse.samples[0].tried.suggest], [slang, 'pass'])
  assert.deepEqual((await attempt({ number })).samples, [])
  await taken(operator.post('/v1/text-models/0/roll-back'), 201)
})

const BAD: [name: string, value: unknown, code: string, status: number][] = [
  ['no file at all', undefined, 'REQUEST_MALFORMED', 400],
  ['a page', '<html>', 'TEXT_MODEL_MALFORMED', 422],
  ['a file that is cut off', { ...adjustment, weights: 'AAAA' }, 'TEXT_MODEL_MALFORMED', 422],
  ['a label too few', { ...adjustment, biases: [0] }, 'TEXT_MODEL_MALFORMED', 422],
  ['a file that was changed', { ...adjustment, scale: 9 }, 'TEXT_MODEL_MALFORMED', 422],
  ['a file of another shipped model', foreign(), 'TEXT_MODEL_MISMATCHED', 409],
  ['megabytes', { ...adjustment, weights: 'A'.repeat(3_000_000) }, 'REQUEST_TOO_LARGE', 413],
]

for (const [name, value, code, status] of BAD) {
  test(`${name} is refused, and nothing changes`, async () => {
    const { live } = await taken(operator.get('/v1/text-models'))
    await refused(publish(value), status, code)
    assert.deepEqual((await taken(operator.get('/v1/text-models'))).live, live)
  })
}

test('an edition that is not there is named in the refusal', async () => {
  const details = await refused(
    operator.post('/v1/text-models/999999/roll-back'),
    404,
    'TEXT_MODEL_NOT_FOUND',
  )
  assert.deepEqual(details, { edition: 999999 })
  await refused(operator.post('/v1/text-models/try', {}), 400, 'REQUEST_MALFORMED')
  await refused(
    operator.post('/v1/text-models/try', { adjustment, number: 0 }),
    400,
    'REQUEST_MALFORMED',
  )
})
